"""People for tests, put on record with what a test cares about and made-up values for the rest."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from storage import allocations, children, reviews, staff
from storage.store import Store
from tests.support.prepared import NOW


def add_child(store: Store, reference: str = "EXC-0001", **values: Any) -> UUID:
    usual = {
        "reference": reference, "first_name": "Finley", "preferred_name": "Fin", "birth_date": date(2014, 4, 4),
        "languages": "English", "communication_needs": "None recorded", "lang": "en", "easy_read": False,
        "legal_status": "C1", "placement": "U6", "looked_after_since": date(2026, 6, 8),
    }  # fmt: skip
    return children.add(store, NOW, **usual | values)


def add_staff(store: Store, reference: str = "EXS-006", **values: Any) -> UUID:
    usual = {
        "reference": reference, "role": "iro", "iro_reference": None, "first_name": "Beth",
        "last_name": "Thistlewick", "job_title": "Independent Reviewing Officer",
        "email": f"{reference.lower()}@exampleshire.example", "phone": "01632 960106", "pronouns": "she/her",
        "working_pattern": "Mon Tue Wed Thu Fri 09:00-17:00", "alerts": "none", "languages": "English",
        "bio": "", "started_on": date(2020, 1, 6), "ends_on": None,
    }  # fmt: skip
    return staff.add(store, NOW, **usual | values)


def add_review(store: Store, child_id: UUID, reference: str = "EXR-0001", **values: Any) -> UUID:
    usual = {
        "reference": reference, "number": 1, "kind": "first", "due_by": date(2026, 12, 15), "planned_for": None,
        "held_on": None, "status": "planned", "late": False, "days_late": 0, "late_reason": "",
        "format": "video", "notes": "",
    }  # fmt: skip
    store.flush()
    return reviews.add(store, children.find(store, child_id), NOW, **usual | values)


def allocate(store: Store, child_id: UUID, staff_id: UUID, since: date = date(2026, 6, 8)) -> UUID:
    store.flush()
    return allocations.allocate(store, NOW, child_id, staff_id, since)

"""Whether what child and IRO agreed about keeping in touch is kept: the next day it is due, and who is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from storage import agreements, allocations, last_contact
from storage.agreements import Agreement
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """One child's agreement today. `last` is the last real contact, None where there was none."""

    agreement: Agreement
    last: datetime | None
    due: date
    late: bool


def of_children(store: Store, child_ids: Iterable[UUID], today: date) -> dict[UUID, Kept]:
    """By child, where something is agreed with the IRO they have; another IRO agrees anew."""
    ids = list(child_ids)
    held = allocations.on(store, today, ids)
    found = {
        child: one
        for child, one in agreements.standing(store, ids).items()
        if child in held and held[child].staff_id == one.iro_id
    }
    last = last_contact.of_children(store, found) if found else {}
    return {child: _kept(one, last[child].at if child in last else None, today) for child, one in found.items()}


def _kept(one: Agreement, last: datetime | None, today: date) -> Kept:
    due = one.due(last)
    assert due is not None, "only what is agreed stands"
    return Kept(one, last, due, due < today)

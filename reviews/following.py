"""The review after the last one held: on record from that day on, so that nobody's due day depends on a file."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from reviews.timetable import next_due
from storage import reviews
from storage.children import Child
from storage.reviews import Review
from storage.store import Store


def reference_of(child: Child, number: int) -> str:
    """What a review is called until the case system's file brings its own reference for it."""
    return f"{child.reference}-{number}"


def follow(store: Store, child: Child, found: Sequence[Review], now: datetime, today: date) -> UUID | None:
    """Put the review to come on record, due by the Regulations, for a child in care who has none; else None.

    `found` are all reviews of the child, of an earlier time in care too: numbers go on, what is due begins anew.
    """
    if not child.in_care(today) or any(review.held_on is None for review in found):
        return None
    due = next_due(child.looked_after_since, [review.held_on for review in found if review.held_on])
    number = max((review.number for review in found), default=0) + 1
    overdue = due.by < today
    return reviews.add(
        store, child, now, reference=reference_of(child, number), number=number, kind=due.kind, due_by=due.by,
        planned_for=None, held_on=None, status="overdue" if overdue else "planned", late=overdue,
        days_late=(today - due.by).days if overdue else 0, late_reason="", format="", notes="",
    )  # fmt: skip

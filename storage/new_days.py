"""The days of reviews that were planned or moved here, until the child has been told."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage.reviews import Review
from storage.store import Store
from storage.tables import new_days
from storage.tables import reviews as of_reviews


@dataclass(frozen=True, slots=True)
class NewDay:
    """A review has another day than the one it `was_for`; None: it was cancelled, and has a day again."""

    id: UUID
    review_id: UUID
    child_id: UUID
    was_for: date | None
    at: datetime


def given(store: Store, review: Review, now: datetime) -> UUID:
    """`review`, as it stood before, has another day now: what the child has not been told yet is told as one."""
    waiting = [one for one in untold(store) if one.review_id == review.id]
    if waiting:
        return waiting[0].id
    return store.add(new_days, now, review_id=review.id, was_for=review.planned_for, told_at=None, at=now)


def untold(store: Store) -> list[NewDay]:
    """What children have not been told yet, oldest first."""
    of_child = sa.and_(of_reviews.c.authority == new_days.c.authority, of_reviews.c.id == new_days.c.review_id)
    query = (
        sa.select(new_days, of_reviews.c.child_id)
        .join(of_reviews, of_child)
        .where(store.here(new_days), new_days.c.told_at.is_(None))
        .order_by(new_days.c.at, new_days.c.id)
    )
    return [NewDay(**{field.name: row[field.name] for field in fields(NewDay)}) for row in store.rows(query)]


def told(store: Store, new_day_id: UUID, now: datetime) -> bool:
    """The child has been told, or there is nothing to tell any more; False when another process did it."""
    return store.change(new_days, new_day_id, where=new_days.c.told_at.is_(None), told_at=now)

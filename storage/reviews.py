"""Reviews of a child's plan: the last one held, the next one to come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.children import Child
from storage.errors import NotFound
from storage.store import Row, Store
from storage.tables import reviews


@dataclass(frozen=True, slots=True)
class Review:
    """One review. `status` is held, planned or overdue; `start_time` is "15:45" or ""."""

    id: UUID
    reference: str
    child_id: UUID
    key_id: UUID
    number: int
    kind: str
    due_by: date
    planned_for: date | None
    start_time: str
    held_on: date | None
    status: str
    late: bool
    days_late: int
    late_reason: str
    participation_code: str | None
    chair_id: UUID | None
    format: str
    notes: str

    @property
    def on(self) -> date:
        """The day it was held, is planned for, or has to be held by."""
        return self.held_on or self.planned_for or self.due_by

    def overdue(self, today: date) -> bool:
        """Not held by the day it had to be (Care Planning Regulations 2010, reg 33)."""
        return self.held_on is None and self.due_by < today


def load(store: Store, review_id: UUID) -> Review:
    """Raises `NotFound`."""
    found = _load(store, reviews.c.id == review_id)
    if not found:
        raise NotFound("There is no such review.")
    return found[0]


def many(store: Store, review_ids: Iterable[UUID]) -> dict[UUID, Review]:
    wanted = list(review_ids)
    return {review.id: review for review in _load(store, reviews.c.id.in_(wanted))} if wanted else {}


def by_reference(store: Store, reference: str) -> Review | None:
    found = _load(store, reviews.c.reference == reference)
    return found[0] if found else None


def of_child(store: Store, child_id: UUID) -> list[Review]:
    """Every review of a child, in the order of their numbers."""
    return _load(store, reviews.c.child_id == child_id)


def next_of(store: Store, child_id: UUID) -> Review | None:
    return next_for(store, [child_id]).get(child_id)


def last_of(store: Store, child_id: UUID) -> Review | None:
    return last_for(store, [child_id]).get(child_id)


def next_for(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Review]:
    """The first review not held yet, by child, in one query."""
    return last_and_next(store, child_ids)[1]


def last_for(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Review]:
    """The last review held, by child, in one query."""
    return last_and_next(store, child_ids)[0]


def last_and_next(store: Store, child_ids: Iterable[UUID]) -> tuple[dict[UUID, Review], dict[UUID, Review]]:
    """The last review held and the first not held yet, each by child, in one query that reads each child's once."""
    wanted = set(child_ids)
    if not wanted:
        return {}, {}
    held, day = reviews.c.held_on.is_not(None), sa.func.coalesce(*(reviews.c[name] for name in _DAYS))
    newest_held = [sa.case((held, column)).desc() for column in (day, reviews.c.number)]
    oldest_open = [sa.case((~held, column)) for column in (day, reviews.c.number)]
    place = sa.func.row_number().over(partition_by=(reviews.c.child_id, held), order_by=[*newest_held, *oldest_open])
    ranked = (
        sa.select(reviews, place.label("place")).where(store.here(reviews), reviews.c.child_id.in_(wanted)).subquery()
    )
    found = _opened(store, store.rows(sa.select(ranked).where(ranked.c.place == 1)))
    return (
        {review.child_id: review for review in found if review.held_on is not None},
        {review.child_id: review for review in found if review.held_on is None},
    )


def planned_between(store: Store, first: date, last: date) -> list[Review]:
    """The reviews planned for one of these days, both counted, and not held yet."""
    planned = reviews.c.planned_for
    return _load(store, sa.and_(reviews.c.held_on.is_(None), planned >= first, planned <= last))


def held_between(store: Store, first: date, last: date) -> list[Review]:
    """The reviews held on one of these days, both counted."""
    return _load(store, sa.and_(reviews.c.held_on >= first, reviews.c.held_on <= last))


def everyone(store: Store) -> list[Review]:
    """Every review of the authority."""
    return _load(store, sa.true())


def add(store: Store, child: Child, now: datetime, **values: Any) -> UUID:
    """Put a new review on record, sealed with the child's key. Values as in `Review`."""
    return store.add(reviews, now, child_id=child.id, key_id=child.key_id, **values)


def change(store: Store, review: Review, **values: Any) -> None:
    """Change what is recorded about a review. Values as in `Review`."""
    store.change(reviews, review.id, sealed_with=review.key_id, **values)


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Review]:
    query = sa.select(reviews).where(store.here(reviews), which).order_by(reviews.c.child_id, reviews.c.number)
    return _opened(store, store.rows(query))


def _opened(store: Store, rows: Sequence[Row]) -> list[Review]:
    return [Review(**{name: row[name] for name in _FIELDS}) for row in store.opened(reviews, rows)]


_DAYS = ("held_on", "planned_for", "due_by")
_FIELDS = tuple(field.name for field in fields(Review))

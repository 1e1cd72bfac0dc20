"""Planned reviews that were cancelled: on the word of the child's own IRO alone, with the reason; the child is told."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage import allocations
from storage.errors import BadData, NotAllowed, OutOfDate
from storage.reviews import Review
from storage.store import Store
from storage.tables import cancellations
from storage.tables import reviews as of_reviews


@dataclass(frozen=True, slots=True)
class Cancellation:
    """A review that was to be on `was_for`; the IRO `staff_id` agreed at `at` for `reason`. `told_at`: the child."""

    id: UUID
    review_id: UUID
    child_id: UUID
    key_id: UUID
    was_for: date
    reason: str
    staff_id: UUID
    told_at: datetime | None
    at: datetime


def cancel(store: Store, review: Review, iro_id: UUID, reason: str, now: datetime, today: date) -> UUID:
    """Take the planned day from a review, with the consent of the child's IRO, who gives it here. It stays due.

    Raises `NotAllowed` for anybody else, `BadData` without a reason or for a review that is held or has no day,
    `OutOfDate` when its day has been changed meanwhile.
    """
    iro = allocations.iro_of(store, review.child_id, today)
    if iro is None or iro.id != iro_id:
        raise NotAllowed("Only the child’s own IRO can agree that a review is cancelled.")
    if review.held_on is not None:
        raise BadData("This review has been held: it cannot be cancelled.")
    if review.planned_for is None:
        raise BadData("This review has no day yet: there is nothing to cancel.")
    if not reason.strip():
        raise BadData("Say why the review is cancelled. It stands on the child’s record.")
    overdue = review.due_by < today
    planned = of_reviews.c.planned_for == review.planned_for
    if not store.change(
        of_reviews, review.id, where=sa.and_(planned, of_reviews.c.held_on.is_(None)), planned_for=None, start_time="",
        status="overdue" if overdue else "planned", late=overdue,
        days_late=(today - review.due_by).days if overdue else 0,
    ):  # fmt: skip
        raise OutOfDate("This review has another day now. Look again.")
    return store.add(
        cancellations, now, review_id=review.id, key_id=review.key_id, was_for=review.planned_for,
        reason=reason.strip(), staff_id=iro_id, told_at=None, at=now,
    )  # fmt: skip


def of_review(store: Store, review_id: UUID) -> list[Cancellation]:
    """Every time a review was cancelled, oldest first."""
    return _load(store, cancellations.c.review_id == review_id)


def everything(store: Store) -> list[Cancellation]:
    """Every cancellation of the authority, oldest first."""
    return _load(store, sa.true())


def untold(store: Store) -> list[Cancellation]:
    """What children have not been told yet, oldest first."""
    return _load(store, cancellations.c.told_at.is_(None))


def told(store: Store, cancellation_id: UUID, now: datetime) -> bool:
    """The child has been told; False when that is on record already (another process told them)."""
    return store.change(cancellations, cancellation_id, where=cancellations.c.told_at.is_(None), told_at=now)


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Cancellation]:
    of_child = sa.and_(
        of_reviews.c.authority == cancellations.c.authority, of_reviews.c.id == cancellations.c.review_id
    )
    query = (
        sa.select(cancellations, of_reviews.c.child_id)
        .join(of_reviews, of_child)
        .where(store.here(cancellations), which)
        .order_by(cancellations.c.at, cancellations.c.id)
    )
    rows = store.opened(cancellations, store.rows(query))
    return [Cancellation(**{field.name: row[field.name] for field in fields(Cancellation)}) for row in rows]

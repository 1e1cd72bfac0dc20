"""The talk an IRO has with a child alone before the review: when, or why there was none."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage.days import london_day
from storage.errors import BadData
from storage.reviews import Review
from storage.store import Store
from storage.tables import private_talks


@dataclass(frozen=True, slots=True)
class PrivateTalk:
    """They spoke alone on `spoke_on`, or (None) did not, and `reason` says why."""

    spoke_on: date | None
    reason: str
    staff_id: UUID
    at: datetime


def keep(
    store: Store, review: Review, staff_id: UUID, now: datetime, *, spoke_on: date | None, reason: str = ""
) -> UUID:  # fmt: skip
    """Write down the talk before `review`, or why there was none. Raises `BadData` for neither."""
    if spoke_on is None and not reason.strip():
        raise BadData("Give the day you spoke alone, or say why you did not.")
    if spoke_on is not None and spoke_on > london_day(now):
        raise BadData("That day is still to come.")
    return store.add(
        private_talks, now, review_id=review.id, key_id=review.key_id, spoke_on=spoke_on, reason=reason,
        staff_id=staff_id, at=now,
    )  # fmt: skip


def of_review(store: Store, review_id: UUID) -> PrivateTalk | None:
    """What was written down last."""
    query = (
        sa.select(private_talks)
        .where(store.here(private_talks), private_talks.c.review_id == review_id)
        .order_by(private_talks.c.at, private_talks.c.id)
    )
    rows = store.opened(private_talks, store.rows(query))
    if not rows:
        return None
    return PrivateTalk(rows[-1]["spoke_on"], rows[-1]["reason"], rows[-1]["staff_id"], rows[-1]["at"])

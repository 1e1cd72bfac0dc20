"""Reviews that somebody asked to have before their time (reg 33(3)): by which day, who asked, and what came of it."""

from dataclasses import dataclass, fields
from datetime import date, datetime, time
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.children import Child
from storage.days import LONDON
from storage.errors import BadData, OutOfDate
from storage.store import Store
from storage.tables import asked_earlier


@dataclass(frozen=True, slots=True)
class AskedEarlier:
    """A review is wanted by `by_day`; `reason` as in `reviews.timetable.EARLIER`. Meant is the next one to be held."""

    id: UUID
    child_id: UUID
    reason: str
    by_day: date
    note: str
    staff_id: UUID
    at: datetime


def ask(
    store: Store, child: Child, staff_id: UUID, reason: str, by_day: date, note: str, now: datetime, today: date
) -> UUID:  # fmt: skip
    """Write down that the next review is wanted by that day. Raises `BadData` for a day that has passed."""
    if by_day < today:
        raise BadData("That day has passed. Choose one that is still to come.")
    audit.record(store, AuditEvent.REVIEW_ASKED_EARLIER, now, staff_id=staff_id, child_id=child.id, detail=reason)
    return store.add(
        asked_earlier, now, child_id=child.id, key_id=child.key_id, reason=reason, by_day=by_day, note=note.strip(),
        staff_id=staff_id, at=now, taken_back_at=None,
    )  # fmt: skip


def take_back(store: Store, asked_id: UUID, now: datetime) -> None:
    """It is not wanted any more. Raises `OutOfDate` when it was taken back before."""
    if not store.change(asked_earlier, asked_id, where=asked_earlier.c.taken_back_at.is_(None), taken_back_at=now):
        raise OutOfDate("This has been taken back already.")


def standing(store: Store, child_id: UUID, since: date | None = None) -> list[AskedEarlier]:
    """What is still wanted of this child's next review, asked since the day of the one before, soonest first."""
    which = [asked_earlier.c.child_id == child_id, asked_earlier.c.taken_back_at.is_(None)]
    if since is not None:
        which.append(asked_earlier.c.at >= datetime.combine(since, time(0), tzinfo=LONDON))
    query = sa.select(asked_earlier).where(store.here(asked_earlier), *which)
    rows = store.opened(asked_earlier, store.rows(query.order_by(asked_earlier.c.by_day, asked_earlier.c.at)))
    return [AskedEarlier(**{field.name: row[field.name] for field in fields(AskedEarlier)}) for row in rows]

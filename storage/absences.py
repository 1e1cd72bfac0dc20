"""Leave and sickness of staff: from when to when, and who wrote it down. Never why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound
from storage.store import Row, Store
from storage.tables import absences

KINDS = ("leave", "sickness", "other")
LONGEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Away:
    """One absence. `ends_at` is the first moment back, None while nobody knows."""

    id: UUID
    staff_id: UUID
    kind: str
    begins_at: datetime
    ends_at: datetime | None
    recorded_at: datetime
    recorded_by: UUID | None


def record(
    store: Store, staff_id: UUID, kind: str, begins_at: datetime, ends_at: datetime | None, by: UUID | None,
    now: datetime,
) -> UUID:  # fmt: skip
    """Write down that somebody is away. Raises `BadData` for what cannot be."""
    if kind not in KINDS:
        raise BadData(f"'{kind}' is no kind of absence: {', '.join(KINDS)}.")
    if ends_at is not None and ends_at <= begins_at:
        raise BadData("The end is not after the beginning.")
    if ends_at is not None and ends_at <= now:
        raise BadData("That time has passed already.")
    if (ends_at or begins_at) - now > LONGEST:
        raise BadData("That is more than three years away. Look at the year again.")
    absence_id = store.add(
        absences, now, staff_id=staff_id, kind=kind, begins_at=begins_at, ends_at=ends_at, recorded_at=now,
        recorded_by=by, cancelled_at=None,
    )  # fmt: skip
    audit.record(store, AuditEvent.STAFF_AWAY_RECORDED, now, staff_id=by, subject_id=staff_id, detail=kind)
    return absence_id


def end(store: Store, absence_id: UUID, by: UUID | None, now: datetime) -> None:
    """They are back now, or will not be away after all. Raises `NotFound`."""
    away = get(store, absence_id)
    if away.begins_at >= now:
        store.change(absences, absence_id, cancelled_at=now)
    else:
        store.change(absences, absence_id, ends_at=now)
    audit.record(store, AuditEvent.STAFF_AWAY_ENDED, now, staff_id=by, subject_id=away.staff_id, detail=away.kind)


def get(store: Store, absence_id: UUID) -> Away:
    """Raises `NotFound`."""
    found = _load(store, absences.c.id == absence_id)
    if not found:
        raise NotFound("There is no such absence.")
    return found[0]


def since(store: Store, now: datetime) -> list[Away]:
    """All that last at `now` or are still to come, the earliest first."""
    return _load(store, sa.or_(absences.c.ends_at.is_(None), absences.c.ends_at > now))


def of(store: Store, staff_ids: Iterable[UUID], now: datetime) -> list[Away]:
    """The same, of these members of staff alone."""
    wanted = set(staff_ids)
    return [away for away in since(store, now) if away.staff_id in wanted]


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Away]:
    query = sa.select(absences).where(store.here(absences), absences.c.cancelled_at.is_(None), which)
    return [_away(row) for row in store.rows(query.order_by(absences.c.begins_at, absences.c.id))]


def _away(row: Row) -> Away:
    return Away(**{name: row[name] for name in Away.__dataclass_fields__})

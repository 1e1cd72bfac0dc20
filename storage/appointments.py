"""Contact between a child and their IRO: times offered, a time agreed, what came of it. Nothing is overwritten.

A time that is moved leaves its row as `moved`, and a new row stands in its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.errors import BadData, NotFound, OutOfDate
from storage.store import Row, Store
from storage.tables import appointments, offered_times, staff

HOW = ("call", "video", "visit", "walk", "before_review", "meet_both", "message", "other")
OUTCOMES = ("held", "missed_by_iro", "missed_by_child", "cancelled")
OFFERED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Appointment:
    """One contact. `starts_at` is None while times are only offered; `outcome_by` None where the child said so."""

    id: UUID
    child_id: UUID
    conversation_id: UUID | None
    key_id: UUID
    staff_id: UUID
    request_id: UUID | None
    how: str
    state: str
    proposed_by: str
    proposed_at: datetime
    agreed_at: datetime | None
    starts_at: datetime | None
    minutes: int
    place: str | None
    alone: str
    moved_from: UUID | None
    reminded_at: datetime | None
    missed_said_at: datetime | None
    asked_at: datetime | None
    outcome_at: datetime | None
    outcome_by: UUID | None
    held_at: datetime | None
    note: str | None

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at + timedelta(minutes=self.minutes) if self.starts_at else None

    @property
    def late_by(self) -> int | None:
        """Whole minutes between the time agreed and when it really began; None where either is not known."""
        if self.starts_at is None or self.held_at is None:
            return None
        return int((self.held_at - self.starts_at).total_seconds() // 60)

    def to_report(self, now: datetime) -> bool:
        """Its time has come and gone, and nobody has said what happened."""
        return self.state == "agreed" and self.starts_at is not None and self.starts_at <= now


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose contact is to be arranged, and how."""

    child_id: UUID
    conversation_id: UUID | None
    key_id: UUID
    staff_id: UUID
    how: str
    minutes: int
    request_id: UUID | None = None
    place: str = ""
    alone: str = ""
    moved_from: UUID | None = None


def offer(store: Store, wanted: Wanted, by: str, times: Sequence[datetime], now: datetime) -> UUID:
    """Somebody (child or iro) offers one to three times. Raises `BadData` for none, too many, or a past one."""
    unique = sorted(set(times))
    if not 1 <= len(unique) <= OFFERED_AT_MOST:
        raise BadData(f"Offer one to {OFFERED_AT_MOST} times.")
    if unique[0] <= now:
        raise BadData("A time that was offered has passed. Choose one that is still to come.")
    appointment_id = _add(store, wanted, now, state="offered", proposed_by=by)
    for at in unique:
        store.add(offered_times, now, appointment_id=appointment_id, starts_at=at)
    return appointment_id


def agree(store: Store, wanted: Wanted, by: str, at: datetime, now: datetime) -> UUID:
    """Both have said yes to a time. Raises `BadData` for a past time, `OutOfDate` when the diary is not free then."""
    _still_free(store, wanted.staff_id, at, wanted.minutes, now)
    return _add(store, wanted, now, state="agreed", proposed_by=by, agreed_at=now, starts_at=at)


def accept(
    store: Store, appointment_id: UUID, at: datetime, now: datetime, *, place: str = "", alone: str = ""
) -> None:
    """One of the times offered is taken. Raises `OutOfDate` when it was answered before or the diary is not free."""
    offered = get(store, appointment_id)
    if at not in times_of(store, [appointment_id]).get(appointment_id, ()):
        raise NotFound("That time was not offered.")
    _still_free(store, offered.staff_id, at, offered.minutes, now)
    changed = store.change(
        appointments, appointment_id, sealed_with=offered.key_id, where=appointments.c.state == "offered",
        state="agreed", agreed_at=now, starts_at=at, place=place or offered.place, alone=alone or offered.alone,
    )  # fmt: skip
    if not changed:
        raise OutOfDate("This has been answered already.")


def supersede(store: Store, appointment_id: UUID, state: str, now: datetime, by: UUID | None) -> None:
    """It does not stand any more: it was moved or cancelled. Raises `OutOfDate` when it was over already."""
    standing = appointments.c.state.in_(("offered", "agreed"))
    if not store.change(appointments, appointment_id, where=standing, state=state, outcome_at=now, outcome_by=by):
        raise OutOfDate("This contact is over already.")


def outcome(
    store: Store, appointment_id: UUID, what: str, by: UUID | None, now: datetime, *, held_at: datetime | None = None,
    minutes: int | None = None, note: str = "",
) -> None:  # fmt: skip
    """What came of it. `by` None: the child said so. Raises `BadData` for what is not over yet."""
    one = get(store, appointment_id)
    if what not in OUTCOMES:
        raise BadData(f"An outcome is {', '.join(OUTCOMES)}; not {what}.")
    began = (held_at or one.starts_at) if what == "held" else None
    if what == "held" and (began is None or began > now):
        raise BadData("That has not happened yet.")
    if what.startswith("missed") and (one.starts_at is None or one.starts_at > now):
        raise BadData("That time is still to come.")
    changed = store.change(
        appointments, appointment_id, sealed_with=one.key_id,
        where=appointments.c.state.in_(("agreed", "missed_by_iro", "missed_by_child")),
        state=what, outcome_at=now, outcome_by=by, held_at=began, minutes=minutes or one.minutes, note=note or one.note,
    )  # fmt: skip
    if not changed:
        raise OutOfDate("What came of this was recorded already.")


def record_held(store: Store, wanted: Wanted, at: datetime, by: UUID, note: str, now: datetime) -> UUID:
    """Contact that was not arranged here: a visit, a call. Raises `BadData` for one that is still to come."""
    if at > now:
        raise BadData("That has not happened yet.")
    return _add(
        store, wanted, now, state="held", proposed_by="iro", starts_at=at, held_at=at, outcome_at=now, outcome_by=by,
        note=note or None,
    )  # fmt: skip


def mark(store: Store, appointment_id: UUID, **moments: Any) -> None:
    """Set reminded_at, asked_at or missed_said_at."""
    store.change(appointments, appointment_id, **moments)


def get(store: Store, appointment_id: UUID) -> Appointment:
    """Raises `NotFound`."""
    found = _load(store, appointments.c.id == appointment_id)
    if not found:
        raise NotFound("There is no such contact.")
    return found[0]


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, list[Appointment]]:
    """By child, all there ever was, oldest first."""
    found: dict[UUID, list[Appointment]] = {}
    for one in _load(store, appointments.c.child_id.in_(list(child_ids))):
        found.setdefault(one.child_id, []).append(one)
    return found


def standing(store: Store, child_id: UUID) -> list[Appointment]:
    """What is offered or agreed for this child and not over, the nearest first."""
    here = sa.and_(appointments.c.child_id == child_id, appointments.c.state.in_(("offered", "agreed")))
    return sorted(_load(store, here), key=lambda one: (one.starts_at is None, one.starts_at or one.proposed_at))


def times_of(store: Store, appointment_ids: Iterable[UUID]) -> dict[UUID, list[datetime]]:
    """By appointment, the times somebody offered, in order."""
    query = (
        sa.select(offered_times.c.appointment_id, offered_times.c.starts_at)
        .where(store.here(offered_times), offered_times.c.appointment_id.in_(list(appointment_ids)))
        .order_by(offered_times.c.starts_at)
    )
    found: dict[UUID, list[datetime]] = {}
    for row in store.rows(query):
        found.setdefault(row["appointment_id"], []).append(row["starts_at"])
    return found


def diary(store: Store, staff_id: UUID, begin: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """When this member of staff is busy with what was agreed, between two moments."""
    return [span for _, span in diary_with_ids(store, staff_id, begin, end)]


def diary_with_ids(
    store: Store, staff_id: UUID, begin: datetime, end: datetime
) -> list[tuple[UUID, tuple[datetime, datetime]]]:
    """The same, each with its appointment."""
    busy = sa.and_(
        appointments.c.staff_id == staff_id, appointments.c.state == "agreed", appointments.c.starts_at < end,
        appointments.c.starts_at > begin - timedelta(days=1),
    )  # fmt: skip
    columns = (appointments.c.id, appointments.c.starts_at, appointments.c.minutes)
    query = sa.select(*columns).where(store.here(appointments), busy).order_by(appointments.c.starts_at)
    spans = [
        (row["id"], (row["starts_at"], row["starts_at"] + timedelta(minutes=row["minutes"])))
        for row in store.rows(query)
    ]
    return [one for one in spans if one[1][1] > begin]


def to_remind(store: Store, now: datetime, before: timedelta) -> list[Appointment]:
    """Agreed, about to begin and not reminded of; locked, so that one worker reminds of each."""
    return _locked(
        store, appointments.c.state == "agreed", appointments.c.reminded_at.is_(None),
        appointments.c.starts_at > now, appointments.c.starts_at <= now + before,
    )  # fmt: skip


def to_ask(store: Store, now: datetime, after: timedelta) -> list[Appointment]:
    """Agreed, long over, nothing recorded, and the child not asked yet; locked."""
    return _locked(
        store, appointments.c.state == "agreed", appointments.c.asked_at.is_(None),
        appointments.c.missed_said_at.is_(None), appointments.c.starts_at <= now - after,
    )  # fmt: skip


def said_missed(store: Store) -> list[Appointment]:
    """Where a child has said that nobody came, and nothing has been recorded or arranged since, oldest first."""
    return _load(store, sa.and_(appointments.c.state == "agreed", appointments.c.missed_said_at.is_not(None)))


def next_reminder(store: Store, now: datetime, before: timedelta) -> datetime | None:
    """When the next reminder is due."""
    query = sa.select(sa.func.min(appointments.c.starts_at).label("at")).where(
        store.here(appointments), appointments.c.state == "agreed", appointments.c.reminded_at.is_(None),
        appointments.c.starts_at > now + before,
    )  # fmt: skip
    row = store.row(query)
    return row["at"] - before if row and row["at"] else None


def _add(store: Store, wanted: Wanted, now: datetime, **values: Any) -> UUID:
    if wanted.how not in HOW:
        raise BadData(f"Contact is {', '.join(HOW)}; not {wanted.how}.")
    row_id = store.add(
        appointments, now, child_id=wanted.child_id, conversation_id=wanted.conversation_id, key_id=wanted.key_id,
        staff_id=wanted.staff_id, request_id=wanted.request_id, how=wanted.how, minutes=wanted.minutes,
        place=wanted.place or None, alone=wanted.alone, moved_from=wanted.moved_from, proposed_at=now, **values,
    )  # fmt: skip
    store.flush()
    return row_id


def lock_diary(store: Store, staff_id: UUID) -> None:
    """Nobody else books this member of staff until the transaction is over."""
    store.flush()
    whose = sa.select(staff.c.id).where(store.here(staff), staff.c.id == staff_id)
    store.connection.execute(whose.with_for_update())


def _still_free(store: Store, staff_id: UUID, at: datetime, minutes: int, now: datetime) -> None:
    """The diary is looked at behind a lock, so that two children never get the same time."""
    if at <= now:
        raise BadData("That time has passed. Choose one that is still to come.")
    lock_diary(store, staff_id)
    if diary(store, staff_id, at, at + timedelta(minutes=minutes)):
        raise OutOfDate("Something else is agreed for that time.")


def _locked(store: Store, *conditions: sa.ColumnElement[bool]) -> list[Appointment]:
    query = sa.select(appointments.c.id).where(store.here(appointments), *conditions)
    store.flush()
    ids = list(store.connection.execute(query.with_for_update(skip_locked=True)).scalars())
    return _load(store, appointments.c.id.in_(ids)) if ids else []


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Appointment]:
    query = sa.select(appointments).where(store.here(appointments), which)
    rows = store.rows(query.order_by(appointments.c.proposed_at, appointments.c.id))
    return [_appointment(row) for row in store.opened(appointments, rows)] if rows else []


def _appointment(row: Row) -> Appointment:
    return Appointment(**{field.name: row[field.name] for field in fields(Appointment)})

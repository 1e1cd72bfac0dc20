"""Concerns: what may be danger to a child, who has it, and its clock. Only a human closes one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.conversations import children_of
from storage.errors import BadData, NotFound, OutOfDate
from storage.messages import give_back, withhold
from storage.store import Row, Store
from storage.tables import concern_events, concerns, exclusions

TO_HEAR = "to_be_heard"
"""The kind of a concern about a voice note or a drawing, which no computer judges."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern. `breached_at` is never cleared; `step` is the rung of the ladder reached."""

    id: UUID
    conversation_id: UUID
    child_id: UUID | None
    key_id: UUID
    level: str
    categories: tuple[str, ...]
    readable: bool
    message_id: UUID
    opened_at: datetime
    clock_from: datetime
    step: int
    next_step_at: datetime | None
    breached_at: datetime | None
    owner_id: UUID | None
    taken_at: datetime | None
    safe_now: str
    state: str
    found_late: bool
    outcome: str
    closed_at: datetime | None
    closed_by: UUID | None

    @property
    def only_to_hear(self) -> bool:
        """Nothing is known to be wrong: somebody has to listen to, or look at, what the child sent."""
        return self.categories == (TO_HEAR,)


@dataclass(frozen=True, slots=True)
class ConcernEvent:
    """One thing that happened to a concern: opened, notified, joined, taken, handed_on, breached, noted, closed, …"""

    at: datetime
    kind: str
    staff_id: UUID | None
    message_id: UUID | None
    note: str | None


def open_concern(
    store: Store, now: datetime, *, conversation_id: UUID, key_id: UUID, message_id: UUID, level: str,
    categories: Sequence[str], readable: bool,
) -> UUID:  # fmt: skip
    """A new concern; who is told, and when the next is, follows from the ladder (`set_clock`)."""
    concern_id = store.add(
        concerns, now, conversation_id=conversation_id, key_id=key_id, level=level, categories=" ".join(categories),
        readable=readable, message_id=message_id, opened_at=now, clock_from=now, step=0, next_step_at=now,
        state="open", safe_now="", outcome="", found_late=False,
    )  # fmt: skip
    event(store, concern_id, key_id, now, "opened", message_id=message_id)
    return concern_id


def event(
    store: Store, concern_id: UUID, key_id: UUID, now: datetime, kind: str, *, staff_id: UUID | None = None,
    message_id: UUID | None = None, note: str | None = None,
) -> None:  # fmt: skip
    """Add to the history of a concern. A message that belongs to it is kept from the adults it is about."""
    store.add(
        concern_events, now, concern_id=concern_id, key_id=key_id, at=now, kind=kind, staff_id=staff_id,
        message_id=message_id, note=note,
    )  # fmt: skip
    if message_id is not None and (about := excluded(store, concern_id)):
        withhold(store, [message_id], about, now)


def open_in(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, Concern]:
    """The newest concern of each conversation that no human has closed yet, by conversation."""
    query = (
        sa.select(concerns)
        .where(
            store.here(concerns),
            concerns.c.conversation_id.in_(list(conversation_ids)),
            concerns.c.state != "closed",
        )
        .order_by(concerns.c.opened_at)
    )
    return {concern.conversation_id: concern for concern in _opened(store, store.rows(query))}


def open_exclusions(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Which adults the open concerns of these conversations are about, by conversation."""
    query = (
        sa.select(concerns.c.conversation_id, exclusions.c.staff_id)
        .join(exclusions, _same(exclusions.c.concern_id, concerns.c.id, exclusions))
        .where(
            store.here(concerns), concerns.c.conversation_id.in_(list(conversation_ids)), concerns.c.state != "closed"
        )
    )
    result: dict[UUID, set[UUID]] = {}
    for row in store.rows(query):
        result.setdefault(row["conversation_id"], set()).add(row["staff_id"])
    return result


def set_clock(
    store: Store, concern_id: UUID, *, step: int, next_step_at: datetime | None, clock_from: datetime | None = None,
    level: str | None = None, breached_at: datetime | None = None,
) -> None:  # fmt: skip
    """Where the concern stands on the ladder. A breach, once set, stays."""
    values: dict[str, Any] = {"step": step, "next_step_at": next_step_at}
    if clock_from is not None:
        values["clock_from"] = clock_from
    if level is not None:
        values["level"] = level
    if breached_at is not None:
        values["breached_at"] = sa.func.coalesce(concerns.c.breached_at, breached_at)
    store.change(concerns, concern_id, **values)


def no_longer_only_to_hear(store: Store, concern_id: UUID, categories: Sequence[str]) -> None:
    """There is more to it than that somebody has to listen."""
    store.change(concerns, concern_id, categories=" ".join(dict.fromkeys((TO_HEAR, *categories))))


def hurry(store: Store, concern_id: UUID, now: datetime, up_to: int) -> None:
    """Nobody of the last rung could be told: the next one, before rung `up_to`, is due now. No breach comes of it."""
    later = sa.and_(concerns.c.state == "open", concerns.c.next_step_at > now, concerns.c.step < up_to)
    store.change(concerns, concern_id, where=later, next_step_at=now)


def set_safe_now(store: Store, concern_id: UUID, value: str) -> None:
    """What the child said to "Are you safe right now?": yes, no or not_sure."""
    store.change(concerns, concern_id, safe_now=value)


def due(store: Store, now: datetime, limit: int = 50) -> list[Concern]:
    """Concerns that nobody has taken and whose next rung is due, locked so that one worker moves each."""
    query = (
        sa.select(concerns)
        .where(store.here(concerns), concerns.c.state == "open", concerns.c.next_step_at <= now)
        .order_by(concerns.c.next_step_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return _opened(store, store.rows(query))


def next_due(store: Store) -> datetime | None:
    """When the next rung of any concern is due."""
    query = sa.select(concerns.c.next_step_at).where(
        store.here(concerns), concerns.c.state == "open", concerns.c.next_step_at.is_not(None)
    )
    row = store.row(query.order_by(concerns.c.next_step_at))
    return row["next_step_at"] if row else None


def of_conversation(store: Store, conversation_id: UUID) -> list[Concern]:
    """Every concern of a conversation, oldest first, closed ones as well."""
    query = sa.select(concerns).where(store.here(concerns), concerns.c.conversation_id == conversation_id)
    return _opened(store, store.rows(query.order_by(concerns.c.opened_at)))


def queue(store: Store, reader: UUID) -> list[Concern]:
    """What stands open, urgent first and oldest first; never what is about the reader."""
    query = sa.select(concerns).where(store.here(concerns), concerns.c.state != "closed", _not_about(store, reader))
    found = _opened(store, store.rows(query))
    return sorted(found, key=lambda c: (c.level != "urgent", c.state != "open", c.opened_at))


def closed(store: Store, reader: UUID, since: datetime) -> list[Concern]:
    """What humans have closed since, the newest first; never what is about the reader."""
    query = (
        sa.select(concerns)
        .where(store.here(concerns), concerns.c.closed_at >= since, _not_about(store, reader))
        .order_by(concerns.c.closed_at.desc())
    )
    return _opened(store, store.rows(query))


def breaches(store: Store, reader: UUID) -> int:
    """How many clocks were ever breached, of the concerns this reader may know of. Never goes down."""
    query = sa.select(sa.func.count()).where(
        store.here(concerns), concerns.c.breached_at.is_not(None), _not_about(store, reader)
    )
    return int(store.connection.execute(query).scalar_one())


def get(store: Store, concern_id: UUID, reader: UUID) -> Concern:
    """Raises `NotFound` when there is none, and just so when it is about the reader."""
    query = sa.select(concerns).where(store.here(concerns), concerns.c.id == concern_id, _not_about(store, reader))
    found = _opened(store, store.rows(query))
    if not found:
        raise NotFound("There is no such concern.")
    return found[0]


def events(store: Store, concern_id: UUID) -> list[ConcernEvent]:
    """The history, oldest first."""
    query = (
        sa.select(concern_events)
        .where(store.here(concern_events), concern_events.c.concern_id == concern_id)
        .order_by(concern_events.c.at, concern_events.c.id)
    )
    names = ("at", "kind", "staff_id", "message_id", "note")
    return [ConcernEvent(*(row[name] for name in names)) for row in store.opened(concern_events, store.rows(query))]


def take(store: Store, concern_id: UUID, staff_id: UUID, now: datetime) -> None:
    """The concern has an owner and the ladder stops. Raises `OutOfDate` when somebody else was faster."""
    concern = get(store, concern_id, staff_id)
    taken = store.change(
        concerns, concern_id, where=concerns.c.state == "open", state="taken", owner_id=staff_id, taken_at=now,
        next_step_at=None,
    )  # fmt: skip
    if not taken:
        raise OutOfDate("Somebody else has taken this concern.")
    event(store, concern_id, concern.key_id, now, "taken", staff_id=staff_id)


def hand_on(store: Store, concern_id: UUID, staff_id: UUID, to_staff_id: UUID, note: str, now: datetime) -> None:
    """The owner gives it to a colleague; it is never without an owner on the way."""
    concern = get(store, concern_id, staff_id)
    if to_staff_id in excluded(store, concern_id):
        raise BadData("This concern is about that colleague. Choose somebody else.")
    if not store.change(concerns, concern_id, where=concerns.c.state == "taken", owner_id=to_staff_id):
        raise OutOfDate("Take the concern first; then you can hand it on.")
    event(store, concern_id, concern.key_id, now, "handed_on", staff_id=to_staff_id, note=note)


def note(store: Store, concern_id: UUID, staff_id: UUID, text: str, now: datetime) -> None:
    """What a human did or found out."""
    if not text.strip():
        raise BadData("Write the note first.")
    event(store, concern_id, get(store, concern_id, staff_id).key_id, now, "noted", staff_id=staff_id, note=text)


def close(store: Store, concern_id: UUID, staff_id: UUID, outcome: str, done: str, now: datetime) -> Concern:
    """The last step of `storage.outcomes.close`, which alone may call it. Raises `OutOfDate` when not taken."""
    concern = get(store, concern_id, staff_id)
    closed_now = store.change(
        concerns, concern_id, where=concerns.c.state == "taken", state="closed", outcome=outcome, closed_at=now,
        closed_by=staff_id, next_step_at=None,
    )  # fmt: skip
    if not closed_now:
        raise OutOfDate("Take the concern first; then you can close it.")
    event(store, concern_id, concern.key_id, now, "closed", staff_id=staff_id, note=done)
    return concern


def excluded(store: Store, concern_id: UUID) -> set[UUID]:
    """The adults this concern is about."""
    query = sa.select(exclusions.c.staff_id).where(store.here(exclusions), exclusions.c.concern_id == concern_id)
    return {row["staff_id"] for row in store.rows(query)}


def exclude(store: Store, concern_id: UUID, staff_id: UUID, by: UUID | None, now: datetime) -> None:
    """The concern is about this adult: from now on they see nothing of it, nor the messages that belong to it."""
    if staff_id in excluded(store, concern_id):
        return
    query = sa.select(concerns).where(store.here(concerns), concerns.c.id == concern_id)
    concern = _opened(store, store.rows(query))[0]
    store.add(exclusions, now, concern_id=concern_id, staff_id=staff_id)
    event(store, concern_id, concern.key_id, now, "excluded", staff_id=staff_id)
    audit.record(store, AuditEvent.CONCERN_EXCLUDED, now, staff_id=by, subject_id=concern_id, detail=str(staff_id))
    if concern.owner_id == staff_id and concern.state == "taken":
        store.change(concerns, concern_id, state="open", owner_id=None, taken_at=None, next_step_at=now)
    withhold(store, [e.message_id for e in events(store, concern_id) if e.message_id], [staff_id], now)


def let_back(store: Store, concern_id: UUID, staff_id: UUID, by: UUID, reason: str, now: datetime) -> None:
    """A manager has found that the concern is not about this adult. What else keeps a message from them stays.

    Raises `BadData` without a reason, `NotFound` when the adult was not excluded or the manager may not see it.
    """
    if not reason.strip():
        raise BadData("Say why the concern is not about them. It is kept.")
    concern = get(store, concern_id, by)
    if staff_id not in excluded(store, concern_id):
        raise NotFound("They are not kept from this concern.")
    mine = [e.message_id for e in events(store, concern_id) if e.message_id]
    store.flush()
    store.connection.execute(
        sa.delete(exclusions).where(
            store.here(exclusions), exclusions.c.concern_id == concern_id, exclusions.c.staff_id == staff_id
        )
    )
    give_back(store, mine, staff_id)
    event(store, concern_id, concern.key_id, now, "let_back", staff_id=staff_id, note=reason)
    audit.record(store, AuditEvent.CONCERN_LET_BACK, now, staff_id=by, subject_id=concern_id, detail=str(staff_id))


def found_late(store: Store, concern_id: UUID, message_id: UUID, now: datetime, *, opened_by_it: bool) -> None:
    """An earlier screen let these words pass. The mark stays on a concern that was opened for them."""
    if opened_by_it:
        store.change(concerns, concern_id, found_late=True)
    key_id = store.rows(sa.select(concerns.c.key_id).where(store.here(concerns), concerns.c.id == concern_id))[0]
    event(store, concern_id, key_id["key_id"], now, "found_late", message_id=message_id)
    audit.record(store, AuditEvent.CONCERN_FOUND_LATE, now, subject_id=concern_id)


def about_reader(store: Store, reader: UUID) -> sa.Select[tuple[UUID]]:
    """The ids of the concerns that are about this adult, to keep out of whatever they read."""
    return sa.select(exclusions.c.concern_id).where(store.here(exclusions), exclusions.c.staff_id == reader)


def about(store: Store, reader: UUID) -> set[UUID]:
    """The concerns that are about this adult."""
    return {row["concern_id"] for row in store.rows(about_reader(store, reader))}


def _not_about(store: Store, reader: UUID) -> sa.ColumnElement[bool]:
    return concerns.c.id.not_in(about_reader(store, reader))


def _same(left: sa.Column[Any], right: sa.Column[Any], table: sa.Table) -> sa.ColumnElement[bool]:
    return sa.and_(left == right, table.c.authority == concerns.c.authority)


def _opened(store: Store, rows: Sequence[Row]) -> list[Concern]:
    if not rows:
        return []
    children = children_of(store, {row["conversation_id"] for row in rows})
    names = [name for name in Concern.__dataclass_fields__ if name != "child_id"]
    found = []
    for row in store.opened(concerns, rows):
        fields = {name: row[name] for name in names} | {"categories": tuple(row["categories"].split())}
        found.append(Concern(child_id=children.get(row["conversation_id"]), **fields))
    return found

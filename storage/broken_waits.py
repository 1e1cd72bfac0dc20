"""Waits that lasted longer than a child was promised: who has been told, and what the child was told of it.

A row is made when the promise breaks and is never taken away; it ends with a real reply or a contact that was held.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import broken_waits, conversations

HOW_IT_ENDS = ("reply", "held", "taken_back")


@dataclass(frozen=True, slots=True)
class BrokenWait:
    """One wait. `step` 1: whoever stands in has been told, 2: the manager; `told_staff_id` was told last."""

    id: UUID
    conversation_id: UUID
    since: datetime
    promised_by: date
    broken_at: datetime
    step: int
    stepped_on: date
    first_told_id: UUID | None
    told_staff_id: UUID | None
    child_told_step: int
    ended_at: datetime | None
    ended_by: UUID | None
    ended_how: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A child who has had no human answer since."""

    conversation_id: UUID
    child_id: UUID
    since: datetime


def waiting(store: Store) -> list[Waiting]:
    """Every child whose clock runs, the longest first."""
    query = (
        sa.select(conversations.c.id, conversations.c.child_id, conversations.c.waiting_since)
        .where(
            store.here(conversations), conversations.c.waiting_since.is_not(None), conversations.c.child_id.is_not(None)
        )
        .order_by(conversations.c.waiting_since, conversations.c.id)
    )
    return [Waiting(row["id"], row["child_id"], row["waiting_since"]) for row in store.rows(query)]


def open_ones(store: Store, conversation_ids: Iterable[UUID] | None = None) -> dict[UUID, BrokenWait]:
    """By conversation, the broken wait that still lasts."""
    which = [broken_waits.c.ended_at.is_(None)]
    if conversation_ids is not None:
        which.append(broken_waits.c.conversation_id.in_(list(conversation_ids)))
    return {one.conversation_id: one for one in _load(store, *which)}


def of_conversation(store: Store, conversation_id: UUID) -> list[BrokenWait]:
    """All there ever were, oldest first."""
    return _load(store, broken_waits.c.conversation_id == conversation_id)


def since(store: Store, day: date) -> list[BrokenWait]:
    """Those that broke on that day or later, and those that still last, oldest first."""
    return _load(store, sa.or_(broken_waits.c.stepped_on >= day, broken_waits.c.ended_at.is_(None)))


def told_of(store: Store, staff_id: UUID) -> list[BrokenWait]:
    """Those that still last and of which this member of staff was told."""
    told = sa.or_(broken_waits.c.first_told_id == staff_id, broken_waits.c.told_staff_id == staff_id)
    return _load(store, broken_waits.c.ended_at.is_(None), told)


def break_promise(
    store: Store, one: Waiting, promised_by: date, told: UUID | None, today: date, now: datetime, *,
    child_told: bool = False,
) -> UUID:  # fmt: skip
    """The promised day has passed: whoever stands in is told."""
    return store.add(
        broken_waits, now, conversation_id=one.conversation_id, since=one.since, promised_by=promised_by,
        broken_at=now, step=1, stepped_on=today, first_told_id=told, told_staff_id=told,
        child_told_step=int(child_told),
    )  # fmt: skip


def climb(store: Store, wait: BrokenWait, told: UUID | None, today: date, *, silently: bool = False) -> None:
    """Still nobody: the manager is told. `silently`: there is nobody new to tell, so the child hears nothing new."""
    heard = wait.step + 1 if silently else wait.child_told_step
    values = {"step": wait.step + 1, "stepped_on": today, "told_staff_id": told, "child_told_step": heard}
    store.change(broken_waits, wait.id, sealed_with=None, where=None, **values)


def child_told(store: Store, wait: BrokenWait) -> None:
    """The child knows who has been told."""
    store.change(broken_waits, wait.id, child_told_step=wait.step)


def end(store: Store, conversation_id: UUID, by: UUID | None, how: str, now: datetime) -> None:
    """A human has answered, or the contact was held. What was broken stays on record."""
    store.flush()
    store.connection.execute(
        sa.update(broken_waits)
        .where(
            store.here(broken_waits), broken_waits.c.conversation_id == conversation_id,
            broken_waits.c.ended_at.is_(None),
        )
        .values(ended_at=now, ended_by=by, ended_how=how)
    )  # fmt: skip


def _load(store: Store, *which: sa.ColumnElement[bool]) -> list[BrokenWait]:
    query = sa.select(*(broken_waits.c[field.name] for field in fields(BrokenWait)))
    query = query.where(store.here(broken_waits), *which).order_by(broken_waits.c.broken_at, broken_waits.c.id)
    rows: Sequence[object] = store.rows(query)
    return [BrokenWait(**row) for row in rows]  # type: ignore[arg-type]

"""Challenges: what an IRO takes up with the authority for a child, rung by rung, until it is put right or not."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.children import Child
from storage.errors import BadData, NotFound
from storage.store import Store
from storage.tables import challenge_steps, challenges

TOPICS = (
    "home", "siblings", "family", "transport", "school", "health", "plan", "advocate", "timeliness", "other",
)  # fmt: skip
RESULTS = ("put_right", "partly", "not_put_right", "withdrawn")


@dataclass(frozen=True, slots=True)
class Challenge:
    """One challenge. `stage` is the rung it stands on and `due_on` by when that rung answers; `result` once closed.

    `rights_told_at` is when the child heard of advocates and complaints: due when it becomes formal.
    """

    id: UUID
    child_id: UUID
    key_id: UUID
    decision_id: UUID | None
    topic: str
    issue: str
    stage: str
    due_on: date
    state: str
    result: str
    outcome: str | None
    rights_told_at: datetime | None
    opened_at: datetime
    closed_at: datetime | None
    staff_id: UUID


@dataclass(frozen=True, slots=True)
class Step:
    """A rung that was taken, or word of one (cafcass may come at any time): who, when, what, answered by when."""

    id: UUID
    challenge_id: UUID
    stage: str
    note: str
    due_on: date
    staff_id: UUID
    at: datetime


def start(
    store: Store, child: Child, staff_id: UUID, now: datetime, *, topic: str, issue: str, stage: str, due_on: date,
    decision_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """Take something up for a child, at its first rung. Raises `BadData` without a topic or what it is about."""
    if topic not in TOPICS:
        raise BadData("Choose what it is about.")
    if not issue.strip():
        raise BadData("Write what you challenge.")
    challenge_id = store.add(
        challenges, now, child_id=child.id, key_id=child.key_id, decision_id=decision_id, topic=topic, issue=issue,
        stage=stage, due_on=due_on, state="open", result="", outcome=None, opened_at=now, staff_id=staff_id,
    )  # fmt: skip
    _add_step(store, load(store, challenge_id), staff_id, now, stage=stage, note=issue, due_on=due_on)
    return challenge_id


def note(
    store: Store, challenge: Challenge, staff_id: UUID, now: datetime, *, stage: str, note: str, due_on: date
) -> None:  # fmt: skip
    """Write down a step at `stage`. Raises `BadData` for an empty note or a closed challenge."""
    _must_be_open(challenge)
    if not note.strip():
        raise BadData("Write what you did and what was said.")
    _add_step(store, challenge, staff_id, now, stage=stage, note=note, due_on=due_on)


def climb(store: Store, challenge: Challenge, stage: str, due_on: date) -> None:
    """It stands on another rung now, which answers by `due_on`."""
    _must_be_open(challenge)
    store.change(challenges, challenge.id, stage=stage, due_on=due_on)


def rights_told(store: Store, challenge: Challenge, now: datetime) -> None:
    """The child has been told of advocates and complaints."""
    store.change(challenges, challenge.id, rights_told_at=now)


def close(store: Store, challenge: Challenge, now: datetime, *, result: str, outcome: str) -> None:
    """Say how it ended. Raises `BadData` without a result or an outcome, or when it is closed already."""
    _must_be_open(challenge)
    if result not in RESULTS:
        raise BadData("Say how it ended.")
    if not outcome.strip():
        raise BadData("Write what came of it.")
    store.change(
        challenges, challenge.id, sealed_with=challenge.key_id, state="closed", result=result, outcome=outcome,
        closed_at=now,
    )  # fmt: skip


def load(store: Store, challenge_id: UUID) -> Challenge:
    """Raises `NotFound`."""
    found = _load(store, challenges.c.id == challenge_id)
    if not found:
        raise NotFound("There is no such challenge.")
    return found[0]


def of_children(store: Store, child_ids: Iterable[UUID]) -> list[Challenge]:
    """The challenges for these children, the newest first."""
    wanted = list(child_ids)
    return _load(store, challenges.c.child_id.in_(wanted)) if wanted else []


def everyone(store: Store) -> list[Challenge]:
    """Every challenge of the authority, the newest first."""
    return _load(store, sa.true())


def steps_of(store: Store, challenge_ids: Iterable[UUID]) -> dict[UUID, list[Step]]:
    """The steps of each challenge, oldest first."""
    wanted = list(challenge_ids)
    query = (
        sa.select(challenge_steps)
        .where(store.here(challenge_steps), challenge_steps.c.challenge_id.in_(wanted))
        .order_by(challenge_steps.c.at, challenge_steps.c.id)
    )
    found: dict[UUID, list[Step]] = {}
    for row in store.opened(challenge_steps, store.rows(query)) if wanted else ():
        one = Step(**{field.name: row[field.name] for field in fields(Step)})
        found.setdefault(one.challenge_id, []).append(one)
    return found


def _must_be_open(challenge: Challenge) -> None:
    if challenge.state != "open":
        raise BadData("It is closed already.")


def _add_step(store: Store, challenge: Challenge, staff_id: UUID, now: datetime, **values: Any) -> None:
    store.add(
        challenge_steps, now, challenge_id=challenge.id, key_id=challenge.key_id, staff_id=staff_id, at=now, **values
    )


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Challenge]:
    query = sa.select(challenges).where(store.here(challenges), which).order_by(challenges.c.opened_at.desc())
    rows = store.opened(challenges, store.rows(query))
    return [Challenge(**{field.name: row[field.name] for field in fields(Challenge)}) for row in rows]

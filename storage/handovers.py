"""Taken concerns whose owner is not there any more: who had it, since when, and how often others were told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import concern_events, concerns, handovers

WORK = ("taken", "handed_on", "noted", "wrote", "kept")
"""What an owner does to a concern that shows they are on it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A taken concern, by whom, and when they last did something for it."""

    concern_id: UUID
    key_id: UUID
    level: str
    owner_id: UUID
    last_did: datetime


@dataclass(frozen=True, slots=True)
class Handover:
    """One that waits to be taken over."""

    id: UUID
    concern_id: UUID
    owner_id: UUID
    since: datetime
    step: int
    next_at: datetime


def held(store: Store, owner_id: UUID | None = None, *, lock: bool = False) -> list[Held]:
    """Every taken concern, or those of one owner. `lock`: one worker at a time decides about them."""
    query = sa.select(concerns).where(
        store.here(concerns), concerns.c.state == "taken", concerns.c.owner_id.is_not(None)
    )
    if owner_id is not None:
        query = query.where(concerns.c.owner_id == owner_id)
    query = query.order_by(concerns.c.taken_at, concerns.c.id)
    rows = store.rows(query.with_for_update() if lock else query)
    did = _last_did(store, [row["id"] for row in rows])
    return [
        Held(row["id"], row["key_id"], row["level"], row["owner_id"],
             max(did.get((row["id"], row["owner_id"]), row["taken_at"]), row["taken_at"]))
        for row in rows
    ]  # fmt: skip


def waiting(store: Store) -> list[Handover]:
    """Those that wait, the longest first."""
    query = (
        sa.select(handovers).where(store.here(handovers), handovers.c.ended_at.is_(None)).order_by(handovers.c.since)
    )
    return [Handover(**{n: row[n] for n in Handover.__dataclass_fields__}) for row in store.rows(query)]


def begin(store: Store, one: Held, since: datetime, now: datetime) -> Handover:
    """The owner has gone."""
    handover_id = store.add(
        handovers, now, concern_id=one.concern_id, owner_id=one.owner_id, since=since, step=0, next_at=now,
        ended_at=None,
    )  # fmt: skip
    store.flush()
    return Handover(handover_id, one.concern_id, one.owner_id, since, 0, now)


def told(store: Store, handover: Handover, next_at: datetime) -> None:
    store.change(handovers, handover.id, step=handover.step + 1, next_at=next_at)


def end(store: Store, handover_id: UUID, now: datetime) -> None:
    store.change(handovers, handover_id, ended_at=now)


def _last_did(store: Store, concern_ids: Sequence[UUID]) -> dict[tuple[UUID, UUID], datetime]:
    if not concern_ids:
        return {}
    query = (
        sa.select(concern_events.c.concern_id, concern_events.c.staff_id, sa.func.max(concern_events.c.at).label("at"))
        .where(
            store.here(concern_events), concern_events.c.concern_id.in_(list(concern_ids)),
            concern_events.c.kind.in_(WORK), concern_events.c.staff_id.is_not(None),
        )
        .group_by(concern_events.c.concern_id, concern_events.c.staff_id)
    )  # fmt: skip
    return {(row["concern_id"], row["staff_id"]): row["at"] for row in store.rows(query)}

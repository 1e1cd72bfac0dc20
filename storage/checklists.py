"""Steps of a check-list that a human has done for a concern: who and when, and that it was taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import ticks


@dataclass(frozen=True, slots=True)
class Tick:
    """A step that is done."""

    step: str
    staff_id: UUID
    at: datetime


def tick(store: Store, concern_id: UUID, step: str, staff_id: UUID, now: datetime, *, done: bool = True) -> None:
    """A step is done, or is not done after all. Nothing is overwritten: the last word counts."""
    store.add(ticks, now, concern_id=concern_id, step=step, done=done, staff_id=staff_id, at=now)


def done_for(store: Store, concern_id: UUID) -> Mapping[str, Tick]:
    """The steps that are done now, by name."""
    query = (
        sa.select(ticks.c.step, ticks.c.done, ticks.c.staff_id, ticks.c.at)
        .where(store.here(ticks), ticks.c.concern_id == concern_id)
        .order_by(ticks.c.at, ticks.c.id)
    )
    last = {row["step"]: row for row in store.rows(query)}
    return {step: Tick(step, row["staff_id"], row["at"]) for step, row in last.items() if row["done"]}

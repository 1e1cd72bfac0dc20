"""When a child is with their family or somewhere else every week: nobody speaks to them first then."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, time
from uuid import UUID

import sqlalchemy as sa

from storage.days import LONDON
from storage.errors import BadData
from storage.store import Store
from storage.tables import busy_times

WHY = ("family_time", "therapy", "club", "other")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class BusyTime:
    """Every week on `weekday` (0 is Monday) from `starts` to `ends`, "16:00", by the clock in London."""

    id: UUID
    child_id: UUID
    weekday: int
    starts: str
    ends: str
    why: str

    def covers(self, moment: datetime) -> bool:
        here = moment.astimezone(LONDON)
        now = here.time()
        return here.weekday() == self.weekday and time.fromisoformat(self.starts) <= now < time.fromisoformat(self.ends)


def keep(
    store: Store, child_id: UUID, staff_id: UUID, weekday: int, starts: str, ends: str, why: str, now: datetime
) -> UUID:  # fmt: skip
    """Write one down. Raises `BadData` for what is no time."""
    if weekday not in range(7) or why not in WHY:
        raise BadData("Choose a day of the week, and what the child does then.")
    if not (_CLOCK.fullmatch(starts) and _CLOCK.fullmatch(ends)):
        raise BadData("Give both times like 16:00.")
    if starts >= ends:
        raise BadData("It ends before it starts. Look at the times again.")
    return store.add(
        busy_times, now, child_id=child_id, weekday=weekday, starts=starts, ends=ends, why=why, staff_id=staff_id,
        at=now,
    )  # fmt: skip


def remove(store: Store, child_id: UUID, busy_id: UUID) -> None:
    """It is not so any more. One that is gone already is left alone."""
    store.flush()
    which = (store.here(busy_times), busy_times.c.child_id == child_id, busy_times.c.id == busy_id)
    store.connection.execute(sa.delete(busy_times).where(*which))


def of_child(store: Store, child_id: UUID) -> list[BusyTime]:
    """In the order of the week."""
    return of_children(store, [child_id]).get(child_id, [])


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, list[BusyTime]]:
    query = (
        sa.select(busy_times)
        .where(store.here(busy_times), busy_times.c.child_id.in_(list(child_ids)))
        .order_by(busy_times.c.weekday, busy_times.c.starts, busy_times.c.id)
    )
    found: dict[UUID, list[BusyTime]] = {}
    for row in store.rows(query):
        found.setdefault(row["child_id"], []).append(
            BusyTime(**{field.name: row[field.name] for field in fields(BusyTime)})
        )
    return found

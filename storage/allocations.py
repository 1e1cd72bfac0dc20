"""Which IRO has which child, now, before and next. Only what is written down counts: nothing follows by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage import staff
from storage.staff import Staff
from storage.store import Store
from storage.tables import allocations


@dataclass(frozen=True, slots=True)
class Allocation:
    """One IRO for one child from the day `since` to the day `until`, both counted; until None: open."""

    id: UUID
    child_id: UUID
    staff_id: UUID
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


def iro_of(store: Store, child_id: UUID, today: date) -> Staff | None:
    """The IRO the child has today."""
    return _the_iro(store, [a for a in history(store, child_id) if a.holds_on(today)])


def iro_before(store: Store, child_id: UUID, today: date) -> Staff | None:
    """The last other IRO the child had."""
    past = history(store, child_id)
    now = {a.staff_id for a in past if a.holds_on(today)}
    return _the_iro(store, [a for a in past if a.until and a.until < today and a.staff_id not in now])


def iro_next(store: Store, child_id: UUID, today: date) -> Staff | None:
    """The IRO who comes after, when that is already decided."""
    return _the_iro(store, [a for a in history(store, child_id) if a.since > today][:1])


def on(store: Store, day: date, child_ids: Iterable[UUID] | None = None) -> dict[UUID, Allocation]:
    """Who has each child on that day, by child, in one query: all children, or these."""
    holds = sa.and_(allocations.c.since <= day, sa.or_(allocations.c.until.is_(None), allocations.c.until >= day))
    if child_ids is not None:
        holds = sa.and_(holds, allocations.c.child_id.in_(set(child_ids)))
    return {a.child_id: a for a in _load(store, holds)}


def children_of(store: Store, staff_id: UUID, day: date) -> list[UUID]:
    """The ids of the children an IRO has on that day."""
    return [child_id for child_id, a in on(store, day).items() if a.staff_id == staff_id]


def history(store: Store, child_id: UUID) -> list[Allocation]:
    """Every IRO the child had, has or will have, oldest first."""
    return _load(store, allocations.c.child_id == child_id)


def every(store: Store) -> list[Allocation]:
    return _load(store, sa.true())


def allocate(store: Store, now: datetime, child_id: UUID, staff_id: UUID, since: date) -> UUID:
    """Give the child this IRO from the day `since`; whoever had the child until then stops the day before.

    What was arranged for that day or later never comes about, and goes.
    """
    for held in history(store, child_id):
        if held.since >= since:
            gone = sa.delete(allocations).where(store.here(allocations), allocations.c.id == held.id)
            store.connection.execute(gone)
        elif held.until is None or held.until >= since:
            store.change(allocations, held.id, until=since - timedelta(days=1))
    return store.add(allocations, now, child_id=child_id, staff_id=staff_id, since=since)


def take_back(store: Store, child_id: UUID, since: date) -> None:
    """What was arranged from that day does not come about: whoever had the child until then goes on."""
    for held in history(store, child_id):
        if held.since >= since:
            store.connection.execute(sa.delete(allocations).where(store.here(allocations), allocations.c.id == held.id))
        elif held.until == since - timedelta(days=1):
            store.change(allocations, held.id, until=None)


def _the_iro(store: Store, found: list[Allocation]) -> Staff | None:
    return staff.find(store, found[-1].staff_id) if found else None


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Allocation]:
    query = sa.select(allocations).where(store.here(allocations), which).order_by(allocations.c.since, allocations.c.id)
    return [
        Allocation(row["id"], row["child_id"], row["staff_id"], row["since"], row["until"]) for row in store.rows(query)
    ]


def around(
    store: Store, child_ids: Iterable[UUID], today: date
) -> tuple[dict[UUID, UUID], dict[UUID, UUID], dict[UUID, UUID]]:
    """The IRO before, now and next of each child, by child, in one query; before is never the one now."""
    before: dict[UUID, UUID] = {}
    now: dict[UUID, UUID] = {}
    coming: dict[UUID, UUID] = {}
    for allocation in _load(store, allocations.c.child_id.in_(set(child_ids))):
        if allocation.holds_on(today):
            now[allocation.child_id] = allocation.staff_id
        elif allocation.since > today:
            coming.setdefault(allocation.child_id, allocation.staff_id)
        else:
            before[allocation.child_id] = allocation.staff_id
    return {child: i for child, i in before.items() if now.get(child) != i}, now, coming

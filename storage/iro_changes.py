"""A change of IRO on its way: planned by the manager, told to the child, a goodbye, and an introduction."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage import allocations, audit, staff
from storage.audit import AuditEvent
from storage.children import Child
from storage.errors import BadData, NotFound, OutOfDate
from storage.store import Row, Store
from storage.tables import iro_changes

HOW = ("in_person", "message")


@dataclass(frozen=True, slots=True)
class Change:
    """One child's change from `old_id` (None: nobody) to `new_id` on `from_day`, the new one's first.

    `how` is what was planned, `introduced_how` what came of it. `meet_with` says in words who brings them together.
    """

    id: UUID
    child_id: UUID
    key_id: UUID
    old_id: UUID | None
    new_id: UUID
    from_day: date
    how: str
    meet_on: date | None
    meet_with: str
    planned_at: datetime
    planned_by: UUID | None
    told_at: datetime | None
    goodbye_at: datetime | None
    introduced_how: str
    introduced_on: date | None
    introduced_at: datetime | None
    urged_at: datetime | None
    withdrawn_at: datetime | None


def plan(
    store: Store, child: Child, new_id: UUID, from_day: date, by: UUID | None, now: datetime, today: date, *,
    how: str = "message", meet_on: date | None = None, meet_with: str = "",
) -> UUID:  # fmt: skip
    """Arrange the new IRO from that day, instead of any change that was planned before.

    Raises `BadData` for a day that has passed, the IRO the child has already, or somebody who is not there then.
    """
    _must_make_sense(store, child, new_id, from_day, today, how, meet_on)
    old = allocations.iro_of(store, child.id, today)
    for before in of_child(store, child.id):
        if before.from_day > today or before.introduced_at is None:
            store.change(iro_changes, before.id, withdrawn_at=now)
    allocations.allocate(store, now, child.id, new_id, from_day)
    change_id = store.add(
        iro_changes, now, child_id=child.id, key_id=child.key_id, old_id=old.id if old else None, new_id=new_id,
        from_day=from_day, how=how, meet_on=meet_on if how == "in_person" else None,
        meet_with=meet_with if how == "in_person" else "", planned_at=now, planned_by=by,
    )  # fmt: skip
    audit.record(store, AuditEvent.IRO_CHANGE_PLANNED, now, staff_id=by, child_id=child.id, subject_id=new_id)
    return change_id


def withdraw(store: Store, change: Change, by: UUID | None, now: datetime, today: date) -> None:
    """It does not come about. Raises `BadData` once it has begun."""
    if change.from_day <= today:
        raise BadData("It has begun already. Plan another change instead.")
    store.change(iro_changes, change.id, withdrawn_at=now)
    allocations.take_back(store, change.child_id, change.from_day)
    audit.record(
        store, AuditEvent.IRO_CHANGE_WITHDRAWN, now, staff_id=by, child_id=change.child_id, subject_id=change.new_id
    )


def of_child(store: Store, child_id: UUID) -> list[Change]:
    """Those that were not withdrawn, oldest first."""
    return _load(store, iro_changes.c.child_id == child_id)


def get(store: Store, change_id: UUID) -> Change:
    """Raises `NotFound`."""
    found = _load(store, iro_changes.c.id == change_id)
    if not found:
        raise NotFound("There is no such change.")
    return found[0]


def to_tell(store: Store) -> list[Change]:
    """Those of which the child has not heard."""
    return _load(store, iro_changes.c.told_at.is_(None), iro_changes.c.introduced_at.is_(None))


def goodbyes(store: Store, staff_id: UUID, today: date) -> list[Change]:
    """The children to whom this IRO may still say goodbye."""
    return _load(
        store, iro_changes.c.old_id == staff_id, iro_changes.c.from_day > today, iro_changes.c.goodbye_at.is_(None)
    )


def introductions(store: Store, staff_id: UUID | None = None) -> list[Change]:
    """The children to whom a new IRO has not been introduced; of all IROs, or of one."""
    mine = iro_changes.c.new_id == staff_id if staff_id else sa.true()
    return _load(store, mine, iro_changes.c.introduced_at.is_(None))


def since(store: Store, day: date) -> list[Change]:
    """All that begin on that day or later."""
    return _load(store, iro_changes.c.from_day >= day)


def told(store: Store, change_id: UUID, now: datetime) -> bool:
    """The child has heard of it; False when another worker was faster."""
    return store.change(iro_changes, change_id, where=iro_changes.c.told_at.is_(None), told_at=now)


def said_goodbye(store: Store, change: Change, by: UUID, now: datetime) -> None:
    """Raises `OutOfDate` when it has been said."""
    if not store.change(iro_changes, change.id, where=iro_changes.c.goodbye_at.is_(None), goodbye_at=now):
        raise OutOfDate("The goodbye has been said already.")
    audit.record(store, AuditEvent.IRO_SAID_GOODBYE, now, staff_id=by, child_id=change.child_id, subject_id=change.id)


def introduced(store: Store, change: Change, how: str, on: date, by: UUID, now: datetime, today: date) -> None:
    """In person on that day, or by a message. Raises `BadData` for a day to come, `OutOfDate` when it is on record."""
    if on > today:
        raise BadData("That day is still to come. Write it down when you have met.")
    where = iro_changes.c.introduced_at.is_(None)
    if not store.change(iro_changes, change.id, where=where, introduced_how=how, introduced_on=on, introduced_at=now):
        raise OutOfDate("The introduction is on record already.")
    audit.record(
        store, AuditEvent.IRO_INTRODUCED, now, staff_id=by, child_id=change.child_id, subject_id=change.id, detail=how
    )


def urged(store: Store, change_id: UUID, now: datetime) -> bool:
    """The new IRO and the manager have been told that the introduction is late; False when they had been."""
    return store.change(iro_changes, change_id, where=iro_changes.c.urged_at.is_(None), urged_at=now)


def _must_make_sense(
    store: Store, child: Child, new_id: UUID, from_day: date, today: date, how: str, meet_on: date | None
) -> None:
    new = staff.find(store, new_id)
    if how not in HOW:
        raise BadData("Say how they will be introduced.")
    if from_day < today:
        raise BadData("That day has passed. Choose today or a later day.")
    if new.role != "iro" or not new.here_on(from_day):
        raise BadData(f"{new.full_name} is not at work as an IRO on that day.")
    now_held = allocations.iro_of(store, child.id, today)
    if now_held is not None and now_held.id == new_id:
        raise BadData(f"{new.full_name} is their IRO already.")
    if how == "in_person" and (meet_on is None or meet_on < today):
        raise BadData("Choose the day on which they meet.")


def _load(store: Store, *conditions: sa.ColumnElement[bool]) -> list[Change]:
    query = sa.select(iro_changes).where(store.here(iro_changes), iro_changes.c.withdrawn_at.is_(None), *conditions)
    rows = store.rows(query.order_by(iro_changes.c.from_day, iro_changes.c.id))
    return [_change(row) for row in store.opened(iro_changes, rows)]


def _change(row: Row) -> Change:
    return Change(**{name: row[name] for name in Change.__dataclass_fields__})

"""The mobile number of a child as business support entered it. It brings nobody in by itself: the birthday is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import audit, children
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.phone import normal, takes_texts
from storage.store import Store
from storage.tables import numbers


@dataclass(frozen=True, slots=True)
class Number:
    """One child's number, in E.164."""

    child_id: UUID
    number: str
    entered_at: datetime


def enter(store: Store, child_id: UUID, written: str, now: datetime, *, by: UUID) -> None:
    """The child's number from now on; empty takes it off the record. Raises `BadData` for what takes no texts."""
    child = children.find(store, child_id)
    number = normal(written) if written.strip() else None
    if written.strip() and (number is None or not takes_texts(number)):
        raise BadData("This is not a mobile number. Write it like 07700 900222, or with + for another country.")
    store.flush()
    store.connection.execute(sa.delete(numbers).where(store.here(numbers), numbers.c.child_id == child_id))
    if number is not None:
        store.add(
            numbers, now, child_id=child_id, key_id=child.key_id, number=number,
            number_digest=_digest(store, number), entered_by=by, entered_at=now,
        )  # fmt: skip
        store.flush()
    event = AuditEvent.NUMBER_ENTERED if number else AuditEvent.NUMBER_REMOVED
    audit.record(store, event, now, staff_id=by, child_id=child_id)


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Number]:
    """The numbers of these children, of those who have one."""
    query = sa.select(numbers).where(store.here(numbers), numbers.c.child_id.in_(list(child_ids)))
    rows = store.opened(numbers, store.rows(query))
    return {row["child_id"]: Number(row["child_id"], row["number"], row["entered_at"]) for row in rows}


def children_with(store: Store, number: str) -> list[UUID]:
    """Whose number this is on record: of several children where they share a phone."""
    query = sa.select(numbers.c.child_id).where(store.here(numbers), numbers.c.number_digest == _digest(store, number))
    return [row["child_id"] for row in store.rows(query)]


def _digest(store: Store, number: str) -> bytes:
    return store.digest(f"number|{number}")

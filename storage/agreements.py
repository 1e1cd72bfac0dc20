"""What a child and their IRO agree about keeping in touch: how often, and how. One proposes, the other says yes.

This is about the IRO. How often the computer asks how things are is `storage/check_ins.py`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.days import london_day
from storage.errors import BadData, OutOfDate
from storage.store import Row, Store
from storage.tables import agreements

HOW = ("message", "call", "visit")
LONGEST = 26


@dataclass(frozen=True, slots=True)
class Agreement:
    """One, proposed or agreed. `carer` says whether the carer may know of it: yes, no, or "" where nobody asked."""

    id: UUID
    child_id: UUID
    iro_id: UUID
    every_weeks: int
    how: str
    proposed_by: str
    proposed_at: datetime
    agreed_at: datetime | None
    carer: str
    letter_at: datetime | None
    missed: int
    missed_for: date | None
    ended_at: datetime | None

    def due(self, last_contact: datetime | None) -> date | None:
        """By when the next contact should be: from the last real one, else from when it was agreed."""
        if self.agreed_at is None:
            return None
        since = max(self.agreed_at, last_contact) if last_contact else self.agreed_at
        return london_day(since) + timedelta(weeks=self.every_weeks)


def propose(store: Store, child_id: UUID, iro_id: UUID, every_weeks: int, how: str, by: str, now: datetime) -> UUID:
    """`by` is child or iro. What was proposed before goes; what is agreed stands until the other says yes.

    Raises `BadData` for what cannot be.
    """
    if how not in HOW or not 1 <= every_weeks <= LONGEST:
        raise BadData(f"Choose how, and every how many weeks (1 to {LONGEST}).")
    for one in of_children(store, [child_id]).get(child_id, ()):
        if one.agreed_at is None or one.iro_id != iro_id:
            store.change(agreements, one.id, ended_at=now)
    made = store.add(
        agreements, now, child_id=child_id, iro_id=iro_id, every_weeks=every_weeks, how=how, proposed_by=by,
        proposed_at=now,
    )  # fmt: skip
    store.flush()
    audit.record(
        store, AuditEvent.TOUCH_PROPOSED, now, staff_id=iro_id if by == "iro" else None, child_id=child_id,
        subject_id=made, detail=by,
    )  # fmt: skip
    return made


def agree(store: Store, child_id: UUID, by: str, now: datetime) -> Agreement:
    """The other one says yes; what was agreed before is over. Raises `OutOfDate` when nothing of the other's waits."""
    waiting = proposed(store, child_id)
    if waiting is None or waiting.proposed_by == by:
        raise OutOfDate("There is nothing to say yes to.")
    for one in of_children(store, [child_id]).get(child_id, ()):
        if one.id != waiting.id:
            store.change(agreements, one.id, ended_at=now)
    store.change(agreements, waiting.id, agreed_at=now)
    audit.record(store, AuditEvent.TOUCH_AGREED, now, child_id=child_id, subject_id=waiting.id, detail=by)
    agreed = standing(store, [child_id])[child_id]
    return agreed


def refuse(store: Store, child_id: UUID, now: datetime) -> None:
    """No thanks to what was proposed; what stands goes on."""
    waiting = proposed(store, child_id)
    if waiting is not None:
        store.change(agreements, waiting.id, ended_at=now)


def carer_may_know(store: Store, child_id: UUID, value: str) -> None:
    """The child says whether the carer may have it in writing."""
    one = standing(store, [child_id]).get(child_id)
    if one is not None:
        store.change(agreements, one.id, carer="yes" if value == "yes" else "no")


def letter_opened(store: Store, agreement: Agreement, by: UUID, now: datetime) -> None:
    """Printed or copied for the carer: the service holds no carer's address."""
    if agreement.letter_at is None:
        store.change(agreements, agreement.id, letter_at=now)
    audit.record(store, AuditEvent.TOUCH_LETTER, now, staff_id=by, child_id=agreement.child_id, subject_id=agreement.id)


def missed(store: Store, agreement: Agreement, due: date) -> bool:
    """The day has passed without a contact: counted once for each day, and the count never goes down."""
    again = sa.or_(agreements.c.missed_for.is_(None), agreements.c.missed_for < due)
    return store.change(agreements, agreement.id, where=again, missed=agreement.missed + 1, missed_for=due)


def standing(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Agreement]:
    """What is agreed, by child."""
    found = of_children(store, child_ids)
    return {child: one for child, all_of in found.items() for one in all_of if one.agreed_at is not None}


def proposed(store: Store, child_id: UUID) -> Agreement | None:
    """What one of them has proposed and the other has not answered."""
    return next((o for o in of_children(store, [child_id]).get(child_id, ()) if o.agreed_at is None), None)


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, list[Agreement]]:
    """Proposed or agreed and not over, by child, oldest first."""
    return _load(store, agreements.c.child_id.in_(set(child_ids)))


def every(store: Store) -> list[Agreement]:
    """All that stand."""
    return [one for all_of in _load(store, agreements.c.agreed_at.is_not(None)).values() for one in all_of]


def _load(store: Store, which: sa.ColumnElement[bool]) -> dict[UUID, list[Agreement]]:
    query = sa.select(agreements).where(store.here(agreements), agreements.c.ended_at.is_(None), which)
    found: dict[UUID, list[Agreement]] = {}
    for row in store.rows(query.order_by(agreements.c.proposed_at, agreements.c.id)):
        one = _agreement(row)
        found.setdefault(one.child_id, []).append(one)
    return found


def _agreement(row: Row) -> Agreement:
    return Agreement(**{name: row[name] for name in Agreement.__dataclass_fields__})

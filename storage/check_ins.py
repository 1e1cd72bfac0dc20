"""How often each child wants to be asked how things are, and whose turn it is."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.days import london_day
from storage.errors import BadData
from storage.store import Store
from storage.tables import check_ins

LONGEST = 52


def agree(store: Store, conversation_id: UUID, every_weeks: int, now: datetime) -> None:
    """The rhythm the child wants from now on; 0: not at all. Raises `BadData` beyond a year."""
    if not 0 <= every_weeks <= LONGEST:
        raise BadData(f"A check-in comes every 1 to {LONGEST} weeks, or 0 for never; not {every_weeks}.")
    values: dict[str, Any] = {"every_weeks": every_weeks, "next_on": _next(every_weeks, now), "agreed_at": now}
    known = store.row(_where(store, [conversation_id]))
    if known is None:
        store.add(check_ins, now, conversation_id=conversation_id, **values)
    else:
        store.change(check_ins, known["id"], **values)


def agreed(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Every how many weeks, of the children who were asked."""
    return {row["conversation_id"]: row["every_weeks"] for row in store.rows(_where(store, conversation_ids))}


def due(store: Store, today: date) -> list[UUID]:
    """The conversations in which it is time to ask."""
    query = sa.select(check_ins.c.conversation_id).where(store.here(check_ins), check_ins.c.next_on <= today)
    return [row["conversation_id"] for row in store.rows(query.order_by(check_ins.c.next_on, check_ins.c.id))]


def asked(store: Store, conversation_id: UUID, now: datetime) -> None:
    """The next one is a whole rhythm away."""
    row = store.row(_where(store, [conversation_id]))
    if row is not None:
        store.change(check_ins, row["id"], next_on=_next(row["every_weeks"], now))


def _where(store: Store, conversation_ids: Iterable[UUID]) -> sa.Select[tuple[object, ...]]:
    return sa.select(check_ins).where(store.here(check_ins), check_ins.c.conversation_id.in_(list(conversation_ids)))


def _next(every_weeks: int, now: datetime) -> date | None:
    return london_day(now) + timedelta(weeks=every_weeks) if every_weeks else None

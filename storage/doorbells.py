"""Browsers of children that asked to be told when there is something new, and whether it is time to.

A bell rings once for however much was said, not while the page is on the screen, not soon again, and not at night
unless a duty officer is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import doorbells

WAIT = timedelta(seconds=15)
"""A page that has lost its line comes back by itself, and then has shown it."""


@dataclass(frozen=True, slots=True)
class Bell:
    """One address whose browser is to be told now."""

    address_id: UUID
    said_at: datetime
    urgent: bool


def hang(store: Store, address_id: UUID, now: datetime) -> None:
    """The child wants to be told at this address."""
    take_down(store, address_id)
    store.add(doorbells, now, address_id=address_id, urgent=False)
    store.flush()


def take_down(store: Store, address_id: UUID) -> None:
    store.flush()
    store.connection.execute(sa.delete(doorbells).where(store.here(doorbells), doorbells.c.address_id == address_id))


def hangs(store: Store, address_id: UUID) -> bool:
    return store.row(sa.select(doorbells.c.id).where(_at(store, [address_id]))) is not None


def said(store: Store, address_ids: Sequence[UUID], now: datetime, *, urgent: bool) -> None:
    """Something was said that is shown at these addresses."""
    if not address_ids:
        return
    store.flush()
    first = sa.func.coalesce(doorbells.c.said_at, sa.bindparam("now", now, type_=doorbells.c.said_at.type))
    values = {"said_at": first, **({"urgent": True} if urgent else {})}
    store.connection.execute(sa.update(doorbells).where(_at(store, address_ids)).values(**values))


def looking(store: Store, address_id: UUID, until: datetime) -> None:
    """The page is on the screen until then, if nothing else is heard: what was said has been shown."""
    store.flush()
    seen = {"looking_until": until, "said_at": None, "urgent": False}
    store.connection.execute(sa.update(doorbells).where(_at(store, [address_id])).values(**seen))


def due(store: Store, now: datetime, every: timedelta, *, night: bool, limit: int = 50) -> list[Bell]:
    """What is to be rung now, the longest said first; locked, so that of many processes one rings it."""
    calm = sa.and_(
        sa.false() if night else sa.true(),
        sa.or_(doorbells.c.rung_at.is_(None), doorbells.c.rung_at <= now - every),
    )
    query = (
        sa.select(doorbells.c.address_id, doorbells.c.said_at, doorbells.c.urgent)
        .where(
            store.here(doorbells),
            doorbells.c.said_at <= now - WAIT,
            sa.or_(doorbells.c.looking_until.is_(None), doorbells.c.looking_until <= now),
            sa.or_(doorbells.c.urgent, calm),
        )
        .order_by(doorbells.c.said_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return [Bell(**row) for row in store.rows(query)]


def rung(store: Store, address_id: UUID, now: datetime) -> None:
    """Told; the next is what is said from now on."""
    store.flush()
    told = {"rung_at": now, "said_at": None, "urgent": False}
    store.connection.execute(sa.update(doorbells).where(_at(store, [address_id])).values(**told))


def _at(store: Store, address_ids: Sequence[UUID]) -> sa.ColumnElement[bool]:
    return sa.and_(store.here(doorbells), doorbells.c.address_id.in_(list(address_ids)))

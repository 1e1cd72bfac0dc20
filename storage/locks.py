"""What locks a child's browser: a word, a pattern, or, where others see the device, the card and the birthday.

Threat: somebody picks up the phone. While it is locked nothing of the conversation leaves the service; tries are
counted before they are judged, in one statement, so that many at once are not judged at once.
"""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import locks

TRIES = 5
"""After so many wrong ones the session is closed on that browser; the conversation is untouched."""
CARD = "card"
USED_EVERY = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Lock:
    """`kind` is word, pattern or card; `secret` the hash of what opens it (None for a card)."""

    id: UUID
    address_id: UUID
    kind: str
    secret: str | None
    wrong_tries: int
    locked_at: datetime | None
    used_at: datetime

    def is_shut(self, now: datetime, idle: timedelta) -> bool:
        """Locked by hand or on leaving; one the child chose also by doing nothing for `idle`."""
        return self.locked_at is not None or (self.secret is not None and now - self.used_at >= idle)


def of(store: Store, address_id: UUID) -> Lock | None:
    """What locks this address; None when nothing does."""
    columns = [locks.c[field.name] for field in fields(Lock)]
    row = store.row(sa.select(*columns).where(store.here(locks), locks.c.address_id == address_id))
    return Lock(**row) if row else None


def choose(store: Store, address_id: UUID, kind: str, secret: str, now: datetime) -> None:
    """The child's own lock, in place of any before; open until it is shut."""
    take_off(store, address_id)
    store.add(locks, now, address_id=address_id, kind=kind, secret=secret, wrong_tries=0, used_at=now)
    store.flush()


def take_off(store: Store, address_id: UUID) -> None:
    store.flush()
    store.connection.execute(sa.delete(locks).where(store.here(locks), locks.c.address_id == address_id))


def shut(store: Store, address_id: UUID, now: datetime, *, by_card: bool) -> str:
    """Lock this browser; with none of the child's own only where `by_card`. The kind that opens it, or ""."""
    found = of(store, address_id)
    if found is None and not by_card:
        return ""
    if found is None:
        store.add(locks, now, address_id=address_id, kind=CARD, wrong_tries=0, locked_at=now, used_at=now)
        store.flush()
        return CARD
    store.change(locks, found.id, where=locks.c.locked_at.is_(None), locked_at=now)
    return found.kind


def open_again(store: Store, lock: Lock, now: datetime) -> None:
    """What the child set stays and is open; the lock by card was for this once."""
    if lock.kind == CARD:
        take_off(store, lock.address_id)
    else:
        store.change(locks, lock.id, wrong_tries=0, locked_at=None, used_at=now)


def begin_try(store: Store, lock: Lock) -> int:
    """Count one try before it is judged; how many are left after it, -1 when it may not be judged at all."""
    store.flush()
    statement = sa.update(locks).where(store.here(locks), locks.c.id == lock.id, locks.c.wrong_tries < TRIES)
    counted = store.connection.execute(statement.values(wrong_tries=locks.c.wrong_tries + 1)).rowcount
    tries = store.row(sa.select(locks.c.wrong_tries).where(store.here(locks), locks.c.id == lock.id))
    return TRIES - tries["wrong_tries"] if counted and tries else -1


def forgive(store: Store, lock: Lock) -> None:
    """It was right: the wrong tries before it are forgotten."""
    store.change(locks, lock.id, wrong_tries=0)


def used(store: Store, lock: Lock, now: datetime) -> None:
    """The child does something here: the minutes begin anew."""
    store.change(locks, lock.id, where=locks.c.locked_at.is_(None), used_at=now)

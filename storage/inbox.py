"""The inbox: every arrival is committed here, sealed and as it came, before anything answers or acknowledges it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.ids import new_id
from storage.store import Store
from storage.tables import inbox

MAX_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Arrival:
    """One stored arrival; `payload` is the adapter's JSON."""

    id: UUID
    channel: str
    external_id: str
    payload: str
    received_at: datetime
    attempts: int = 0


def keep(store: Store, arrivals: Sequence[tuple[str, str, str]], now: datetime) -> list[Arrival | None]:
    """Store arrivals given as (channel, external id, payload); None stands where one was here before."""
    key_id = store.authority_key("intake")
    rows, kept = [], []
    for channel, external_id, payload in arrivals:
        row_id = new_id(now)
        rows.append({
            "authority": store.authority, "id": row_id, "channel": channel, "external_id": external_id,
            "payload": store.seal(inbox.c.payload, row_id, key_id, payload), "received_at": now, "state": "new",
            "attempts": 0,
        })  # fmt: skip
        kept.append(Arrival(row_id, channel, external_id, payload, now))
    dialect = postgresql if store.connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(inbox).on_conflict_do_nothing().returning(inbox.c.id)
    new = {row.id for row in store.connection.execute(statement, rows)}
    return [arrival if arrival.id in new else None for arrival in kept]


def claim(store: Store, ids: Iterable[UUID]) -> set[UUID]:
    """Lock those that are still to be handled and that no other worker holds."""
    query = (
        sa.select(inbox.c.id)
        .where(store.here(inbox), inbox.c.id.in_(list(ids)), inbox.c.state == "new")
        .with_for_update(skip_locked=True)
    )
    return set(store.connection.execute(query).scalars())


def waiting(store: Store, before: datetime, limit: int = 1000) -> list[Arrival]:
    """What arrived before `before` and still stands unhandled, oldest first."""
    query = (
        sa.select(inbox)
        .where(store.here(inbox), inbox.c.state == "new", inbox.c.received_at <= before)
        .order_by(inbox.c.received_at, inbox.c.id)
        .limit(limit)
    )
    rows = store.opened(inbox, store.rows(query), store.authority_key("intake"))
    names = ("id", "channel", "external_id", "payload", "received_at", "attempts")
    return [Arrival(*(row[name] for name in names)) for row in rows]


def done(store: Store, ids: Sequence[UUID], now: datetime, state: str = "done") -> None:
    """Handled (or `handed_over` to a human as it is): the sealed copy goes, the message stands in its place."""
    store.connection.execute(
        sa.update(inbox)
        .where(store.here(inbox), inbox.c.id.in_(list(ids)))
        .values(state=state, handled_at=now, payload=None)
    )


def failed(store: Store, arrival_id: UUID) -> int:
    """One more failed attempt; how many there were."""
    store.connection.execute(
        sa.update(inbox).where(store.here(inbox), inbox.c.id == arrival_id).values(attempts=inbox.c.attempts + 1)
    )
    return int(
        store.connection.execute(
            sa.select(inbox.c.attempts).where(store.here(inbox), inbox.c.id == arrival_id)
        ).scalar_one()
    )


def depth(store: Store) -> int:
    """How many arrivals stand unhandled."""
    query = sa.select(sa.func.count()).select_from(inbox).where(store.here(inbox), inbox.c.state == "new")
    return int(store.connection.execute(query).scalar_one())

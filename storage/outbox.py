"""The outbox: what is to be sent over a channel that pushes, committed with the turn that caused it.

Sent in order within one recipient on one channel. Only a concern may overtake what is not about a concern:
a notice to a duty officer never stands behind an e-mail that nobody accepts.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from storage.conversations import Address
from storage.errors import BadData, KeyTrouble, Tampered
from storage.ids import new_id
from storage.store import Row, Store
from storage.tables import outbox

LANES = ("concern", "chat", "notice")
"""In the order of their urgency."""

PUSH_CHANNELS = frozenset({"telegram", "sms", "email"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing to send. `payload` is {to, text, subject?, choices?, otherwise?}; `otherwise` is a list of such
    payloads, each with its `channel` (and `once`), for when this one fails. `once` makes a second put do nothing."""

    lane: str
    channel: str
    recipient_id: UUID
    key_id: UUID
    payload: Mapping[str, Any]
    once: str
    message_id: UUID | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """One leased thing to send. `again`: an earlier lease ran out, so it may have been sent before; `trouble` is
    what went wrong last time."""

    id: UUID
    lane: str
    channel: str
    recipient_id: UUID
    message_id: UUID | None
    key_id: UUID
    once: str
    number: int
    attempts: int
    made_at: datetime
    again: bool
    trouble: str
    payload: dict[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Depth:
    """What waits, by lane, and since when the oldest of it has been due."""

    waiting: Mapping[str, int]
    oldest_due: datetime | None


def put(
    store: Store, now: datetime, *, lane: str, channel: str, recipient_id: UUID, key_id: UUID,
    payload: Mapping[str, Any], once: str, message_id: UUID | None = None, due_at: datetime | None = None,
) -> bool:  # fmt: skip
    """Put one thing in; False when `once` was used before."""
    draft = Draft(lane, channel, recipient_id, key_id, payload, once, message_id, due_at)
    return put_many(store, now, [draft]) == 1


def put_many(store: Store, now: datetime, drafts: Iterable[Draft]) -> int:
    """Put many in with one statement; how many were new. The order of `drafts` is the order of sending."""
    drafts = list(drafts)
    if not drafts:
        return 0
    last = _last_numbers(store, {draft.recipient_id for draft in drafts})
    rows = []
    for draft in drafts:
        last[draft.recipient_id] += 1
        rows.append(_row(store, now, draft, last[draft.recipient_id]))
    dialect = postgresql if store.connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(outbox).on_conflict_do_nothing(index_elements=["authority", "once"])
    store.touched.add(outbox.name)
    return len(store.connection.execute(statement.returning(outbox.c.id), rows).all())


def message_drafts(
    addresses: Iterable[Address], message_id: UUID, text: str, choices: Sequence[Mapping[str, Any]] = (),
    lane: str = "chat",
) -> list[Draft]:  # fmt: skip
    """One message for every address on a channel that pushes and can still be reached."""
    return [
        Draft(
            lane=lane, channel=address.channel, recipient_id=address.id, key_id=address.key_id,
            payload={"to": address.sender, "text": text, "choices": [dict(choice) for choice in choices]},
            once=f"{message_id.hex}:{address.id.hex}", message_id=message_id,
        )
        for address in addresses
        if address.channel in PUSH_CHANNELS and address.state == "ok"
    ]  # fmt: skip


def queue_message(
    store: Store, now: datetime, addresses: Iterable[Address], message_id: UUID, text: str,
    choices: Sequence[Mapping[str, Any]] = (), lane: str = "chat",
) -> int:  # fmt: skip
    """Put one message in for every address that is pushed to; how many that were."""
    return put_many(store, now, message_drafts(addresses, message_id, text, choices, lane))


def lease(store: Store, now: datetime, limit: int, seconds: float) -> list[Parcel]:
    """Take the next parcel of up to `limit` recipients, concerns first, then what has been due longest.

    Until `seconds` have passed nobody else is given them, nor anything that stands behind them. What can never
    be opened is closed here: `dropped` when its key was destroyed, `failed` when it was tampered with.
    """
    _walk_the_indexes(store)
    rows: list[Row] = []
    for lane in LANES:
        if len(rows) < limit:
            rows += store.rows(_next(store, now, lane, limit - len(rows)))
    if not rows:
        return []
    taken = sa.update(outbox).where(store.here(outbox), outbox.c.id.in_([row["id"] for row in rows]))
    store.connection.execute(taken.values(lease_until=now + timedelta(seconds=seconds), attempts=outbox.c.attempts + 1))
    store.keyring.load(store.connection, {row["key_id"] for row in rows})
    return [parcel for row in rows if (parcel := parcel_of(store, row)) is not None]


def sent(store: Store, now: datetime, sent_ids: Mapping[UUID, str]) -> None:
    """These were taken by their channel, which numbered them so."""
    if sent_ids:
        statement = sa.update(outbox).where(store.here(outbox), outbox.c.id == sa.bindparam("parcel_id"), _open_still())
        values = {"state": "sent", "sent_at": now, "lease_until": None, "trouble": ""}
        store.connection.execute(
            statement.values(external_id=sa.bindparam("number_there"), **values),
            [{"parcel_id": parcel_id, "number_there": there[:80]} for parcel_id, there in sent_ids.items()],
        )


def retry_later(store: Store, parcel_id: UUID, due_at: datetime, trouble: str) -> None:
    """Give it back; it and what stands behind it wait until `due_at`."""
    _close(store, [parcel_id], state="waiting", due_at=due_at, trouble=trouble[:40])


def failed(store: Store, parcel_id: UUID, trouble: str) -> None:
    """It cannot be sent so; it stays visible."""
    _close(store, [parcel_id], state="failed", trouble=trouble[:40])


def waiting_for(store: Store, recipient_id: UUID, channel: str) -> list[Parcel]:
    """What still waits for this recipient over this channel, in its order."""
    query = sa.select(outbox).where(
        store.here(outbox), outbox.c.recipient_id == recipient_id, outbox.c.channel == channel, waits(outbox)
    )
    rows = store.rows(query.order_by(outbox.c.number, outbox.c.id))
    store.keyring.load(store.connection, {row["key_id"] for row in rows})
    return [parcel for row in rows if (parcel := parcel_of(store, row)) is not None]


def drop(store: Store, parcel_ids: Iterable[UUID], trouble: str) -> None:
    """It is no longer to be sent."""
    _close(store, parcel_ids, state="dropped", trouble=trouble[:40])


def withdraw(store: Store, message_ids: Iterable[UUID], now: datetime) -> bool:
    """What still waits of these messages is not sent; whether any of it has gone out, or is going out now."""
    which = (store.here(outbox), outbox.c.message_id.in_(list(message_ids)))
    idle = sa.or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now)
    store.flush()
    store.connection.execute(sa.update(outbox).where(*which, waits(outbox), idle).values(state="dropped"))
    return store.row(sa.select(outbox.c.id).where(*which, outbox.c.state.in_(("sent", "waiting")))) is not None


def drop_all(store: Store, recipient_id: UUID, channel: str, trouble: str) -> int:
    """Nothing more goes to this recipient over this channel; how much that was."""
    query = sa.select(outbox.c.id).where(
        store.here(outbox), outbox.c.recipient_id == recipient_id, outbox.c.channel == channel, waits(outbox)
    )
    ids = [row["id"] for row in store.rows(query)]
    drop(store, ids, trouble)
    return len(ids)


def release(store: Store, parcel_ids: Iterable[UUID], due_at: datetime | None = None) -> None:
    """Give back what was leased and not tried, to be taken again at once or when it is due."""
    values = {"lease_until": None, "attempts": outbox.c.attempts - 1} | ({"due_at": due_at} if due_at else {})
    store.connection.execute(
        sa.update(outbox).where(store.here(outbox), outbox.c.id.in_(list(parcel_ids)), _open_still()).values(**values)
    )


def used(store: Store, onces: Sequence[str]) -> set[str]:
    """Those of these idempotency keys under which something was put in before."""
    query = sa.select(outbox.c.once).where(store.here(outbox), outbox.c.once.in_(onces))
    return {row["once"] for row in store.rows(query)} if onces else set()


def depth(store: Store) -> Depth:
    """How much waits, for the metrics."""
    query = (
        sa.select(outbox.c.lane, sa.func.count().label("many"), sa.func.min(outbox.c.due_at).label("oldest"))
        .where(store.here(outbox), waits(outbox))
        .group_by(outbox.c.lane)
    )
    rows = store.rows(query)
    return Depth({row["lane"]: row["many"] for row in rows}, min((row["oldest"] for row in rows), default=None))


def waits(table: sa.FromClause) -> sa.ColumnElement[bool]:
    """For finding rows: a literal, so that PostgreSQL can prove that the partial indexes hold."""
    return table.c.state == sa.literal_column("'waiting'")


def _open_still() -> sa.ColumnElement[bool]:
    """The same for changing rows that are known by their id: said so that PostgreSQL goes by the id."""
    return sa.and_(*(outbox.c.state != closed for closed in ("sent", "failed", "dropped")))


def _last_numbers(store: Store, recipients: set[UUID]) -> defaultdict[UUID, int]:
    """The last number in use by what still waits. A conversation is locked by whoever writes to its child, so
    numbers of one child never clash; two notices to one officer may, and then the older row goes first."""
    query = (
        sa.select(outbox.c.recipient_id, sa.func.max(outbox.c.number).label("last"))
        .where(store.here(outbox), outbox.c.recipient_id.in_(list(recipients)), waits(outbox))
        .group_by(outbox.c.recipient_id)
    )
    return defaultdict(int, {row["recipient_id"]: row["last"] for row in store.rows(query)})


def _row(store: Store, now: datetime, draft: Draft, number: int) -> dict[str, Any]:
    if draft.lane not in LANES:
        raise BadData(f"The outbox has no lane {draft.lane!r}, only {', '.join(LANES)}: it would never be sent.")
    row_id = new_id(now)
    payload = json.dumps(draft.payload, ensure_ascii=False)
    return {
        "authority": store.authority, "id": row_id, "lane": draft.lane, "channel": draft.channel,
        "recipient_id": draft.recipient_id, "message_id": draft.message_id, "key_id": draft.key_id,
        "payload": store.seal(outbox.c.payload, row_id, draft.key_id, payload), "once": draft.once,
        "number": number, "made_at": now, "due_at": draft.due_at or now, "attempts": 0, "state": "waiting",
        "trouble": "", "external_id": "",
    }  # fmt: skip


def _next(store: Store, now: datetime, lane: str, limit: int) -> sa.Select[Any]:
    """Only the first that waits of each recipient can be taken, so nothing can pass it, whoever else leases.

    One lane at a time and in the order of its index, so that a long queue is never sorted; who is first is asked
    row by row, because as a join PostgreSQL would compare the whole queue with itself.
    """
    ahead = outbox.alias("ahead")
    same_queue = [
        ahead.c.authority == outbox.c.authority,
        ahead.c.recipient_id == outbox.c.recipient_id,
        ahead.c.channel == outbox.c.channel,
        waits(ahead),
    ]
    if lane == "concern":
        same_queue.append(ahead.c.lane == lane)
    first = sa.select(ahead.c.number).where(*same_queue).order_by(ahead.c.number).limit(1)
    return (
        sa.select(outbox)
        .where(
            store.here(outbox),
            waits(outbox),
            outbox.c.lane == lane,
            outbox.c.due_at <= now,
            sa.or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= now),
            outbox.c.number == first.correlate(outbox).scalar_subquery(),
        )
        .order_by(outbox.c.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=outbox)
    )


def _walk_the_indexes(store: Store) -> None:
    """For this transaction. PostgreSQL plans by what it counted when the queue was empty, and after a burst would
    read or sort all of it for every row (57 s for 20,000); with sorting ruled out it takes the right indexes."""
    if store.connection.dialect.name == "postgresql":
        store.connection.execute(_NO_SORTING)


_NO_SORTING = sa.select(sa.func.set_config("enable_sort", "off", True), sa.func.set_config("jit", "off", True))


def parcel_of(store: Store, row: Row) -> Parcel | None:
    try:
        payload = store.open(outbox.c.payload, row["id"], row["key_id"], row["payload"])
    except Tampered:
        failed(store, row["id"], "tampered")
        return None
    except KeyTrouble:
        drop(store, [row["id"]], "erased")
        return None
    again = row["lease_until"] is not None
    return Parcel(
        id=row["id"], lane=row["lane"], channel=row["channel"], recipient_id=row["recipient_id"],
        message_id=row["message_id"], key_id=row["key_id"], once=row["once"], number=row["number"],
        attempts=row["attempts"] + 1, made_at=row["made_at"], again=again, trouble=row["trouble"],
        payload=json.loads(payload),
    )  # fmt: skip


def _close(store: Store, parcel_ids: Iterable[UUID], **values: Any) -> None:
    # Only what still waits: a slow worker whose lease ran out does not undo what another one has done.
    store.connection.execute(
        sa.update(outbox)
        .where(store.here(outbox), outbox.c.id.in_(list(parcel_ids)), _open_still())
        .values(lease_until=None, **values)
    )

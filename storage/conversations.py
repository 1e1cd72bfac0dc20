"""Conversations and the addresses they are held at: one conversation a child, however many channels."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.errors import NotFound
from storage.ids import new_id
from storage.store import Row, Store
from storage.tables import (
    addresses,
    answers,
    children,
    concerns,
    conversations,
    data_keys,
    messages,
    milestones,
    requests,
)


@dataclass(slots=True)
class Conversation:
    """Where one child (or one visitor) is. Changed while its row is locked, written back by `save`."""

    id: UUID
    key_id: UUID
    child_id: UUID | None
    position: dict[str, Any]
    called: str | None
    band: str
    lang: str
    last_seq: int
    shared_device: str
    safe_to_write: str
    human_until: datetime | None
    talking_with: UUID | None
    talking_until: datetime | None
    talking_told: bool
    waiting_since: datetime | None
    child_wrote_at: datetime | None
    reminded_at: datetime | None
    opened_at: datetime
    answer_at: str = ""
    as_loaded: dict[str, Any] = field(default_factory=dict, repr=False)

    def next_seq(self) -> int:
        self.last_seq += 1
        return self.last_seq


@dataclass(frozen=True, slots=True)
class Address:
    """One place a child can be reached: a browser, a Telegram chat. `trust` says what may be shown there."""

    id: UUID
    conversation_id: UUID
    key_id: UUID
    channel: str
    sender: str
    trust: str
    wrong_tries: int
    state: str


def open_visitor(store: Store, channel: str, sender: str, band: str, lang: str, now: datetime) -> Address:
    """A conversation for somebody who has not said who they are, at a new address, under a key of its own."""
    key_id = store.new_key("visitor", now)
    conversation_id = store.add(
        conversations, now, key_id=key_id, position="{}", band=band, lang=lang, opened_at=now,
        last_seq=0, shared_device="", safe_to_write="", answer_at="",
    )  # fmt: skip
    return add_address(store, conversation_id, key_id, channel, sender, "none", now)


def add_address(
    store: Store, conversation_id: UUID, key_id: UUID, channel: str, sender: str, trust: str, now: datetime
) -> Address:
    """Where the child also is; `trust` is none, add_only or full."""
    address_id = new_id(now)
    store.add(
        addresses, now, row_id=address_id, conversation_id=conversation_id, key_id=key_id, channel=channel,
        sender=sender, sender_digest=sender_digest(store, channel, sender), trust=trust, wrong_tries=0, state="ok",
        opened_at=now, seen_at=now,
    )  # fmt: skip
    store.flush()
    return Address(address_id, conversation_id, key_id, channel, sender, trust, 0, "ok")


def sender_digest(store: Store, channel: str, sender: str) -> bytes:
    return store.digest(f"{channel}:{sender}")


def addresses_of(store: Store, channel: str, senders: Iterable[str]) -> dict[str, Address]:
    """The known addresses among `senders`, by sender."""
    wanted = {sender_digest(store, channel, sender): sender for sender in senders}
    query = sa.select(*_ADDRESS).where(store.here(addresses), addresses.c.sender_digest.in_(list(wanted)))
    return {
        wanted[bytes(row["sender_digest"])]: _address(row, wanted[bytes(row["sender_digest"])])
        for row in store.rows(query)
    }


def address_of(store: Store, channel: str, sender: str) -> Address | None:
    return addresses_of(store, channel, [sender]).get(sender)


def address(store: Store, address_id: UUID) -> Address:
    """Raises `NotFound`."""
    row = store.row(sa.select(addresses).where(store.here(addresses), addresses.c.id == address_id))
    if row is None:
        raise NotFound(f"Address {address_id} is not known.")
    return _address(row, store.opened(addresses, [row])[0]["sender"])


def addresses_at(store: Store, conversation_id: UUID) -> list[Address]:
    """Every address of a conversation, the one used last first."""
    query = (
        sa.select(addresses)
        .where(store.here(addresses), addresses.c.conversation_id == conversation_id)
        .order_by(addresses.c.seen_at.desc())
    )
    return [_address(row, row["sender"]) for row in store.opened(addresses, store.rows(query))]


def reachable(store: Store, ids: Iterable[UUID]) -> set[UUID]:
    """Those with a place where the child has proved who they are and that takes messages still."""
    ok = [store.here(addresses), addresses.c.trust == "full", addresses.c.state == "ok"]
    query = sa.select(addresses.c.conversation_id).where(*ok, addresses.c.conversation_id.in_(list(ids)))
    return {row["conversation_id"] for row in store.rows(query)}


def mark_address(store: Store, address_id: UUID, **values: Any) -> None:
    """Change trust, wrong_tries, state or seen_at."""
    store.change(addresses, address_id, **values)


def lock(store: Store, ids: Iterable[UUID]) -> dict[UUID, Conversation]:
    """Lock and load conversations, always in the same order so that two workers never wait for each other."""
    query = (
        sa.select(conversations)
        .where(store.here(conversations), conversations.c.id.in_(sorted(set(ids))))
        .order_by(conversations.c.id)
        .with_for_update()
    )
    return {row["id"]: _conversation(row) for row in store.opened(conversations, store.rows(query))}


def load(store: Store, conversation_id: UUID) -> Conversation:
    """Raises `NotFound`."""
    query = sa.select(conversations).where(store.here(conversations), conversations.c.id == conversation_id)
    rows = store.opened(conversations, store.rows(query))
    if not rows:
        raise NotFound(f"Conversation {conversation_id} is not known.")
    return _conversation(rows[0])


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Conversation]:
    """The conversations of children who have one, by child."""
    query = sa.select(conversations).where(store.here(conversations), conversations.c.child_id.in_(list(child_ids)))
    found = [_conversation(row) for row in store.opened(conversations, store.rows(query))]
    return {c.child_id: c for c in found if c.child_id}


def children_of(store: Store, ids: Iterable[UUID]) -> dict[UUID, UUID | None]:
    """Whose these conversations are; None for a visitor."""
    query = sa.select(conversations.c.id, conversations.c.child_id)
    rows = store.rows(query.where(store.here(conversations), conversations.c.id.in_(list(ids))))
    return {row["id"]: row["child_id"] for row in rows}


def ensure_for_child(store: Store, child_id: UUID, band: str, lang: str, now: datetime) -> Conversation:
    """The child's conversation, made under the child's own key when staff write first."""
    found = of_children(store, [child_id]).get(child_id)
    if found is None:
        key_id = store.connection.execute(
            sa.select(children.c.key_id).where(store.here(children), children.c.id == child_id)
        ).scalar_one()
        store.add(
            conversations, now, key_id=key_id, child_id=child_id, position="{}", band=band, lang=lang, opened_at=now,
            last_seq=0, shared_device="", safe_to_write="", answer_at="",
        )  # fmt: skip
        found = of_children(store, [child_id])[child_id]
    return found


def save(store: Store, changed: Iterable[Conversation]) -> None:
    """Write back what changed, one statement for all."""
    store.flush()
    rows = []
    for conversation in changed:
        values = _values(conversation)
        if values == conversation.as_loaded:
            continue
        conversation.as_loaded = values
        sealed = {
            name: store.seal(conversations.c[name], conversation.id, conversation.key_id, values[name])
            for name in ("position", "called")
            if values[name] is not None
        }
        rows.append({"row_id": conversation.id, **{f"new_{n}": v for n, v in {**values, **sealed}.items()}})
    if rows:
        columns: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in _CHANGING}
        statement = sa.update(conversations).where(
            store.here(conversations), conversations.c.id == sa.bindparam("row_id")
        )
        store.connection.execute(statement.values(**columns), rows)


def link(
    store: Store, visitor: Conversation, address: Address, child_id: UUID, trust: str, band: str, lang: str
) -> Conversation:
    """The visitor has proved to be this child: the conversation becomes the child's, or joins the child's own.

    Returns the conversation to go on with. Its messages keep their words, times and keys; they are only
    renumbered to stand behind what was said before. The visitor's row goes when it was joined to another.
    """
    store.flush()
    mark_address(store, address.id, trust=trust, wrong_tries=0)
    existing = of_children(store, [child_id]).get(child_id)
    if existing is None:
        visitor.child_id, visitor.band, visitor.lang = child_id, band, lang
        store.change(conversations, visitor.id, child_id=child_id)
        store.change(data_keys, visitor.key_id, purpose="child")
        return visitor
    existing = lock(store, [existing.id])[existing.id]
    moved_by = existing.last_seq
    store.connection.execute(
        sa.update(messages)
        .where(store.here(messages), messages.c.conversation_id == visitor.id)
        .values(conversation_id=existing.id, seq=messages.c.seq + moved_by)
    )
    existing.last_seq = moved_by + visitor.last_seq
    for table in (addresses, answers, milestones, requests, concerns):
        store.connection.execute(
            sa.update(table)
            .where(store.here(table), table.c.conversation_id == visitor.id)
            .values(conversation_id=existing.id)
        )
    store.connection.execute(
        sa.delete(conversations).where(store.here(conversations), conversations.c.id == visitor.id)
    )
    store.change(data_keys, visitor.key_id, purpose="child")
    return existing


_ADDRESS = [column for column in addresses.c if column.name != "sender"]
_CHANGING = (
    "position", "called", "band", "lang", "last_seq", "shared_device", "safe_to_write", "human_until",
    "talking_with", "talking_until", "talking_told",
    "waiting_since", "child_wrote_at", "reminded_at", "answer_at",
)  # fmt: skip


def _values(conversation: Conversation) -> dict[str, Any]:
    values = {name: getattr(conversation, name) for name in _CHANGING}
    values["position"] = json.dumps(conversation.position, separators=(",", ":"), ensure_ascii=False)
    return values


def _conversation(row: Row) -> Conversation:
    fields = {name: row[name] for name in _CHANGING} | {n: row[n] for n in ("id", "key_id", "child_id", "opened_at")}
    fields["position"] = json.loads(row["position"])
    conversation = Conversation(**fields)
    conversation.as_loaded = _values(conversation)
    return conversation


def _address(row: Row, sender: str) -> Address:
    names = [name for name in Address.__dataclass_fields__ if name != "sender"]
    return Address(**{name: row[name] for name in names}, sender=sender)

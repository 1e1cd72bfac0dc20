"""Messages: the exact words, who said them, when, and how they were screened."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Address, Conversation
from storage.errors import NotFound
from storage.store import Row, Store
from storage.tables import (
    complaint_words,
    concern_events,
    conversations,
    exclusions,
    inbox,
    messages,
    requests,
    screenings,
    withheld,
)

GRAVITY = {"none": 0, "look": 1, "concern": 2, "urgent": 3}
"""The levels of the screen, as they are stored, from the quietest to the gravest."""


NO_REPLY = "no_reply"
"""The `flow` of a message from an IRO that answers nothing: a goodbye, a first hello. It stops no clock."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it was stored. `choices` is a list of {id, label, symbol}; `level` that of the last screening."""

    id: UUID
    conversation_id: UUID
    key_id: UUID
    address_id: UUID | None
    seq: int
    author: str
    staff_id: UUID | None
    channel: str
    kind: str
    text: str
    choices: tuple[dict[str, str], ...]
    choice: str | None
    flow: str
    node: str
    at: datetime
    sent_at: datetime | None
    replaces_id: UUID | None
    for_iro: bool
    read_at: datetime | None
    read_by: UUID | None = None


def add(
    store: Store, conversation: Conversation, now: datetime, *, author: str, text: str, channel: str,
    kind: str = "text", address_id: UUID | None = None, staff_id: UUID | None = None,
    choices: Sequence[dict[str, str]] = (), **more: Any,
) -> UUID:  # fmt: skip
    """Put a message at the end of a locked conversation."""
    return store.add(
        messages, now, conversation_id=conversation.id, key_id=conversation.key_id, seq=conversation.next_seq(),
        author=author, text=text, channel=channel, kind=kind, address_id=address_id, staff_id=staff_id, at=now,
        choices=json.dumps(choices, ensure_ascii=False) if choices else None,
        **{"flow": "", "node": "", "for_iro": False, "private": False, **more},
    )  # fmt: skip


def said_since(store: Store, conversation_id: UUID, flows: Iterable[str], since: datetime) -> bool:
    """Whether the computer has said something of one of these flows since then."""
    query = sa.select(messages.c.id).where(
        store.here(messages), messages.c.conversation_id == conversation_id, messages.c.author == "bot",
        messages.c.flow.in_(list(flows)), messages.c.at >= since,
    )  # fmt: skip
    return store.row(query) is not None


def add_screening(
    store: Store, message_id: UUID, key_id: UUID, now: datetime, *, level: str, score: float, categories: Sequence[str],
    because: Sequence[dict[str, str]], readable: bool, language: str, rules_version: str,
) -> None:  # fmt: skip
    """What the screen found, beside the message it judged."""
    store.add(
        screenings, now, message_id=message_id, key_id=key_id, level=level, score=score, at=now, readable=readable,
        categories=" ".join(categories), because=json.dumps(because, ensure_ascii=False), language=language,
        rules_version=rules_version,
    )  # fmt: skip


def shown_at(store: Store, address: Address, after: int = 0, limit: int = 500) -> list[Message]:
    """What this address may see, oldest first: everything with full trust, else only what was said there."""
    query = sa.select(messages).where(
        store.here(messages), messages.c.conversation_id == address.conversation_id, messages.c.seq > after
    )
    if address.trust != "full":
        query = query.where(messages.c.address_id == address.id)
    return _opened(store, store.rows(query.order_by(messages.c.seq).limit(limit)))


def of_conversation(
    store: Store,
    conversation_id: UUID,
    *,
    reader: UUID | None = None,
    after: int = 0,
    last: int | None = None,
) -> list[Message]:
    """The messages of a conversation, oldest first, without those withheld from `reader`."""
    query = sa.select(messages).where(
        store.here(messages), messages.c.conversation_id == conversation_id, messages.c.seq > after
    )
    if reader is not None:
        hidden = sa.select(withheld.c.message_id).where(store.here(withheld), withheld.c.staff_id == reader)
        query = query.where(messages.c.id.not_in(hidden))
    if last is not None:
        query = query.order_by(messages.c.seq.desc()).limit(last)
        return list(reversed(_opened(store, store.rows(query))))
    return _opened(store, store.rows(query.order_by(messages.c.seq)))


def written_at(store: Store, address_id: UUID, message_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these messages that were written at this address."""
    query = sa.select(messages.c.id).where(
        store.here(messages), messages.c.address_id == address_id, messages.c.id.in_(list(message_ids))
    )
    return {row["id"] for row in store.rows(query)}


def last_written_from(store: Store, conversation_id: UUID, address_ids: Iterable[UUID]) -> UUID | None:
    """Which of these addresses the child wrote from last."""
    query = (
        sa.select(messages.c.address_id)
        .where(
            store.here(messages),
            messages.c.conversation_id == conversation_id,
            messages.c.author == "child",
            messages.c.address_id.in_(list(address_ids)),
        )
        .order_by(messages.c.seq.desc())
    )
    row = store.row(query)
    return row["address_id"] if row else None


def by_id(store: Store, message_id: UUID) -> Message:
    """Raises `NotFound`."""
    found = _opened(store, store.rows(sa.select(messages).where(store.here(messages), messages.c.id == message_id)))
    if not found:
        raise NotFound(f"Message {message_id} is not known.")
    return found[0]


def of_arrival(store: Store, channel: str, external_id: str) -> UUID | None:
    """The message that came in as this arrival, to tie an edit to what it is a new version of."""
    query = (
        sa.select(messages.c.id)
        .join(inbox, sa.and_(inbox.c.authority == messages.c.authority, inbox.c.id == messages.c.inbox_id))
        .where(store.here(messages), inbox.c.channel == channel, inbox.c.external_id == external_id)
        .order_by(messages.c.seq)
    )
    row = store.row(query)
    return row["id"] if row else None


@dataclass(frozen=True, slots=True)
class Heard:
    """The part of a message that tells what was said before."""

    id: UUID
    author: str
    kind: str
    text: str
    at: datetime


def recent_words(store: Store, conversation_ids: Iterable[UUID], count: int) -> dict[UUID, list[Heard]]:
    """What was said in the last `count` messages of each conversation, oldest first, with one query for all."""
    columns = ("conversation_id", "key_id", "id", "author", "kind", "text", "at")
    rows = store.connection.execute(_recent(store, conversation_ids, count, *(messages.c[name] for name in columns)))
    found = rows.all()
    store.keyring.load(store.connection, {row.key_id for row in found})
    result: dict[UUID, list[Heard]] = {}
    for where, key_id, message_id, author, kind, text, at in found:
        heard = Heard(message_id, author, kind, store.open(messages.c.text, message_id, key_id, text), at)
        result.setdefault(where, []).append(heard)
    return result


def recent(store: Store, conversation_ids: Iterable[UUID], count: int) -> dict[UUID, list[Message]]:
    """The last `count` messages of each conversation, oldest first, with one query for all."""
    result: dict[UUID, list[Message]] = {}
    for message in _opened(store, store.rows(_recent(store, conversation_ids, count, messages))):
        result.setdefault(message.conversation_id, []).append(message)
    return result


def _recent(store: Store, conversation_ids: Iterable[UUID], count: int, *what: Any) -> sa.Select[Any]:
    return (
        sa.select(*what)
        .join(
            conversations,
            sa.and_(
                conversations.c.authority == messages.c.authority,
                conversations.c.id == messages.c.conversation_id,
            ),
        )
        .where(
            store.here(messages),
            messages.c.conversation_id.in_(list(conversation_ids)),
            messages.c.seq > conversations.c.last_seq - count,
        )
        .order_by(messages.c.conversation_id, messages.c.seq)
    )


def screenings_of(store: Store, message_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """The gravest screening of each message, the newest of equals: a later, quieter one never lowers anything.

    Each holds level, categories (list), because (list of dicts), readable, language, rules_version.
    """
    query = (
        sa.select(screenings)
        .where(store.here(screenings), screenings.c.message_id.in_(list(message_ids)))
        .order_by(screenings.c.at)
    )
    return {
        row["message_id"]: row | {"because": json.loads(row["because"]), "categories": row["categories"].split()}
        for row in sorted(store.opened(screenings, store.rows(query)), key=lambda row: GRAVITY[row["level"]])
    }


def mark_for_iro(store: Store, message_id: UUID) -> None:
    """From here on this message waits for a real reply."""
    waiting = store.waiting_row(messages, message_id)
    if waiting is not None:
        waiting["for_iro"] = True
        return

    def written() -> sa.Update:
        query = sa.update(messages).where(store.here(messages), messages.c.id == sa.bindparam("of_message"))
        return query.values(for_iro=True)

    store.change_later("messages for the IRO", written, of_message=message_id)


def keep_private(store: Store, message_ids: Iterable[UUID]) -> None:
    """From every IRO, today's, a deputy's and whoever comes after: what is said about a complaint is the manager's."""
    store.flush()
    store.connection.execute(
        sa.update(messages).where(store.here(messages), messages.c.id.in_(list(message_ids))).values(private=True)
    )


def withhold(store: Store, message_ids: Iterable[UUID], staff_ids: Iterable[UUID], now: datetime) -> None:
    """These adults never see these messages: a concern in them is about them, or a complaint."""
    store.flush()
    message_ids, staff_ids = list(message_ids), list(staff_ids)
    query = sa.select(withheld.c.message_id, withheld.c.staff_id).where(
        store.here(withheld), withheld.c.message_id.in_(message_ids), withheld.c.staff_id.in_(staff_ids)
    )
    known = {(row["message_id"], row["staff_id"]) for row in store.rows(query)}
    for message_id in message_ids:
        for staff_id in staff_ids:
            if (message_id, staff_id) not in known:
                store.add(withheld, now, message_id=message_id, staff_id=staff_id)


def give_back(store: Store, message_ids: Iterable[UUID], staff_id: UUID) -> None:
    """Undo `withhold`, but for what another concern about this adult, or a complaint, still keeps from them."""
    store.flush()
    kept = sa.union(
        sa.select(concern_events.c.message_id)
        .join(
            exclusions,
            sa.and_(
                exclusions.c.authority == concern_events.c.authority,
                exclusions.c.concern_id == concern_events.c.concern_id,
            ),
        )
        .where(store.here(concern_events), exclusions.c.staff_id == staff_id, concern_events.c.message_id.is_not(None)),
        sa.select(requests.c.message_id).where(
            store.here(requests), requests.c.kind == "complaint", requests.c.message_id.is_not(None)
        ),
        sa.select(complaint_words.c.message_id).where(
            store.here(complaint_words), complaint_words.c.message_id.is_not(None)
        ),
    ).subquery()
    store.connection.execute(
        sa.delete(withheld).where(
            store.here(withheld), withheld.c.staff_id == staff_id, withheld.c.message_id.in_(list(message_ids)),
            withheld.c.message_id.not_in(sa.select(kept.c.message_id)),
        )
    )  # fmt: skip


def _opened(store: Store, rows: Iterable[Row]) -> list[Message]:
    names = Message.__dataclass_fields__
    return [
        Message(**{n: row[n] for n in names if n != "choices"}, choices=tuple(json.loads(row["choices"] or "[]")))
        for row in store.opened(messages, rows)
    ]

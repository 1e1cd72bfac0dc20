"""Letters: what an IRO has written to a child and not sent yet; until then it may be changed and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Conversation
from storage.errors import BadData, NotFound
from storage.store import Store
from storage.tables import letters

OPEN = ("waiting", "held", "draft")
"""`waiting` goes at its time; `held` and `draft` go when an IRO says so, who has read why they did not."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `why` says what keeps a held one (concern, unsafe) or made a draft of it (iro_changed)."""

    id: UUID
    conversation_id: UUID
    key_id: UUID
    staff_id: UUID
    text: str
    state: str
    why: str
    due_at: datetime
    made_at: datetime
    changed_at: datetime | None
    ended_at: datetime | None
    message_id: UUID | None


def keep(
    store: Store, conversation: Conversation, staff_id: UUID, text: str, due_at: datetime, now: datetime
) -> UUID:  # fmt: skip
    """Keep a letter until its time. Raises `BadData` for one without words."""
    return store.add(
        letters, now, conversation_id=conversation.id, key_id=conversation.key_id, staff_id=staff_id,
        text=_words(text), state="waiting", why="", due_at=due_at, made_at=now,
    )  # fmt: skip


def rewrite(store: Store, letter: Letter, staff_id: UUID, text: str, due_at: datetime, now: datetime) -> UUID:
    """Other words or another time, by whoever answers for the child now: the new letter stands in the old one's place.

    The old one stays on record. Raises `BadData` when it was sent or taken back meanwhile.
    """
    take_back(store, letter, now)
    return store.add(
        letters, now, conversation_id=letter.conversation_id, key_id=letter.key_id, staff_id=staff_id,
        text=_words(text), state="waiting", why="", due_at=due_at, made_at=now,
    )  # fmt: skip


def take_back(store: Store, letter: Letter, now: datetime) -> None:
    """It is not sent. Raises `BadData` when it has gone already."""
    store.flush()
    open_still = letters.c.state.in_(OPEN)
    which = (store.here(letters), letters.c.id == letter.id, open_still)
    taken = store.connection.execute(sa.update(letters).where(*which).values(state="taken_back", ended_at=now))
    if not taken.rowcount:
        raise BadData("letter_gone")


def sent(store: Store, letter: Letter, message_id: UUID, now: datetime) -> None:
    store.change(letters, letter.id, state="sent", ended_at=now, message_id=message_id, why="")


def stop(store: Store, letter: Letter, state: str, why: str, now: datetime) -> None:
    """It does not go by itself any more: `held`, or a `draft` for another IRO."""
    store.change(letters, letter.id, state=state, why=why, changed_at=now)


def get(store: Store, letter_id: UUID) -> Letter:
    """Raises `NotFound`."""
    found = _of(store, letters.c.id == letter_id)
    if not found:
        raise NotFound("There is no such letter.")
    return found[0]


def open_in(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, list[Letter]]:
    """By conversation, what is written and not sent, the first to go first."""
    found: dict[UUID, list[Letter]] = {}
    for letter in _of(store, letters.c.conversation_id.in_(list(conversation_ids)), letters.c.state.in_(OPEN)):
        found.setdefault(letter.conversation_id, []).append(letter)
    return found


def stopped_in(store: Store, conversation_ids: Iterable[UUID]) -> frozenset[UUID]:
    """The conversations in which a letter has to be looked at before it can go."""
    query = sa.select(letters.c.conversation_id).where(
        store.here(letters), letters.c.conversation_id.in_(list(conversation_ids)),
        letters.c.state.in_(("held", "draft")),
    )  # fmt: skip
    return frozenset(row["conversation_id"] for row in store.rows(query))


def due(store: Store, now: datetime, limit: int = 100) -> list[tuple[UUID, UUID]]:
    """The conversation and the letter of those whose time has come."""
    query = (
        sa.select(letters.c.conversation_id, letters.c.id)
        .where(store.here(letters), letters.c.state == sa.literal_column("'waiting'"), letters.c.due_at <= now)
        .order_by(letters.c.due_at, letters.c.id)
        .limit(limit)
    )
    return [(row["conversation_id"], row["id"]) for row in store.rows(query)]


def _words(text: str) -> str:
    if not text.strip():
        raise BadData("empty")
    return text.strip()


def _of(store: Store, *conditions: sa.ColumnElement[bool]) -> list[Letter]:
    store.flush()
    query = sa.select(letters).where(store.here(letters), *conditions).order_by(letters.c.due_at, letters.c.id)
    names = Letter.__dataclass_fields__
    return [Letter(**{name: row[name] for name in names}) for row in store.opened(letters, store.rows(query))]

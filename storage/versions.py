"""Changing one's words and taking them back: every version stays on record, under the message it began with.

A version is a message of its own, with `replaces_id` the first one; where the words were taken back its kind is
`TAKEN_BACK` and it has none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.messages import Message, by_id
from storage.store import Store
from storage.tables import concern_events, corrections, exclusions, messages, withheld

TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Version:
    """How a message stands now: its words, since when, and whether they were taken back."""

    text: str
    at: datetime
    taken_back: bool


def latest(store: Store, firsts: Iterable[UUID]) -> dict[UUID, Version]:
    """By first message, how those of them stand that were changed or taken back."""
    query = (
        sa.select(messages)
        .where(store.here(messages), messages.c.replaces_id.in_(list(firsts)))
        .order_by(messages.c.seq)
    )
    return {
        row["replaces_id"]: Version(row["text"], row["at"], row["kind"] == TAKEN_BACK)
        for row in store.opened(messages, store.rows(query))
    }


def ids_of(store: Store, first: UUID) -> set[UUID]:
    """Everything that was written in the place of this message."""
    query = sa.select(messages.c.id).where(store.here(messages), messages.c.replaces_id == first)
    return {row["id"] for row in store.rows(query)}


def in_order(said: Iterable[Message]) -> Mapping[UUID, Sequence[Message]]:
    """By first message, what was written in its place, oldest first."""
    found: dict[UUID, list[Message]] = {}
    for message in said:
        if message.replaces_id is not None:
            found.setdefault(message.replaces_id, []).append(message)
    return found


def first_of(store: Store, message_id: UUID) -> Message:
    """The message that this one is a version of, or itself. Raises `NotFound`."""
    message = by_id(store, message_id)
    return by_id(store, message.replaces_id) if message.replaces_id else message


def withhold_alike(store: Store, first: UUID, version: UUID, now: datetime) -> None:
    """Whoever must not see the first must not see what stands in its place."""
    store.flush()
    said = sa.select(withheld.c.staff_id).where(store.here(withheld), withheld.c.message_id == first)
    about = (
        sa.select(exclusions.c.staff_id)
        .join(
            concern_events,
            sa.and_(
                concern_events.c.authority == exclusions.c.authority,
                concern_events.c.concern_id == exclusions.c.concern_id,
            ),
        )
        .where(store.here(exclusions), concern_events.c.message_id == first)
    )
    for staff_id in {row["staff_id"] for row in [*store.rows(said), *store.rows(about)]}:
        store.add(withheld, now, message_id=version, staff_id=staff_id)


def why(store: Store, version: UUID, key_id: UUID, staff_id: UUID, reason: str, now: datetime) -> None:
    """Keep why a member of staff changed their words or took them back."""
    store.add(corrections, now, message_id=version, key_id=key_id, staff_id=staff_id, reason=reason, at=now)


def reasons(store: Store, version_ids: Iterable[UUID]) -> dict[UUID, str]:
    """By version, why."""
    query = sa.select(corrections).where(store.here(corrections), corrections.c.message_id.in_(list(version_ids)))
    return {row["message_id"]: row["reason"] for row in store.opened(corrections, store.rows(query))}

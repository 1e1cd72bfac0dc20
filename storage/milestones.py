"""Milestones: what was explained, agreed, told and known, how and when. Evidence, never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Conversation
from storage.store import Store
from storage.tables import milestones


@dataclass(frozen=True, slots=True)
class Milestone:
    """One thing that happened; `staff_id` is the IRO it was about."""

    id: UUID
    conversation_id: UUID
    key_id: UUID
    kind: str
    value: str
    detail: str | None
    staff_id: UUID | None
    message_id: UUID | None
    channel: str
    at: datetime


def reach(
    store: Store, conversation: Conversation, now: datetime, kind: str, *, channel: str, value: str = "",
    detail: str | None = None, staff_id: UUID | None = None, message_id: UUID | None = None,
) -> UUID:  # fmt: skip
    """Put a milestone on record."""
    return store.add(
        milestones, now, conversation_id=conversation.id, key_id=conversation.key_id, kind=kind, value=value,
        detail=detail, staff_id=staff_id, message_id=message_id, channel=channel, at=now,
    )  # fmt: skip


def iros_named(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """Which IROs each child has been asked about or told of, by conversation."""
    query = sa.select(milestones.c.conversation_id, milestones.c.staff_id).where(
        store.here(milestones),
        milestones.c.conversation_id.in_(list(conversation_ids)),
        milestones.c.kind.in_(("knowing", "told")),
        milestones.c.staff_id.is_not(None),
    )
    store.flush()
    named: dict[UUID, set[UUID]] = {}
    for row in store.connection.execute(query):
        named.setdefault(row.conversation_id, set()).add(row.staff_id)
    return named


def reached_in(store: Store, conversation_ids: Iterable[UUID], kind: str) -> frozenset[UUID]:
    """In which of these conversations a milestone of this kind was reached."""
    query = sa.select(milestones.c.conversation_id).where(
        store.here(milestones), milestones.c.conversation_id.in_(list(conversation_ids)), milestones.c.kind == kind
    )
    return frozenset(row["conversation_id"] for row in store.rows(query.distinct()))


def last_reached(store: Store, conversation_ids: Iterable[UUID], kind: str) -> dict[UUID, datetime]:
    """When a milestone of this kind was reached last, by conversation."""
    query = (
        sa.select(milestones.c.conversation_id, sa.func.max(milestones.c.at).label("at"))
        .where(
            store.here(milestones), milestones.c.conversation_id.in_(list(conversation_ids)), milestones.c.kind == kind
        )
        .group_by(milestones.c.conversation_id)
    )
    return {row["conversation_id"]: row["at"] for row in store.rows(query)}


def last_about(store: Store, conversation_ids: Iterable[UUID], kind: str) -> dict[tuple[UUID, UUID], datetime]:
    """When a milestone of this kind was reached last, by conversation and the member of staff it was about."""
    query = (
        sa.select(milestones.c.conversation_id, milestones.c.staff_id, sa.func.max(milestones.c.at).label("at"))
        .where(
            store.here(milestones), milestones.c.conversation_id.in_(list(conversation_ids)),
            milestones.c.kind == kind, milestones.c.staff_id.is_not(None),
        )
        .group_by(milestones.c.conversation_id, milestones.c.staff_id)
    )  # fmt: skip
    return {(row["conversation_id"], row["staff_id"]): row["at"] for row in store.rows(query)}


def values_of(store: Store, kind: str) -> list[str]:
    """The value of every milestone of this kind."""
    query = sa.select(milestones.c.value).where(store.here(milestones), milestones.c.kind == kind)
    return [row["value"] for row in store.rows(query)]


def of_conversations(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, list[Milestone]]:
    """Every milestone, oldest first, by conversation."""
    query = (
        sa.select(milestones)
        .where(store.here(milestones), milestones.c.conversation_id.in_(list(conversation_ids)))
        .order_by(milestones.c.at, milestones.c.id)
    )
    result: dict[UUID, list[Milestone]] = {}
    for row in store.opened(milestones, store.rows(query)):
        milestone = Milestone(**{name: row[name] for name in Milestone.__dataclass_fields__})
        result.setdefault(milestone.conversation_id, []).append(milestone)
    return result

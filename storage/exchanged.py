"""When a child and their IRO last really wrote to each other: the IRO's last words that the child answered."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.messages import NO_REPLY
from storage.store import Store
from storage.tables import conversations, messages


def last_of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, datetime]:
    """By child; who never exchanged words with an IRO is not there."""
    answered = messages.alias("answered")
    later = (
        sa.select(answered.c.id)
        .where(
            answered.c.authority == messages.c.authority, answered.c.conversation_id == messages.c.conversation_id,
            answered.c.author == "child", answered.c.kind != "choice", answered.c.seq > messages.c.seq,
        )
        .exists()
    )  # fmt: skip
    query = (
        sa.select(conversations.c.child_id, sa.func.max(messages.c.at).label("at"))
        .join(
            conversations,
            sa.and_(
                conversations.c.authority == messages.c.authority, conversations.c.id == messages.c.conversation_id
            ),
        )
        .where(
            store.here(messages), conversations.c.child_id.in_(list(child_ids)), messages.c.author == "iro",
            messages.c.flow != NO_REPLY, later,
        )
        .group_by(conversations.c.child_id)
    )  # fmt: skip
    return {row["child_id"]: row["at"] for row in store.rows(query)}

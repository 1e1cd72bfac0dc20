"""Who stopped half way and may be reminded, once."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import addresses, answers, concerns, conversations, milestones


def due(store: Store, silent_since: datetime, now: datetime, limit: int = 100) -> list[UUID]:
    """Children with answers they have not read back, silent since then, never reminded since they last wrote.

    Not where somebody else may read it, not where the child said stop, not while a concern is open or the IRO writes.
    """
    no_reminders = sa.select(milestones.c.conversation_id).where(
        store.here(milestones), milestones.c.kind.in_(("no_reminders", "approved"))
    )
    worried = sa.select(concerns.c.conversation_id).where(store.here(concerns), concerns.c.state != "closed")
    unfinished = sa.select(answers.c.conversation_id).where(store.here(answers), answers.c.state == "said")
    reachable = sa.select(addresses.c.conversation_id).where(
        store.here(addresses), addresses.c.channel != "web", addresses.c.state == "ok", addresses.c.trust == "full"
    )
    query = (
        sa.select(conversations.c.id)
        .where(
            store.here(conversations),
            conversations.c.child_id.is_not(None),
            conversations.c.child_wrote_at <= silent_since,
            conversations.c.safe_to_write != "no",
            sa.or_(conversations.c.talking_until.is_(None), conversations.c.talking_until <= now),
            sa.or_(conversations.c.reminded_at.is_(None), conversations.c.reminded_at < conversations.c.child_wrote_at),
            conversations.c.id.in_(unfinished),
            conversations.c.id.in_(reachable),
            conversations.c.id.not_in(no_reminders),
            conversations.c.id.not_in(worried),
        )
        .order_by(conversations.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(store.connection.execute(query).scalars())


def reminded(store: Store, conversation_id: UUID, now: datetime) -> None:
    store.change(conversations, conversation_id, reminded_at=now)

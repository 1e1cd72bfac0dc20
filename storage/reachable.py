"""Which children can be reached by a message at all: a place where they have proved who they are, and that works."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import addresses, conversations


@dataclass(frozen=True, slots=True)
class Place:
    """Where a child has written from, without the address itself. `state` is ok, unreachable, stopped or closed."""

    channel: str
    trust: str
    state: str


def places(store: Store, child_ids: Iterable[UUID] | None = None) -> dict[UUID, list[Place]]:
    """The places of every child who has any, or of these."""
    query = (
        sa.select(conversations.c.child_id, addresses.c.channel, addresses.c.trust, addresses.c.state)
        .join(
            addresses,
            sa.and_(
                addresses.c.authority == conversations.c.authority, addresses.c.conversation_id == conversations.c.id
            ),
        )
        .where(store.here(conversations), conversations.c.child_id.is_not(None))
        .order_by(addresses.c.channel, addresses.c.id)
    )  # fmt: skip
    if child_ids is not None:
        query = query.where(conversations.c.child_id.in_(list(child_ids)))
    found: dict[UUID, list[Place]] = {}
    for row in store.rows(query):
        found.setdefault(row["child_id"], []).append(Place(row["channel"], row["trust"], row["state"]))
    return found


def lost(places: Iterable[Place]) -> bool:
    """Whether a child who could be reached once can be no more."""
    proved = [one for one in places if one.trust == "full"]
    return bool(proved) and all(one.state != "ok" for one in proved)

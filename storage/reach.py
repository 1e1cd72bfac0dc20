"""How far each child has come: a card, a conversation, what they were asked and told. No words are opened for this."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import invites
from storage.store import Store
from storage.tables import addresses, conversations, milestones

ABOUT_THE_IRO = ("knowing", "told", "explained")


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone without its words; `staff_id` is the IRO it was about."""

    kind: str
    value: str
    staff_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Reach:
    """`card` is the state of the newest card (None: never given one).

    `trust` is the best of the child's addresses: full, add_only, or none when the child never came.
    """

    card: str | None = None
    trust: str = "none"
    steps: tuple[Step, ...] = ()


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Reach]:
    """Four queries, however many children; steps are oldest first."""
    wanted = set(child_ids)
    cards = invites.latest(store)
    found = {child_id: Reach(card=cards.get(child_id)) for child_id in wanted}
    talks = _talks(store, wanted)
    trusts, steps = _trusts(store), _steps(store)
    for conversation_id, child_id in talks.items():
        found[child_id] = replace(
            found[child_id],
            trust=_best(trusts.get(conversation_id, set())),
            steps=tuple(steps.get(conversation_id, ())),
        )
    return found


def _best(trusts: set[str]) -> str:
    return next((trust for trust in ("full", "add_only") if trust in trusts), "none")


def _talks(store: Store, wanted: set[UUID]) -> dict[UUID, UUID]:
    query = sa.select(conversations.c.id, conversations.c.child_id).where(
        store.here(conversations), conversations.c.child_id.is_not(None)
    )
    return {row["id"]: row["child_id"] for row in store.rows(query) if row["child_id"] in wanted}


def _trusts(store: Store) -> dict[UUID, set[str]]:
    query = sa.select(addresses.c.conversation_id, addresses.c.trust).where(store.here(addresses)).distinct()
    found: dict[UUID, set[str]] = {}
    for row in store.rows(query):
        found.setdefault(row["conversation_id"], set()).add(row["trust"])
    return found


def _steps(store: Store) -> dict[UUID, list[Step]]:
    columns = (milestones.c.kind, milestones.c.value, milestones.c.staff_id, milestones.c.at)
    query = (
        sa.select(milestones.c.conversation_id, *columns)
        .where(store.here(milestones), milestones.c.kind.in_(ABOUT_THE_IRO))
        .order_by(milestones.c.at, milestones.c.id)
    )
    found: dict[UUID, list[Step]] = {}
    for row in store.rows(query):
        step = Step(row["kind"], row["value"], row["staff_id"], row["at"])
        found.setdefault(row["conversation_id"], []).append(step)
    return found

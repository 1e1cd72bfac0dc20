"""What a child was offered around a review without having asked for it, so that it stays seldom."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.errors import BadData
from storage.store import Store
from storage.tables import answers, offers, reviews

KINDS = ("offered", "not_reached", "feedback", "check_in_asked")
"""`offered`: to get ready. `not_reached`: the IRO was told so. `feedback`, `check_in_asked`: asked once after it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing said first."""

    id: UUID
    conversation_id: UUID
    review_id: UUID
    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NotReached:
    """A child who has not said anything for a review that is coming. `offers`: how often the computer tried."""

    child_id: UUID
    review_id: UUID
    offers: int
    since: datetime


def make(store: Store, conversation_id: UUID, review_id: UUID, kind: str, now: datetime) -> UUID:
    """Raises `BadData` for another kind."""
    if kind not in KINDS:
        raise BadData(f"An offer is {', '.join(KINDS)}; not {kind}.")
    return store.add(offers, now, conversation_id=conversation_id, review_id=review_id, kind=kind, at=now)


def of_reviews(store: Store, review_ids: Iterable[UUID]) -> dict[UUID, list[Offer]]:
    """By review, oldest first."""
    query = (
        sa.select(*(offers.c[field.name] for field in fields(Offer)))
        .where(store.here(offers), offers.c.review_id.in_(list(review_ids)))
        .order_by(offers.c.at, offers.c.id)
    )
    found: dict[UUID, list[Offer]] = {}
    for row in store.rows(query):
        found.setdefault(row["review_id"], []).append(Offer(**row))
    return found


def not_reached(store: Store) -> list[NotReached]:
    """Children an IRO should try in another way: told to the IRO, still silent, the review still to come."""
    spoken = sa.exists().where(
        answers.c.authority == offers.c.authority, answers.c.conversation_id == offers.c.conversation_id,
        answers.c.at > offers.c.at,
    )  # fmt: skip
    query = (
        sa.select(offers.c.review_id, offers.c.at, reviews.c.child_id)
        .join(reviews, sa.and_(reviews.c.authority == offers.c.authority, reviews.c.id == offers.c.review_id))
        .where(store.here(offers), offers.c.kind == "not_reached", reviews.c.held_on.is_(None), ~spoken)
        .order_by(reviews.c.planned_for, offers.c.at)
    )
    rows = store.rows(query)
    made = of_reviews(store, [row["review_id"] for row in rows])
    return [
        NotReached(
            row["child_id"], row["review_id"], sum(one.kind == "offered" for one in made[row["review_id"]]), row["at"]
        )
        for row in rows
    ]

"""What waits for an IRO after reviews: children to tell, and children who say "not yet"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from portal.pages.review_due import Telling, telling
from reviews.settings import ReviewSettings
from storage import decisions, reviews
from storage.caseload import Case
from storage.days import london_day
from storage.decisions import Decision
from storage.reviews import Review
from storage.store import Store

LATELY = timedelta(days=28)
"""A review held longer ago, of which nothing was ever written down here, is not chased: it was before this service."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """A decision of which the child says that it has not happened; somebody acts by `by`. `review` is a reference."""

    decision: Decision
    by: date
    review: str


@dataclass(frozen=True, slots=True)
class AfterReview:
    """A review that was held, and what its child still has to be told."""

    review: Review
    name: str
    telling: Telling


def not_yets_of(store: Store, cases: Sequence[Case], hidden: frozenset[UUID]) -> dict[UUID, list[NotYet]]:
    """By child, what stands without an answer; nothing that came with a message which is hidden from the reader."""
    found = [
        (decision, view)
        for decision, view in decisions.not_yets(store, [case.child.id for case in cases])
        if view.message_id not in hidden
    ]
    held = reviews.many(store, {decision.review_id for decision, _ in found})
    waiting: dict[UUID, list[NotYet]] = {}
    for decision, view in found:
        by = view.answer_by or london_day(view.at)
        waiting.setdefault(decision.child_id, []).append(NotYet(decision, by, held[decision.review_id].reference))
    return waiting


def after_reviews(store: Store, cases: Sequence[Case], settings: ReviewSettings, today: date) -> list[AfterReview]:
    """The last reviews of these children after which something is still to be told, the one due first at the top."""
    names = {case.child.id: case.name for case in cases}
    last = reviews.last_for(store, names)
    made = decisions.of_reviews(store, [review.id for review in last.values()])
    waiting = []
    for review in last.values():
        stands = telling(review, made.get(review.id, ()), settings, today)
        lately = review.held_on is not None and review.held_on > today - LATELY
        if stands is not None and stands.open and (lately or stands.untold):
            waiting.append(AfterReview(review, names[review.child_id], stands))
    return sorted(waiting, key=lambda one: one.telling.by)

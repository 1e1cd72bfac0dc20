"""Reviews of Exampleshire with decisions in them, for tests of what follows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.following_up import FollowingUp
from bot.played import Played
from storage import allocations, children, decisions, reviews
from storage.reviews import Review
from storage.store import Store

BUS = {
    "words": "Transport: the LA to arrange a bus pass.", "plain": "You will get a bus pass for school.",
    "owner": "Amy, your social worker", "due_on": date(2026, 12, 4),
}  # fmt: skip
JAY = {
    "words": "Sibling contact weekly.", "plain": "You will see Jay every Saturday.", "owner": "Amy",
    "due_on": date(2026, 12, 11),
}  # fmt: skip


def held_review(store: Store, reference: str, day: date) -> Review:
    """The next review of this child, as if it had been held on that day."""
    child = children.by_reference(store, reference)
    assert child is not None
    review = reviews.next_of(store, child.id)
    assert review is not None
    reviews.change(store, review, held_on=day, planned_for=day, status="held")
    store.flush()
    return reviews.load(store, review.id)


def decided(played: Played, reference: str, *lines: dict[str, Any], on: date = date(2026, 11, 19)) -> Review:
    """A review held on that day, with these decisions written down and nobody told."""

    def write(store: Store) -> Review:
        review = held_review(store, reference, on)
        iro = allocations.iro_of(store, review.child_id, on)
        assert iro is not None
        for line in lines:
            decisions.make(store, review, iro.id, played.clock.now, **line)
        return review

    return played.service.database.write_now(write)


def tell(played: Played, review: Review, now: datetime | None = None) -> int:
    """The IRO presses the button."""
    after, at = FollowingUp(played.service.speaker), now or played.clock.now
    return played.service.database.write_now(lambda store: after.tell_decisions(store, review.id, at))

"""What is due around a review, by when a child is told what was decided, and whether that was kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reviews.settings import ReviewSettings
from reviews.timetable import OFFICE, Item, around
from reviews.working_days import add_working_days, working_days_between
from safeguarding.rota import LONDON
from storage.decisions import Decision
from storage.reviews import Review


@dataclass(frozen=True, slots=True)
class Telling:
    """What a held review decided and how much of it the child has been told, of which `in_time` by the day `by`.

    `days_left` are working days from today; below 0 when the day has passed.
    """

    by: date
    all: int
    told: int
    in_time: int
    days_left: int

    @property
    def untold(self) -> int:
        return self.all - self.told

    @property
    def open(self) -> bool:
        """There is something to tell, or nothing written to tell yet."""
        return self.untold > 0 or self.all == 0

    @property
    def late(self) -> bool:
        return self.open and self.days_left < 0


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing that is due before or after the review; `done` is None where only people know."""

    item: Item
    done: bool | None

    def late(self, today: date) -> bool:
        return self.done is False and self.item.overdue(today)


def to_do(
    review: Review, settings: ReviewSettings, looked_after_since: date, *, done: Mapping[str, bool]
) -> list[ToDo]:  # fmt: skip
    """Before the review what is due before it, afterwards what is due after it; `done` says what is known, by code."""
    side = ("before", "looked_after") if review.held_on is None else ("after",)
    since = looked_after_since if review.number == 1 else None
    items = [item for item in around(settings, review.on, looked_after_since=since) if item.counted in side]
    return [ToDo(item, done.get(item.code)) for item in items]


def telling(review: Review, found: Sequence[Decision], settings: ReviewSettings, today: date) -> Telling | None:
    """How it stands with telling the child; None before the review was held."""
    if review.held_on is None:
        return None
    by = add_working_days(OFFICE, review.held_on, settings.decisions_told_within_working_days)
    counted = [one for one in found if one.state != "withdrawn" or one.told_at]
    told = [one.told_at.astimezone(LONDON).date() for one in counted if one.told_at]
    passed = by < today
    start, end = (by, today) if passed else (today, by)
    days = working_days_between(OFFICE, start, end)
    return Telling(by, len(counted), len(told), sum(day <= by for day in told), -max(1, days) if passed else days)

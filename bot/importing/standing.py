"""What an IRO recorded here about a review and no file takes back: an empty cell only says that it is not known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bot.importing.rows import ReviewRow
from storage import cancellations, participations
from storage.reviews import Review
from storage.store import Store

_DAY = frozenset({"planned_for", "start_time"})
_OUTCOME = frozenset({"status", "late", "days_late", "late_reason"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The days that IROs cancelled, by review, and the reviews whose participation code an IRO confirmed."""

    cancelled: frozenset[tuple[UUID, date]]
    confirmed: frozenset[UUID]

    @property
    def cancelled_reviews(self) -> frozenset[UUID]:
        return frozenset(review for review, _ in self.cancelled)

    def against(self, review: Review, row: ReviewRow) -> frozenset[str]:
        """The names of what stays as it is on record, whatever the row says."""
        names: set[str] = set()
        if row.planned_date is None and review.planned_for is not None:
            names |= _DAY  # only the IRO cancels a review
        if row.held_date is None and review.held_on is not None:
            names |= {"held_on", *_OUTCOME, *_DAY}
        elif row.held_date is None and (review.id, row.planned_date) in self.cancelled:
            names |= _DAY | _OUTCOME
        if row.participation_code is None or review.id in self.confirmed:
            names |= {"participation_code"}
        return frozenset(names)


def standing(store: Store, pairs: Iterable[tuple[Review, ReviewRow]]) -> Standing:
    """What stands for these reviews against these rows."""
    cancelled = cancellations.everything(store)
    other_code = [one.id for one, row in pairs if row.participation_code not in (None, one.participation_code)]
    confirmed = participations.of_reviews(store, other_code)
    return Standing(frozenset((one.review_id, one.was_for) for one in cancelled), frozenset(confirmed))

"""Whether a review would take a child out of lessons: nobody plans over a school day without saying why."""

from datetime import time

from reviews.settings import ReviewSettings
from reviews.working_days import works_on
from storage.reviews import Review

SCHOOL_AGES = range(4, 17)
_SCHOOL_DAYS = "Mon Tue Wed Thu Fri 08:30-15:30"


def in_school_hours(review: Review, age: int, settings: ReviewSettings) -> bool:
    """Whether it is planned for an hour in which schools are open; their holidays are not known here."""
    if review.planned_for is None or not review.start_time or age not in SCHOOL_AGES:
        return False
    try:
        start = time.fromisoformat(review.start_time)
    except ValueError:
        return False  # "tbc": what somebody wrote where a time belongs
    return settings.school_hours.cover(start) and works_on(_SCHOOL_DAYS, review.planned_for)

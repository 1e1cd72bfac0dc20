"""By when a new IRO is introduced: in person if that can be, by a message of their own at latest on their first day."""

from datetime import date, timedelta

from reviews.working_days import works_on
from storage.days import london_day
from storage.iro_changes import Change


def introduce_by(pattern: str, change: Change) -> date:
    """The first day, or where the new IRO does not work on it, the working day before; never before it was planned."""
    planned, day = london_day(change.planned_at), change.from_day
    while day > planned and not works_on(pattern, day):
        day -= timedelta(days=1)
    if works_on(pattern, day):
        return day
    day = max(planned, change.from_day)
    while not works_on(pattern, day):
        day += timedelta(days=1)
    return day


def late(pattern: str, change: Change, today: date) -> bool:
    """Whether the day has passed and the child has not been introduced; or was, but too late."""
    by = introduce_by(pattern, change)
    done = change.introduced_on
    return done > by if done else today > by

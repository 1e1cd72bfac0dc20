"""When an IRO works, so that a child is told an honest date: their own days and hours, without bank holidays."""

import calendar
from datetime import date, datetime, timedelta
from itertools import groupby

from safeguarding.rota import LONDON, Shift, is_bank_holiday


def works_on(pattern: str, day: date) -> bool:
    """Whether somebody with this pattern ("Mon Tue 09:00-17:00") works on that day; nobody does on a bank holiday.

    Raises ValueError when the pattern cannot be read.
    """
    shift = Shift.parse(pattern)
    return shift.bank_holidays if is_bank_holiday(day) else day.weekday() in shift.days


def add_working_days(pattern: str, day: date, working_days: int) -> date:
    """The working day that many working days after `day`, which is itself not counted."""
    for _ in range(working_days):
        day = _first_from(pattern, day + timedelta(days=1))
    return day


def working_days_between(pattern: str, start: date, end: date) -> int:
    """How many working days have passed: those after `start`, up to and with `end`."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(works_on(pattern, day) for day in days)


def next_working_day(pattern: str, now: datetime) -> date:
    """Today while there are hours left to work, else the next day at work."""
    here = now.astimezone(LONDON)
    today = here.date()
    if works_on(pattern, today) and now < Shift.parse(pattern).turn(today)[1]:
        return today
    return _first_from(pattern, today + timedelta(days=1))


def reply_by(pattern: str, now: datetime, working_days: int = 2) -> date:
    """The day by whose end a child can expect an answer to what is written now; today does not count."""
    return add_working_days(pattern, now.astimezone(LONDON).date(), working_days)


def days_in_words(pattern: str) -> str:
    """ "Monday to Thursday", or "Monday, Tuesday and Thursday"."""
    parts: list[str] = []
    for run in runs_of_days(pattern):
        names = [calendar.day_name[day] for day in run]
        parts += [f"{names[0]} to {names[-1]}"] if len(run) > 2 else names
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def runs_of_days(pattern: str) -> list[list[int]]:
    """The weekdays of a pattern (Monday is 0), those that follow each other together: [[0, 1, 2, 3]], [[0, 1], [3]]."""
    days = sorted(Shift.parse(pattern).days)
    return [[day for _, day in run] for _, run in groupby(enumerate(days), lambda pair: pair[1] - pair[0])]


def _first_from(pattern: str, day: date) -> date:
    while not works_on(pattern, day):
        day += timedelta(days=1)
    return day

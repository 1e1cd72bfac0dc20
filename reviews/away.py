"""How long somebody is away, in their own working days: a long weekend is nothing, three weeks of leave are.

Leave written down in pieces is one stretch where no working day lies between the pieces.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from reviews.working_days import next_working_day, works_on
from safeguarding.rota import LONDON, Shift
from storage.absences import Away

LOOK_BACK = timedelta(days=31)
"""Pieces of leave that ended so long ago may still belong to the stretch of today."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Away without a day at work between. `ends_at` is the first moment back, None while nobody knows."""

    begins_at: datetime
    ends_at: datetime | None

    def covers(self, now: datetime) -> bool:
        return self.begins_at <= now and (self.ends_at is None or now < self.ends_at)

    def longer_than(self, pattern: str, working_days: int) -> bool:
        """Whether more whole working days than that are missed; when nobody knows the end, yes."""
        if self.ends_at is None:
            return True
        return sum(self.missed(pattern, day) for day in _days(self.begins_at, self.ends_at)) > working_days

    def back_on(self, pattern: str) -> date | None:
        """The first day at work again; None while nobody knows."""
        if self.ends_at is None:
            return None
        day = self.ends_at.astimezone(LONDON).date()
        while not works_on(pattern, day) or self.missed(pattern, day):
            day += timedelta(days=1)
        return day

    def missed(self, pattern: str, day: date) -> bool:
        """Whether the whole of that working day is missed."""
        begin, end = Shift.parse(pattern).turn(day)
        whole = self.begins_at <= begin and (self.ends_at is None or end <= self.ends_at)
        return whole and works_on(pattern, day)


def answer_by(pattern: str, absences: Iterable[Away], now: datetime, working_days: int) -> date:
    """The working day that many after today on which somebody is really there."""
    stretches, day = _stretches(pattern, absences), now.astimezone(LONDON).date()
    for _ in range(working_days):
        day = _first_there(pattern, stretches, day + timedelta(days=1))
    return day


def next_day_there(pattern: str, absences: Iterable[Away], now: datetime) -> date:
    """Today while there are hours left to work, else the next day at work."""
    return _first_there(pattern, _stretches(pattern, absences), next_working_day(pattern, now))


def stretch_at(pattern: str, absences: Iterable[Away], now: datetime) -> Stretch | None:
    """The stretch in which `now` lies; None for somebody who is there, or just not at work today."""
    return next((one for one in _stretches(pattern, absences) if one.covers(now)), None)


def _stretches(pattern: str, absences: Iterable[Away]) -> list[Stretch]:
    joined: list[Stretch] = []
    for away in sorted(absences, key=lambda one: one.begins_at):
        last = joined[-1] if joined else None
        if last is None or (last.ends_at is not None and _works_between(pattern, last.ends_at, away.begins_at)):
            joined.append(Stretch(away.begins_at, away.ends_at))
        elif last.ends_at is not None and (away.ends_at is None or away.ends_at > last.ends_at):
            joined[-1] = Stretch(last.begins_at, away.ends_at)
    return joined


def _first_there(pattern: str, stretches: list[Stretch], day: date) -> date:
    """The first day at work from `day`; an open end is not waited for: whoever stands in answers then."""
    ended = [one for one in stretches if one.ends_at is not None]
    while not works_on(pattern, day) or any(one.missed(pattern, day) for one in ended):
        day += timedelta(days=1)
    return day


def _works_between(pattern: str, begin: datetime, end: datetime) -> bool:
    for day in _days(begin, end):
        starts, stops = Shift.parse(pattern).turn(day)
        if works_on(pattern, day) and max(starts, begin) < min(stops, end):
            return True
    return False


def _days(begin: datetime, end: datetime) -> Iterable[date]:
    first, last = begin.astimezone(LONDON).date(), end.astimezone(LONDON).date()
    return (first + timedelta(days=n) for n in range((last - first).days + 1))

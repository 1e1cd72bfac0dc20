"""Who is on duty when, from working patterns as the staff list writes them, on the London clock.

A pattern is days, then hours: "Mon Tue Wed Thu Fri 16:30-00:30", "Sat Sun and bank holidays 08:00-00:30". Hours that
end before they begin pass midnight and belong to the day they began on; 00:00-00:00 and 00:00-24:00 are the whole day.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PATTERN = re.compile(
    r"^(?P<days>[a-z ,]*?)(?:\s*\b(?:and\s+)?(?P<holidays>bank holidays?))?"
    r"\s+(?P<start>\d{1,2}:\d\d)-(?P<end>\d{1,2}:\d\d)$"
)
_LOOK_AHEAD_DAYS = 15


@dataclass(frozen=True, slots=True)
class Shift:
    """The hours of one person: weekdays (Monday is 0), bank holidays or not, wall-clock start and end."""

    days: frozenset[int]
    bank_holidays: bool
    start: time
    end: time

    @classmethod
    @lru_cache(maxsize=512)  # the same few patterns are read for every message
    def parse(cls, pattern: str) -> "Shift":
        """Read a working pattern; raises ValueError with one line."""
        match = _PATTERN.match(" ".join(pattern.lower().split()))
        if not match:
            raise ValueError(f"working pattern {pattern!r}: expected days and hours, such as 'Mon Tue 09:00-17:00'")
        words = match["days"].replace(",", " ").split()
        unknown = [word for word in words if word not in _DAYS and word != "and"]
        if unknown:
            raise ValueError(f"working pattern {pattern!r}: '{unknown[0]}' is not a day (Mon Tue Wed Thu Fri Sat Sun)")
        days = frozenset(_DAYS.index(word) for word in words if word in _DAYS)
        if not days and not match["holidays"]:
            raise ValueError(f"working pattern {pattern!r}: no day is named")
        return cls(days, bool(match["holidays"]), _clock(match["start"], pattern), _clock(match["end"], pattern))

    def works_on(self, day: date) -> bool:
        """Does a turn of this shift begin on `day`?

        A weekday shift does not stop for a bank holiday: children do not either. One that names bank holidays
        works on them as well.
        """
        return day.weekday() in self.days or (self.bank_holidays and is_bank_holiday(day))

    def covers(self, now: datetime) -> bool:
        """Is `now` (aware) inside a turn of this shift?"""
        return self.end_of_turn(now) is not None

    def end_of_turn(self, now: datetime) -> datetime | None:
        """When the turn ends that `now` (aware) lies in, the last where two overlap; None outside every turn."""
        moment, here = _aware(now).astimezone(UTC), now.astimezone(LONDON).date()
        turns = [self.turn(day) for day in (here, here - timedelta(days=1)) if self.works_on(day)]
        return max((end for begin, end in turns if begin <= moment < end), default=None)

    def turn(self, day: date) -> tuple[datetime, datetime]:
        """Beginning and end in UTC of the turn that begins on `day`."""
        last = day if self.end > self.start else day + timedelta(days=1)
        return wall_clock(day, self.start), wall_clock(last, self.end)

    def next_start(self, now: datetime) -> datetime:
        """The next beginning of a turn after `now`, in London time."""
        here = _aware(now).astimezone(LONDON).date()
        for ahead in range(_LOOK_AHEAD_DAYS):
            day = here + timedelta(days=ahead)
            begin = self.turn(day)[0]
            if self.works_on(day) and begin > now.astimezone(UTC):
                return begin.astimezone(LONDON)
        year_on = next(here + timedelta(days=n) for n in range(400) if self.works_on(here + timedelta(days=n + 1)))
        return self.turn(year_on + timedelta(days=1))[0].astimezone(LONDON)


class OnRota(Protocol):
    """Anything with a shift."""

    @property
    def shift(self) -> Shift: ...


Officer = TypeVar("Officer", bound=OnRota)


def on_duty(officers: Iterable[Officer], now: datetime) -> list[Officer]:
    """Those whose shift covers `now`, in the order given; `now` must be aware."""
    return [officer for officer in officers if officer.shift.covers(now)]


def next_shift_start(officers: Iterable[Officer], now: datetime) -> tuple[datetime, Officer] | None:
    """When the next shift begins and whose it is; None when there is nobody on the rota."""
    starts = [(officer.shift.next_start(now), number, officer) for number, officer in enumerate(officers)]
    if not starts:
        return None
    start, _, officer = min(starts, key=lambda found: found[:2])
    return start, officer


@lru_cache(maxsize=64)
def _england(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_bank_holiday(day: date) -> bool:
    """Is `day` a bank holiday in England?"""
    return day in _england(day.year)


def from_when(text: str) -> datetime:
    """A day (its first moment) or a day and time of day, as somebody in London writes it. Raises `ValueError`."""
    return _written(text)[0]


def until_when(text: str) -> datetime:
    """The same as an end: a day counts to its end. Raises `ValueError`."""
    moment, whole_day = _written(text)
    return wall_clock(moment.astimezone(LONDON).date() + timedelta(days=1), time(0)) if whole_day else moment


def _written(text: str) -> tuple[datetime, bool]:
    words = text.replace("T", " ").split()
    try:
        day = date.fromisoformat(words[0])
        at = time.fromisoformat(words[1]) if len(words) == 2 else None
    except (ValueError, IndexError):
        day, at = None, None
    if day is None or len(words) > 2:
        raise ValueError(f"'{text}' is no day, such as 2026-12-24, nor a day and time, such as 2026-12-24 17:00")
    return wall_clock(day, at or time(0)), at is None


def _clock(text: str, pattern: str) -> time:
    hours, minutes = (int(part) for part in text.split(":"))
    if (hours, minutes) == (24, 0):
        return time(0, 0)
    if hours > 23 or minutes > 59:
        raise ValueError(f"working pattern {pattern!r}: {text} is not a time of day")
    return time(hours, minutes)


def wall_clock(day: date, at: time) -> datetime:
    """The instant of a wall-clock time: in the hour that comes twice the first, in the one that is missing the next."""
    return datetime.combine(day, at, tzinfo=LONDON).astimezone(UTC)


def _aware(now: datetime) -> datetime:
    if now.tzinfo is None:
        raise ValueError("the time now must say its time zone")
    return now

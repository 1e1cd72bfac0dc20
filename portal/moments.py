"""Moments and days as staff read them: London's time, in full. The words round them stand in `parts.html`."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)


def clock_time(moment: datetime) -> str:
    """9am, 9:05am, 4:30pm; midnight and midday as such."""
    here = london(moment)
    if here.minute == 0 and here.hour in {0, 12}:
        return "midday" if here.hour else "midnight"
    minutes = f":{here.minute:02}" if here.minute else ""
    return f"{here.hour % 12 or 12}{minutes}{'am' if here.hour < 12 else 'pm'}"


def long_day(day: date) -> str:
    """Saturday 21 November 2026. A moment counts in London."""
    here = _day(day)
    return f"{here:%A} {here.day} {here:%B} {here.year}"


def short_day(day: date) -> str:
    """21 November 2026."""
    here = _day(day)
    return f"{here.day} {here:%B} {here.year}"


def weekday(day: date) -> str:
    return f"{_day(day):%A}"


def days_before(day: date, today: date) -> int:
    """Whole calendar days in London from `day` to `today`; below 0 for what is still to come."""
    return (_day(today) - _day(day)).days


def _day(day: date) -> date:
    return london(day).date() if isinstance(day, datetime) else day


def wall_time(moment: datetime | None) -> str:
    """2026-11-23T16:00, as a form field keeps it; nothing for no moment."""
    return f"{london(moment):%Y-%m-%dT%H:%M}" if moment else ""


FILTERS: Mapping[str, Callable[..., Any]] = {
    "london": london,
    "clock_time": clock_time,
    "long_day": long_day,
    "short_day": short_day,
    "weekday": weekday,
    "days_before": days_before,
    "wall_time": wall_time,
}

"""Clocks and times of the pages that answer children: whole minutes, and what a form says."""

from datetime import UTC, date, datetime

from portal.moments import LONDON, london


def today_in_london(now: datetime) -> date:
    return london(now).date()


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes from `start` to `end`; negative when `end` is past already."""
    return int((end - start).total_seconds() // 60)


def from_form(day: str, time: str) -> datetime | None:
    """A date (2026-11-23) and a time (16:30) on London's wall clock as a moment; None when they are no such thing."""
    try:
        return datetime.fromisoformat(f"{day.strip()}T{time.strip()}").replace(tzinfo=LONDON).astimezone(UTC)
    except ValueError:
        return None

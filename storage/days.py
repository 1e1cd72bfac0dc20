"""The day on the wall: a moment is stored in UTC, a day is one in London."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london_day(moment: datetime) -> date:
    """The day in London at that moment."""
    return moment.astimezone(LONDON).date()

"""When what an IRO has written may reach a child: not in school, not at night, not where they are busy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON, is_bank_holiday
from storage.busy_times import BusyTime

SATURDAY, MONDAY = 5, 0
TOMORROW_AT = time(16)
LOOK_AHEAD = 14
"""Days within which there is a good hour for every child."""
STEP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Preset:
    """A time to choose with one tap; `code` says which (after_school, tomorrow, monday_morning)."""

    code: str
    at: datetime


def is_good(at: datetime, numbers: ReviewSettings, busy: Sequence[BusyTime]) -> bool:
    """After school, before school, and by day where there is none; by the clock in London."""
    here = at.astimezone(LONDON)
    if any(one.covers(at) for one in busy):
        return False
    if here.weekday() >= SATURDAY or is_bank_holiday(here.date()):
        return numbers.offer_on_other_days.cover(here.time())
    hours = (numbers.offer_on_school_days, numbers.letters_before_school)
    return any(one.cover(here.time()) for one in hours)


def next_good(after: datetime, numbers: ReviewSettings, busy: Sequence[BusyTime]) -> datetime | None:
    """The first good half hour from then; None when the child is busy for weeks."""
    here = after.astimezone(LONDON)
    minutes = -here.minute % 30
    at = here.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    for _ in range(LOOK_AHEAD * 48):
        if is_good(at, numbers, busy) and at >= after:
            return at
        at += STEP
    return None


def presets(now: datetime, numbers: ReviewSettings, busy: Sequence[BusyTime]) -> list[Preset]:
    """Those that lie ahead and in good hours, the soonest first, none twice."""
    here = now.astimezone(LONDON)
    school_out = numbers.offer_on_school_days.start
    found = [Preset("tomorrow", _on(here, 1, TOMORROW_AT))]
    if _is_school_day(here):
        found.append(Preset("after_school", _on(here, 0, school_out)))
    to_monday = (MONDAY - here.weekday()) % 7 or 7
    found.append(Preset("monday_morning", _on(here, to_monday, numbers.letters_before_school.start)))
    ahead = [one for one in found if one.at > now and is_good(one.at, numbers, busy)]
    return sorted(ahead, key=lambda one: one.at)


def _is_school_day(here: datetime) -> bool:
    return here.weekday() < SATURDAY and not is_bank_holiday(here.date())


def _on(here: datetime, days: int, at: time) -> datetime:
    return datetime.combine(here.date() + timedelta(days=days), at, LONDON)

"""What a child means by a few words about a time: "mon 4", "tomorrow after school", "tuesday 4.30". Pure.

What is plain is understood; what could mean two days says so; anything else is left in the child's words.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from conversations.understood import MONTHS, plain

Part = Literal["", "morning", "midday", "after_school", "evening", "any"]
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(
    r"\b(?P<which>this|next|on|not)? ?(?P<day>mon|tues?|wed(?:nes|s)?|wens|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
)
_MISSPELT = {"wensday": "wednesday", "wendsday": "wednesday", "tusday": "tuesday", "thirsday": "thursday"}
_SOON = (
    (re.compile(r"\b(?:today|tonight|later today|this (?:afternoon|evening|morning))\b"), 0),
    (re.compile(r"\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tomoz|2mo?r+o?w?|2moro)\b"), 1),
)
_DATE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b|\b(\d{1,2}) (?=(?:of )?(?:" + "|".join(m[:3] for m in MONTHS) + r"))")
_CLOCK = re.compile(
    r"(?<![\d/.:])(?:at |around |about |by )?(\d{1,2})(?:[:.]([0-5]\d))? ?(am|pm)?(?:ish| ?o ?clock)?(?![\d/:])"
)
_HALF = re.compile(r"\b(half (?:past )?|quarter past |quarter to )(\d{1,2})\b ?(am|pm)?")
_PARTS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("after_school", re.compile(r"\b(?:after (?:school|college|lessons)|afternoons?|when i (?:am )?(?:get )?home)\b")),
    ("evening", re.compile(r"\b(?:evenings?|tonight|after (?:tea|dinner))\b")),
    ("midday", re.compile(r"\b(?:lunch ?(?:time|break)?|midday|noon|dinner ?time)\b")),
    ("morning", re.compile(r"\b(?:mornings?|before (?:school|college|lunch))\b")),
    ("any", re.compile(r"\b(?:any ?(?:time|day)|whenever|i (?:do not|dont) mind|you choose|asap|first one|soonest)\b")),
)
_AFTER = re.compile(r"\b(?:after|from|past) (\d{1,2})(?:[:.]([0-5]\d))? ?(am|pm)?(?![\d/:])")
_BEFORE = re.compile(r"\b(?:before|until|till) (\d{1,2})(?:[:.]([0-5]\d))? ?(am|pm)?(?![\d/:])")
FIRST_MORNING_HOUR = 8
SHORT = 3
"""In so few words a number alone is a time of day."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What was understood. `days` are the days it may mean, none: it does not say; `ats` the times of day likewise."""

    days: tuple[date, ...] = ()
    ats: tuple[time, ...] = ()
    part: Part = ""
    not_days: tuple[date, ...] = ()
    after: time | None = None
    before: time | None = None

    @property
    def nothing(self) -> bool:
        return not (self.days or self.ats or self.part or self.after or self.before)

    @property
    def exact(self) -> bool:
        """One day and one time of day."""
        return len(self.days) == 1 and len(self.ats) == 1


def meant(text: str, today: date) -> Meant:
    """What the words say about a time, seen from this day in London."""
    said = _written_out(text)
    days, left = _days(said, today)
    not_days = tuple(
        _next(WEEK.index(found["day"][:3]), today) for found in _DAY.finditer(said) if found["which"] == "not"
    )
    part: Part = next((name for name, pattern in _PARTS if pattern.search(said)), "")
    after, left = _bound(_AFTER, left, part)
    before, left = _bound(_BEFORE, left, part)
    loose = bool(days) or len(said.split()) <= SHORT
    return Meant(days, _times(left, part, loose=loose), part, not_days, after, before)


def _written_out(text: str) -> str:
    said = text.casefold().replace("’", "'").replace("'", "")
    for wrong, right in _MISSPELT.items():
        said = said.replace(wrong, right)
    return re.sub(r"\bwens\b", "wed", " ".join(said.split()))


def _days(said: str, today: date) -> tuple[tuple[date, ...], str]:
    """The days that are named, and the words without them."""
    for pattern, ahead in _SOON:
        if pattern.search(said):
            return (today + timedelta(days=ahead),), pattern.sub(" ", said)
    dated = _dated(said, today)
    if dated is not None:
        return (dated,), _DAY.sub(" ", _DATE.sub(" ", said, count=1))
    found: list[date] = []
    for one in _DAY.finditer(said):
        if one["which"] == "not":
            continue
        day = _next(WEEK.index(one["day"][:3]), today)
        found.append(day)
        if one["which"] == "next" and (day - today).days < 7:
            found.append(day + timedelta(days=7))
    return tuple(dict.fromkeys(found)), _DAY.sub(" ", said)


def _dated(said: str, today: date) -> date | None:
    """ "the 24th", "24 nov": the next day of that number, in that month if one is named."""
    found = _DATE.search(said)
    if not found:
        return None
    number = int(found[1] or found[2])
    month = next((n for n, name in enumerate(MONTHS, 1) if re.search(rf"\b{name[:3]}(?:{name[3:]})?\b", said)), None)
    for ahead in range(370):
        day = today + timedelta(days=ahead)
        if day.day == number and month in (None, day.month):
            return day
    return None


def _next(weekday: int, today: date) -> date:
    """The next such day that is not today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _bound(pattern: re.Pattern[str], said: str, part: Part) -> tuple[time | None, str]:
    """ "after 5": not five itself, but everything from there on."""
    found = pattern.search(said)
    hour = _hour(int(found[1]), found[3] or "", part) if found else None
    return (
        (time(hour, int(found[2] or 0)), pattern.sub(" ", said, count=1))
        if found and hour is not None
        else (None, said)
    )


def _times(said: str, part: Part, *, loose: bool) -> tuple[time, ...]:
    found: list[time] = []
    for one in _HALF.finditer(said):
        minutes = {"half": 30, "quarter past": 15, "quarter to": -15}[one[1].replace("half past", "half").strip()]
        hour = _hour(int(one[2]), one[3] or "", part)
        if hour is not None:
            total = hour * 60 + minutes
            found.append(time(total // 60, total % 60))
    for one in _CLOCK.finditer(_HALF.sub(" ", said)):
        hour = _hour(int(one[1]), one[3] or "", part)
        if hour is not None and (loose or one[2] or one[3] or one[0][0] == "a"):
            found.append(time(hour, int(one[2] or 0)))
    return tuple(dict.fromkeys(found))


def _hour(number: int, half: str, part: Part) -> int | None:
    """A child's 4 is four in the afternoon; their 9 is nine in the morning, unless they say evening."""
    if number > 23 or (half and number > 12) or number == 0:
        return None
    if half == "am":
        return number % 12
    if half == "pm" or number == 12:
        return number % 12 + 12
    if number < FIRST_MORNING_HOUR and part != "morning":
        return number + 12
    return number + 12 if part == "evening" and number < 12 else number


def bare_number(text: str) -> int | None:
    """ "2", "the second one": which of the times that were offered, counted from 1."""
    said = plain(text)
    words = {"first": 1, "second": 2, "third": 3}
    named = re.fullmatch(r"(?:the )?(first|second|third)(?: (?:one|time))?(?: please)?", said)
    if named:
        return words[named[1]]
    found = re.fullmatch(r"\s*(?:number |option )?([1-9])[.)]?\s*", text)
    return int(found[1]) if found else None

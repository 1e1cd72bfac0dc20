"""Which free time a child means: their words read against what the IRO can really do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from bot.facts import LONDON
from conversations.times_said import Meant, Part, bare_number, meant
from reviews.slots import Times
from safeguarding.rota import wall_clock

Result = Literal["one", "some", "which", "taken", "words"]
SHOWN = 3
PARTS: dict[Part, tuple[time, time]] = {
    "morning": (time(0), time(12)),
    "midday": (time(12), time(14)),
    "after_school": (time(15, 30), time(19)),
    "evening": (time(17), time(23)),
}
SCHOOL_TIME: frozenset[Part] = frozenset({"morning", "midday"})


@dataclass(frozen=True, slots=True)
class Found:
    """What comes of the child's words, and the times to show or to take."""

    result: Result
    times: Sequence[datetime] = ()


def asks_for_school_time(words: str, today: date) -> bool:
    """Whether the child themselves names a time at which others are at school."""
    said = meant(words, today)
    return said.part in SCHOOL_TIME or any(time(8) <= at < time(15, 30) for at in said.ats)


def understood(words: str, offered: Sequence[datetime], times: Times, *, tried: bool) -> Found:
    """Read the words. `offered` are the times the child sees now; `tried`: they were asked once what they mean."""
    today = times.now.astimezone(LONDON).date()
    said = meant(words, today)
    named = _of_those_offered(words, said, offered)
    if named is not None:
        return Found("one", [named]) if times.is_free(named) else _others(times, "taken")
    if said.nothing:
        return Found("words") if words.strip() else _others(times, "some")
    exact = [wall_clock(day, at) for day in said.days for at in said.ats]
    if exact:
        return _exactly(exact, times, tried=tried)
    return _which_day(said, times, tried=tried) if said.ats else _some_of(said, times)


def picked(words: str, offered: Sequence[datetime], now: datetime) -> datetime | None:
    """Which of the times offered the words mean, whatever the diary says of it."""
    return _of_those_offered(words, meant(words, now.astimezone(LONDON).date()), offered)


def wanted(words: str, times: Times) -> list[datetime]:
    """The times a child gives in words, free or not, still to come: for the IRO to say yes to."""
    said = meant(words, times.now.astimezone(LONDON).date())
    every = [wall_clock(day, at) for day in said.days for at in said.ats if day not in said.not_days]
    return sorted(at for at in every if at > times.now)[:SHOWN]


def _of_those_offered(words: str, said: Meant, offered: Sequence[datetime]) -> datetime | None:
    """The only one of the times on the buttons that the words can mean."""
    fits = [at for at in offered if _named(at, said)]
    if len(fits) == 1:
        return fits[0]
    number = bare_number(words)
    return offered[number - 1] if number and not fits and number <= len(offered) else None


def _named(at: datetime, said: Meant) -> bool:
    here = at.astimezone(LONDON)
    if not (said.days or said.ats):
        return False
    return (not said.days or said.days[0] == here.date()) and (not said.ats or here.time() in said.ats)


def _exactly(exact: Sequence[datetime], times: Times, *, tried: bool) -> Found:
    free = [at for at in exact if times.is_free(at)]
    if len(exact) > 1 and len(free) > 1 and not tried:
        return Found("which", free[:SHOWN])
    return Found("one", free[:1]) if free else _others(times, "taken", near=exact[0])


def _which_day(said: Meant, times: Times, *, tried: bool) -> Found:
    """ "4pm" on no day: asked once; then the first such day."""
    fits = [at for at in times.free() if at.astimezone(LONDON).time() in said.ats]
    if not fits:
        return _others(times, "taken")
    return Found("one", fits[:1]) if tried or len(fits) == 1 else Found("which", fits[:SHOWN])


def _fits(at: datetime, said: Meant) -> bool:
    here = at.astimezone(LONDON)
    first, last = PARTS.get(said.part, (time(0), time(23, 59)))
    first, last = max(first, said.after or first), min(last, said.before or last)
    return first <= here.time() < last and here.date() not in said.not_days


def _others(times: Times, result: Result, near: datetime | None = None) -> Found:
    """What can be had instead: of the day that was named first, if there is any."""
    here = [near.astimezone(LONDON).date()] if near else None
    found = times.offered(SHOWN, here) if here else []
    found += [at for at in times.offered(SHOWN) if at not in found]
    return Found(result, sorted(found[:SHOWN])) if found else Found("words")


def _some_of(said: Meant, times: Times) -> Found:
    """A day, or a part of one: the first and the last of the first day, then the first of each day after it."""
    fitting = [at for at in times.free(said.days or None) if _fits(at, said)]
    if not fitting:
        return _others(times, "taken")
    if said.part == "any":
        return Found("one", fitting[:1])
    by_day: dict[date, list[datetime]] = {}
    for at in fitting:
        by_day.setdefault(at.astimezone(LONDON).date(), []).append(at)
    first, *after = by_day.values()
    picked = [*dict.fromkeys((first[0], first[-1])), *(begins[0] for begins in after)]
    more = [at for at in (*times.offered(SHOWN), *fitting) if at not in picked]
    return Found("some", sorted([*picked, *more][:SHOWN]))

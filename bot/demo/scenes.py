"""Reads the conversations of the demo and puts their scenes in order of time, relative to now."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

from reviews.working_days import add_working_days, works_on
from safeguarding.rota import LONDON

Pattern = Callable[[str], str]
"""The working pattern of the IRO of the child with this reference."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What one person does at one moment: `by` is the child (""), their `iro` or the officer on `duty`.

    Each step is a pair such as ("say", "hello") or ("close", {"outcome": …, "note": …}).
    """

    at: datetime
    child: str
    by: str
    steps: tuple[tuple[str, Any], ...]


def scenes(now: datetime, pattern: Pattern) -> list[Scene]:
    """Every scene before `now`, the earliest first."""
    found = [scene for entry in _entries() for scene in _of_child(entry, now.astimezone(LONDON), pattern)]
    return sorted((scene for scene in found if scene.at < now), key=lambda scene: scene.at)


def in_working_days(pattern: str, now: datetime, days: int, at: str) -> datetime:
    """That many working days on, at that time in London."""
    return _at(add_working_days(pattern, now.astimezone(LONDON).date(), days), at)


@cache
def _entries() -> Sequence[Mapping[str, Any]]:
    text = resources.files("bot.demo").joinpath("conversations.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))


def _of_child(entry: Mapping[str, Any], now: datetime, pattern: Pattern) -> Iterator[Scene]:
    works = pattern(entry["child"])
    before = now
    for scene in entry["scenes"]:
        before = _moment(scene["at"], now, before, works)
        steps = tuple(next(iter(step.items())) for step in scene["do"])
        yield Scene(before, entry["child"], scene.get("by", ""), steps)


def _moment(when: Mapping[str, Any], now: datetime, before: datetime, works: str) -> datetime:
    if "days" in when:
        return _at(now.date() - timedelta(days=when["days"]), when["time"])
    if "working_days" in when:
        return _at(_back(works, now.date(), when["working_days"]), when["time"])
    if "minutes" in when:
        return now - timedelta(minutes=when["minutes"])
    if "later" in when:
        return before + timedelta(minutes=when["later"])
    return _at(add_working_days(works, before.date(), 1), when["next_working_day"])


def _back(works: str, day: date, working_days: int) -> date:
    """The working day after which that many have passed by `day`."""
    while working_days or not works_on(works, day):
        working_days -= works_on(works, day)
        day -= timedelta(days=1)
    return day


def _at(day: date, at: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(at), LONDON)

"""An authority's own ladder, read from a small YAML file: after how many minutes who is told.

    urgent:
      - {after: 0, tell: [on_duty]}
      - {after: 5, tell: [on_duty, next_on_duty, managers]}
      - {again: 15}
    concern:
      - ...

`tell` holds on_duty, next_on_duty, managers, everyone, or references of single members of staff. `again` stands last.
"""

from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from safeguarding.escalation import EVERYONE, Ladder, Step, Told
from safeguarding.screening import Level

LEVELS = (Level.urgent, Level.concern)
SOONEST = {Level.urgent: 60, Level.concern: 24 * 60}
"""Minutes within which a second step must come: a ladder that waits longer is a mistake, and children wait with it."""


class LadderBroken(ValueError):
    """The ladder cannot be used. Says in one line where, what, and what to write instead."""


def read(path: Path) -> Ladder:
    """Raises `LadderBroken`."""
    try:
        return parse(path.read_text("utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise LadderBroken(f"The ladder file {path} cannot be read: {said}. Check MY_IRO_LADDER_FILE.") from error


def parse(text: str, name: str) -> Ladder:
    """The ladder that `text` says; `name` is the file's, for the complaint. Raises `LadderBroken`."""
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "somewhere"
        raise LadderBroken(
            f"{name}, {where}: this is not YAML. Compare it with the example in docs/duty.md."
        ) from error
    names = {level.name for level in LEVELS}
    if not isinstance(said, dict) or set(said) != names:
        raise LadderBroken(f"{name}: give the steps of exactly these: {', '.join(sorted(names))}.")
    read_levels = {level: _level(said[level.name], level, f"{name}, {level.name}") for level in LEVELS}
    return Ladder(
        steps={level: steps for level, (steps, _) in read_levels.items()},
        again={level: again for level, (_, again) in read_levels.items()},
    )


def references(ladder: Ladder) -> set[str]:
    """The single members of staff whom a ladder names."""
    return {who for steps in ladder.steps.values() for step in steps for who in step.tell if who not in set(Told)}


def _level(said: object, level: Level, where: str) -> tuple[tuple[Step, ...], timedelta]:
    if not isinstance(said, list) or len(said) < 3 or not all(isinstance(line, dict) for line in said):
        raise LadderBroken(f"{where}: give two steps or more, then a last line such as {{again: 15}}.")
    steps = tuple(_step(line, f"{where}, step {number}") for number, line in enumerate(said[:-1], 1))
    if set(said[-1]) != {"again"}:
        raise LadderBroken(f"{where}: the last line must be how often it is told again, such as {{again: 15}}.")
    again = _minutes(said[-1]["again"], f"{where}, again", least=1)
    _in_order(steps, where)
    if steps[1].after > timedelta(minutes=SOONEST[level]):
        raise LadderBroken(f"{where}, step 2: it comes {SOONEST[level]} minutes after the start at the latest.")
    return steps, again


def _in_order(steps: tuple[Step, ...], where: str) -> None:
    if steps[0].after:
        raise LadderBroken(f"{where}, step 1: somebody is told at once; write {{after: 0, …}}.")
    for number, (one, following) in enumerate(pairwise(steps), 2):
        if following.after <= one.after:
            raise LadderBroken(f"{where}, step {number}: it must come later than the step before it.")


def _step(line: Mapping[str, Any], where: str) -> Step:
    if set(line) != {"after", "tell"}:
        raise LadderBroken(f"{where}: write {{after: minutes, tell: [who]}} and nothing else.")
    tell = line["tell"]
    if not isinstance(tell, list) or not tell or not all(isinstance(who, str) and who.strip() for who in tell):
        raise LadderBroken(
            f"{where}: tell somebody, such as tell: [on_duty]; {', '.join(Told)}, everyone or a reference."
        )
    told: list[str] = []
    for who in tell:
        told += EVERYONE if who == "everyone" else [_kind(who, where)]
    return Step(_minutes(line["after"], where), tuple(dict.fromkeys(told)))


def _kind(who: str, where: str) -> str:
    if who.islower() and who not in set(Told):
        said = f"{', '.join(Told)}, everyone, or the reference of a member of staff, such as EXS-007"
        raise LadderBroken(f"{where}: '{who}' is nobody. Write {said}.")
    return Told(who) if who in set(Told) else who


def _minutes(said: object, where: str, least: int = 0) -> timedelta:
    if isinstance(said, bool) or not isinstance(said, int) or said < least:
        raise LadderBroken(f"{where}: '{said}' is no number of whole minutes from {least} up.")
    return timedelta(minutes=said)

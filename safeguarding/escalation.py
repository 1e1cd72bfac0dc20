"""Who is told of a concern, and who next when nobody takes it. Pure: the host sends the notices and keeps the clock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from safeguarding.screening import Level


class Told(StrEnum):
    """Who a step of the ladder tells."""

    on_duty = "on_duty"
    """The duty officers whose shift it is."""
    next_on_duty = "next_on_duty"
    """The other duty officers, on shift or not."""
    managers = "managers"


@dataclass(frozen=True, slots=True)
class Step:
    """`after` the clock started, tell `tell`: kinds of people (`Told`), or the references of single ones."""

    after: timedelta
    tell: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps for each level; past the last one it is told again every `again`, until somebody takes it."""

    steps: Mapping[Level, tuple[Step, ...]]
    again: Mapping[Level, timedelta] = field(default_factory=dict)


AT_LEAST_EVERY = timedelta(minutes=15)
EVERYONE = (Told.on_duty, Told.next_on_duty, Told.managers)
DEFAULT = Ladder(
    steps={
        Level.urgent: (
            Step(timedelta(0), (Told.on_duty,)),
            Step(timedelta(minutes=5), (Told.on_duty, Told.next_on_duty, Told.managers)),
            Step(timedelta(minutes=15), EVERYONE),
        ),
        Level.concern: (
            Step(timedelta(0), (Told.on_duty,)),
            Step(timedelta(hours=4), (Told.on_duty, Told.next_on_duty)),
            Step(timedelta(hours=8), EVERYONE),
        ),
    },
    again={Level.urgent: timedelta(minutes=15), Level.concern: timedelta(hours=4)},
)


@dataclass(frozen=True, slots=True)
class People:
    """Staff references, in the order they are to be told: on shift now, the other officers, the managers.

    `last` are all the others, for when nobody else is left. `standing_in` says for whom somebody is there.
    """

    on_duty: Sequence[str]
    next_on_duty: Sequence[str] = ()
    managers: Sequence[str] = ()
    last: Sequence[str] = ()
    standing_in: Mapping[str, str] = field(default_factory=dict)

    def everybody(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.on_duty, *self.next_on_duty, *self.managers, *self.last]))


@dataclass(frozen=True, slots=True)
class Notice:
    """Who is told now, and when the next step is due (None: this level has no ladder).

    `nobody_on_duty`: nobody who may be told is on shift, so others are told at once instead.
    """

    step: int
    tell: tuple[str, ...]
    next_due: datetime | None
    nobody_on_duty: bool = False


def due_at(level: Level, clock_started: datetime, step: int, ladder: Ladder = DEFAULT) -> datetime | None:
    """When `step` (0 is the first) is due; None for a level without a ladder."""
    steps = ladder.steps.get(level, ())
    if not steps:
        return None
    begun = clock_started.astimezone(UTC)  # minutes are minutes, also when the clocks change
    if step < len(steps):
        return begun + steps[step].after
    over = step - len(steps) + 1
    return begun + steps[-1].after + over * _again(level, ladder)


def notice(
    level: Level,
    clock_started: datetime,
    step: int,
    people: People,
    *,
    excluded: Collection[str] = (),
    ladder: Ladder = DEFAULT,
) -> Notice:
    """Who is told at `step`, without the excluded, and when the next one is due.

    Never an empty list while anybody is left: when nobody is on shift, or a step would tell nobody, everybody of
    the ladder is told; when they are all excluded or away, whoever else is on the staff list.
    """
    steps = ladder.steps.get(level, ())
    if not steps:
        return Notice(step, (), None)
    tell = steps[min(step, len(steps) - 1)].tell
    alone = not _named((Told.on_duty,), people, excluded)
    named = _named((*tell, *EVERYONE) if alone else tell, people, excluded) or _named(EVERYONE, people, excluded)
    left = tuple(reference for reference in people.last if reference not in excluded)
    return Notice(step, named or left, due_at(level, clock_started, step + 1, ladder), alone)


def step_due(level: Level, clock_started: datetime, now: datetime, ladder: Ladder = DEFAULT) -> int | None:
    """The step that ought to have been reached by `now`; None for a level without a ladder."""
    steps = ladder.steps.get(level, ())
    if not steps:
        return None
    waited = now.astimezone(UTC) - clock_started.astimezone(UTC)
    passed = sum(step.after <= waited for step in steps)
    if passed < len(steps):
        return max(0, passed - 1)
    return len(steps) - 1 + (waited - steps[-1].after) // _again(level, ladder)


def _again(level: Level, ladder: Ladder) -> timedelta:
    return ladder.again.get(level) or _apart(ladder.steps[level])


def _apart(steps: Sequence[Step]) -> timedelta:
    """How often it is told again where the ladder does not say: as long as it took to reach the top."""
    return steps[-1].after or AT_LEAST_EVERY


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a concern: what level, since when, who took it; `breached_at` once set stays set."""

    level: Level
    started: datetime
    taken: datetime | None = None
    breached_at: datetime | None = None

    def take_by(self, ladder: Ladder = DEFAULT) -> datetime | None:
        """When it must have been taken: the second step of the ladder."""
        return due_at(self.level, self.started, 1, ladder)

    def seen(self, now: datetime, ladder: Ladder = DEFAULT) -> "Clock":
        """The clock as it stands at `now`, with the breach noted if there is one."""
        limit = self.take_by(ladder)
        late = limit is not None and (self.taken or now) >= limit
        breached = self.breached_at or (limit if late else None)
        return Clock(self.level, self.started, self.taken, breached)

    def take(self, now: datetime, ladder: Ladder = DEFAULT) -> "Clock":
        """Somebody has taken it; a breach that happened before stays."""
        seen = self.seen(now, ladder)
        return Clock(seen.level, seen.started, seen.taken or now, seen.breached_at)

    def rearm(self, level: Level, now: datetime, ladder: Ladder = DEFAULT) -> "Clock":
        """The child wrote again: the clock runs anew, never at a lower level, and an earlier breach stays."""
        seen = self.seen(now, ladder)
        # An untaken clock that is already running is not pushed back by a further message of the same weight.
        waiting = seen.taken is None and level <= seen.level
        return Clock(max(seen.level, level), seen.started if waiting else now, None, seen.breached_at)


def _named(kinds: Sequence[str], people: People, excluded: Collection[str]) -> tuple[str, ...]:
    everybody = people.everybody()
    single = {reference: (reference,) for reference in everybody}
    groups = {Told.on_duty: people.on_duty, Told.next_on_duty: people.next_on_duty, Told.managers: people.managers}
    references = [reference for kind in kinds for reference in (groups | single).get(kind, ())]
    return tuple(dict.fromkeys(reference for reference in references if reference not in excluded))

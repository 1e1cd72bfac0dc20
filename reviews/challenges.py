"""How a challenge climbs: from informal up the authority's ladder, each rung with its day, Cafcass at any time."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reviews.settings import ReviewSettings
from reviews.timetable import OFFICE
from reviews.working_days import add_working_days, working_days_between
from safeguarding.rota import LONDON
from storage.challenges import Challenge, Step
from storage.errors import BadData

INFORMAL = "informal"
CAFCASS = "cafcass"
"""Outside the authority: it may be asked at any point, also beside the rung that is being climbed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one challenge stands on a day: how long it has been open, and whether its rung has let its day pass."""

    challenge: Challenge
    days_open: int
    breached: bool

    @property
    def formal(self) -> bool:
        return self.challenge.stage != INFORMAL


@dataclass(frozen=True, slots=True)
class Tally:
    """Challenges counted for the manager and the annual report. `days` is the median of those closed, None without."""

    open: int
    closed: int
    late: int
    formal: int
    stages: Mapping[str, int]
    topics: Mapping[str, int]
    results: Mapping[str, int]
    days: int | None


def stands(challenge: Challenge, today: date) -> Standing:
    """How it stands today; a closed one as it stood when it was closed."""
    end = _day(challenge.closed_at) if challenge.closed_at else today
    days = working_days_between(OFFICE, _day(challenge.opened_at), end)
    return Standing(challenge, days, challenge.state == "open" and challenge.due_on < today)


def due_on(stage: str, now: datetime, settings: ReviewSettings) -> date:
    """By when the rung answers that is taken now; the authority's working days, the first one after today."""
    return add_working_days(OFFICE, _day(now), settings.stage(stage).working_days)


def may_follow(stage: str, settings: ReviewSettings) -> tuple[str, ...]:
    """The rungs above `stage`, the next one first, then Cafcass. Nobody climbs down: what was asked stays asked."""
    above = []
    following = settings.stage_after(stage)
    while following is not None:
        above.append(following.code)
        following = settings.stage_after(following.code)
    return (*(code for code in above if code != CAFCASS), CAFCASS)


def check_step(challenge: Challenge, stage: str, settings: ReviewSettings) -> None:
    """Raises `BadData` for a rung that a step cannot be at: one below, or one the authority's ladder does not have."""
    if stage != challenge.stage and stage not in may_follow(challenge.stage, settings):
        raise BadData("Choose the stage it is at, one above it, or Cafcass.")


def climbs(challenge: Challenge, stage: str) -> bool:
    """Whether a step at `stage` takes the challenge there; to Cafcass it goes beside the rung it stands on."""
    return stage not in (challenge.stage, CAFCASS)


def rights_owed(challenge: Challenge, steps: Iterable[Step]) -> bool:
    """It is formal, or with Cafcass, and the child has not been told of an advocate and of complaints."""
    formal = challenge.stage != INFORMAL or any(step.stage != INFORMAL for step in steps)
    return formal and challenge.rights_told_at is None


def days_at(steps: Sequence[Step], end: date) -> list[tuple[str, int]]:
    """The rungs in the order they were taken, and for how many working days each stood until the next."""
    began: dict[str, date] = {}
    for step in steps:
        if step.stage != CAFCASS:
            began.setdefault(step.stage, _day(step.at))
    starts = [*began.values(), end]
    return [(code, working_days_between(OFFICE, starts[n], starts[n + 1])) for n, code in enumerate(began)]


def tally(found: Iterable[Challenge], today: date) -> Tally:
    """Count challenges; stages are those where they stand or ended."""
    standing = [stands(one, today) for one in found]
    closed = sorted(one.days_open for one in standing if one.challenge.state == "closed")
    return Tally(
        open=sum(one.challenge.state == "open" for one in standing),
        closed=len(closed),
        late=sum(one.breached for one in standing),
        formal=sum(one.formal for one in standing),
        stages=Counter(one.challenge.stage for one in standing),
        topics=Counter(one.challenge.topic for one in standing),
        results=Counter(one.challenge.result for one in standing if one.challenge.result),
        days=closed[(len(closed) - 1) // 2] if closed else None,
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()

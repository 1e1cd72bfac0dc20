"""How concerns are handled: how fast they are noticed, taken and closed, what was too late, and what was no alarm."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.moments import LONDON, london
from portal.rendering import render, signed_in
from storage import audit, concern_figures
from storage.audit import AuditEvent
from storage.concern_figures import Course, Month, RuleShare
from storage.staff import Staff
from storage.store import Store

FEW = 5
"""A rule with fewer closed concerns says nothing by itself: such rules are counted together."""
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Spread:
    """Durations, summed up: half of them took `median` or less, nine in ten `most` or less."""

    count: int
    median: timedelta
    most: timedelta
    worst: timedelta


@dataclass(frozen=True, slots=True)
class Times:
    """One set of concerns: `all` of them, and how long each step took for those that came so far."""

    all: int
    notice: Spread | None
    take: Spread | None
    close: Spread | None


@dataclass(frozen=True, slots=True)
class Breach:
    """A clock that ran out. `late` is how much longer it took until somebody had it; still growing while nobody has."""

    course: Course
    late: timedelta
    still: bool


@dataclass(frozen=True, slots=True)
class ConcernFigures:
    """Everything on the page; `hours` are London's, 0 to 23, None where nothing came."""

    times: Times
    urgent: Times
    found_late: int
    hours: Sequence[Times | None]
    breaches: Sequence[Breach]
    months: Sequence[Month]
    shares: Sequence[RuleShare]
    others: RuleShare | None
    false_alarms: int
    closed: int


def spread(durations: Iterable[timedelta]) -> Spread | None:
    """None of nothing. The nearest rank counts: every figure is one that really happened."""
    known = sorted(durations)
    if not known:
        return None
    return Spread(len(known), _rank(known, 0.5), _rank(known, 0.9), known[-1])


def _rank(known: Sequence[timedelta], share: float) -> timedelta:
    return known[ceil(share * len(known)) - 1]


def times(courses: Sequence[Course]) -> Times:
    """From when the words came in to each step."""

    def took(step: Callable[[Course], datetime | None]) -> Spread | None:
        reached = ((one, step(one)) for one in courses)
        return spread(max(at - one.arrived, timedelta(0)) for one, at in reached if at is not None)

    return Times(len(courses), took(lambda c: c.noticed), took(lambda c: c.taken), took(lambda c: c.closed))


def breach(course: Course, now: datetime) -> Breach | None:
    """None for a clock that never ran out. Closing is no taking: a concern has to be taken before it is closed."""
    if course.breached is None:
        return None
    until = course.taken_after_breach or (course.closed if course.state == "closed" else None)
    return Breach(course, (until or now) - course.breached, until is None and course.state == "open")


def figures_of(store: Store, reader: Staff, now: datetime) -> ConcernFigures:
    """Count everything the reader may know of in a fixed number of queries."""
    courses = concern_figures.courses(store, reader.id)
    here: list[list[Course]] = [[] for _ in range(24)]
    for course in courses:
        here[london(course.arrived).hour].append(course)
    shares, others = concern_figures.shares(store, reader.id, FEW)
    late = [found for course in courses if (found := breach(course, now))]
    ended = [course for course in courses if course.state == "closed"]
    return ConcernFigures(
        times(courses), times([c for c in courses if c.level == "urgent"]), sum(c.found_late for c in courses),
        [times(some) if some else None for some in here],
        sorted(late, key=lambda one: one.course.arrived, reverse=True),
        concern_figures.by_month(store, reader.id, _month_starts(now)), shares, others,
        concern_figures.false_alarms(store, reader.id), len(ended),
    )  # fmt: skip


def _month_starts(now: datetime) -> list[datetime]:
    """Midnight in London on the first of the last twelve months and of the next one."""
    this = london(now).year * 12 + london(now).month - 1
    months = range(this - MONTHS + 1, this + 2)
    return [datetime(month // 12, month % 12 + 1, 1, tzinfo=LONDON) for month in months]


async def concern_figures_page(request: web.Request) -> web.Response:
    desk, reader = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def work(store: Store) -> ConcernFigures:
        audit.record(store, AuditEvent.CONCERN_FIGURES_READ, now, staff_id=reader.id)
        return figures_of(store, reader, now)

    return render(request, "figures-concerns.html", figures=await desk.database.write(work))


PAGES = (Page("GET", "/figures/concerns", May.SEE_FIGURES, concern_figures_page),)

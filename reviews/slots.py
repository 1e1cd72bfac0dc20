"""When an IRO and a child could be in touch: real times, free on both sides. Pure: no clock, no database.

A time is offered inside the hours the IRO works and can be booked at, when nothing else stands in their diary, and not
while the child is at school or somewhere else; school may be lifted when the child asks for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from reviews.settings import Hours, ReviewSettings
from reviews.working_days import works_on
from safeguarding.rota import LONDON, Shift, wall_clock

GRID = timedelta(minutes=30)
LONG_ONES = frozenset({"visit", "walk", "meet_both", "before_review"})
"""Somebody has to travel: these take longer, and none is offered for the same day."""
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Booking:
    """Hours of one weekday (Monday is 0) at which the IRO can be booked."""

    weekday: int
    hours: Hours


@dataclass(frozen=True, slots=True)
class Diary:
    """One IRO: `pattern` as in the staff file, the hours they can be booked at, and when they are away or busy."""

    pattern: str
    bookable: Sequence[Booking] = ()
    taken: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Childs:
    """The child's side: whether they go to school, and when they are somewhere else every week or for once."""

    at_school: bool = True
    busy: Sequence[Booking] = ()
    taken: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """How long it takes, and what the child asked for: in school time too, out of the IRO's usual hours too."""

    minutes: int
    long: bool = False
    in_school_too: bool = False
    any_hours: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """Finds free times for one IRO and one child."""

    diary: Diary
    child: Childs
    needs: Needs
    now: datetime
    numbers: ReviewSettings = field(default_factory=ReviewSettings)

    def free(self, days: Iterable[date] | None = None) -> list[datetime]:
        """Every free beginning in the days to come (or in these days), in order."""
        first = self.now.astimezone(LONDON).date()
        coming = [first + timedelta(days=n) for n in range(self.numbers.contact_days_ahead + 1)]
        wanted = sorted(set(days) & set(coming)) if days is not None else coming
        return [at for day in wanted for at in self._begins_on(day) if self.is_free(at)]

    def is_free(self, at: datetime) -> bool:
        """Whether this very time can be had."""
        end = at + timedelta(minutes=self.needs.minutes)
        return (
            self._soon_enough(at)
            and self._works(at, end)
            and (self.needs.any_hours or self._bookable(at, end))
            and not self._overlaps(self.diary.taken, at, end)
            and not self._overlaps(self.child.taken, at, end)
            and not self._at_school(at, end)
            and not self._busy(at, end)
        )

    def offered(self, count: int = 3, days: Iterable[date] | None = None) -> list[datetime]:
        """A few that differ: the first and the last of the first day, then the last of the next."""
        by_day: dict[date, list[datetime]] = {}
        for at in self.free(days):
            by_day.setdefault(at.astimezone(LONDON).date(), []).append(at)
        picked: list[datetime] = []
        for number, begins in enumerate(by_day.values()):
            ends = [begins[0], begins[-1]] if number == 0 else [begins[-1]]
            picked += [at for at in dict.fromkeys(ends) if at not in picked]
        if len(picked) < count:
            picked += [at for begins in by_day.values() for at in begins if at not in picked]
        return sorted(picked[:count])

    def _begins_on(self, day: date) -> Iterable[datetime]:
        at, last = wall_clock(day, time(0)), wall_clock(day + timedelta(days=1), time(0))
        while at < last:
            yield at
            at += GRID

    def _soon_enough(self, at: datetime) -> bool:
        today = self.now.astimezone(LONDON).date()
        if self.needs.long and at.astimezone(LONDON).date() <= today:
            return False
        return at >= self.now + timedelta(minutes=self.numbers.contact_notice_minutes)

    def _works(self, at: datetime, end: datetime) -> bool:
        day = at.astimezone(LONDON).date()
        if not works_on(self.diary.pattern, day):
            return False
        begin, stop = Shift.parse(self.diary.pattern).turn(day)
        return begin <= at and end <= stop

    def _bookable(self, at: datetime, end: datetime) -> bool:
        if not self.diary.bookable:
            return _inside(self.numbers.contact_hours, at, end)
        return any(
            one.weekday == at.astimezone(LONDON).weekday() and _inside(one.hours, at, end)
            for one in self.diary.bookable
        )

    def _at_school(self, at: datetime, end: datetime) -> bool:
        if not self.child.at_school or self.needs.in_school_too:
            return False
        day = at.astimezone(LONDON).date()
        return works_on(_SCHOOL_DAYS, day) and _touches(self.numbers.school_hours, at, end)

    def _busy(self, at: datetime, end: datetime) -> bool:
        weekday = at.astimezone(LONDON).weekday()
        return any(one.weekday == weekday and _touches(one.hours, at, end) for one in self.child.busy)

    def _overlaps(self, taken: Sequence[Span], at: datetime, end: datetime) -> bool:
        return any(begin < end and at < stop for begin, stop in taken)


_SCHOOL_DAYS = "Mon Tue Wed Thu Fri 09:00-15:00"
"""Holidays of one school are not known; bank holidays are."""


def _inside(hours: Hours, at: datetime, end: datetime) -> bool:
    day = at.astimezone(LONDON).date()
    return wall_clock(day, hours.start) <= at and end <= wall_clock(day, hours.end)


def _touches(hours: Hours, at: datetime, end: datetime) -> bool:
    day = at.astimezone(LONDON).date()
    return at < wall_clock(day, hours.end) and wall_clock(day, hours.start) < end


def minutes_for(how: str, numbers: ReviewSettings) -> int:
    """How long this kind of contact usually takes."""
    if how in LONG_ONES:
        return numbers.contact_visit_minutes
    return numbers.contact_video_minutes if how == "video" else numbers.contact_call_minutes

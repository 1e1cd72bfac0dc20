"""When somebody who answers for a child and that child are both free: their diaries as they stand on record."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from reviews.settings import Hours, ReviewSettings
from reviews.slots import LONG_ONES, Booking, Childs, Diary, Needs, Span, Times, minutes_for
from safeguarding.rota import LONDON, wall_clock
from storage import absences, allocations, appointments, bookable, busy_times, reviews
from storage.children import Child
from storage.reviews import Review
from storage.staff import Staff
from storage.store import Store

SCHOOL_AGES = range(4, 18)
REVIEW_TAKES = timedelta(minutes=90)
NOBODY_KNOWS = timedelta(days=366)
"""An absence whose end nobody knows: nothing is offered in all the time looked at."""


def times_for(
    store: Store, child: Child, who: Staff, how: str, now: datetime, numbers: ReviewSettings, *,
    in_school_too: bool = False, any_hours: bool = False, but: UUID | None = None,
) -> Times:  # fmt: skip
    """Finds free times for this child with this member of staff; `but` is an appointment that makes room for itself."""
    needs = Needs(minutes_for(how, numbers), how in LONG_ONES, in_school_too, any_hours)
    today = now.astimezone(LONDON).date()
    return Times(
        diary_of(store, who, now, numbers, but=but),
        Childs(
            child.age(today) in SCHOOL_AGES,
            [Booking(b.weekday, Hours(time.fromisoformat(b.starts), time.fromisoformat(b.ends)))
             for b in busy_times.of_child(store, child.id)],
            [*_agreed_with(store, child, but), *_reviews([reviews.next_of(store, child.id)])],
        ),
        needs, now, numbers,
    )  # fmt: skip


def diary_of(store: Store, who: Staff, now: datetime, numbers: ReviewSettings, *, but: UUID | None = None) -> Diary:
    """When they work, can be booked, are away, and what stands in their diary here."""
    end = now + timedelta(days=numbers.contact_days_ahead + 2)
    away: list[Span] = [(one.begins_at, one.ends_at or now + NOBODY_KNOWS) for one in absences.of(store, [who.id], now)]
    gone: list[Span] = [(wall_clock(who.ends_on + timedelta(days=1), time(0)), end)] if who.ends_on else []
    today = now.astimezone(LONDON).date()
    theirs = reviews.next_for(store, allocations.children_of(store, who.id, today)).values()
    busy = [span for one, span in appointments.diary_with_ids(store, who.id, now, end) if one != but]
    hours = [Booking(s.weekday, Hours(s.begins, s.ends)) for s in bookable.of(store, [who.id]).get(who.id, ())]
    return Diary(who.working_pattern, hours, [*away, *gone, *busy, *_reviews(list(theirs))])


def _agreed_with(store: Store, child: Child, but: UUID | None) -> list[Span]:
    standing = [one for one in appointments.standing(store, child.id) if one.id != but]
    return [(one.starts_at, one.ends_at) for one in standing if one.starts_at and one.ends_at]


def _reviews(coming: Sequence[Review | None]) -> list[Span]:
    """Reviews with a time; one without keeps no time free."""
    found = []
    for one in coming:
        begin = _begins(one.planned_for, one.start_time) if one else None
        if begin is not None:
            found.append((begin, begin + REVIEW_TAKES))
    return found


def _begins(day: date | None, at: str) -> datetime | None:
    try:
        return wall_clock(day, time.fromisoformat(at)) if day else None
    except ValueError:
        return None

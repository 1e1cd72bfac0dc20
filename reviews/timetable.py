"""When a review has to be held, and what is due around it. Nothing here reads a clock or a record.

Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 33: the first review
within 20 working days of becoming looked after, the second not more than three months after it, each later one not more
than six months after the one before. Months are calendar months; working days leave out England's bank holidays.
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from reviews.settings import Due, ReviewSettings
from reviews.working_days import add_working_days, working_days_between, works_on
from storage.errors import BadData

Kind = Literal["first", "second", "subsequent"]

FIRST_WITHIN_WORKING_DAYS = 20
SECOND_WITHIN_MONTHS = 3
LATER_WITHIN_MONTHS = 6

OFFICE = "Mon Tue Wed Thu Fri 09:00-17:00"
"""The working days of the Regulations, whatever days one IRO works."""

EARLIER = (
    "iro_asked", "child_asked", "parent_asked", "welfare", "remand_ending", "leaving_custody", "accommodation_ending",
)  # fmt: skip
"""Why a review comes before its time (reg 33(3)); a child or parent asks through the IRO. `welfare` is reg 30."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Somebody or something asks for a review by a day that comes before the last one the law allows."""

    reason: str
    by: date

    def __post_init__(self) -> None:
        if self.reason not in EARLIER:
            raise ValueError(f"'{self.reason}' is no reason for an earlier review: {', '.join(EARLIER)}")


@dataclass(frozen=True, slots=True)
class DueReview:
    """One review: its number in this time in care, the day it is due by, and the last day the law allows.

    `reason` says why it is due earlier than that, "" when it is not.
    """

    number: int
    kind: Kind
    by: date
    lawful_until: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late a review is or was: calendar days and working days after the day it was due by; 0 when it is not."""

    days: int
    working_days: int

    @property
    def late(self) -> bool:
        return self.days > 0


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is due around a review: on which day, and how many days that is from what it is counted from.

    `counted` says from what: looked_after, before (the review) or after (it). `working` labels the days.
    """

    code: str
    on: date
    days: int
    working: bool
    counted: Literal["looked_after", "before", "after"]

    def overdue(self, today: date) -> bool:
        return self.on < today


def kind_of(number: int) -> Kind:
    return "first" if number == 1 else "second" if number == 2 else "subsequent"


def lawful_until(number: int, counted_from: date) -> date:
    """The last day for review `number`; the first is counted from becoming looked after, others from the one before."""
    if number == 1:
        return add_working_days(OFFICE, counted_from, FIRST_WITHIN_WORKING_DAYS)
    return add_months(counted_from, SECOND_WITHIN_MONTHS if number == 2 else LATER_WITHIN_MONTHS)


def next_due(looked_after_since: date, held: Iterable[date], asked: Iterable[Earlier] = ()) -> DueReview:
    """The review to come for a child looked after since that day, after the reviews `held` since then.

    Reviews of an earlier time in care do not count. A wish for a day that is past the law's moves nothing.
    """
    done = sorted(day for day in held if day >= looked_after_since)
    return _due(len(done) + 1, done[-1] if done else looked_after_since, asked)


def all_due(looked_after_since: date, held: Iterable[date]) -> list[DueReview]:
    """What was due for each review held, in order, and last the one to come."""
    days: Sequence[date] = [looked_after_since, *sorted(day for day in held if day >= looked_after_since)]
    return [_due(number, day, ()) for number, day in enumerate(days, 1)]


def lateness(due_by: date, today: date, *, held_on: date | None = None, planned_for: date | None = None) -> Lateness:
    """Of a review held; else of one planned for a day to come; else of one that is not held by `today`."""
    to_come = planned_for if planned_for and planned_for >= today else None
    until = held_on or to_come or today
    return Lateness(max(0, (until - due_by).days), working_days_between(OFFICE, due_by, until))


def as_held(due_by: date, held_on: date, today: date, reason: str) -> dict[str, object]:
    """What goes on record of a review held: `held_on`, `status`, `late`, `days_late`, `late_reason`.

    Raises `BadData` for a day to come, and for a late one without a reason.
    """
    if held_on > today:
        raise BadData("A review cannot have been held on a day that is still to come.")
    late = lateness(due_by, today, held_on=held_on)
    if late.late and not reason.strip():
        raise BadData(f"This review was held {late.days} days after it was due ({due_by:%d %B %Y}). Say why.")
    said = reason.strip() if late.late else ""
    return {"held_on": held_on, "status": "held", "late": late.late, "days_late": late.days, "late_reason": said}


def around(settings: ReviewSettings, on: date, *, looked_after_since: date | None = None) -> list[Item]:
    """What is due around a review held or planned `on` that day, in the order of the days.

    With `looked_after_since` (of a first review) also what is due from becoming looked after.
    """
    told = Due("decisions_told", settings.decisions_told_within_working_days)
    record = Due("record_sent", settings.record_within_working_days)
    offer = Due("offer_from", settings.offer_from_working_days)
    entry = settings.entry if looked_after_since else ()
    items = [
        *(Item(due.code, after(looked_after_since or on, due), due.days, due.working, "looked_after") for due in entry),
        *(Item(due.code, before(on, due), due.days, due.working, "before") for due in (*settings.before, offer)),
        *(Item(due.code, after(on, due), due.days, due.working, "after") for due in (*settings.after, told, record)),
    ]
    return sorted(items, key=lambda item: (item.on, item.code))


def before(day: date, due: Due) -> date:
    """So many days, or working days, before `day`."""
    return back_working_days(day, due.days) if due.working else day - timedelta(days=due.days)


def after(day: date, due: Due) -> date:
    """So many days, or working days, after `day`."""
    return add_working_days(OFFICE, day, due.days) if due.working else day + timedelta(days=due.days)


def back_working_days(day: date, working_days: int) -> date:
    """The working day that many working days before `day`, which is itself not counted."""
    for _ in range(working_days):
        day -= timedelta(days=1)
        while not works_on(OFFICE, day):
            day -= timedelta(days=1)
    return day


def add_months(day: date, months: int) -> date:
    """The same day of the month so many calendar months later, or the last of that month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _due(number: int, counted_from: date, asked: Iterable[Earlier]) -> DueReview:
    last = lawful_until(number, counted_from)
    sooner = min((one for one in asked if one.by < last), key=lambda one: one.by, default=None)
    kind = kind_of(number)
    return DueReview(number, kind, sooner.by, last, sooner.reason) if sooner else DueReview(number, kind, last, last)

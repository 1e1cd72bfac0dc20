"""The timetable of reg 33: on the last lawful day and not a day more, in every month and year."""

import calendar
import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews import timetable
from reviews.settings import Due, ReviewSettings
from reviews.timetable import OFFICE, DueReview, Earlier, Lateness, add_months, next_due
from reviews.working_days import working_days_between, works_on
from storage.errors import BadData

DEMO = Path(__file__).parents[2] / "bot" / "demo" / "exampleshire"
TODAY = date(2026, 11, 21)
days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
numbers = st.integers(1, 12)


@pytest.mark.parametrize(
    ("number", "counted_from", "until"),
    [
        (1, date(2026, 6, 1), date(2026, 6, 29)),  # four weeks without a bank holiday
        (1, date(2026, 12, 14), date(2027, 1, 14)),  # Christmas, the substitute for Boxing Day, New Year
        (1, date(2027, 3, 19), date(2027, 4, 20)),  # Good Friday and Easter Monday
        (1, date(2026, 11, 21), date(2026, 12, 18)),  # from a Saturday
        (2, date(2026, 11, 30), date(2027, 2, 28)),
        (2, date(2027, 11, 30), date(2028, 2, 29)),
        (2, date(2026, 1, 31), date(2026, 4, 30)),
        (3, date(2026, 8, 31), date(2027, 2, 28)),
        (3, date(2027, 8, 31), date(2028, 2, 29)),
        (7, date(2028, 2, 29), date(2028, 8, 29)),
        (3, date(2026, 7, 1), date(2027, 1, 1)),  # a bank holiday is still the last day: months are not working days
    ],
)
def test_the_last_lawful_day(number: int, counted_from: date, until: date) -> None:
    assert timetable.lawful_until(number, counted_from) == until


@given(days)
def test_the_first_is_due_on_the_twentieth_working_day_and_never_after(since: date) -> None:
    until = timetable.lawful_until(1, since)
    assert working_days_between(OFFICE, since, until) == 20
    assert works_on(OFFICE, until)


@given(days, st.sampled_from([2, 3, 9]))
def test_later_ones_are_due_on_the_same_day_of_the_month_or_its_last(counted_from: date, number: int) -> None:
    until, months = timetable.lawful_until(number, counted_from), 3 if number == 2 else 6
    assert (until.year * 12 + until.month) - (counted_from.year * 12 + counted_from.month) == months
    last = calendar.monthrange(until.year, until.month)[1]
    assert until.day == counted_from.day or (until.day == last and counted_from.day > last)


@given(numbers, days, st.integers(0, 400))
def test_whoever_was_seen_later_is_never_due_sooner(number: int, counted_from: date, later: int) -> None:
    sooner = timetable.lawful_until(number, counted_from)
    assert counted_from < sooner <= timetable.lawful_until(number, counted_from + timedelta(days=later))


@given(days, st.integers(1, 24), st.integers(1, 24))
def test_months_never_run_past_what_they_are_together(day: date, one: int, other: int) -> None:
    assert add_months(day, one) < add_months(day, one + other)
    assert add_months(add_months(day, one), other) <= add_months(day, one + other)


@given(days, st.lists(days, max_size=6))
def test_the_review_to_come_is_counted_from_the_last_one_held(since: date, held: list[date]) -> None:
    due = next_due(since, held)
    counted = [day for day in held if day >= since]
    assert due.number == len(counted) + 1
    assert due.kind == timetable.kind_of(due.number)
    assert due.by == due.lawful_until == timetable.lawful_until(due.number, max(counted, default=since))
    assert timetable.all_due(since, held)[-1] == due


@given(days, st.lists(st.builds(Earlier, st.sampled_from(timetable.EARLIER), days), max_size=4))
def test_asking_only_ever_makes_a_review_earlier(since: date, asked: list[Earlier]) -> None:
    due, usual = next_due(since, [], asked), next_due(since, [])
    assert due.lawful_until == usual.by
    assert due.by == min([usual.by, *(one.by for one in asked)])
    assert bool(due.reason) == (due.by < usual.by)


def test_the_reason_of_the_earliest_is_kept() -> None:
    asked = [Earlier("child_asked", date(2026, 12, 10)), Earlier("leaving_custody", date(2026, 12, 4))]
    due = next_due(date(2026, 1, 5), [date(2026, 2, 2), date(2026, 9, 1)], asked)
    assert due == DueReview(3, "subsequent", date(2026, 12, 4), date(2027, 3, 1), "leaving_custody")
    with pytest.raises(ValueError, match="'bored' is no reason for an earlier review: iro_asked"):
        Earlier("bored", TODAY)


def test_reviews_of_an_earlier_time_in_care_do_not_count() -> None:
    assert next_due(date(2026, 11, 2), [date(2024, 3, 1), date(2024, 6, 1)]).kind == "first"


def test_late_is_after_the_day_and_not_on_it() -> None:
    due = date(2026, 11, 19)
    assert timetable.lateness(due, TODAY, held_on=due) == Lateness(0, 0)
    assert timetable.lateness(due, TODAY, held_on=date(2026, 11, 20)) == Lateness(1, 1)
    assert timetable.lateness(due, TODAY) == Lateness(2, 1)  # today is a Saturday
    assert timetable.lateness(due, TODAY, planned_for=date(2026, 11, 26)) == Lateness(7, 5)
    assert timetable.lateness(due, TODAY, planned_for=date(2026, 11, 19)) == Lateness(2, 1)  # planned, and not held
    assert not timetable.lateness(date(2026, 12, 1), TODAY).late


@given(days, days, days)
def test_nothing_held_in_time_is_late(due: date, held: date, today: date) -> None:
    found = timetable.lateness(due, today, held_on=held)
    assert found.late == (held > due)
    assert 0 <= found.working_days <= found.days == max(0, (held - due).days)


def test_a_late_review_needs_a_reason() -> None:
    due, held = date(2026, 11, 2), date(2026, 11, 12)
    with pytest.raises(BadData, match=r"held 10 days after it was due \(02 November 2026\)\. Say why\."):
        timetable.as_held(due, held, TODAY, " ")
    late = timetable.as_held(due, held, TODAY, " Snow. ")
    assert late == {"held_on": held, "status": "held", "late": True, "days_late": 10, "late_reason": "Snow."}
    in_time = timetable.as_held(held, due, TODAY, "Snow.")
    assert (in_time["late"], in_time["days_late"], in_time["late_reason"]) == (False, 0, "")
    with pytest.raises(BadData, match="still to come"):
        timetable.as_held(due, date(2026, 11, 22), TODAY, "")


def test_what_is_due_around_a_review() -> None:
    items = timetable.around(ReviewSettings(), date(2026, 12, 21), looked_after_since=date(2026, 11, 23))
    assert [(item.code, f"{item.on:%d %b}", item.working) for item in items] == [
        ("iro_service_told", "25 Nov", True),
        ("iro_appointed", "30 Nov", True),
        ("offer_from", "30 Nov", True),
        ("social_worker_talk", "30 Nov", True),
        ("arrangements", "07 Dec", True),
        ("views_asked", "07 Dec", False),
        ("reports", "16 Dec", True),
        ("private_talk", "21 Dec", True),
        ("decisions_sent", "30 Dec", True),  # Christmas Day and the Monday after it do not count
        ("decisions_told", "30 Dec", True),
        ("objections", "07 Jan", True),
        ("record_written", "14 Jan", True),
        ("record_sent", "21 Jan", True),
    ]
    assert items[0].overdue(date(2026, 11, 26))
    assert not items[0].overdue(date(2026, 11, 25))
    later = timetable.around(ReviewSettings(), date(2026, 12, 21))
    assert {item.counted for item in later} == {"before", "after"}


@given(days, st.builds(Due, st.just("x"), st.integers(0, 40), st.booleans()))
def test_what_is_due_is_so_many_days_away_and_on_the_right_side(day: date, due: Due) -> None:
    early, late = timetable.before(day, due), timetable.after(day, due)
    assert early <= day <= late
    if due.working:
        assert working_days_between(OFFICE, day, late) == due.days
        assert sum(works_on(OFFICE, early + timedelta(days=n)) for n in range((day - early).days)) == due.days
    else:
        assert (day - early, late - day) == (timedelta(days=due.days),) * 2


@given(days, st.integers(0, 30))
def test_an_authority_that_gives_more_days_never_asks_sooner(day: date, more: int) -> None:
    assert timetable.after(day, Due("x", more)) <= timetable.after(day, Due("x", more + 1))
    assert timetable.before(day, Due("x", more + 1)) <= timetable.before(day, Due("x", more))


def of_the_demo(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_order() -> Iterator[tuple[dict[str, str], date]]:
    """Each review of the demo, with the day it is counted from: becoming looked after, or the last one held."""
    counted = {
        child["reference"]: date.fromisoformat(child["date_became_looked_after"])
        for child in of_the_demo("children.csv")
    }
    for review in sorted(of_the_demo("reviews.csv"), key=lambda one: (one["child_ref"], int(one["review_number"]))):
        yield review, counted[review["child_ref"]]
        if review["held_date"]:
            counted[review["child_ref"]] = date.fromisoformat(review["held_date"])


def test_every_review_of_the_demo_is_due_when_the_regulations_say() -> None:
    """No row differs. Should one be changed, it is listed here with the law's day, and the rule stays."""
    rows = list(in_order())
    assert len(rows) > 500
    lawful = {review["review_ref"]: timetable.lawful_until(int(review["review_number"]), day) for review, day in rows}
    differ = {
        review["review_ref"]: (review["due_by"], lawful[review["review_ref"]].isoformat())
        for review, _ in rows
        if review["due_by"] != lawful[review["review_ref"]].isoformat()
    }
    assert differ == {}


def test_days_added_as_case_systems_do_would_not_agree_with_the_demo() -> None:
    """The check above can fail: 91 and 183 days instead of three and six months come to other dates."""
    other = [
        review["review_ref"]
        for review, day in in_order()
        if review["review_number"] != "1"
        and day + timedelta(days=91 if review["review_number"] == "2" else 183) != date.fromisoformat(review["due_by"])
    ]
    assert len(other) > 100


def test_every_review_of_the_demo_is_as_late_as_it_says() -> None:
    for review, _ in in_order():
        due, held, planned = (
            date.fromisoformat(review[name]) if review[name] else None
            for name in ("due_by", "held_date", "planned_date")
        )
        assert due
        found = timetable.lateness(due, TODAY, held_on=held, planned_for=planned)
        said = (review["late"] == "Y", int(review["days_late"]), bool(review["late_reason"]))
        assert said == (found.late, found.days, found.late), review["review_ref"]

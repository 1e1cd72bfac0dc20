"""Honest dates from an IRO's working days. 21 November 2026 is a Saturday."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from reviews import working_days
from safeguarding.rota import is_bank_holiday

WEEK = "Mon Tue Wed Thu Fri 09:00-17:00"
NADIA = "Tue Wed Thu Fri 09:00-17:00"
GRAHAM = "Mon Tue Wed Thu 09:00-17:00"
LONDON = ZoneInfo("Europe/London")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("pattern", "now", "by"),
    [
        (WEEK, at(21, 12), date(2026, 11, 24)),  # Saturday: Monday, Tuesday
        (WEEK, at(23, 10), date(2026, 11, 25)),
        (WEEK, at(23, 23, 30), date(2026, 11, 25)),
        (NADIA, at(20, 16), date(2026, 11, 25)),  # Friday: not Monday
        (GRAHAM, at(26, 9), date(2026, 12, 1)),  # Thursday: Friday is free
        (WEEK, at(24, 9, month=12), date(2026, 12, 30)),  # Christmas, the weekend, a substitute day
    ],
)
def test_an_answer_is_promised_two_working_days_on(pattern: str, now: datetime, by: date) -> None:
    assert working_days.reply_by(pattern, now) == by


def test_the_promise_can_be_longer() -> None:
    assert working_days.reply_by(WEEK, at(21, 12), 5) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("now", "back"),
    [
        (at(23, 7), date(2026, 11, 23)),
        (at(23, 16, 59), date(2026, 11, 23)),
        (at(23, 17), date(2026, 11, 24)),
        (at(20, 18), date(2026, 11, 23)),
        (at(25, 12, month=12), date(2026, 12, 29)),
    ],
)
def test_when_the_iro_is_back(now: datetime, back: date) -> None:
    assert working_days.next_working_day(WEEK, now) == back


def test_the_day_is_the_day_in_london_in_summer_too() -> None:
    after_midnight = datetime(2026, 7, 5, 23, 30, tzinfo=ZoneInfo("UTC"))  # Monday 00:30 in London
    assert working_days.next_working_day(WEEK, after_midnight) == date(2026, 7, 6)
    assert working_days.reply_by(WEEK, after_midnight) == date(2026, 7, 8)


def test_working_days_passed() -> None:
    assert working_days.working_days_between(WEEK, date(2026, 11, 20), date(2026, 11, 24)) == 2
    assert working_days.working_days_between(NADIA, date(2026, 11, 20), date(2026, 11, 24)) == 1
    assert working_days.working_days_between(WEEK, date(2026, 11, 24), date(2026, 11, 24)) == 0


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (WEEK, "Monday to Friday"),
        (GRAHAM, "Monday to Thursday"),
        ("Mon Tue Thu 09:00-17:00", "Monday, Tuesday and Thursday"),
        ("Mon Tue Wed Fri 09:00-17:00", "Monday to Wednesday and Friday"),
        ("Sat Sun 09:00-17:00", "Saturday and Sunday"),
        ("Wed 09:00-17:00", "Wednesday"),
    ],
)
def test_the_days_as_a_child_is_told_them(pattern: str, words: str) -> None:
    assert working_days.days_in_words(pattern) == words


def test_bank_holidays_are_the_governments() -> None:
    published = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    days = {holiday["date"] for holiday in published}
    weekdays = {day for day in days if day.weekday() < 5}
    assert {day for day in weekdays if not is_bank_holiday(day)} == set()
    years = range(2020, 1 + max(day.year for day in days))
    every = (date(year, 1, 1).toordinal() + n for year in years for n in range(365))
    ours = {date.fromordinal(n) for n in every if is_bank_holiday(date.fromordinal(n))}
    assert {day for day in ours if day.weekday() < 5 and day.year in years} == {
        day for day in weekdays if day.year in years
    }


def test_an_unreadable_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="weekdays"):
        working_days.works_on("weekdays", date(2026, 11, 23))

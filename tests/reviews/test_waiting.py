"""The waiting clock."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from reviews.waiting import longest, wait

WEEK = "Mon Tue Wed Thu Fri 09:00-17:00"


def november(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=ZoneInfo("Europe/London"))


def test_a_weekend_is_no_working_day() -> None:
    clock = wait(WEEK, november(20), november(22))
    assert (clock.working_days, clock.promised_by, clock.breached) == (0, date(2026, 11, 24), False)


def test_the_promise_holds_until_the_end_of_its_day() -> None:
    assert not wait(WEEK, november(20), november(24, 23)).breached
    late = wait(WEEK, november(20), november(25, 0))
    assert late.breached
    assert late.working_days == 3


def test_an_answer_in_time_is_a_promise_kept_for_good() -> None:
    kept = wait(WEEK, november(20), november(30), answered_at=november(24))
    assert (kept.open, kept.breached, kept.working_days) == (False, False, 2)


def test_a_late_answer_does_not_undo_the_breach() -> None:
    assert wait(WEEK, november(20), november(30), answered_at=november(25)).breached


def test_what_the_child_was_told_counts_not_what_would_be_said_now() -> None:
    assert wait(WEEK, november(20), november(24), promised_by=date(2026, 11, 23)).breached


def test_the_longest_wait_is_the_first_unanswered_one() -> None:
    answered = wait(WEEK, november(2), november(21), answered_at=november(3))
    first, second = wait(WEEK, november(16), november(21)), wait(WEEK, november(19), november(21))
    assert longest([answered, second, first]) == first
    assert longest([answered]) is None

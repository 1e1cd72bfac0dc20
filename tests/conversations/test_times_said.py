"""What children mean by a few words about a time, seen from Saturday 21 November 2026."""

from datetime import date, time

import pytest

from conversations.times import at_facts, labels
from conversations.times_said import Meant, bare_number, meant

TODAY = date(2026, 11, 21)
MON, TUE, WED = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "days", "ats"),
    [
        ("mon 4", (MON,), (time(16),)),
        ("tuesday 4.30", (TUE,), (time(16, 30),)),
        ("half 4 on tues", (TUE,), (time(16, 30),)),
        ("quarter to 5 weds", (WED,), (time(16, 45),)),
        ("24 nov 4pm", (TUE,), (time(16),)),
        ("the 24th at 5", (TUE,), (time(17),)),
        ("monday at 12:30", (MON,), (time(12, 30),)),
        ("mon or tues at 5", (MON, TUE), (time(17),)),
        ("next monday 4", (MON, date(2026, 11, 30)), (time(16),)),
        ("16:00 monday", (MON,), (time(16),)),
        ("tomorrow", (date(2026, 11, 22),), ()),
        ("4pm", (), (time(16),)),
        ("monday fine its about staying put", (MON,), ()),
        ("i have 2 brothers and 1 sister", (), ()),
        ("my house is number 14", (), ()),
        ("dunno", (), ()),
        ("mon 9", (MON,), (time(9),)),
        ("saturday 25:99", (date(2026, 11, 28),), ()),
    ],
)
def test_days_and_times(text: str, days: tuple[date, ...], ats: tuple[time, ...]) -> None:
    found = meant(text, TODAY)
    assert (found.days, found.ats) == (days, ats)


def test_a_part_of_the_day_and_a_day_that_is_not_meant() -> None:
    found = meant("after school but not wensday i have swimming", TODAY)
    assert (found.part, found.not_days, found.days) == ("after_school", (WED,), ())
    assert meant("wed lunchtime", TODAY).part == "midday"
    assert meant("after 5, im in college before", TODAY).after == time(17)
    assert meant("whenever", TODAY) == Meant(part="any")


def test_which_of_those_shown() -> None:
    assert [bare_number(text) for text in ("2", "the second one", "4.30", "mon")] == [2, 2, None, None]


def test_times_are_read_out_the_way_a_child_would() -> None:
    assert at_facts("2026-11-23T16:30", "en") == {"at_day": MON, "at_time": "4.30pm"}
    assert at_facts("", "en") == at_facts("nonsense", "en") == {}
    assert labels("2026-11-23T12:00 x 2026-11-24T09:05", "en") == [
        ("Mon 23 Nov, midday", "2026-11-23T12:00"), ("Tue 24 Nov, 9.05am", "2026-11-24T09:05"),
    ]  # fmt: skip

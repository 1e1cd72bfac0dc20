"""When what an IRO wrote may reach a child."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from reviews.letter_times import is_good, next_good, presets
from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON
from storage.busy_times import BusyTime

NUMBERS = ReviewSettings()
FAMILY = BusyTime(UUID(int=1), UUID(int=2), 0, "07:00", "08:30", "family_time")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("moment", "good"),
    [
        (at(23, 7, 45), True), (at(23, 8, 30), False), (at(23, 11), False), (at(23, 16), True), (at(23, 22), False),
        (at(21, 11), True), (at(21, 7, 45), False), (at(25, 11, month=12), True), (at(25, 22, month=12), False),
    ],
)  # fmt: skip
def test_good_hours(moment: datetime, good: bool) -> None:
    assert is_good(moment, NUMBERS, ()) is good


def test_where_the_child_is_busy_it_is_no_good_hour_and_no_preset() -> None:
    assert not is_good(at(23, 7, 45), NUMBERS, [FAMILY])
    assert "monday_morning" not in {one.code for one in presets(at(21, 10), NUMBERS, [FAMILY])}


def test_on_a_saturday() -> None:
    found = [(one.code, one.at) for one in presets(at(21, 10), NUMBERS, ())]
    assert found == [("tomorrow", at(22, 16)), ("monday_morning", at(23, 7, 30))]


def test_on_a_school_day_and_after_it() -> None:
    assert [one.code for one in presets(at(23, 10), NUMBERS, ())] == ["after_school", "tomorrow", "monday_morning"]
    assert [one.code for one in presets(at(23, 17), NUMBERS, ())] == ["tomorrow", "monday_morning"]


def test_the_next_good_time() -> None:
    assert next_good(at(23, 8, 20), NUMBERS, ()) == at(23, 16)
    assert next_good(at(23, 20), NUMBERS, ()) == at(24, 7, 30)

"""A concern that is taken is somebody's only while that somebody is there."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.handover import GRACE, OUT_OF_HOURS, held_until, left_since
from safeguarding.rota import LONDON, Shift
from safeguarding.watch import Absence, Member

SHANICE = Member("shanice", "first", Shift.parse("Mon Tue Wed Thu Fri 08:00-17:00"))
NIGHTS = Member("ines", "first", Shift.parse("Fri Sat 20:00-06:00"))


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=LONDON).astimezone(UTC)


TAKEN = at(2026, 11, 20, 16, 50)


def test_it_is_theirs_to_the_end_of_the_shift_and_a_little_longer() -> None:
    assert held_until(SHANICE, TAKEN) == at(2026, 11, 20, 17, 0) + GRACE
    assert left_since(SHANICE, TAKEN, at(2026, 11, 20, 17, 14)) is None
    assert left_since(SHANICE, TAKEN, at(2026, 11, 20, 17, 15)) == at(2026, 11, 20, 17, 15)


def test_whoever_still_works_on_it_after_their_hours_still_has_it() -> None:
    wrote = at(2026, 11, 20, 18, 30)
    assert left_since(SHANICE, wrote, wrote + OUT_OF_HOURS - timedelta(minutes=1)) is None
    assert left_since(SHANICE, wrote, wrote + OUT_OF_HOURS) == wrote + OUT_OF_HOURS


def test_the_next_shift_has_it_again() -> None:
    assert left_since(SHANICE, TAKEN, at(2026, 11, 23, 7, 59)) is not None
    assert left_since(SHANICE, TAKEN, at(2026, 11, 23, 8, 0)) is None


def test_leave_and_sickness_leave_it_at_once() -> None:
    sick = replace(SHANICE, absences=(Absence(at(2026, 11, 20, 16, 55)),))
    assert left_since(sick, TAKEN, at(2026, 11, 20, 16, 54)) is None
    assert left_since(sick, TAKEN, at(2026, 11, 20, 16, 55)) == at(2026, 11, 20, 16, 55)


def test_whoever_is_not_on_the_staff_list_any_more_has_nothing() -> None:
    assert left_since(None, TAKEN, TAKEN + timedelta(minutes=1)) == TAKEN


@pytest.mark.parametrize(
    ("taken", "ends"),
    [
        (at(2026, 10, 25, 0, 30), at(2026, 10, 25, 6, 0)),  # the night with the hour that comes twice
        (at(2027, 3, 27, 21, 0), at(2027, 3, 28, 6, 0)),  # the night that lacks one
        (at(2026, 12, 25, 23, 0), at(2026, 12, 26, 6, 0)),
    ],
)
def test_a_night_ends_when_the_clock_on_the_wall_says_so(taken: datetime, ends: datetime) -> None:
    assert held_until(NIGHTS, taken) == ends + GRACE


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.timedeltas(timedelta(0), timedelta(days=9)),
)
def test_nothing_taken_is_ever_held_by_somebody_who_is_neither_at_work_nor_just_gone(
    taken: datetime, later: timedelta
) -> None:
    now = taken + later
    if left_since(SHANICE, taken, now) is None:
        recently = later < timedelta(hours=9) + GRACE
        assert SHANICE.at_work(now) or recently

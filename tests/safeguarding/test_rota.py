"""Working patterns, the London clock and England's bank holidays."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from safeguarding.rota import Shift, is_bank_holiday, next_shift_start, on_duty

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Officer:
    name: str
    shift: Shift


DAYS = Officer("days", Shift.parse("Mon Tue Wed Thu Fri 08:00-17:00"))
EVENINGS = Officer("evenings", Shift.parse("Mon Tue Wed Thu Fri 16:30-00:30"))
NIGHTS = Officer("nights", Shift.parse("Mon Tue Wed Thu Fri Sat Sun 00:00-08:30"))
WEEKENDS = Officer("weekends", Shift.parse("Sat Sun and bank holidays 08:00-00:30"))
ALL = [DAYS, EVENINGS, NIGHTS, WEEKENDS]


def names(now):
    return [officer.name for officer in on_duty(ALL, now)]


def at(*parts):
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(2026, 11, 20, 9, 0), ["days"]),
        (at(2026, 11, 20, 16, 45), ["days", "evenings"]),
        (at(2026, 11, 20, 17, 0), ["evenings"]),
        (at(2026, 11, 21, 0, 15), ["evenings", "nights"]),
        (at(2026, 11, 21, 0, 30), ["nights"]),
        (at(2026, 11, 21, 12, 0), ["weekends"]),
        (at(2026, 11, 22, 0, 10), ["nights", "weekends"]),
        (at(2026, 11, 23, 0, 10), ["nights", "weekends"]),
        (at(2026, 11, 23, 0, 40), ["nights"]),
        (at(2026, 12, 25, 20, 0), ["evenings", "weekends"]),
        (at(2026, 12, 28, 12, 0), ["days", "weekends"]),
    ],
)
def test_the_rota_says_who_is_on_duty(now, expected):
    assert names(now) == expected


def test_somebody_is_on_duty_at_every_quarter_of_an_hour_of_a_year():
    start = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
    empty = [t for t in range(start, start + 366 * 86400, 900) if not names(datetime.fromtimestamp(t, UTC))]
    assert empty == []


def test_when_clocks_go_forward_a_night_is_an_hour_shorter():
    begin, end = NIGHTS.shift.turn(datetime(2026, 3, 29).date())
    assert (end - begin).total_seconds() == 7.5 * 3600
    assert names(at(2026, 3, 29, 8, 29)) == ["nights", "weekends"]


def test_when_clocks_go_back_the_hour_that_comes_twice_is_covered_twice():
    first = datetime(2026, 10, 25, 0, 45, tzinfo=UTC)
    second = datetime(2026, 10, 25, 1, 45, tzinfo=UTC)
    assert first.astimezone(LONDON).hour == second.astimezone(LONDON).hour == 1
    assert "nights" in names(first)
    assert "nights" in names(second)


def test_a_turn_that_ends_at_half_past_one_in_the_doubled_hour_ends_once():
    late = Shift.parse("Sat 20:00-01:30")
    assert late.covers(datetime(2026, 10, 25, 0, 15, tzinfo=UTC))
    assert not late.covers(datetime(2026, 10, 25, 1, 15, tzinfo=UTC))


def test_bank_holidays_are_those_of_england():
    assert is_bank_holiday(datetime(2026, 8, 31).date())
    assert not is_bank_holiday(datetime(2026, 8, 3).date())
    assert is_bank_holiday(datetime(2026, 12, 28).date())


def test_the_next_start_is_told_with_whose_it_is():
    start, officer = next_shift_start([DAYS, EVENINGS], at(2026, 11, 21, 9, 0))
    assert (officer.name, start) == ("days", at(2026, 11, 23, 8, 0))
    assert next_shift_start([], at(2026, 11, 21, 9, 0)) is None


def test_a_bank_holiday_shift_finds_a_start_months_ahead():
    only = Officer("only", Shift.parse("bank holidays 09:00-17:00"))
    start, _ = next_shift_start([only], at(2026, 9, 1, 9, 0))
    assert start == at(2026, 12, 25, 9, 0)


@pytest.mark.parametrize("pattern", ["", "Mon", "Mond 09:00-17:00", "Mon 09:00-25:00", "09:00-17:00", "Mon 9-5"])
def test_a_bad_pattern_is_refused_in_one_line(pattern):
    with pytest.raises(ValueError, match="working pattern") as refused:
        Shift.parse(pattern)
    assert "\n" not in str(refused.value)


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        DAYS.shift.covers(datetime(2026, 11, 21, 9, 0))

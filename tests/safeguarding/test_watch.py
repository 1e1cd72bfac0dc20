"""Who keeps watch when people are away: deputies, gaps, and never nobody. At both clock changes and at Christmas."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from safeguarding.escalation import DEFAULT, Clock, Ladder, Step, due_at, notice, step_due
from safeguarding.rota import LONDON, Shift
from safeguarding.screening import Level
from safeguarding.watch import Absence, Member, gaps, people

SHANICE = Member("shanice", "first", Shift.parse("Mon Tue Wed Thu Fri 08:00-17:00"), deputy="paula")
CALLUM = Member("callum", "first", Shift.parse("Mon Tue Wed Thu Fri 16:30-00:30"))
INES = Member("ines", "first", Shift.parse("Mon Tue Wed Thu Fri Sat Sun 00:00-08:30"))
RAFIQ = Member("rafiq", "first", Shift.parse("Sat Sun and bank holidays 08:00-00:30"))
PAULA = Member("paula", "none", Shift.parse("Mon Tue 09:00-12:00"))
MARGUERITE = Member("marguerite", "escalate", Shift.parse("Mon Tue Wed Thu Fri 08:30-17:00"), deputy="tobias")
TOBIAS = Member("tobias", "escalate", Shift.parse("Mon Tue Wed Thu Fri 09:30-18:00"))
ALL = (SHANICE, CALLUM, INES, RAFIQ, PAULA, MARGUERITE, TOBIAS)


def at(*parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=LONDON, fold=fold)


MONDAY = at(2026, 11, 23, 10, 0)


def away(member: Member, begin: datetime, end: datetime | None = None) -> Member:
    return replace(member, absences=(*member.absences, Absence(begin, end)))


def with_(*changed: Member) -> list[Member]:
    by_reference = {member.reference: member for member in changed}
    return [by_reference.get(member.reference, member) for member in ALL]


def test_a_deputy_is_on_duty_in_the_hours_of_whom_they_stand_in_for() -> None:
    found = people(with_(away(SHANICE, MONDAY)), MONDAY)
    assert found.on_duty == ["paula"]
    assert found.standing_in == {"paula": "shanice"}
    assert people(ALL, MONDAY).on_duty == ["shanice"]


def test_leave_ends_at_the_minute_it_ends() -> None:
    there = with_(away(SHANICE, MONDAY - timedelta(days=3), MONDAY))
    assert people(there, MONDAY).on_duty == ["shanice"]
    assert people(there, MONDAY - timedelta(minutes=1)).on_duty == ["paula"]


def test_sickness_without_an_end_goes_on() -> None:
    assert people(with_(away(SHANICE, MONDAY)), MONDAY + timedelta(days=21)).on_duty == ["paula"]


def test_the_deputy_of_a_deputy_who_is_away_too_stands_in() -> None:
    paula = away(replace(PAULA, deputy="callum"), MONDAY)
    assert people(with_(away(SHANICE, MONDAY), paula), MONDAY).on_duty == ["callum"]


def test_two_who_deputise_for_each_other_and_are_both_away_leave_it_to_the_ladder() -> None:
    paula = away(replace(PAULA, deputy="shanice"), MONDAY)
    found = people(with_(away(SHANICE, MONDAY), paula), MONDAY)
    told = notice(Level.urgent, MONDAY, 0, found)
    assert found.on_duty == []
    assert told.nobody_on_duty
    assert set(told.tell) == {"callum", "ines", "rafiq", "marguerite", "tobias"}


def test_a_manager_who_is_away_is_stood_in_for_on_the_ladder() -> None:
    found = people(with_(away(MARGUERITE, MONDAY)), MONDAY)
    assert found.managers == ["tobias"]
    deputy = people(with_(away(replace(MARGUERITE, deputy="paula"), MONDAY)), MONDAY)
    assert deputy.managers == ["paula", "tobias"]
    assert deputy.standing_in == {"paula": "marguerite"}


def test_whoever_is_away_is_not_told_while_anybody_else_is_left() -> None:
    found = people(with_(away(CALLUM, MONDAY)), MONDAY)
    for step in range(4):
        assert "callum" not in notice(Level.urgent, MONDAY, step, found).tell


def test_when_everybody_is_away_they_are_told_nevertheless() -> None:
    found = people([away(member, MONDAY) for member in ALL], MONDAY)
    told = notice(Level.urgent, MONDAY, 0, found)
    assert told.nobody_on_duty
    assert told.tell[0] in {"shanice", "callum", "ines", "rafiq"}
    assert set(told.tell) == {member.reference for member in ALL}


def test_when_all_of_the_ladder_is_excluded_whoever_else_there_is_is_told() -> None:
    excluded = {member.reference for member in ALL} - {"paula"}
    assert notice(Level.urgent, MONDAY, 0, people(ALL, MONDAY), excluded=excluded).tell == ("paula",)


def test_nobody_on_shift_tells_the_others_at_once_the_next_to_come_first() -> None:
    only = [CALLUM, SHANICE, MARGUERITE]
    told = notice(Level.concern, at(2026, 11, 21, 12, 0), 0, people(only, at(2026, 11, 21, 12, 0)))
    assert told.nobody_on_duty
    assert told.tell == ("shanice", "callum", "marguerite")


def test_the_gaps_are_found_and_closed_by_a_deputy() -> None:
    rafiq = away(RAFIQ, at(2026, 11, 28, 0, 0), at(2026, 11, 30, 0, 0))
    begin, end, step = at(2026, 11, 27, 0, 0), at(2026, 12, 4, 0, 0), timedelta(minutes=30)
    found = list(gaps(with_(rafiq), begin, end, step))
    assert [(gap.begin, gap.end) for gap in found] == [
        (at(2026, 11, 28, 8, 30), at(2026, 11, 29, 0, 0)),
        (at(2026, 11, 29, 8, 30), at(2026, 11, 30, 0, 0)),
    ]
    assert list(gaps(with_(replace(rafiq, deputy="paula")), begin, end, step)) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(2026, 10, 25, 0, 15), ["ines", "rafiq"]),
        (at(2026, 10, 25, 1, 30), ["ines"]),
        (at(2026, 10, 25, 1, 30, fold=1), ["ines"]),
        (at(2026, 10, 25, 8, 29), ["ines", "rafiq"]),
        (at(2027, 3, 28, 0, 45), ["ines"]),
        (datetime(2027, 3, 28, 1, 15, tzinfo=UTC), ["ines"]),
        (at(2027, 3, 28, 8, 29), ["ines", "rafiq"]),
        (at(2026, 12, 25, 12, 0), ["rafiq", "shanice"]),
        (at(2026, 12, 28, 12, 0), ["rafiq", "shanice"]),
        (at(2027, 1, 1, 23, 0), ["callum", "rafiq"]),
        (at(2027, 1, 2, 0, 15), ["callum", "ines", "rafiq"]),
    ],
)
def test_the_clock_changes_christmas_and_new_year(now: datetime, expected: list[str]) -> None:
    assert sorted(people(ALL, now).on_duty) == expected


@pytest.mark.parametrize("begin", [at(2026, 10, 24, 12, 0), at(2027, 3, 27, 12, 0), at(2026, 12, 24), at(2026, 12, 31)])
def test_no_minute_of_such_days_is_without_somebody(begin: datetime) -> None:
    begin = begin.astimezone(UTC)
    assert list(gaps(ALL, begin, begin + timedelta(days=5), timedelta(minutes=5))) == []


def test_leave_over_the_doubled_hour_is_as_long_as_it_really_is() -> None:
    ines = away(INES, at(2026, 10, 25, 1, 0), at(2026, 10, 25, 2, 0))
    for fold in (0, 1):
        assert people(with_(ines), at(2026, 10, 25, 1, 30, fold=fold)).on_duty == []
    assert people(with_(ines), at(2026, 10, 25, 2, 0)).on_duty == ["ines"]


def test_five_minutes_of_the_ladder_are_five_minutes_when_the_clock_goes_back() -> None:
    started = at(2026, 10, 25, 1, 58)
    due = due_at(Level.urgent, started, 1)
    assert due is not None
    assert due.astimezone(LONDON) == at(2026, 10, 25, 1, 3, fold=1)


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
DAYS = st.lists(st.sampled_from(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")), min_size=1, max_size=7, unique=True)
CLOCK = st.tuples(st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))


@st.composite
def patterns(draw: st.DrawFn) -> Shift:
    holidays = draw(st.sampled_from(("", " and bank holidays")))
    (begin, past), (end, over) = draw(CLOCK), draw(CLOCK)
    return Shift.parse(f"{' '.join(draw(DAYS))}{holidays} {begin:02}:{past:02}-{end:02}:{over:02}")


@st.composite
def absences(draw: st.DrawFn) -> Absence:
    begin = draw(MOMENTS)
    hours = draw(st.none() | st.integers(0, 24 * 60))
    return Absence(begin, None if hours is None else begin + timedelta(hours=hours))


@st.composite
def staff_lists(draw: st.DrawFn) -> list[Member]:
    references = [f"m{n}" for n in range(draw(st.integers(1, 6)))]
    return [
        Member(
            reference, draw(st.sampled_from(("first", "escalate", "none"))), draw(patterns()),
            draw(st.sampled_from(["", "somebody who left", *references])),
            tuple(draw(st.lists(absences(), max_size=2))),
        )
        for reference in references
    ]  # fmt: skip


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    kinds = st.lists(st.sampled_from(("on_duty", "next_on_duty", "managers", "m1", "nobody")), max_size=3)

    def steps() -> tuple[Step, ...]:
        minutes = sorted(draw(st.sets(st.integers(1, 600), max_size=4)))
        return tuple(Step(timedelta(minutes=m), tuple(draw(kinds))) for m in (0, *minutes))

    again = {level: timedelta(minutes=draw(st.integers(0, 300))) for level in (Level.urgent, Level.concern)}
    return Ladder({level: steps() for level in (Level.urgent, Level.concern)}, again)


LEVELS = st.sampled_from((Level.urgent, Level.concern))


@given(staff_lists(), MOMENTS, LEVELS, st.integers(0, 50), ladders(), st.data())
def test_at_every_moment_somebody_is_told_whatever_the_staff_list_says(
    members: list[Member], now: datetime, level: Level, step: int, ladder: Ladder, data: st.DataObject
) -> None:
    references = [member.reference for member in members]
    excluded = set(data.draw(st.lists(st.sampled_from(references), max_size=len(references) - 1, unique=True)))
    told = notice(level, now, step, people(members, now), excluded=excluded, ladder=ladder)
    assert set(told.tell) <= set(references) - excluded
    assert bool(told.tell) == (len(excluded) < len(references))
    assert len(told.tell) == len(set(told.tell))


@given(LEVELS, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)), ladders() | st.just(DEFAULT))
@example(Level.urgent, at(2026, 10, 25, 1, 58), timedelta(minutes=5), DEFAULT)
def test_the_next_step_is_always_in_the_future(
    level: Level, started: datetime, waited: timedelta, ladder: Ladder
) -> None:
    now = started.astimezone(UTC) + waited
    step = step_due(level, started, now, ladder)
    assert step is not None
    reached, following = due_at(level, started, step, ladder), due_at(level, started, step + 1, ladder)
    assert reached is not None
    assert following is not None
    assert reached <= now < following


@given(
    MOMENTS, LEVELS, st.lists(st.tuples(st.integers(0, 600), st.sampled_from(("look", "take", "urgent", "concern"))))
)
def test_a_breach_never_disappears(started: datetime, level: Level, acts: list[tuple[int, str]]) -> None:
    clock, now, breached = Clock(level, started), started, None
    for minutes, act in acts:
        now += timedelta(minutes=minutes)
        if act == "look":
            clock = clock.seen(now)
        elif act == "take":
            clock = clock.take(now)
        else:
            clock = clock.rearm(Level[act], now)
        assert clock.level >= level
        assert breached is None or clock.breached_at == breached
        breached = clock.breached_at

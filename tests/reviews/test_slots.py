"""Times offered to children: never out of hours, twice, at school or past; on both clock changes too."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from reviews.settings import Hours, ReviewSettings
from reviews.slots import Booking, Childs, Diary, Needs, Times
from reviews.working_days import works_on
from safeguarding.rota import LONDON, is_bank_holiday, wall_clock

NUMBERS = ReviewSettings()
SPRING, AUTUMN = datetime(2026, 3, 28, 9, 0, tzinfo=LONDON), datetime(2026, 10, 24, 17, 0, tzinfo=LONDON)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(LONDON))
halves = st.integers(0, 47).map(lambda n: time(n // 2, 30 * (n % 2)))


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    begin, end = sorted(draw(st.tuples(halves, halves)))
    return Hours(begin, end if end > begin else time(23, 59))


@st.composite
def patterns(draw: st.DrawFn) -> str:
    days = draw(st.lists(st.sampled_from(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]), min_size=1, unique=True))
    begin = draw(st.integers(6, 14))
    return f"{' '.join(days)} {begin:02}:00-{draw(st.integers(begin + 1, 21)):02}:00"


@st.composite
def spans(draw: st.DrawFn) -> list[tuple[datetime, datetime]]:
    found = []
    for _ in range(draw(st.integers(0, 4))):
        begin = draw(moments)
        found.append((begin, begin + timedelta(minutes=draw(st.integers(1, 2000)))))
    return found


bookings = st.lists(st.builds(Booking, st.integers(0, 6), hours()), max_size=4)


@given(
    now=moments, pattern=patterns(), bookable=bookings, taken=spans(), busy=bookings, at_school=st.booleans(),
    minutes=st.integers(5, 120), long=st.booleans(), near=st.integers(0, 12),
)  # fmt: skip
@example(SPRING, "Sat Sun Mon Tue 09:00-17:00", [], [], [], True, 15, False, 0)
@example(AUTUMN, "Sat Sun Mon Tue 00:00-17:00", [Booking(6, Hours(time(0), time(4)))], [], [], False, 60, False, 0)
def test_what_is_offered_can_really_be_had(
    now: datetime, pattern: str, bookable: list[Booking], taken: list[tuple[datetime, datetime]],
    busy: list[Booking], at_school: bool, minutes: int, long: bool, near: int,
) -> None:  # fmt: skip
    taken = [*taken, (now + timedelta(hours=near), now + timedelta(hours=near + 3))]
    times = Times(Diary(pattern, bookable, taken), Childs(at_school, busy), Needs(minutes, long), now, NUMBERS)
    offered = times.offered()
    assert len(offered) <= 3
    assert len(set(offered)) == len(offered)
    for at in offered:
        end, here = at + timedelta(minutes=minutes), at.astimezone(LONDON)
        there = end.astimezone(LONDON)
        assert at >= now + timedelta(minutes=NUMBERS.contact_notice_minutes)
        assert works_on(pattern, here.date()), "a day at work, no bank holiday"
        begin_work, end_work = pattern.rsplit(maxsplit=1)[-1].split("-")
        assert here.date() == there.date() or there.time() == time(0)
        assert time.fromisoformat(begin_work) <= here.time()
        assert end <= wall_clock(here.date(), time.fromisoformat(end_work))
        usual = bookable or [Booking(here.weekday(), NUMBERS.contact_hours)]
        assert any(b.weekday == here.weekday() and b.hours.start <= here.time() for b in usual)
        assert not any(begin < end and at < stop for begin, stop in taken), "nothing else stands there"
        for one in busy:
            if one.weekday == here.weekday():
                assert not (here.time() < one.hours.end and wall_clock(here.date(), one.hours.start) < end)
        if at_school and here.weekday() < 5 and not is_bank_holiday(here.date()):
            assert here.time() >= NUMBERS.school_hours.end or end <= wall_clock(here.date(), NUMBERS.school_hours.start)
        if long:
            assert here.date() > now.astimezone(LONDON).date()


def test_what_is_booked_is_not_offered_again() -> None:
    now = datetime(2026, 11, 21, 10, 0, tzinfo=LONDON)
    first = Times(Diary("Mon Tue Wed Thu Fri 09:00-17:00"), Childs(), Needs(15), now).offered()[0]
    taken = Diary("Mon Tue Wed Thu Fri 09:00-17:00", taken=[(first, first + timedelta(minutes=15))])
    again = Times(taken, Childs(), Needs(15), now)
    assert first not in again.free()
    assert not again.is_free(first)


def test_a_child_who_asks_for_lunch_time_is_offered_it() -> None:
    now = datetime(2026, 11, 21, 10, 0, tzinfo=LONDON)
    diary = Diary("Mon Tue Wed Thu Fri 09:00-17:00", [Booking(0, Hours(time(9), time(17)))])
    lunch = datetime(2026, 11, 23, 12, 30, tzinfo=LONDON)
    assert not Times(diary, Childs(), Needs(15), now).is_free(lunch)
    assert Times(diary, Childs(), Needs(15, in_school_too=True), now).is_free(lunch)


def test_the_first_and_the_last_of_a_day_and_then_another_day() -> None:
    now = datetime(2026, 11, 21, 10, 0, tzinfo=LONDON)
    offered = Times(Diary("Mon Tue Wed Thu Fri 09:00-17:00"), Childs(), Needs(15), now).offered()
    assert [at.astimezone(LONDON) for at in offered] == [
        datetime(2026, 11, 23, 16, 0, tzinfo=LONDON), datetime(2026, 11, 23, 16, 30, tzinfo=LONDON),
        datetime(2026, 11, 24, 16, 30, tzinfo=LONDON),
    ]  # fmt: skip
    assert offered[0].astimezone(LONDON).date() > date(2026, 11, 21)

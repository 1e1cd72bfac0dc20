"""Who is told, who next, and a clock that only runs one way."""

from datetime import UTC, datetime, timedelta

from safeguarding.escalation import Clock, People, due_at, notice, step_due
from safeguarding.screening import Level

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
PEOPLE = People(on_duty=("rafiq",), next_on_duty=("ines", "callum"), managers=("marguerite",))


def test_an_urgent_concern_goes_up_the_ladder_after_five_and_fifteen_minutes():
    first = notice(Level.urgent, NOW, 0, PEOPLE)
    assert first.tell == ("rafiq",)
    assert first.next_due == NOW + timedelta(minutes=5)
    second = notice(Level.urgent, NOW, 1, PEOPLE)
    assert set(second.tell) >= {"ines", "marguerite"}
    assert second.next_due == NOW + timedelta(minutes=15)


def test_the_ladder_never_ends_while_nobody_takes_it():
    assert notice(Level.urgent, NOW, 40, PEOPLE).next_due == NOW + timedelta(minutes=15 + 15 * 39)
    assert notice(Level.concern, NOW, 1, PEOPLE).tell == ("rafiq", "ines", "callum")
    assert notice(Level.concern, NOW, 0, PEOPLE).next_due == NOW + timedelta(hours=4)


def test_a_look_has_no_ladder():
    assert notice(Level.look, NOW, 0, PEOPLE).tell == ()
    assert due_at(Level.look, NOW, 0) is None
    assert step_due(Level.none, NOW, NOW) is None


def test_an_excluded_adult_is_told_at_no_step():
    for step in range(5):
        assert "rafiq" not in notice(Level.urgent, NOW, step, PEOPLE, excluded={"rafiq"}).tell


def test_when_the_only_officer_is_excluded_the_rest_of_the_ladder_is_told_at_once():
    assert notice(Level.urgent, NOW, 0, PEOPLE, excluded={"rafiq"}).tell == ("ines", "callum", "marguerite")


def test_the_step_that_is_due_is_found_after_a_restart():
    assert step_due(Level.urgent, NOW, NOW + timedelta(minutes=4)) == 0
    assert step_due(Level.urgent, NOW, NOW + timedelta(minutes=5)) == 1
    assert step_due(Level.urgent, NOW, NOW + timedelta(minutes=46)) == 4


def test_a_breach_stays_after_it_is_taken_and_after_a_later_message():
    late = Clock(Level.urgent, NOW).take(NOW + timedelta(minutes=6))
    assert late.breached_at == NOW + timedelta(minutes=5)
    later = late.rearm(Level.concern, NOW + timedelta(hours=1))
    assert later.breached_at == NOW + timedelta(minutes=5)
    assert (later.level, later.started, later.taken) == (Level.urgent, NOW + timedelta(hours=1), None)


def test_taken_in_time_is_no_breach_ever_after():
    clock = Clock(Level.urgent, NOW).take(NOW + timedelta(minutes=4))
    assert clock.seen(NOW + timedelta(days=3)).breached_at is None


def test_a_further_message_does_not_push_back_a_clock_that_nobody_has_stopped():
    clock = Clock(Level.urgent, NOW).rearm(Level.concern, NOW + timedelta(minutes=4))
    assert clock.started == NOW


def test_a_graver_message_starts_the_faster_clock():
    clock = Clock(Level.concern, NOW).rearm(Level.urgent, NOW + timedelta(hours=1))
    assert (clock.level, clock.started) == (Level.urgent, NOW + timedelta(hours=1))
    assert clock.take_by() == NOW + timedelta(hours=1, minutes=5)

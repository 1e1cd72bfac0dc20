"""J09: Gee, 16, asks for a call and gets a time; the IRO is late, and says what happened."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.clock import PlayedClock
from bot.played import Played
from reviews import arranging
from reviews.told_of import told_of
from safeguarding.rota import LONDON
from storage import appointments, broken_waits, children, last_contact, requests, staff, staff_notices
from storage.appointments import Appointment, Wanted
from storage.database import Database
from storage.errors import OutOfDate
from storage.store import Store
from tests.support.played import conversation_of, staff_id, texts

GEE, SIAN = "EXC-0053", "EXS-003"
AT_FOUR = datetime(2026, 11, 23, 16, 0, tzinfo=LONDON)


@pytest.fixture
def gee(child) -> Played:
    return child(GEE)


def the_one(database: Database, reference: str = GEE) -> Appointment:
    def find(store: Store) -> Appointment:
        child = children.by_reference(store, reference)
        assert child is not None
        return appointments.of_children(store, [child.id])[child.id][-1]

    return database.read_now(find)


def book(gee: Played) -> str:
    gee.say("can siân ring me pls")
    gee.say("monday fine its about staying put")
    gee.say("mon 4")
    gee.say("07700 900214")
    return texts(gee.say("yh ill be on the bus stop wall lol"))


def until(gee: Played, moment: datetime) -> str:
    return texts(gee.wait(moment - gee.clock.now))


def notices_to(database: Database, name: str, about: str = "") -> int:
    found = database.read_now(staff_notices.latest)
    return sum(name in notice.to and about in notice.text for notice in found)


def test_only_real_times_are_offered_and_mon_4_is_understood(gee, exampleshire) -> None:
    assert "Siân is back on Monday 23 November" in texts(gee.say("can siân ring me pls"))
    said = gee.say("monday fine its about staying put")
    labels = [choice["label"] for choice in said[-1].choices]
    assert labels == ["Mon 23 Nov, 4pm", "Mon 23 Nov, 4.30pm", "Tue 24 Nov, 4.30pm", "None of these", "Never mind"]
    gee.say("mon 4")
    assert "without anyone listening" in texts(gee.say("07700 900214"))
    booked = texts(gee.say("yh ill be on the bus stop wall lol"))
    for must in ("Monday 23 November at 4pm", "01632 960103", "15 minutes", "CHANGE"):
        assert must in booked
    one = the_one(exampleshire)
    assert (one.state, one.starts_at, one.place, one.alone) == ("agreed", AT_FOUR, "07700 900214", "yes")
    assert notices_to(exampleshire, "sian.pendrell") == 1
    assert gee.state()["requests"][0]["state"] == "arranged", "not closed before it has happened"


def test_both_are_reminded_half_an_hour_before_with_no_topic(gee, exampleshire) -> None:
    book(gee)
    assert "Reminder" not in until(gee, AT_FOUR - timedelta(minutes=31))
    reminder = until(gee, AT_FOUR - timedelta(minutes=29))
    assert reminder.count("Reminder: your call is at 4pm.") == 1
    assert "staying put" not in reminder
    assert notices_to(exampleshire, "sian.pendrell", "begins soon") == 1
    assert "Reminder" not in until(gee, AT_FOUR + timedelta(minutes=6)), "once"


def test_a_late_call_is_owned_up_to_and_the_outcome_says_how_late(gee, exampleshire) -> None:
    book(gee)
    until(gee, AT_FOUR + timedelta(minutes=6))
    before = notices_to(exampleshire, "sian.pendrell")
    said = texts(gee.say("she aint rung"))
    assert "not good enough" in said
    assert "soon" not in said.lower()
    assert notices_to(exampleshire, "sian.pendrell") == before + 1
    assert notices_to(exampleshire, "@exampleshire", "/staff/not-kept") >= 1, "the office hears at once"
    gee.say("wait")
    assert gee.state()["requests"][0]["state"] == "arranged"

    def rung(store: Store) -> None:
        came = arranging.Outcome("held", AT_FOUR + timedelta(minutes=11), 12, "")
        arranging.record_outcome(store, the_one(exampleshire).id, came, staff_id(exampleshire, SIAN), gee.clock.now)

    gee.clock.now = AT_FOUR + timedelta(minutes=30)
    exampleshire.write_now(rung)
    one = the_one(exampleshire)
    assert (one.state, one.late_by, one.missed_said_at is not None) == ("held", 11, True)
    assert gee.state()["requests"][0]["state"] == "done"
    last = exampleshire.read_now(lambda store: last_contact.of_children(store, [one.child_id]))
    assert last[one.child_id].at == AT_FOUR + timedelta(minutes=11)


def test_change_moves_it_and_keeps_the_history(gee, exampleshire) -> None:
    book(gee)
    assert "Monday 23 November at 4pm" in texts(gee.say("CHANGE"))
    gee.tap("Another time")
    assert "Tuesday 24 November at 4.30pm" in texts(gee.say("tuesday 4.30"))
    one = the_one(exampleshire)
    assert (one.state, one.alone) == ("agreed", "yes")
    first = exampleshire.read_now(lambda store: appointments.get(store, one.moved_from))
    assert (first.state, first.starts_at) == ("moved", AT_FOUR)


def test_what_is_taken_by_another_child_is_not_offered_again(gee, exampleshire) -> None:
    book(gee)
    one = the_one(exampleshire)
    with pytest.raises(OutOfDate):
        exampleshire.write_now(
            lambda store: appointments.agree(
                store, Wanted(one.child_id, None, one.key_id, one.staff_id, "call", 15), "child", AT_FOUR, gee.clock.now
            )
        )


def test_a_time_that_could_be_two_is_asked_about_once(gee) -> None:
    gee.say("can siân ring me pls")
    asked = gee.say("next monday 4")
    assert [c["label"] for c in asked[-1].choices][:2] == ["Mon 23 Nov, 4pm", "Mon 30 Nov, 4pm"]


def test_words_that_fit_nothing_go_to_the_iro_with_the_times_in_them(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    gee.tap("It can wait")
    gee.tap("None of these")
    gee.say("sat 28th at 11")
    gee.tap("Yes")
    one = the_one(exampleshire)
    assert (one.state, one.proposed_by) == ("offered", "child")
    times = exampleshire.read_now(lambda store: appointments.times_of(store, [one.id]))[one.id]
    assert times == [datetime(2026, 11, 28, 11, 0, tzinfo=LONDON)]
    assert gee.state()["requests"][0]["state"] == "open"


def test_nobody_says_what_came_of_it_and_the_child_is_asked_once(gee, exampleshire) -> None:
    book(gee)
    asked = until(gee, AT_FOUR + timedelta(days=2, hours=3))
    assert asked.count("Did your call with Siân happen?") == 1
    assert "Good" in texts(gee.tap("Yes"))
    one = the_one(exampleshire)
    assert (one.state, one.outcome_by) == ("held", None)


def test_a_clock_nobody_stops_goes_to_the_deputy_then_the_manager_and_the_child_is_told_each_time(
    gee, exampleshire
) -> None:
    sian, beth = staff_id(exampleshire, SIAN), staff_id(exampleshire, "EXS-006")
    exampleshire.write_now(lambda store: staff.name_deputy(store, sian, beth, None, gee.clock.now))
    gee.say("can siân ring me pls")
    gee.tap("It can wait")
    gee.tap("None of these")
    gee.say("dunno really")
    gee.tap("Yes")
    before = notices_to(exampleshire, "beth.thistlewick"), notices_to(exampleshire, "marguerite")
    said = [m.text for m in gee.wait(timedelta(days=8)) if m.flow == "contact_waited"]
    assert len(said) == 2
    assert "Beth" in said[0]
    assert "Marguerite" in said[1]
    assert notices_to(exampleshire, "beth.thistlewick") > before[0]
    assert notices_to(exampleshire, "marguerite") > before[1]
    numbers = gee.service.exchange.reviews
    told = exampleshire.read_now(lambda store: told_of(store, staff.find(store, beth), gee.clock.now, numbers))
    assert [one.why for one in told.values()] == ["waited"], "who was told may answer"
    where = conversation_of(exampleshire, GEE).id
    exampleshire.write_now(
        lambda store: gee.service.speaker.say(
            store, where, staff_id(exampleshire, SIAN), "iro", "Hi Gee.", gee.clock.now
        )
    )
    (wait,) = exampleshire.read_now(lambda store: broken_waits.of_conversation(store, where))
    assert (wait.ended_how, wait.broken_at is not None) == ("reply", True), "what was broken stays on record"
    assert requests.FOR_THE_IRO == ("contact", "message")


def test_a_booked_time_does_not_stop_the_clock_but_a_held_contact_does(gee, exampleshire) -> None:
    book(gee)
    where = conversation_of(exampleshire, GEE).id
    assert conversation_of(exampleshire, GEE).waiting_since is not None
    until(gee, AT_FOUR + timedelta(minutes=20))
    gee.service.database.write_now(
        lambda store: arranging.record_outcome(
            store, the_one(exampleshire).id, arranging.Outcome("held"), staff_id(exampleshire, SIAN), gee.clock.now
        )
    )
    assert conversation_of(exampleshire, GEE).waiting_since is None
    assert exampleshire.read_now(lambda store: broken_waits.of_conversation(store, where)) == []
    assert isinstance(gee.clock, PlayedClock)

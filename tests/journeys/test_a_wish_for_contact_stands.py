"""A wish for contact stands from the first word of it, is one to the end, and is taken back as what it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.played import TODAY, Played
from storage import absences, appointments, broken_waits, children, requests, staff
from storage.database import Database
from storage.messages import Message
from storage.requests import Request
from storage.store import Store
from tests.support.played import conversation_of, staff_id, texts

GEE, SIAN, BETH = "EXC-0053", "EXS-003", "EXS-006"


@pytest.fixture
def gee(child) -> Played:
    return child(GEE)


def asked(database: Database) -> list[Request]:
    def find(store: Store) -> list[Request]:
        gee = children.by_reference(store, GEE)
        assert gee is not None
        return [one for one in requests.of_child(store, gee.id) if one.kind == "contact"]

    return database.read_now(find)


def much_later(gee: Played) -> list[Message]:
    """What was said in one day of the office, more than a week later."""
    gee.clock.now += timedelta(days=9)
    return gee.wait(timedelta(hours=8))


def test_who_leaves_half_way_has_asked_and_the_clock_runs(gee, exampleshire) -> None:
    said = texts(gee.say("can siân ring me pls"))
    assert "I've told Siân you want to talk" in said
    gee.tap("It can wait")
    gee.say("menu")
    (one,) = asked(exampleshire)
    assert (one.how, one.when_words, one.state, one.unfinished) == ("call", "", "open", True)
    assert one.words == "can siân ring me pls"
    assert conversation_of(exampleshire, GEE).waiting_since == TODAY
    late = [m.text for m in much_later(gee) if m.flow == "contact_waited"]
    assert late, "left half-way, and owned up to like any other"


def test_words_alone_stand_before_how_is_said(gee, exampleshire) -> None:
    gee.say("i want to talk to siân")
    (one,) = asked(exampleshire)
    assert (one.how, one.unfinished) == ("", True)
    gee.tap("Come and see me")
    (one,) = asked(exampleshire)
    assert (one.how, one.unfinished) == ("visit", True)


def test_only_looking_at_the_question_asks_for_nothing(gee, exampleshire) -> None:
    gee.say("menu")
    gee.tap("contact")
    gee.say("menu")
    assert asked(exampleshire) == []
    assert conversation_of(exampleshire, GEE).waiting_since is None


def test_all_that_is_said_later_completes_the_same_wish(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    first = asked(exampleshire)[0]
    gee.say("monday fine its about staying put")
    assert asked(exampleshire)[0].when_words == "monday fine its about staying put"
    for words in ("mon 4", "07700 900214"):
        gee.say(words)
    gee.say("yh ill be on the bus stop wall lol")
    (one,) = asked(exampleshire)
    assert (one.id, one.opened_at, one.due_on) == (first.id, first.opened_at, first.due_on)
    assert (one.state, one.unfinished) == ("arranged", False)


def test_who_comes_back_to_it_another_day_goes_on_with_the_same_wish(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    gee.say("menu")
    gee.wait(timedelta(days=1))
    gee.say("i want siân to phone me about college")
    gee.tap("It can wait")
    gee.tap("None of these")
    gee.tap("After school")
    assert "Siân" in texts(gee.tap("Yes"))
    (one,) = asked(exampleshire)
    assert one.words == "can siân ring me pls\ni want siân to phone me about college"
    assert (one.opened_at, one.when_words, one.safe_here) == (TODAY, "After school", "yes")
    assert not one.unfinished


@pytest.mark.parametrize("way_out", ["never mind", "nvm", "back"])
def test_never_mind_takes_it_back_and_says_so(gee, exampleshire, way_out) -> None:
    gee.say("can siân ring me pls")
    assert "I've told Siân it's off" in texts(gee.say(way_out))
    (one,) = asked(exampleshire)
    assert (one.state, one.taken_back_at, one.words) == ("done", TODAY, "can siân ring me pls"), "kept as it was"
    assert conversation_of(exampleshire, GEE).waiting_since is None
    assert [m for m in much_later(gee) if m.flow == "contact_waited"] == []
    gee.say("can siân ring me pls")
    assert [one.state for one in asked(exampleshire)] == ["done", "open"], "and they may ask again"


def test_taken_back_while_something_else_waits_the_clock_goes_on_for_that(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    gee.say("menu")
    gee.clock.now += timedelta(hours=1)
    gee.tap("write")
    gee.say("when is my trip")
    written = gee.clock.now
    gee.say("can siân ring me pls")
    gee.tap("Never mind")
    assert conversation_of(exampleshire, GEE).waiting_since == written


def test_never_mind_later_asks_before_it_takes_anything_back(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    gee.say("menu")
    assert "Shall I take that back?" in texts(gee.say("never mind"))
    gee.tap("Leave it")
    assert asked(exampleshire)[0].state == "open"
    gee.say("never mind")
    assert "I've told Siân it's off" in texts(gee.tap("Take it back"))
    assert asked(exampleshire)[0].taken_back_at is not None
    assert "fine" in texts(gee.say("never mind")), "nothing stands, and nothing is said to be off"


def test_never_mind_of_a_new_wish_leaves_what_is_agreed_alone(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    for words in ("monday fine", "mon 4", "07700 900214", "yes"):
        gee.say(words)
    gee.say("can siân come and see me")
    gee.say("never mind")
    call, visit = asked(exampleshire)
    assert (call.state, visit.how, visit.taken_back_at is not None) == ("arranged", "visit", True)


def test_one_without_a_time_can_be_given_one_or_taken_back(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    gee.say("menu")
    assert "No time is fixed yet" in texts(gee.say("can we move the call"))
    gee.tap("Find a time")
    assert "Monday 23 November at 4pm" in texts(gee.say("mon 4"))
    (one,) = asked(exampleshire)
    assert (one.state, one.how) == ("arranged", "call")


def test_where_the_iro_offers_times_meanwhile_the_child_is_not_asked_twice(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    (one,) = asked(exampleshire)
    where, sian = conversation_of(exampleshire, GEE), staff_id(exampleshire, SIAN)
    at = TODAY.replace(hour=17, minute=0) + timedelta(days=2)
    wanted = appointments.Wanted(one.child_id, where.id, one.key_id, sian, "call", 15, one.id)

    def offer(store: Store) -> None:
        appointments.offer(store, wanted, "iro", [at], gee.clock.now)
        facts = {"times": "2026-11-23T17:00", "how": "call", "moved": ""}
        gee.service.speaker.tell(store, where.id, "contact_proposed", facts, gee.clock.now)

    exampleshire.write_now(offer)
    gee.say("mon 5")
    said = texts(gee.tap("Yes"))
    assert "Booked" in said
    assert "Can it wait" not in said
    (one,) = asked(exampleshire)
    assert one.state == "arranged"


def test_while_a_deputy_stands_in_the_child_knows_who_was_told(gee, exampleshire) -> None:
    sian, beth = staff_id(exampleshire, SIAN), staff_id(exampleshire, BETH)

    def leave(store: Store) -> None:
        staff.name_deputy(store, sian, beth, None, TODAY)
        absences.record(store, sian, "sickness", TODAY, TODAY + timedelta(days=14), None, TODAY)

    exampleshire.write_now(leave)
    said = texts(gee.say("can siân ring me pls"))
    assert "Siân is away until Monday 7 December. Beth stands in. I've told Beth you want to talk." in said
    assert "away" not in texts(gee.tap("It can wait")), "once"


def test_a_promise_that_broke_ends_honestly_when_it_is_taken_back(gee, exampleshire) -> None:
    gee.say("can siân ring me pls")
    gee.say("menu")
    assert much_later(gee)
    gee.say("never mind")
    gee.tap("Take it back")
    where = conversation_of(exampleshire, GEE).id
    (wait,) = exampleshire.read_now(lambda store: broken_waits.of_conversation(store, where))
    assert (wait.ended_how, wait.ended_by) == ("taken_back", None), "nobody answered, and nobody is said to have"

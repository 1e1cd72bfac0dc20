"""Promises 3 and 8 while a child and their IRO write with each other: the bot is silent, the screen is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.played import Played
from storage import messages, requests
from storage.database import Database
from tests.support.played import DANGER, concerns_of, conversation_of, messages_of, played_on, staff_id, texts

CHARLIE, BETH = "EXC-0034", "EXS-006"


@pytest.fixture
def played(exampleshire: Database) -> Played:
    """Charlie has said hello, and Beth has written."""
    made = played_on(exampleshire, CHARLIE)
    made.say("hi")
    beth_writes(exampleshire, made, "How was your trip?")
    return made


def beth_writes(database: Database, played: Played, text: str) -> None:
    where, beth, now = conversation_of(database, CHARLIE).id, staff_id(database, BETH), played.clock.now
    database.write_now(lambda store: played.service.speaker.say(store, where, beth, "iro", text, now))


def of_child(database: Database) -> list[messages.Message]:
    return [m for m in messages_of(database, CHARLIE) if m.author == "child"]


def test_every_message_is_kept_screened_and_waits_for_the_iro(played: Played, exampleshire: Database) -> None:
    for text in ("it was good", "we saw a seal", "good", "bye"):
        played.say(text)
    said = of_child(exampleshire)[1:]
    assert [m.text for m in said] == ["it was good", "we saw a seal", "good", "bye"]
    assert all(m.for_iro for m in said)
    found = exampleshire.read_now(lambda store: messages.screenings_of(store, [m.id for m in said]))
    assert len(found) == 4
    conversation = conversation_of(exampleshire, CHARLIE)
    assert conversation.waiting_since is not None
    waiting = exampleshire.read_now(lambda store: requests.of_conversation(store, conversation.id))
    assert [one.kind for one in waiting] == ["message"], "it is late once, not once for each"


def test_the_child_is_told_once_who_sees_it_and_when(played: Played) -> None:
    assert texts(played.say("it was good")).startswith("Beth can see this, and usually answers by Tuesday 24 November")
    assert texts(played.say("we saw a seal")) == ""
    assert texts(played.wait(timedelta(hours=1))) == ""
    assert texts(played.say("a big one")) == ""


def test_what_is_urgent_is_answered_and_alarmed_at_once(played: Played, exampleshire: Database) -> None:
    played.say("it was good")
    assert "999" in texts(played.say(DANGER))
    assert [one.level for one in concerns_of(exampleshire, CHARLIE)] == ["urgent"]
    assert texts(played.tap("no")), "the question whether they are safe is answered"
    assert concerns_of(exampleshire, CHARLIE)[0].safe_now == "no"


def test_what_cannot_be_screened_goes_to_a_human_and_is_answered(played: Played, exampleshire: Database) -> None:
    assert texts(played.send("voice"))
    assert len(concerns_of(exampleshire, CHARLIE)) == 1


@pytest.mark.parametrize("words", ["help", "help now", "menu", "who sees this?"])
def test_help_the_menu_and_who_sees_this_are_always_there(played: Played, words: str) -> None:
    played.say("it was good")
    assert texts(played.say(words))


def test_a_tap_brings_the_computer_back_until_the_iro_writes_again(played: Played, exampleshire: Database) -> None:
    played.say("it was good")
    assert texts(played.tap("menu"))
    assert conversation_of(exampleshire, CHARLIE).talking_until is None
    assert "Shall I pass" in texts(played.say("my bike is broken"))
    beth_writes(exampleshire, played, "Oh no.")
    assert "Beth can see this" in texts(played.say("the wheel came off"))


def test_after_the_hours_that_were_set_the_computer_is_there_again(played: Played) -> None:
    played.wait(timedelta(hours=13))
    assert "Beth can see this" not in texts(played.say("my bike is broken"))


def test_somebody_on_another_phone_who_cannot_see_the_iros_words_is_answered_as_ever(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.say("hi")
    beth_writes(exampleshire, played, "How was your trip?")
    played.move_to("web library")
    assert texts(played.say("hello"))


def test_nothing_is_said_first_while_they_write(played: Played) -> None:
    assert texts(played.wait(timedelta(hours=11))) == ""

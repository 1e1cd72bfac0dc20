"""Promises 4 and 5: a child changes what they wrote or takes it back; every version stays, and nothing closes by it."""

from __future__ import annotations

import pytest

from bot.correcting import correct
from bot.played import Played
from storage import answers, caseload, messages, versions
from storage.database import Database
from storage.store import Store
from tests.support.played import concerns_of, conversation_of, messages_of, played_on, staff_id, texts

CHARLIE, BETH = "EXC-0034", "EXS-006"
WORRYING = "my uncle hits me when he is drunk"


@pytest.fixture
def played(exampleshire: Database) -> Played:
    made = played_on(exampleshire, CHARLIE)
    made.say("hi")
    return made


def first(database: Database, text: str) -> messages.Message:
    return next(m for m in messages_of(database, CHARLIE) if m.text == text)


def change(played: Played, database: Database, text: str, to: str) -> list[messages.Message]:
    return played._send(kind="edited", text=to, replaces=str(first(database, text).id))


def take_back(played: Played, database: Database, text: str) -> list[messages.Message]:
    return played._send(kind="taken_back", replaces=str(first(database, text).id))


def test_every_version_stays_with_its_time(played: Played, exampleshire: Database) -> None:
    played.say("i like maths")
    change(played, exampleshire, "i like maths", "i like art")
    change(played, exampleshire, "i like maths", "i like art best")
    take_back(played, exampleshire, "i like maths")
    root = first(exampleshire, "i like maths")
    said = versions.in_order(messages_of(exampleshire, CHARLIE))[root.id]
    assert [(m.kind, m.text) for m in said] == [("text", "i like art"), ("text", "i like art best"), ("taken_back", "")]
    assert first(exampleshire, "i like maths").text == "i like maths"


def test_the_new_words_are_screened_as_ever(played: Played, exampleshire: Database) -> None:
    played.say("i had a nice day")
    said = change(played, exampleshire, "i had a nice day", WORRYING)
    assert "You did the right thing" in texts(said)
    assert len(concerns_of(exampleshire, CHARLIE)) == 1


def test_taking_back_what_a_concern_is_about_closes_nothing_and_the_child_hears_so(
    played: Played, exampleshire: Database
) -> None:
    played.say(WORRYING)
    before = concerns_of(exampleshire, CHARLIE)[0]
    assert texts(take_back(played, exampleshire, WORRYING)), "the child is told that it cannot be unsaid"
    after = concerns_of(exampleshire, CHARLIE)
    assert [one.id for one in after] == [before.id]
    assert after[0].state == "open"
    assert first(exampleshire, WORRYING).text == WORRYING
    joined = played.state()["concerns"][0]["told"]
    assert "joined" in joined, "whoever has it sees that it was taken back"


def test_softening_what_a_concern_is_about_closes_nothing(played: Played, exampleshire: Database) -> None:
    played.say(WORRYING)
    change(played, exampleshire, WORRYING, "nothing happened")
    assert [one.state for one in concerns_of(exampleshire, CHARLIE)] == ["open"]


def test_an_answer_that_is_taken_back_is_not_passed_on_and_a_changed_one_is_a_new_version(
    played: Played, exampleshire: Database
) -> None:
    played.tap("say_what_i_think")
    asked = played.tap("no")
    assert asked
    played.tap("skip")
    words = "i want my own room"
    played.say(words)
    where = conversation_of(exampleshire, CHARLIE).id

    def current(store: Store) -> list[tuple[str, str]]:
        return [(a.text, a.state) for a in answers.current(store, where).values() if a.state != "skipped"]

    was = exampleshire.read_now(current)
    assert was, "this is where a free text is an answer"
    assert was == [(words, "said")]
    change(played, exampleshire, words, "i want a bunk bed")
    change(played, exampleshire, words, "i want a big bed")
    assert exampleshire.read_now(current) == [("i want a big bed", "said")]
    take_back(played, exampleshire, words)
    assert exampleshire.read_now(current) in ([], [("i want a big bed", "taken_out")])


def test_nobody_takes_back_the_words_of_another(played: Played, exampleshire: Database) -> None:
    played.say("mine")
    other = played_on(exampleshire, "EXC-0006")
    other.say("hello")
    count = len(messages_of(exampleshire, CHARLIE))
    other._send(kind="taken_back", replaces=str(first(exampleshire, "mine").id))
    bot = next(m for m in messages_of(exampleshire, CHARLIE) if m.author == "bot")
    played._send(kind="taken_back", replaces=str(bot.id))
    played._send(kind="taken_back", replaces="not a number")
    assert len(messages_of(exampleshire, CHARLIE)) == count


def test_words_in_the_place_of_nothing_are_words(played: Played, exampleshire: Database) -> None:
    played._send(kind="edited", text="i want to see jay", replaces="not a number")
    assert first(exampleshire, "i want to see jay").replaces_id is None


def test_who_must_not_see_the_first_words_does_not_see_the_second(played: Played, exampleshire: Database) -> None:
    played.say("beth hit me")
    beth = staff_id(exampleshire, BETH)
    change(played, exampleshire, "beth hit me", "she pushed me")
    take_back(played, exampleshire, "beth hit me")
    where = conversation_of(exampleshire, CHARLIE).id
    seen = exampleshire.read_now(lambda store: caseload.heard_by(store, where, beth))
    assert not [m for m in seen if m.author == "child" and m.text != "hi"]


def test_an_iros_correction_is_no_reply(played: Played, exampleshire: Database) -> None:
    where, beth, now = conversation_of(exampleshire, CHARLIE).id, staff_id(exampleshire, BETH), played.clock.now
    speaker, since = played.service.speaker, caseload.waiting_since
    said = exampleshire.write_now(lambda store: speaker.say(store, where, beth, "iro", "see you monday", now))
    played.say("which monday?")
    assert exampleshire.read_now(lambda store: since(store, [where], beth))
    exampleshire.write_now(lambda store: correct(speaker, store, said, beth, "see you tuesday", "wrong day", now))
    assert exampleshire.read_now(lambda store: since(store, [where], beth)), "the question still waits"
    shown = [m for m in messages_of(exampleshire, CHARLIE) if m.author == "iro"]
    assert [m.text for m in shown] == ["see you monday", "see you tuesday"]

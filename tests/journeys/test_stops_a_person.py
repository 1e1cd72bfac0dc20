"""STOP while a person writes with the child: confirmed at once on every channel, and that person is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.played import Played
from storage import outbox
from storage.database import Database
from tests.support.played import DANGER, concerns_of, conversation_of, played_on, staff_id, texts

FIN, BETH, RAFIQ = "EXC-0038", "EXS-006", "EXS-012"


def writes(played: Played, reference: str, author: str) -> None:
    """A member of staff writes to Fin, who sees it."""
    database, now = played.service.database, played.clock.now
    who, where = staff_id(database, reference), conversation_of(database, FIN).id
    database.write_now(lambda store: played.service.speaker.say(store, where, who, author, "How was school?", now))
    played.wait(timedelta(minutes=1))


def notices_to(database: Database, reference: str) -> int:
    who = staff_id(database, reference)
    return len(database.read_now(lambda store: outbox.waiting_for(store, who, "email")))


@pytest.mark.parametrize(
    ("channel", "word"), [("web", "stop."), ("telegram", "Please stop"), ("sms", "STOP"), ("web", "tap")]
)
def test_it_is_confirmed_and_the_iro_is_told(exampleshire: Database, channel: str, word: str) -> None:
    fin = played_on(exampleshire, FIN, channel)
    fin.say("hello")
    writes(fin, BETH, "iro")
    assert "Beth can see this" in texts(fin.say("it was ok"))
    before = notices_to(exampleshire, BETH)
    said = texts(fin.tap("stop") if word == "tap" else fin.say(word))
    assert "Beth can see that you stopped." in said
    assert "hi" in said.split()
    assert ("START" in said) == (channel == "sms")
    assert notices_to(exampleshire, BETH) == before + 1
    back = texts(fin.say("START" if channel == "sms" else "hi"))
    assert "What would you like to do?" in back, "the computer answers again"
    assert "we'll stop" not in back


def test_an_officer_who_writes_does_not_hide_it_either(exampleshire: Database) -> None:
    fin = played_on(exampleshire, FIN)
    fin.say(DANGER)
    writes(fin, RAFIQ, "duty")
    assert texts(fin.say("ok")) == "", "the bot is silent while Rafiq writes"
    assert "The person who wrote to you can see that you stopped." in texts(fin.say("stop"))
    [concern] = concerns_of(exampleshire, FIN)
    assert concern.state == "open", "nothing is closed by it"


def test_bye_is_still_said_to_the_person(exampleshire: Database) -> None:
    fin = played_on(exampleshire, FIN)
    writes(fin, BETH, "iro")
    assert "Beth can see this" in texts(fin.say("bye"))

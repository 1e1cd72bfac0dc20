"""A letter for later: it goes once, at a good time, and not where something has happened meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from bot.played import Played
from safeguarding.rota import LONDON
from storage import allocations, letters, staff_notices
from storage.database import Database
from storage.letters import Letter
from tests.support.played import conversation_of, messages_of, played_on, staff_id

CHARLIE, BETH, GRAHAM = "EXC-0034", "EXS-006", "EXS-002"
TOMORROW_AT_4 = datetime(2026, 11, 22, 16, 0, tzinfo=LONDON)
TEXT = "Good luck with your swimming."


@pytest.fixture
def played(exampleshire: Database) -> Played:
    made = played_on(exampleshire, CHARLIE)
    made.say("hi")
    return made


def keep(database: Database, played: Played, due_at: datetime = TOMORROW_AT_4) -> UUID:
    conversation, beth = conversation_of(database, CHARLIE), staff_id(database, BETH)
    return database.write_now(lambda s: letters.keep(s, conversation, beth, TEXT, due_at, played.clock.now))


def letter(database: Database, letter_id: UUID) -> Letter:
    return database.read_now(lambda store: letters.get(store, letter_id))


def arrived(database: Database) -> list[str]:
    return [m.text for m in messages_of(database, CHARLIE) if m.author == "iro"]


def test_it_goes_at_its_time_and_once(played: Played, exampleshire: Database) -> None:
    kept = keep(exampleshire, played)
    played.wait(timedelta(hours=29))
    assert arrived(exampleshire) == []
    played.wait(timedelta(hours=3))
    assert arrived(exampleshire) == [TEXT]
    assert letter(exampleshire, kept).state == "sent"
    exampleshire.write_now(lambda store: played.service.schedule.send_letters_now(store, played.clock.now))
    assert arrived(exampleshire) == [TEXT]


def test_after_a_time_in_which_nothing_ran_it_waits_for_a_good_hour(played: Played, exampleshire: Database) -> None:
    keep(exampleshire, played)
    played.clock.now = datetime(2026, 11, 22, 23, 30, tzinfo=LONDON)
    exampleshire.write_now(lambda store: played.service.schedule.send_letters_now(store, played.clock.now))
    assert arrived(exampleshire) == []
    played.clock.now = datetime(2026, 11, 23, 7, 45, tzinfo=LONDON)
    exampleshire.write_now(lambda store: played.service.schedule.send_letters_now(store, played.clock.now))
    assert arrived(exampleshire) == [TEXT]


@pytest.mark.parametrize(
    ("words", "why"), [("my uncle hits me", "concern"), ("please dont write to me here", "unsafe")]
)
def test_where_it_may_do_harm_it_waits_for_the_iro_who_is_told(
    played: Played, exampleshire: Database, words: str, why: str
) -> None:
    kept = keep(exampleshire, played)
    played.say(words)
    played.wait(timedelta(hours=32))
    assert arrived(exampleshire) == []
    stands = letter(exampleshire, kept)
    assert (stands.state, stands.why) == ("held", why)
    assert exampleshire.read_now(lambda store: staff_notices.reached(store, f"letter:{kept.hex}:"))


def test_when_the_child_has_another_iro_it_is_a_draft_for_them_and_never_sent_unread(
    played: Played, exampleshire: Database
) -> None:
    kept = keep(exampleshire, played)
    child, graham = conversation_of(exampleshire, CHARLIE).child_id, staff_id(exampleshire, GRAHAM)
    assert child is not None
    exampleshire.write_now(lambda s: allocations.allocate(s, played.clock.now, child, graham, played.clock.now.date()))
    played.wait(timedelta(hours=32))
    assert arrived(exampleshire) == []
    assert (letter(exampleshire, kept).state, letter(exampleshire, kept).why) == ("draft", "iro_changed")


def test_what_is_taken_back_does_not_go_and_stays_on_record(played: Played, exampleshire: Database) -> None:
    kept = keep(exampleshire, played)
    exampleshire.write_now(lambda s: letters.take_back(s, letters.get(s, kept), played.clock.now))
    played.wait(timedelta(hours=32))
    assert arrived(exampleshire) == []
    assert letter(exampleshire, kept).text == TEXT

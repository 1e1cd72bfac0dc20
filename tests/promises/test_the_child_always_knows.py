"""Promise 8: the child always knows who will read this, when they will, and how to get help now."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from safeguarding.rota import LONDON
from storage import concerns, staff_notices
from storage.database import Database
from storage.store import Store
from tests.support.played import DANGER, concerns_of, conversation_of, played_on, staff_id, texts

CHARLIE, NADIAS = "EXC-0034", "EXC-0023"


def test_before_any_question_it_says_what_it_is_who_reads_and_what_it_cannot_keep(exampleshire: Database) -> None:
    said = texts(played_on(exampleshire).arrive()).lower()
    for must in ("computer", "read what you write", "i have to tell", "999"):
        assert must in said, must


@pytest.mark.parametrize("where", ["menu", "wishes", "contact", "write", "who_iro", "what_iro"])
def test_help_now_answers_anywhere(exampleshire: Database, where: str) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.say("hi")
    played.tap(where)
    said = texts(played.say("help now"))
    assert "999" in said
    assert "0800 1111" in said


@pytest.mark.parametrize("where", ["menu", "wishes", "contact", "write", "who_iro"])
def test_who_sees_this_answers_anywhere(exampleshire: Database, where: str) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.say("hi")
    played.tap(where)
    assert "Beth" in texts(played.say("who sees this?"))


def test_what_is_passed_on_says_when_to_expect_an_answer_from_real_working_days(exampleshire: Database) -> None:
    """Christmas Day is a Friday, Nadia does not work on Mondays, 28 December is a bank holiday as well."""
    played = played_on(exampleshire, NADIAS)
    played.clock.now = datetime(2026, 12, 24, 15, 0, tzinfo=LONDON)
    played.say("i want to write to nadia")
    said = texts(played.say("can we talk about my trip"))
    assert "30 December" in said


def test_the_child_is_told_when_a_human_has_it_and_who(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.say(DANGER)
    rafiq, concern = staff_id(exampleshire, "EXS-012"), concerns_of(exampleshire, CHARLIE)[0]

    def take(store: Store) -> None:
        concerns.take(store, concern.id, rafiq, played.clock.now)
        facts = {"who": "Rafiq", "job": "Duty officer"}
        played.service.speaker.tell(store, concern.conversation_id, "officer_took_it", facts, played.clock.now)

    exampleshire.write_now(take)
    said = [m for m in played.wait(timedelta(minutes=6)) if m.author == "bot"]
    assert [m.flow for m in said] == ["officer_took_it"]
    assert "Rafiq" in said[0].text


def test_skipping_is_as_easy_as_answering(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.tap("wishes")
    played.tap("Where I live")
    before = [m for m in played.say("skip") if m.author == "bot"]
    assert before
    assert any(r.get("state") == "skipped" for r in played.state()["records"])


def test_a_promised_day_that_passes_is_owned_up_to_once_and_the_manager_hears(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.say("menu")
    played.tap("write")
    played.say("can we talk about my trip")
    said = [m for m in played.wait(timedelta(days=9)) if m.flow == "contact_waited"]
    assert len(said) == 2, "once for whoever is told first, once for the next: each manager, where there is no deputy"
    assert "Marguerite" in said[0].text
    assert "the manager" in said[1].text
    assert {n.to for n in exampleshire.read_now(staff_notices.latest)} >= {"marguerite.fenwold@exampleshire.example"}


def test_an_answer_in_time_needs_no_apology(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHARLIE)
    played.say("menu")
    played.tap("write")
    played.say("can we talk about my trip")
    beth, where = staff_id(exampleshire, "EXS-006"), conversation_of(exampleshire, CHARLIE).id
    exampleshire.write_now(
        lambda store: played.service.speaker.say(store, where, beth, "iro", "Yes, on Monday.", played.clock.now)
    )
    assert [m for m in played.wait(timedelta(days=9)) if m.flow == "contact_waited"] == []

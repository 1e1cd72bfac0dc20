"""Promise 3: every free-text message is screened before it is answered; what cannot be screened goes to a human."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from safeguarding import screen as screens
from safeguarding import standing
from safeguarding.screening import Level, Screening
from storage import messages
from storage.database import Database
from storage.tables import screenings
from tests.support.played import concerns_of, messages_of, played_on, service_on

LINKED = "EXC-0034"


def test_what_the_screen_found_is_stored_with_the_answer(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say("who is my iro")
    child = [m for m in messages_of(exampleshire, LINKED) if m.author == "child"]
    found = exampleshire.read_now(lambda store: messages.screenings_of(store, [m.id for m in child]))
    assert [found[m.id]["level"] for m in child] == ["none"]
    assert found[child[0].id]["rules_version"]


def test_when_answering_fails_neither_screening_nor_answer_is_there(exampleshire: Database, monkeypatch) -> None:
    played = played_on(exampleshire, LINKED)
    monkeypatch.setattr("bot.conversing.step", _broken)
    with pytest.raises(RuntimeError):
        played.say("hello")
    assert messages_of(exampleshire, LINKED) == []
    count = sa.select(sa.func.count()).select_from(screenings)
    assert exampleshire.read_now(lambda store: store.connection.execute(count).scalar_one()) == 0


async def test_after_three_failures_a_human_gets_the_words_as_they_are(exampleshire: Database, monkeypatch) -> None:
    played = played_on(exampleshire, LINKED)
    service = service_on(exampleshire, played.clock)
    calls = []
    monkeypatch.setattr("bot.conversing.step", lambda *a, **k: calls.append(1) or _broken())
    from bot.inbound import Inbound
    from storage import inbox

    inbound = Inbound("web", "x:1", f"{LINKED}-web", text="please read this")
    exampleshire.write_now(lambda store: inbox.keep(store, [("web", "x:1", inbound.dump())], played.clock.now))
    for _ in range(3):
        await service.intake.take_up(played.clock.now)
    assert len(calls) == 3
    concern = concerns_of(exampleshire, LINKED)[0]
    assert not concern.readable
    assert exampleshire.read_now(lambda store: messages.by_id(store, concern.message_id)).text == "please read this"


@pytest.mark.parametrize("kind", ["voice", "unsupported"])
def test_a_voice_note_or_picture_goes_to_a_human_because_nobody_could_screen_it(
    exampleshire: Database, kind: str
) -> None:
    played = played_on(exampleshire, LINKED)
    played.send(kind)
    concern = concerns_of(exampleshire, LINKED)[0]
    assert (concern.level, concern.readable) == ("concern", False)


def test_words_the_screen_cannot_judge_go_to_a_human(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say("ሰላም ዛሬ እንዴት ነህ ትምህርት ቤት ጥሩ ነበር")
    assert not concerns_of(exampleshire, LINKED)[0].readable


def test_a_screen_that_breaks_sends_everything_to_a_human(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.service.intake.screen = screens.broken("rules/suicide.yaml cannot be read")
    played.say("i like football")
    assert not concerns_of(exampleshire, LINKED)[0].readable


def test_a_screen_that_raises_is_found_out_and_a_human_reads_it(exampleshire: Database) -> None:
    def raises(text, earlier=()):
        raise RuntimeError("fault in the screen")

    played = played_on(exampleshire, LINKED)
    played.service.intake.screen = standing.Standing(raises, "test")
    played.say("i like football")
    assert not concerns_of(exampleshire, LINKED)[0].readable


def test_a_look_raises_no_alarm_and_is_kept_for_the_iro(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    look = Screening(Level.look, 0.4, ("hint",), ())
    played.service.intake.screen = lambda text, earlier=(): replace(look)
    played.say("my new mate gave me a phone")
    assert concerns_of(exampleshire, LINKED) == []
    child = [m for m in messages_of(exampleshire, LINKED) if m.author == "child"]
    found = exampleshire.read_now(lambda store: messages.screenings_of(store, [child[0].id]))
    assert found[child[0].id]["level"] == "look"


def _broken(*_: object, **__: object) -> None:
    raise RuntimeError("fault in a flow")

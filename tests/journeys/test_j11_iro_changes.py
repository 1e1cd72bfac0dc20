"""J11: Soph, 16. Graham leaves on 11 December; Beth comes after him."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.milestones import of_conversations
from tests.support.played import conversation_of, texts

SOPH = "EXC-0050"
THINGS = "dont call me sophie. dont talk about dad in front of everyone. and i want to do politics at uni"


@pytest.fixture
def soph(child):
    return child(SOPH)


def test_the_truth_at_once_with_the_day_the_review_and_who_comes(soph) -> None:
    said = texts(soph.say("is graham leaving??? someone at my placement said"))
    for told in (
        "it's true",
        "Friday 11 December",
        "review on Monday 7 December",
        "Beth",
        "heard it from someone else",
    ):
        assert told in said
    for never in ("because", "new job", "retir"):
        assert never not in said.lower()


def test_she_tells_the_next_one_what_to_know_once_in_her_words(soph) -> None:
    soph.say("is graham leaving??? someone at my placement said")
    soph.say("great. another one")
    assert "Beth" in texts(soph.say("tell beth stuff. i dont want to explain everything again"))
    said = texts(soph.say(THINGS))
    assert "Beth" in said
    assert "Graham" in said
    kept = {r["question"]: r["text"] for r in soph.state()["records"] if r["kind"] == "answer"}
    assert kept == {"handover_know": THINGS}
    assert [r["words"] for r in soph.state()["requests"]] == [THINGS]
    assert soph.state()["concerns"] == []


def test_thanks_are_passed_on_word_for_word_and_are_no_alarm(soph) -> None:
    soph.say("is graham leaving??? someone at my placement said")
    soph.tap("Nothing right now")
    soph.say("can u tell graham ta for everything")
    assert [r["words"] for r in soph.state()["requests"]] == ["can u tell graham ta for everything"]
    assert soph.state()["concerns"] == []


def test_a_goodbye_that_is_about_herself_is_urgent(soph) -> None:
    soph.say("is graham leaving??? someone at my placement said")
    soph.say("tell him ta for everything. i wont be around for the next one either. dont want to be here anymore")
    assert soph.state()["concerns"][0]["level"] in ("concern", "urgent")


def test_say_goodbye_or_meet_them_both(soph) -> None:
    soph.say("is graham leaving??? someone at my placement said")
    soph.tap("Meet Beth with Graham there")
    assert [(r["kind"], r["how"]) for r in soph.state()["requests"]] == [("contact", "meet_both")]
    soph.say("is graham leaving")
    soph.tap("Write to Graham")
    soph.say("you were ok for an iro")
    assert soph.state()["requests"][-1]["words"] == "you were ok for an iro"


def test_with_beth_there_is_no_new_welcome_and_nothing_is_asked_again(soph, exampleshire) -> None:
    soph.say("hi")
    soph.wait(timedelta(days=25))
    said = texts(soph.say("hi"))
    assert "Soph" in said
    for never in ("card", "birthday", "I'm a computer", "call you"):
        assert never not in said
    assert "Beth Thistlewick" in texts(soph.say("who is my iro"))
    where = conversation_of(exampleshire, SOPH).id
    reached = exampleshire.read_now(lambda store: of_conversations(store, [where]))[where]
    assert [one.kind for one in reached].count("agreed") == 1

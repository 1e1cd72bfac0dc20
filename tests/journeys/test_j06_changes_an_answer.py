"""J06: Keira, 14, changes an answer about home, and does not want her carer to know."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.played import conversation_of, texts

KEIRA = "EXC-0022"
FIRST = "i dont feel safe here tbh. id give it a 3"
CHANGED = "yes. actually change it to 9. dont tell my carer i put 3"


@pytest.fixture
def keira(child):
    one = child(KEIRA)
    for step in ("wishes", "Where I live", "Not good", "Yes"):
        one.tap(step)
    one.say(FIRST)
    return one


def versions(played):
    found = [r for r in played.state()["records"] if r.get("question") == "home_more"]
    return [(r["text"], r["state"]) for r in found]


def test_she_may_change_it_and_both_stay(keira) -> None:
    said = texts(keira.say(CHANGED))
    assert versions(keira) == [(FIRST, "replaced"), (CHANGED, "said")]
    assert "stays in my notes" in said
    assert "done nothing wrong" in said


def test_a_better_score_does_not_end_the_alert_and_her_yes_is_heard(keira) -> None:
    keira.say(CHANGED)
    (concern,) = keira.state()["concerns"]
    assert (concern["state"], concern["words"], concern["safe_now"]) == ("open", FIRST, "yes")


def test_nobody_promises_a_secret(keira) -> None:
    said = texts(keira.say(CHANGED)) + texts(keira.say("so its not private")) + texts(keira.say("will she find out"))
    assert "Not from me" in said
    assert "not secret from people whose job is to keep you safe" in said
    for never in ("won't tell anyone", "our secret", "I promise", "why"):
        assert never.lower() not in said.lower()


def test_a_phone_that_gets_checked_is_not_written_to_again(keira, exampleshire) -> None:
    keira.say(CHANGED)
    said = texts(keira.say("not here my carer checks my phone"))
    assert "not safe to write to you here" in said
    assert conversation_of(exampleshire, KEIRA).safe_to_write == "no"
    assert texts(keira.wait(timedelta(days=10))) == ""


def test_the_button_says_the_same(keira, exampleshire) -> None:
    keira.tap("Don't write to me here")
    assert conversation_of(exampleshire, KEIRA).safe_to_write == "no"


def test_with_no_worry_an_answer_is_changed_where_all_are_read_back(child) -> None:
    keira = child(KEIRA)
    for step in ("wishes", "Where I live", "OK"):
        keira.tap(step)
    assert "Is it right?" in texts(keira.say("can i change number 4"))
    keira.tap("Change something")
    keira.tap("Where you live")
    keira.tap("Change it")
    keira.say("good now")
    found = [(r["text"], r["state"]) for r in keira.state()["records"] if r.get("question") == "home_how"]
    assert found == [("OK", "replaced"), ("good now", "said")]

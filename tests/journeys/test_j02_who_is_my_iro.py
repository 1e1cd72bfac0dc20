"""J02: Charlie, 12, asks outright."""

from __future__ import annotations

import pytest

from bot.played import Played
from tests.support.played import DANGER, texts


def test_charlie_is_answered_in_the_first_line_from_the_record(child) -> None:
    charlie = child("EXC-0034")
    said = [m for m in charlie.say("who is my iro") if m.author == "bot"]
    assert "Beth" in said[0].text
    assert "01632 960106" in texts(said)
    assert {("knowing", "not_known"), ("told", "iro")} <= {
        (r["kind"], r.get("value")) for r in charlie.state()["records"]
    }


def test_who_it_was_before_is_from_the_record_and_gives_no_reasons(child) -> None:
    charlie = child("EXC-0034")
    charlie.say("who is my iro")
    said = texts(charlie.say("i had a man before"))
    assert "Graham" in said
    assert "leav" not in said


def test_independent_is_explained_and_a_talk_alone_is_asked_for(child) -> None:
    charlie = child("EXC-0034")
    assert "social worker" in texts(charlie.say("does she work for my social worker"))
    charlie.say("can i see her b4 the review on my own")
    said = texts(charlie.tap("Yes"))
    asked = [r for r in charlie.state()["requests"] if r["kind"] == "contact"]
    assert [(r["how"], r["for"]) for r in asked] == [("before_review", "iro")]
    assert "24 November" in said


def test_from_the_menu_it_asks_first_and_the_outcome_is_recalled_recognised_or_not_known(child) -> None:
    outcomes = {}
    for words, how in (("beth", "typed"), ("Beth", "picked"), ("Not sure", "tapped")):
        charlie = child("EXC-0034") if not outcomes else child("EXC-0038" if len(outcomes) == 1 else "EXC-0026")
        charlie.say("menu")
        charlie.tap("who_iro")
        if how == "typed":
            charlie.say(words)
        elif how == "picked":
            charlie.tap("Pick from four")
            charlie.tap(words)
        else:
            charlie.tap(words)
        outcomes[how] = [r["value"] for r in charlie.state()["records"] if r["kind"] == "knowing"]
    assert outcomes == {"typed": ["recalled"], "picked": ["recognised"], "tapped": ["not_known"]}


HELLO = {
    "web": ("yes", "otter42", "4 april", "my_name", "only_me"),
    "sms": ("1", "otter42", "4 april", "1", "1"),
    "telegram": ("yes", "sixteen_yes", "badger63", "8 january", "my_name", "only_me"),
}
"""How a visitor comes in: what is tapped, and what is written where there is a space or a number in it."""


def hears_hello(visitor: Played, first: str) -> list[str]:
    """What is said at each step of a visitor who begins with these words."""
    tapped = {"yes", "sixteen_yes", "my_name", "only_me"}
    steps = HELLO[visitor.channel]
    return [texts(visitor.tap(one) if one in tapped else visitor.say(one)) for one in (first, *steps)]


@pytest.mark.parametrize(("channel", "iro"), [("web", "Beth"), ("sms", "Beth"), ("telegram", "Siân")])
def test_what_is_asked_before_the_hello_is_answered_after_it_once(child, channel: str, iro: str) -> None:
    visitor = child(channel=channel)
    *before, last = hears_hello(visitor, "who is my iro")
    assert iro not in "".join(before), "nothing is told before the card and the birthday"
    assert "You wrote before: “who is my iro”" in last
    assert f"Your IRO is {iro}" in last
    assert "hello done" not in last
    assert "You wrote before" not in texts(visitor.say("menu")) + texts(visitor.say("hi")), "once"


def test_words_from_before_the_hello_are_offered_to_the_iro(child) -> None:
    visitor = child()
    last = hears_hello(visitor, "my room is too small for me")[-1]
    assert "You wrote before: “my room is too small for me”" in last
    visitor.tap("Yes, my words")
    [asked] = visitor.state()["requests"]
    assert (asked["kind"], asked["words"]) == ("message", "my room is too small for me")


def test_a_question_in_the_middle_of_the_hello_is_kept_too_and_the_first_one_is_answered(child) -> None:
    visitor = child()
    visitor.say("hi")
    visitor.tap("yes")
    for words in ("when is my review", "otter42", "who is my iro", "4 april"):
        visitor.say(words)
    visitor.tap("my_name")
    last = texts(visitor.tap("someone_might"))
    assert "You wrote before: “when is my review”" in last
    assert "plain" in last, "what the hello had to say is said all the same"


def test_a_worry_is_never_put_off(child) -> None:
    visitor = child()
    assert "999" in texts(visitor.say(DANGER))
    assert visitor.state()["concerns"], "it is with a human at once"
    said = [texts(visitor.say(one)) for one in ("carry on", "yes", "otter42", "4 april", "fin", "only me")]
    assert "You wrote before" not in "".join(said)


def test_the_same_on_a_page_that_has_said_hello_first(child) -> None:
    visitor = child()
    visitor.arrive()
    *before, last = hears_hello(visitor, "who is my iro")
    assert "I've kept that" in before[0]
    assert "Your IRO is Beth" in last

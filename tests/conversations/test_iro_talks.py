"""A child and their IRO write with each other: the computer is silent, but for safety and for what is asked of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conversations.talking import Child

Make = Callable[..., Child]
TALK = {"iro_talks": "Priya"}


@pytest.fixture
def talking(child: Make) -> Child:
    """In the middle of a question about where they live, when Priya writes."""
    made = child()
    made.arrives()
    made.taps("say_what_i_think")
    made.facts |= TALK
    return made


@pytest.mark.parametrize(
    "words", ["yes tuesday is good", "good", "bye", "thanks", "can you ring me", "2", "when is my review", "ok skip"]
)
def test_plain_words_are_for_the_iro_and_leave_the_child_where_they_are(talking: Child, words: str) -> None:
    before = dict(talking.position)
    said = talking.says(words)
    assert talking.kept("to_iro") == [{"text": words}]
    assert said.startswith("Priya can see this, and usually answers by Tuesday 24 November.")
    assert talking.position == before
    assert talking.answers == {}, "nobody asked the question that this would have answered"


def test_it_is_said_once(talking: Child) -> None:
    talking.says("ok")
    assert talking.kept("iro_sees") == [{}]
    talking.facts["iro_talks_told"] = True
    assert talking.says("cool") == ""
    assert len(talking.kept("to_iro")) == 2


@pytest.mark.parametrize("words", ["help", "I need help now", "who can see this", "menu"])
def test_what_is_asked_of_the_computer_it_answers_and_is_back(talking: Child, words: str) -> None:
    assert talking.says(words)
    assert talking.kept("to_iro") == []
    assert talking.kept("computer_asked") == [{}]


@pytest.mark.parametrize(
    "words", ["i want to complain about my iro", "i want an advocate", "please dont write to me here"]
)
def test_a_right_is_never_left_to_the_person_it_may_be_about(talking: Child, words: str) -> None:
    assert talking.says(words)
    assert talking.kept("to_iro") == []


def test_every_button_is_the_computers(talking: Child) -> None:
    assert talking.taps("menu")
    assert talking.kept("computer_asked") == [{}]


def test_a_worry_is_answered_and_so_is_what_follows_it(talking: Child) -> None:
    assert "You did the right thing" in talking.says("he hit me", worry="concern")
    assert talking.kept("to_iro") == []
    assert talking.says("not sure")
    assert talking.kept("safety") == [{"value": "not_sure"}]


def test_a_child_who_cannot_see_what_the_iro_wrote_meets_the_computer_as_ever(child: Make) -> None:
    made = child(**{**TALK, "iro_talks": ""})
    made.arrives()
    assert made.says("hello")
    assert made.kept("to_iro") == []

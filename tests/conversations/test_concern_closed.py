"""The conversation stops for a concern, and goes on where it stopped once a person has closed it."""

from __future__ import annotations

import pytest


@pytest.fixture
def stopped(child):
    """A child in the middle of a topic who said something urgent: no question is asked any more."""
    fin = child()
    fin.says("hi")
    fin.says("family")
    fin.question = fin.heard[-1].text
    fin.says("dad hits me", "urgent")
    fin.taps("yes")
    return fin


@pytest.mark.parametrize("words", ["ok", "can we do school now", "hello?", "what about question 2"])
def test_while_it_is_open_no_question_comes_back(stopped, words):
    said = stopped.says(words)
    assert stopped.question not in said


def test_arriving_again_does_not_bring_the_questions_back_either(stopped):
    assert stopped.question not in stopped.arrives()


def test_when_it_is_closed_the_child_hears_it_and_may_go_on(stopped):
    stopped.facts["concern_open"] = False
    said = stopped.happens("concern_closed", who="Rafiq")
    assert "Rafiq" in said
    assert len(stopped.buttons) == 2
    said = stopped.taps("carry_on_now")
    assert stopped.place.split("/")[0] not in ("worry", "find_me")
    assert said


def test_or_stop(stopped):
    stopped.facts["concern_open"] = False
    stopped.happens("concern_closed", who="Rafiq")
    assert "stop" in stopped.says("stop here").lower() or stopped.place.startswith("stop")


def test_what_they_write_instead_is_no_answer_to_the_old_question(stopped):
    stopped.facts["concern_open"] = False
    stopped.happens("concern_closed", who="Rafiq")
    before = len(stopped.kept("answer"))
    stopped.says("thank you rafiq was really kind and my room is ok")
    assert len(stopped.kept("answer")) == before
    assert not stopped.place.startswith("worry")


def test_who_had_gone_on_already_is_offered_no_buttons(child):
    fin = child()
    fin.says("hi")
    assert "Rafiq" in fin.happens("concern_closed", who="Rafiq")
    assert fin.heard[-1].choices == ()


def test_the_next_worry_gets_the_full_words_again(stopped):
    stopped.facts["concern_open"] = False
    stopped.taps("carry_on_now")
    assert "Thank you for telling me" in stopped.says("he did it again", "concern")

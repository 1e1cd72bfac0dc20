"""How plain a line is: hints that are right, and none where there is nothing to say."""

from __future__ import annotations

import pytest

from portal.plain import look, words


def test_every_word_of_the_list_is_found_with_what_to_say_instead() -> None:
    for word, instead in words().items():
        found = look(f"We think about {word} now and then.", "middle").jargon
        assert [(one.word, one.instead) for one in found] == [(word, instead)]


def test_what_is_said_instead_is_itself_plain() -> None:
    for word, instead in words().items():
        assert not [one for one in look(instead, "older").jargon if one.word != "IRO"], word


@pytest.mark.parametrize("text", ["Pa comes on Sunday.", "You see Jay every Saturday.", "We keep in contacting range."])
def test_a_word_that_only_looks_like_one_is_left_alone(text: str) -> None:
    assert look(text, "middle").jargon == ()


def test_the_longest_reading_wins() -> None:
    assert [one.word for one in look("Supervised contact on Sundays.", "middle").jargon] == ["Supervised contact"]


def test_a_line_can_be_right_for_one_band_and_too_hard_for_another() -> None:
    text = "Amy will write to the school about the taxi before the holidays and tell you by Friday."
    assert look(text, "older").plain is False  # seventeen words
    assert look(text, "older").long_sentence == 17
    short = "Amy will talk to the school about your taxi by Friday."
    assert look(short, "middle").plain
    assert look("Beth considers alternative transportation arrangements carefully.", "younger").too_hard
    assert look("Beth considers alternative transportation arrangements carefully.", "younger").hard_words


def test_nothing_is_said_of_nothing() -> None:
    assert look("", "younger").age is None
    assert look("", "younger").plain

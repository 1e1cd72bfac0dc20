"""Card words, birthdays and names, however a child writes them."""

import pytest

from conversations.hearing import guess
from conversations.understood import birthday, birthday_and_iro, card, is_name, name, plain


@pytest.mark.parametrize(
    "text",
    ["OTTER-42", "otter42", "Otter 42", "its otter-42", "otter – 42", "otter_42", " OTTER.42 ", "the word is otter 42"],
)
def test_a_card_word_in_any_spelling(text):
    assert card(text) == "OTTER-42"


@pytest.mark.parametrize("text", ["what card", "i dont know what you mean by that", "", "???", "no"])
def test_what_is_no_card_word_never_costs_a_try(text):
    assert card(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "4 april", "april the 4th", "4/4", "04.04.2014", "4th of apr", "4-4-14", "4th April 2014", "2014-04-04",
        "the fourth of april", "its 4 Apirl", "April 4", "04/04", "4 4", "my birthday is the 4th of april!!",
    ],
)  # fmt: skip
def test_a_birthday_in_the_child_s_own_way(text):
    assert birthday(text) == (4, 4)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("29 feb", (29, 2)), ("twenty third of may", (23, 5)), ("21st sept", (21, 9)), ("24 June 2013", (24, 6)),
        ("31/12", (31, 12)), ("12/31", (31, 12)), ("febuary 3", (3, 2)),
    ],
)  # fmt: skip
def test_other_birthdays(text, wanted):
    assert birthday(text) == wanted


@pytest.mark.parametrize("text", ["april", "im 12", "31 april", "45/45", "dont know", ""])
def test_half_a_birthday_is_none(text):
    assert birthday(text) is None


def test_birthday_and_iro_in_one_message():
    assert birthday_and_iro("11 april, graham") == {"day": "11", "month": "4", "iro_said": "graham"}
    assert birthday_and_iro("its Siân and 3/5") == {"day": "3", "month": "5", "iro_said": "Siân"}
    assert birthday_and_iro("11 april") == {"day": "11", "month": "4"}


@pytest.mark.parametrize(("text", "wanted"), [("call me Fin please", "Fin"), ("im JJ", "JJ"), ("Zoë.", "Zoë")])
def test_what_to_call_the_child(text, wanted):
    assert name(text) == wanted


@pytest.mark.parametrize("text", ["", "...", "i dont really want to tell you what my name is ok"])
def test_a_story_is_no_name(text):
    assert name(text) is None


def test_names_forgive_accents_and_a_slip():
    assert is_name("is it sian?", "Siân")
    assert is_name("grahm", "Graham")
    assert not is_name("beth", "Priya")
    assert not is_name("anything", "")


def test_a_guess_at_the_iro():
    facts = {"iro": "Priya", "iro_candidates": ("graham",), "iro_names": ()}
    assert guess("is it priya", facts) == {"guess": "right"}
    assert guess("is it graham", facts) == {"guess": "wrong"}
    assert guess("who is my iro", facts) == {"guess": "none"}


def test_plain_words_write_text_speak_out():
    assert plain("Can I see her b4 the meting, pls?") == "can i see her before the meeting please"

"""Rows of emoji: what is one, and what may be read back of it."""

import pytest

from conversations.pictures import named, only_pictures
from tests.support.once import the_library

WORDS = the_library().words


@pytest.mark.parametrize("text", ["😀", "❤️🦄❤️", "⚽ 🥇", "👍🏽", "👨\u200d👩\u200d👧"])
def test_emoji_and_nothing_else(text):
    assert only_pictures(text)


@pytest.mark.parametrize("text", ["", " ", "ok 😀", "5", "?", "...", "é", "你好", "\u200d"])
def test_anything_else_is_words(text):
    assert not only_pictures(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("😀⚽️🥇", "happy, football, you won"),
        ("❤️🦄❤️", "a heart, a unicorn"),
        ("👍🏽", "good"),
        ("😀😃", "happy"),
        ("😀🧿", ""),
        ("😀⚽🥇🦄❤🐶", ""),
    ],
)
def test_what_is_read_back(text, names):
    assert named(WORDS, text, "en", "middle") == names

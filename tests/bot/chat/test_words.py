"""The words around the conversation: all used, none missing, short enough to take in."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from bot.chat.words import days_said, load_helplines, load_words, page_words
from conversations.words import BANDS

LONGEST_SENTENCE = 15
FILLED_IN_BY_THE_SERVER = {"iro-line", "standing-in-line", "days-run", "notice-body"}
FILLED_IN_BY_THE_PAGE = {"who"}


def _sources() -> str:
    folder = files("bot.chat")
    parts = [*(folder / "static").iterdir(), *(folder / "templates").iterdir()]
    return "\n".join(part.read_text() for part in parts if part.name.endswith((".js", ".html")))


def _all_words(band: str) -> dict[str, str]:
    facts = {
        "iro": "Priya",
        "days": "Monday to Thursday",
        "count": 2,
        "role": "IRO",
        "first": "Monday",
        "last": "Friday",
    }
    return page_words(load_words(), load_helplines(), "en", band, **facts)


def test_every_word_is_used_and_every_word_used_is_there() -> None:
    source = _sources()
    used = set(re.findall(r'(?:words\[|words\.|data-word=|word\(|\? )"?([a-z][a-z-]+)"', source))
    used |= set(re.findall(r"words\.([a-z]+)\b", source)) | set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', source))
    known = set(_all_words("middle"))
    assert known - used - FILLED_IN_BY_THE_SERVER == set()
    assert set(re.findall(r'words\["([a-z-]+)"\]', source)) <= known
    assert set(re.findall(r'data-word="([a-z-]+)"', source)) <= known


@pytest.mark.parametrize("band", BANDS)
def test_every_sentence_is_short_and_every_gap_is_filled(band: str) -> None:
    for name, words in _all_words(band).items():
        assert words, name
        assert set(re.findall(r"{(\w*)}?", words)) <= FILLED_IN_BY_THE_PAGE, name
        for sentence in re.split(r"[.?!:] ", words):
            assert len(sentence.split()) <= LONGEST_SENTENCE, (name, sentence)


def test_the_page_speaks_english_where_a_language_is_not_there_yet() -> None:
    words = page_words(load_words(), load_helplines(), "cy", "middle")
    assert words["help-now"] == "Help now"


def test_every_word_of_the_page_is_there_in_arabic_with_the_same_gaps() -> None:
    words = load_words()
    assert words.entries["ar"].keys() == words.entries["en"].keys()
    for name in words.entries["ar"]:
        assert words.needs("ar", name) <= words.needs("en", name) | {"band"}, name


@pytest.mark.parametrize(
    ("runs", "lang", "said"),
    [
        ([[0, 1, 2, 3]], "en", "Monday to Thursday"),
        ([[0, 1], [3]], "en", "Monday, Tuesday and Thursday"),
        ([[1, 2, 3]], "ar", "من الثلاثاء إلى الخميس"),
        ([[0], [3]], "ar", "الاثنين والخميس"),
    ],
)
def test_working_days_are_said_in_the_language(runs: list[list[int]], lang: str, said: str) -> None:
    isolates = str.maketrans("", "", "\u2068\u2069")
    assert days_said(load_words(), runs, lang).translate(isolates) == said

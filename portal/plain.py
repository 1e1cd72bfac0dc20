"""Whether a line can be read by the child it is for: its reading age, and what to write instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from conversations.readability import LONGEST_SENTENCE, OLDEST, longest_sentence, reading_age, sentences, syllables_in

LONG_WORD, MANY_LETTERS = 3, 7
"""Syllables and letters from which on a word is called hard, when it is none that every child here knows."""
SHOWN = 4


@dataclass(frozen=True, slots=True)
class Jargon:
    """A word of the office as it was written, and what to say instead."""

    word: str
    instead: str


@dataclass(frozen=True, slots=True)
class Plainness:
    """How plain a line is for a band: `age` is the reading age in years (None: too short to say), `most` the band's.

    `long_sentence` counts the words of the longest sentence when it is too long, else 0.
    """

    age: int | None
    most: int
    long_sentence: int
    hard_words: tuple[str, ...]
    jargon: tuple[Jargon, ...]

    @property
    def too_hard(self) -> bool:
        return self.age is not None and self.age > self.most

    @property
    def plain(self) -> bool:
        return not (self.too_hard or self.long_sentence or self.jargon)


def look(text: str, band: str) -> Plainness:
    """How plain this line is for a child who reads the words of `band`."""
    age, longest = reading_age(text), longest_sentence(text)
    jargon = _jargon_in(text)
    said = " ".join(one.word.casefold() for one in jargon).split()
    return Plainness(
        age=round(max(age, 5)) if age else None,
        most=round(OLDEST[band]),
        long_sentence=longest if longest > LONGEST_SENTENCE else 0,
        hard_words=tuple(word for word in _hard_words(text) if word.casefold() not in said)[:SHOWN],
        jargon=jargon,
    )


def _hard_words(text: str) -> list[str]:
    """The long words, each once; a name or a day in the middle of a sentence begins with a capital and may stay."""
    found = []
    for sentence in sentences(text):
        for number, word in enumerate(re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", sentence)):
            hard = len(word) >= MANY_LETTERS and syllables_in(word.casefold()) >= LONG_WORD
            if hard and (number == 0 or not word[0].isupper()):
                found.append(word)
    return list(dict.fromkeys(found))


def _jargon_in(text: str) -> tuple[Jargon, ...]:
    """Each word of the office in the order it stands, the longest reading of it only."""
    found: list[Jargon] = []
    for match in _pattern().finditer(text):
        word = match.group(0)
        instead = _instead(word)
        if word.casefold() not in {one.word.casefold() for one in found}:
            found.append(Jargon(word, instead))
    return tuple(found)


def _instead(word: str) -> str:
    known = {one.casefold(): instead for one, instead in words().items()}
    small = word.casefold()
    return known.get(small) or known[small.removesuffix("s")]


@cache
def words() -> Mapping[str, str]:
    """Words of the office as they are written there, with the plain ones."""
    said = yaml.safe_load(resources.files("portal").joinpath("jargon.yaml").read_text("utf-8"))
    return {str(word): str(instead) for word, instead in said.items()}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(_as_written, longest_first))})s?\b", re.IGNORECASE)


def _as_written(word: str) -> str:
    """An abbreviation is found in capitals only: PA is somebody else than Pa."""
    return f"(?-i:{re.escape(word)})" if word.isupper() else re.escape(word)

"""A message as the model reads it: disguises undone, emoji named, the rest as the child wrote it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from safeguarding.normalise import Spelling, fold, plain

_LONGEST_WORD = 40
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_JOINERS = frozenset("\u200d\ufe0f")


def as_read(text: str, spelling: Spelling) -> str:
    """`text` in plain spelling, every emoji that the rules do not know named; sentences run into each other.

    What is undone for the rules is undone for the model: a disguise makes a message quieter for neither. Children use
    full stops as they please, so they say nothing here.
    """
    named = text if text.isascii() else "".join(_named(character, spelling) for character in text)
    return " ".join(_STRETCHED.sub(r"\1", word[:_LONGEST_WORD]) for word in plain(named, spelling).words())


def reading_spelling(rules: Spelling, vocabulary: Mapping[str, int]) -> Spelling:
    """The spelling of the rules with the whole words of the encoder: more words to bring a disguised one back to.

    `vocabulary` gives each word its rank. Where a rarer word is a common one stretched ("thee"), it is left out.
    """
    words = {word for word in vocabulary if len(word) > 2 and word.isalpha() and word.isascii()}
    rare = {word for word in words if any(_rank(vocabulary, s) < vocabulary[word] for s in _shorter(word))}
    return replace(rules, vocabulary=rules.vocabulary | words - rare)


def _rank(vocabulary: Mapping[str, int], word: str) -> int:
    return vocabulary.get(word, len(vocabulary))


def _shorter(word: str) -> list[str]:
    """The word with one double letter made single."""
    return [word[:n] + word[n + 1 :] for n in range(len(word) - 1) if word[n] == word[n + 1]]


def _named(character: str, spelling: Spelling) -> str:
    if character.isascii() or character in spelling.emoji:
        return character
    return "" if character in _JOINERS else _emoji(character)


@lru_cache(maxsize=4096)
def _emoji(character: str) -> str:
    """ " crying face " for the sign of it; a letter stays as it is."""
    if unicodedata.category(character) not in ("So", "Sk") or fold(character).isascii():
        return character  # a letter, or one in a circle
    name = unicodedata.name(character, "").lower().replace("-", " ")
    return f" {name} " if name else character

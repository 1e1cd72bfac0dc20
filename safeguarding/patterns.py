"""The small language the rules are written in, made into expressions that run in linear time.

`word`  `wor*`  `*` any one word  `(one|the other)`  `word?`  `(very )*` any number of times  `{list}` a word list
`...` up to six words of the same sentence  `>>` anything later in the message
`^` start of the message or of a sentence  `$` end of the message
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import re2

_TOKEN = re.compile(r"\s*(\.\.\.|>>|\{[a-z_]+\}|\)[*+]|[()|?^$]|[^\s(){}|?^$]+)")
# A closed bracket may be followed at once by * (any number of times, none too) or + (once or more).
CLOSING = {")": "", ")*": "*", ")+": "+"}
_GAP = r"(?:[^ .]+ ){0,6}"
# The start of the message, or of a sentence in it.
_START = r"(?:^|\.) "
_ANYTHING = r"(?:[^ ]+ )*?"


class PatternWrong(ValueError):
    """A pattern cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What a pattern may use: named word lists, and how a word is spelled plainly."""

    lists: Mapping[str, Sequence[str]]
    respell: Callable[[str], str]


@dataclass(frozen=True)
class Pattern:
    """An expression that is made ready when a message first needs it: most messages need few of them."""

    expression: str

    def search(self, text: str) -> Any:
        """The first match in plain text, or None."""
        return self._ready.search(text)

    @cached_property
    def _ready(self) -> Any:
        return re2.compile(self.expression)


def expression(pattern: str, words: Words) -> str:
    """The regular expression of `pattern` over plain text; raises PatternWrong."""
    tokens = tokens_of(pattern)
    body, rest = _alternatives(tokens, words, pattern)
    if rest:
        raise PatternWrong(f"{pattern!r}: '{rest[0]}' is not expected here")
    if _may_be_missing(tokens)[0]:
        raise PatternWrong(f"{pattern!r}: every part may be missing, so it would fit any message")
    return body if body.startswith(_START) else " " + body


def tokens_of(pattern: str) -> list[str]:
    """The symbols of a pattern; raises PatternWrong."""
    tokens, position = [], 0
    stripped = pattern.strip()
    while position < len(stripped):
        match = _TOKEN.match(stripped, position)
        if not match:
            raise PatternWrong(f"{pattern!r}: cannot read from {stripped[position:]!r}")
        tokens.append(match[1])
        position = match.end()
    if not tokens:
        raise PatternWrong("a pattern is empty")
    return tokens


def _may_be_missing(tokens: list[str]) -> tuple[bool, list[str]]:
    """Whether one of the alternatives needs no word at all."""
    options, option = False, True
    while tokens and tokens[0] not in CLOSING:
        symbol, tokens = tokens[0], tokens[1:]
        if symbol == "|":
            options, option = options or option, True
            continue
        missing = symbol in ("...", ">>", "^", "$")
        if symbol == "(":
            missing, tokens = _may_be_missing(tokens)
            missing, tokens = missing or tokens[0] == ")*", tokens[1:]
        if tokens and tokens[0] == "?":
            missing, tokens = True, tokens[1:]
        option = option and missing
    return options or option, tokens


def _alternatives(tokens: list[str], words: Words, pattern: str) -> tuple[str, list[str]]:
    options: list[str] = []
    items: list[str] = []
    while tokens and tokens[0] not in CLOSING:
        if tokens[0] == "|":
            options.append("".join(items))
            items, tokens = [], tokens[1:]
            continue
        item, tokens = _item(tokens, words, pattern)
        if tokens and tokens[0] == "?":
            item, tokens = f"(?:{item})?", tokens[1:]
        items.append(item)
    options.append("".join(items))
    if len(options) == 1:
        return options[0], tokens
    return f"(?:{'|'.join(options)})", tokens


def _item(tokens: list[str], words: Words, pattern: str) -> tuple[str, list[str]]:
    symbol, rest = tokens[0], tokens[1:]
    if symbol == "(":
        body, rest = _alternatives(rest, words, pattern)
        if not rest:
            raise PatternWrong(f"{pattern!r}: a bracket is not closed")
        return f"(?:{body}){CLOSING[rest[0]]}", rest[1:]
    if symbol == "...":
        return _GAP, rest
    if symbol == ">>":
        return _ANYTHING, rest
    if symbol in ("^", "$"):
        return (_START if symbol == "^" else "$"), rest
    if symbol.startswith("{"):
        if symbol[1:-1] not in words.lists:
            raise PatternWrong(f"{pattern!r}: there is no word list called '{symbol[1:-1]}'")
        return _list(symbol[1:-1], words), rest
    if symbol in ("?", "|"):
        raise PatternWrong(f"{pattern!r}: '{symbol}' has nothing before it")
    return _word(symbol, words), rest


@lru_cache(maxsize=256)
def _list(name: str, words: Words) -> str:
    entries = ["".join(_word(part, words) for part in entry.split()) for entry in words.lists[name]]
    return f"(?:{'|'.join(dict.fromkeys(entries))})"


def _word(symbol: str, words: Words) -> str:
    if symbol == "*":
        return r"[^ .]+ (?:\. )?"
    stem = symbol.endswith("*")
    pieces = [symbol[:-1]] if stem else words.respell(symbol).split()
    if not pieces or not pieces[0]:
        raise PatternWrong(f"'{symbol}' is not a word")
    ending = r"[^ .]* (?:\. )?" if stem else r" (?:\. )?"
    return r" (?:\. )?".join(re.escape(piece) for piece in pieces) + ending

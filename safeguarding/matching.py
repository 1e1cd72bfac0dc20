"""Which rules a message meets, and at what level once guards have been heard."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from safeguarding.normalise import Plain, plain
from safeguarding.rulebook import Rule, Rulebook
from safeguarding.screening import Level, Reason

REMEMBERED = 1024
_STRETCHED = re.compile(r"(\w)\1\1", re.IGNORECASE)


class Matcher:
    """The patterns of a rulebook, found by the words they need: a message tries only those that could match."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._by_word: dict[str, list[tuple[Rule, int]]] = {}
        self._always: list[tuple[Rule, int]] = []
        for rule in book.rules:
            for number, needed in enumerate(rule.anchors):
                if needed is None:
                    self._always.append((rule, number))
                for word in needed or ():
                    self._by_word.setdefault(word, []).append((rule, number))
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._judge)

    def reasons(self, text: str) -> list[Reason]:
        """What the rules find in `text`, most pressing first, one reason a rule.

        The messages before the newest are judged again with it: in memory alone, the last ones are remembered.
        """
        return list(self._remembered(text))

    def _judge(self, text: str) -> tuple[Reason, ...]:
        found = self._reasons(plain(text, self.book.spelling))
        if _STRETCHED.search(text):
            # "tooo" may be "too" or "to": both readings count.
            found += self._reasons(plain(text, self.book.spelling, shortest=True))
        best: dict[str, Reason] = {}
        for reason in sorted(found, key=lambda reason: -reason.level):
            best.setdefault(reason.rule, reason)
        return tuple(best.values())

    def _reasons(self, message: Plain) -> list[Reason]:
        heard = _Guards(self.book, message.text)
        found = []
        masked = mask(message.text, self.book.sayings)
        for rule, patterns in self._likely(message.text):
            match = _first(rule, patterns, message.text if rule.level is Level.urgent else masked)
            if match is None or not _also(rule, message.text):
                continue
            level = heard.lowered(rule, match)
            if level is not Level.none:
                quote = message.quote(match.start() + 1, match.end() - 1)
                found.append(Reason(rule.id, quote, rule.category, level))
        return found

    def only_sayings(self, text: str) -> bool:
        """Is the message made of harmless sayings and nothing else?"""
        masked = mask(self.plain(text).text, self.book.sayings)
        return "~" in masked and not masked.strip(" .~")

    def plain(self, text: str) -> Plain:
        """`text` in the spelling of the rules."""
        return plain(text, self.book.spelling)

    def _likely(self, text: str) -> Iterable[tuple[Rule, list[int]]]:
        by_rule: dict[str, tuple[Rule, list[int]]] = {}
        for word in dict.fromkeys(text.split()):
            for rule, number in self._by_word.get(word, ()):
                by_rule.setdefault(rule.id, (rule, []))[1].append(number)
        for rule, number in self._always:
            by_rule.setdefault(rule.id, (rule, []))[1].append(number)
        return by_rule.values()


class _Guards:
    """The guards of one message, each tried at most once."""

    def __init__(self, book: Rulebook, text: str) -> None:
        self._book = book
        self._text = text
        self._heard: dict[str, bool] = {}

    def lowered(self, rule: Rule, match: Any) -> Level:
        """The level of `rule` after its guards: one step down at most, so an urgent one stays a concern."""
        return Level(rule.level - 1) if any(self._hears(name, match) for name in rule.unless) else rule.level

    def _hears(self, name: str, match: Any) -> bool:
        if self._book.guards[name].near:
            return self._book.guards[name].hears(_sentence(self._text, match))
        if name not in self._heard:
            self._heard[name] = self._book.guards[name].hears(self._text)
        return self._heard[name]


def _sentence(text: str, match: Any) -> str:
    """The sentence, or sentences, that a match stands in."""
    start, end = text.rfind(" . ", 0, match.start() + 1), text.find(" . ", max(match.start(), match.end() - 1))
    return text[max(start, 0) : end + 1 if end >= 0 else len(text)]


def mask(text: str, sayings: Any) -> str:
    """Harmless sayings blotted out, letter for letter, so that the rest of the message is still judged."""
    pieces, last = [], 0
    for match in sayings.finditer(text):
        start, end = match.span()
        pieces += [text[last:start], "".join(c if c in " ." else "~" for c in text[start:end])]
        last = end
    return "".join([*pieces, text[last:]]) if pieces else text


def _first(rule: Rule, patterns: list[int], text: str) -> Any:
    for number in sorted(patterns):
        match = rule.says[number].search(text)
        if match:
            return match
    return None


def _also(rule: Rule, text: str) -> bool:
    return not rule.also or any(pattern.search(text) for pattern in rule.also)

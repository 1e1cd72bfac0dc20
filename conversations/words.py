"""Every sentence a child reads: Fluent files by language, one message id, variants by age band."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from babel import Locale
from babel.dates import format_skeleton
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

BANDS = ("younger", "middle", "older")
FALLBACK = "en"
REMEMBERED = 4096
LOCALES = {"en": "en_GB"}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "ckb"})


@dataclass(frozen=True)
class Words:
    """The Fluent messages of every language. A language without a message borrows the English one."""

    bundles: Mapping[str, FluentBundle]
    entries: Mapping[str, Mapping[str, ast.Message | ast.Term]]
    """By language, the parsed messages (`id`) and terms (`-id`), for proofreading."""
    variables: Mapping[tuple[str, str], frozenset[str]]
    """By language and message, the names it needs; formatting looks at no others."""
    _said: dict[tuple[Any, ...], str] = field(default_factory=dict, repr=False, compare=False)
    """What was formatted before: the same few lines are said to every child, and their buttons in every step."""

    def line(self, word: str, lang: str, band: str, /, **facts: Any) -> str:
        """One message in the child's language and band; dates are written out, gaps left by `None` close.

        Raises `KeyError` when no language has the message.
        """
        return self._format(word, lang, band, facts, attribute=None) or ""

    def symbol(self, word: str, lang: str, band: str, /, **facts: Any) -> str:
        """The easy-read symbol of a message, or nothing."""
        return self._format(word, lang, band, facts, attribute="symbol") or ""

    def also(self, word: str, lang: str, band: str) -> tuple[str, ...]:
        """Other ways a child may write the label of this choice."""
        said = self._format(word, lang, band, {}, attribute="also") or ""
        return tuple(part.strip() for part in said.split("|") if part.strip())

    def attribute(self, word: str, name: str, lang: str, band: str) -> str:
        """One named part of a message, or nothing."""
        return self._format(word, lang, band, {}, attribute=name) or ""

    def only(self, languages: Collection[str]) -> "Words":
        """The same words in these languages and English alone; whoever reads another gets the English ones."""
        kept = {FALLBACK, *languages}
        return replace(
            self,
            bundles={lang: bundle for lang, bundle in self.bundles.items() if lang in kept},
            entries={lang: known for lang, known in self.entries.items() if lang in kept},
            variables={key: names for key, names in self.variables.items() if key[0] in kept},
        )

    def spoken_for(self, lang: str) -> str:
        """The language somebody with this BCP 47 tag is spoken to in: "ar-SY" gets "ar", what is not here English."""
        return next((one for one in (lang, lang.partition("-")[0]) if one in self.bundles), FALLBACK)

    def in_language(self, word: str, lang: str) -> bool:
        """Is this message there in the language itself, not borrowed from English?"""
        return word in self.entries.get(self.spoken_for(lang), {})

    def refers_to(self, lang: str, word: str) -> frozenset[str]:
        """The messages that this one is put together from."""
        finder = _Finder()
        finder.visit(self.entries[lang][word])
        return frozenset(finder.references)

    def has(self, word: str) -> bool:
        """Is the message there in English, from which other languages borrow?"""
        return word in self.entries.get(FALLBACK, {})

    def needs(self, lang: str, word: str) -> frozenset[str]:
        """The variables a message and everything it refers to stand on."""
        return self.variables.get((lang, word), frozenset())

    def _format(self, word: str, lang: str, band: str, facts: Mapping[str, Any], attribute: str | None) -> str | None:
        language = self.spoken_for(lang)
        language = language if self.bundles[language].has_message(word) else FALLBACK
        bundle = self.bundles[language]
        message = bundle.get_message(word)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            return None
        wanted = self.needs(language, word)
        given = spoken({name: value for name, value in facts.items() if name in wanted}, language)
        key = (word, attribute, language, band, *sorted(given.items()))
        if key not in self._said:
            if len(self._said) >= REMEMBERED:
                self._said.clear()
            said, _ = bundle.format_pattern(pattern, {**given, "band": band})
            self._said[key] = re.sub(r" {2,}", " ", str(said)).strip()
        return self._said[key]


def spoken(facts: Mapping[str, Any], lang: str) -> dict[str, str | int]:
    """Facts as Fluent arguments: yes/no for booleans, `none` for what is not there, dates in words."""
    return {name: _spoken(value, lang) for name, value in facts.items()}


def _spoken(value: Any, lang: str) -> str | int:
    match value:
        case None | "":
            return "none"
        case bool():
            return "yes" if value else "no"
        case int() | str():
            return value
        case date():
            return on_day(value, lang)
        case _:
            return ", ".join(str(part) for part in value)


@lru_cache(maxsize=2048)
def on_day(day: date, lang: str) -> str:
    """A day the way a child would read it out: Tuesday 24 November."""
    return str(format_skeleton("MMMMEEEEd", day, locale=_locale(lang))).replace(",", "")


@lru_cache(maxsize=64)
def _locale(lang: str) -> Locale:
    return Locale.parse(LOCALES.get(lang, lang), sep="_" if "_" in LOCALES.get(lang, lang) else "-")


def parse(sources: Mapping[str, Iterable[tuple[str, str]]]) -> Words:
    """Reads the Fluent sources, `{language: [(file name, text), ...]}`. Raises `ValueError` naming the file."""
    bundles: dict[str, FluentBundle] = {}
    entries: dict[str, dict[str, ast.Message | ast.Term]] = {}
    for lang, files in sources.items():
        bundle = FluentBundle([LOCALES.get(lang, lang)], use_isolating=lang in RIGHT_TO_LEFT)
        known: dict[str, ast.Message | ast.Term] = {}
        for name, text in files:
            resource = FluentResource(text)
            _collect(resource, f"words/{lang}/{name}", known)
            bundle.add_resource(resource)
        bundles[lang], entries[lang] = bundle, known
    needs = {(lang, word): variables(known, word) for lang, known in entries.items() for word in known}
    return Words(bundles, entries, needs)


def variables(known: Mapping[str, ast.Message | ast.Term], word: str) -> frozenset[str]:
    """The variables of a message, its attributes and the messages it refers to."""
    finder = _Finder()
    left, seen = [word], set()
    while left:
        one = left.pop()
        if one in seen or one not in known:
            continue
        seen.add(one)
        finder.visit(known[one])
        left += finder.references
    return frozenset(finder.variables)


class _Finder(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: list[str] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.references.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.references.append(f"-{node.id.name}")


def _collect(resource: ast.Resource, where: str, known: dict[str, ast.Message | ast.Term]) -> None:
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise ValueError(f"{where}: cannot read “{(entry.content or '').strip().splitlines()[0][:60]}”")
        if isinstance(entry, ast.Message | ast.Term):
            name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
            if name in known:
                raise ValueError(f"{where}: '{name}' is there twice")
            known[name] = entry

"""Everything the conversation is made of: flows, words, phrases, helplines; read once, checked when read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, reduce
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from conversations.facts import GIVEN
from conversations.flow import Flow, Node, Part
from conversations.intents import Phrases
from conversations.understood import plain
from conversations.words import BANDS, FALLBACK, Words, parse

OPEN_TOPIC = "open_topic"
"""In place of a flow to run: the topic that was left half way."""

BUTTONS = ("choice-", "host-button-")
UNSAFE = (
    *("choice-not-safe", "choice-not-safe-now", "choice-dont-write"),
    *("choice-someone-helps", "choice-a-person", "choice-tell-person", "choice-want-someone", "choice-problem-person"),
    *("choice-my-carer", "choice-my-mum", "choice-my-dad", "choice-my-teacher", "choice-the-people"),
)
"""Buttons whose words, written in a language that the screen cannot judge, always go to a human as well: that a child
is not safe, that somebody should help, and who is near the child. Tapped, they are what they say."""

__all__ = ["Helplines", "Language", "Library", "LibraryError", "load"]


M = TypeVar("M", bound=BaseModel)


class LibraryError(ValueError):
    """A flow, a words file or a phrase book cannot be used; the message names the file and the place."""


class Language(Part):
    """One language besides English, and who has checked what is written in it."""

    name: str
    """In the language itself."""
    english: str
    checked_by: str = ""
    """A fluent speaker, by role ("interpreter of the county"); empty: nobody yet."""
    checked_on: date | None = None

    @property
    def checked(self) -> bool:
        return bool(self.checked_by and self.checked_on)


class Languages(Part):
    """The file of the languages."""

    languages: dict[str, Language]


class Helplines(Part):
    """Numbers that answer at any hour, and the Ombudsman, with the day somebody last rang or read to check them."""

    emergency: str
    silent_key: str
    childline: str
    childline_name: str
    last_checked: date
    ombudsman: str
    ombudsman_site: str
    ombudsman_last_checked: date


@dataclass(frozen=True)
class Library:
    """The flows by name, the words, the phrases by language, and the helplines."""

    flows: Mapping[str, Flow]
    words: Words
    phrases: Mapping[str, Phrases]
    helplines: Helplines

    languages: Mapping[str, Language] = field(default_factory=dict)
    """What is known of every language but English, by tag; those this library does not speak are here too."""

    def phrase_book(self, lang: str) -> Phrases:
        """The phrases of a language with those of all the others behind them, since children mix them."""
        return self._books.get(self.words.spoken_for(lang), self.phrases[FALLBACK])

    @cached_property
    def _books(self) -> Mapping[str, Phrases]:
        return {lang: reduce(Phrases.before, self._others(lang), book) for lang, book in self.phrases.items()}

    def _others(self, lang: str) -> list[Phrases]:
        return [book for other, book in self.phrases.items() if other != lang]

    def speaking(self, languages: Collection[str]) -> "Library":
        """The same library in these languages and English alone. Raises `LibraryError` for one that is not there."""
        missing = sorted({*languages} - {*self.words.bundles})
        if missing:
            here = ", ".join(sorted(self.words.bundles))
            raise LibraryError(f"There are no words in '{missing[0]}'. The languages here are {here}.")
        phrases = {lang: book for lang, book in self.phrases.items() if lang in {FALLBACK, *languages}}
        return replace(self, words=self.words.only(languages), phrases=phrases)

    def is_familiar(self, text: str, lang: str, *, concern_open: bool = False) -> bool:
        """Is the whole of this text, to the last word, something these books know in a language besides English?

        Where the screen cannot judge a language, such words alone need no human at once. What says that a child is
        not safe is never familiar, nor is asking for help in other words than the button's, nor taking back what was
        said while a concern is open.
        """
        lang = self.words.spoken_for(lang)  # Arabic in Latin letters ("ar-Latn") is in the Arabic book
        if lang not in self.spoken:
            return False
        book = self.phrases.get(lang)
        said = plain(text)
        if said in self._buttons.get(lang, ()):
            return True
        if book is None or self._says_unsafe(said, lang):
            return False
        if book.command(text) not in (None, "help_now"):
            return True
        meant = book.meant(text, inside=True, linked=True, iro="")
        return meant is not None and not (meant[0].retracts and concern_open)

    @cached_property
    def _buttons(self) -> Mapping[str, frozenset[str]]:
        """By language, every plain way to say one of the buttons, but for those that must be heard as they are."""
        found = {}
        for lang in self.spoken:
            ways = {
                way for word in self.words.entries[lang] if word.startswith(BUTTONS) for way in self._ways(word, lang)
            }
            found[lang] = frozenset(way for way in ways if way and not self._says_unsafe(way, lang))
        return found

    def in_english(self, label: str) -> str:
        """The English words of one of our own buttons that a child tapped in another language; nothing for other words.

        Words of our own, written in both languages: nothing is translated.
        """
        return self._in_english.get(label, "")

    @cached_property
    def _in_english(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for lang in self.spoken:
            for word in self.words.entries[lang]:
                if not word.startswith("choice-") or self.words.needs(lang, word) - {"band"}:
                    continue
                for band in BANDS:
                    english = self.words.line(word, FALLBACK, band)
                    found.setdefault(self.words.line(word, lang, band), english)
        return found

    def _says_unsafe(self, said: str, lang: str) -> bool:
        return said in {way for word in UNSAFE for way in self._ways(word, lang)} - self._plain_no(lang)

    def _plain_no(self, lang: str) -> set[str]:
        return {*self._ways("choice-no", lang), *self._ways("choice-yes", lang)}

    def _ways(self, word: str, lang: str) -> Iterator[str]:
        for band in BANDS:
            label = self.words.line(word, lang, band) if self.words.needs(lang, word) <= {"band"} else ""
            yield from (plain(way) for way in (label, *self.words.also(word, lang, band)))

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages a child may choose besides English."""
        return tuple(sorted(lang for lang in self.words.bundles if lang != FALLBACK))

    @cached_property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The topics of wishes and feelings in their order, each with the ids of its main questions."""
        return {
            flow.topic: tuple(n.question for n in flow.nodes.values() if n.answer and not n.follow_up)
            for flow in self.flows.values()
            if flow.topic
        }

    def topics_done(self, facts: Mapping[str, Any]) -> tuple[str, ...]:
        """The topics whose main questions have all been asked in this round."""
        asked = set(facts.get("asked") or ())
        listed = set(facts.get("topics_done") or ())
        return tuple(
            topic
            for topic, questions in self.topics.items()
            if asked.issuperset(questions) or (topic in listed and not asked)
        )

    def finished(self, flow: str, facts: Mapping[str, Any]) -> bool:
        """Have all the main questions of this flow been asked in this round?"""
        main = {n.question for n in self.flows[flow].nodes.values() if n.answer and not n.follow_up}
        return bool(main) and main <= set(facts.get("asked") or ())

    def open_topic(self, facts: Mapping[str, Any]) -> str | None:
        """The first topic of which some main questions have been asked, but not all."""
        asked = set(facts.get("asked") or ())
        return next((t for t, q in self.topics.items() if asked & set(q) and not asked.issuperset(q)), None)

    def topic_flow(self, topic: str) -> str:
        """The flow that asks about a topic. Raises `StopIteration` for a topic that is not there."""
        return next(flow.flow for flow in self.flows.values() if flow.topic == topic)

    def question_words(self, question: str, lang: str, band: str, facts: Mapping[str, Any]) -> str:
        """The short name of a question when an answer is read back; nothing when the question is unknown."""
        word = "asked-" + question.replace("_", "-")
        return self.words.line(word, lang, band, **facts) if self.words.has(word) else ""

    @cached_property
    def button_ids(self) -> frozenset[str]:
        """The id of every written button, to know one that is tapped too late."""
        return frozenset(o.id for flow in self.flows.values() for node in flow.nodes.values() for o in node.choices)

    def button(self, choice: str, lang: str, band: str) -> str:
        """The words on a button that is always there (help now, menu, …); nothing when there is no such button."""
        word = "host-button-" + choice.replace("_", "-")
        return self.words.line(word, lang, band) if self.words.has(word) else ""

    def questions(self) -> Iterator[tuple[str, str, Node]]:
        """Every node that keeps an answer: flow, node name, node."""
        for flow in self.flows.values():
            for name, node in flow.nodes.items():
                if node.answer:
                    yield flow.flow, name, node


def load(folder: Traversable | None = None) -> Library:
    """Reads the library from the package (or a folder of the same shape). Raises `LibraryError`."""
    root = folder or files("conversations")
    flows: dict[str, Flow] = {}
    for file in _sorted(root / "flows", ".yaml"):
        flow = _validated(Flow, file, "flows")
        if flow.flow in flows:
            raise LibraryError(f"flows/{file.name}: flow '{flow.flow}' is there twice")
        flows[flow.flow] = flow
    phrases = {
        f.name.removesuffix(".yaml"): _validated(Phrases, f, "intents") for f in _sorted(root / "intents", ".yaml")
    }
    _linked_up(flows, phrases)
    _distinct(phrases)
    words, helplines = _words(root / "words"), _validated(Helplines, root / "helplines.yaml", "")
    return Library(flows, words, phrases, helplines, _languages(root, words))


def _languages(root: Traversable, words: Words) -> Mapping[str, Language]:
    known = _validated(Languages, root / "languages.yaml", "").languages
    nameless = sorted({*words.bundles} - {*known, FALLBACK})
    if nameless:
        raise LibraryError(
            f"languages.yaml: '{nameless[0]}' has words and is not listed, so nobody knows who checked them"
        )
    return known


def _words(folder: Traversable) -> Words:
    languages = sorted((d for d in folder.iterdir() if d.is_dir()), key=lambda d: d.name)
    try:
        return parse({d.name: [(f.name, f.read_text("utf-8")) for f in _sorted(d, ".ftl")] for d in languages})
    except ValueError as error:
        raise LibraryError(str(error)) from error


def _sorted(folder: Traversable, ending: str) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.name.endswith(ending)), key=lambda f: f.name)


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where there is one


class _Plain(_Loader):  # type: ignore[misc]
    """YAML where `yes`, `no`, `on` and `off` are the words themselves: they are button ids here."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _validated(model: type[M], file: Traversable, folder: str) -> M:
    where = f"{folder}/{file.name}" if folder else file.name
    try:
        return model.model_validate(yaml.load(file.read_text("utf-8"), Loader=_Plain))  # noqa: S506
    except yaml.YAMLError as error:
        raise LibraryError(f"{where}: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LibraryError(f"{where}: {place or 'flow'}: {first['msg']}") from error


def _distinct(phrases: Mapping[str, Phrases]) -> None:
    """The books are read together, so what is in them has one name each."""
    named = [(lang, name) for lang, book in phrases.items() for name in (*book.groups, *(i.id for i in book.intents))]
    seen: dict[str, str] = {}
    for lang, name in named:
        if seen.setdefault(name, lang) != lang:
            raise LibraryError(f"intents/{lang}.yaml: '{name}' is a name in intents/{seen[name]}.yaml too")


def _linked_up(flows: Mapping[str, Flow], phrases: Mapping[str, Phrases]) -> None:
    for flow in flows.values():
        for name, node in flow.nodes.items():
            for target in filter(None, (node.run, node.jump, *(option.run for option in node.choices))):
                if target not in flows and target != OPEN_TOPIC:
                    raise LibraryError(f"flows/{flow.flow}.yaml: {name}: there is no flow '{target}'")
    for lang, book in phrases.items():
        for intent in book.intents:
            opened = flows.get(intent.flow)
            if opened is None or (intent.node and intent.node not in opened.nodes):
                raise LibraryError(
                    f"intents/{lang}.yaml: {intent.id}: there is no {intent.flow}/{intent.node or 'start'}"
                )


def helpline_facts(helplines: Helplines) -> dict[str, str]:
    """The numbers under the names the words use."""
    return {name: value for name, value in helplines.model_dump().items() if name in GIVEN}

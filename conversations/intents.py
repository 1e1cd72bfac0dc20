"""What a child may ask for in their own words, at any moment: short clear commands, and longer ways to ask."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import Field

from conversations.asking import requests, sentences
from conversations.flow import Name, Part
from conversations.understood import plain, plain_phrase

Command = Literal["help_now", "who_sees", "stop", "back", "skip", "menu", "carry_on"]
LONGEST = 22
"""A text of more words than this is a child telling something, not a child asking for a page."""
LONGEST_INSIDE_ANSWER = 10


class Intent(Part):
    """One thing a child may want: patterns over the plain words (`{iro}` is the IRO, by role or first name)."""

    id: Name
    flow: Name
    node: Name | None = None
    ways: list[str] = Field(default_factory=list)
    """Ways to ask, over the bare request (`asking`): the whole of a short message, or of one of its sentences."""
    patterns: list[str] = Field(default_factory=list)
    """Ways to ask, over the plain words, anywhere in a message where no question is open."""
    examples: list[str] = Field(min_length=1)
    """What children wrote or may write; each runs as a test."""
    inside: bool = False
    """May break into an open question, when it is the whole of a short message."""
    alone: bool = False
    """Only when it is the whole message, wherever it is said."""
    unlinked: bool = False
    """May be asked before the child has proved who they are."""
    longest: int | None = None
    """The most words such a message may have, where it is not the usual few."""
    shortest: int = 1
    """The fewest words it needs."""
    sets: dict[Name, str] = Field(default_factory=dict)
    """What the flow knows already when it is opened this way."""
    guess: bool = False
    """The text may hold a guess at the IRO's name."""
    when: bool = False
    """The text may say when it should happen."""
    keeps: bool = False
    """What was written is itself the answer to the question at `node`."""
    retracts: bool = False
    """Takes back what was said: where the screen cannot judge the language, not familiar while a concern is open."""
    button: Name | None = None
    """Where this button is on offer, it is meant."""


class Phrases(Part):
    """The phrase book of one language."""

    groups: dict[Name, str] = Field(default_factory=dict)
    """Words that mean the same in a request; `{name}` stands for them in `ways` and in later groups."""
    commands: dict[Command, list[str]]
    intents: list[Intent]

    def before(self, other: "Phrases") -> "Phrases":
        """Both books in one, this one first. Groups and intents of the two have different names."""
        commands = {name: [*self.commands.get(name, ()), *ways] for name, ways in other.commands.items()}
        groups = {**other.groups, **self.groups}
        return Phrases(groups=groups, commands=commands, intents=[*self.intents, *other.intents])

    def command(self, text: str) -> Command | None:
        """The command that is the whole of this text, whatever its spelling."""
        said = {plain(text), *requests(text, "")}
        return next(
            (name for name, ways in self.commands.items() if not said.isdisjoint(map(plain_phrase, ways))), None
        )

    def meant(self, text: str, *, inside: bool, linked: bool, iro: str) -> tuple[Intent, Mapping[str, str]] | None:
        """The first intent this text fits, with what its patterns caught; None when it is something else."""
        said, asked = plain(text), requests(text, iro)
        open_to = list(self._open_to(len(said.split()), inside=inside, linked=linked))
        for intent in open_to:
            if any(self._ways[intent.id].fullmatch(one) for one in asked):
                return intent, intent.sets
            caught = _caught(intent, said, iro, whole=inside or intent.alone)
            if caught is not None:
                return intent, intent.sets | caught
        return None if inside else self._in_a_sentence(text, iro, open_to)

    def mentions(self, text: str, intents: Collection[str], iro: str) -> bool:
        """Whether one of these intents stands anywhere in the text, among whatever else."""
        asked = requests(text, iro)
        return any(self._ways[one].search(said) for one in intents if one in self._ways for said in asked)

    def _open_to(self, count: int, *, inside: bool, linked: bool) -> Iterator[Intent]:
        """The intents that a text of so many words may have here."""
        for intent in self.intents:
            longest = intent.longest or (LONGEST_INSIDE_ANSWER if inside else LONGEST)
            if intent.shortest <= count <= longest and (intent.inside or not inside) and (linked or intent.unlinked):
                yield intent

    def _in_a_sentence(self, text: str, iro: str, open_to: list[Intent]) -> tuple[Intent, Mapping[str, str]] | None:
        """ "my day was ok. when is my review": one sentence of several may be the request."""
        asked = {one for sentence in sentences(text) for one in requests(sentence, iro)}
        wanted = (i for i in open_to if not i.alone and any(self._ways[i.id].fullmatch(one) for one in asked))
        found = next(wanted, None) if asked else None
        return (found, found.sets) if found else None

    @cached_property
    def _ways(self) -> Mapping[str, re.Pattern[str]]:
        """By intent, all its ways as one expression."""
        known: dict[str, str] = {}
        for name, group in self.groups.items():
            known[name] = f"(?:{_filled(group, known)})"
        return {
            i.id: re.compile(_bare("|".join(_filled(way, known) for way in i.ways)) or r"(?!)") for i in self.intents
        }


def _bare(way: str) -> str:
    """Without the marks over and under letters, as `plain` leaves what a child writes."""
    return "".join(c for c in unicodedata.normalize("NFKD", way) if not unicodedata.combining(c))


def _filled(way: str, groups: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z]\w*)\}", lambda found: groups[found[1]], way)


def _caught(intent: Intent, said: str, iro: str, *, whole: bool) -> dict[str, str] | None:
    for pattern in intent.patterns:
        ready = _ready(pattern, iro)
        found = ready.fullmatch(said) if whole else ready.search(said)
        if found:
            return {k: v for k, v in found.groupdict().items() if v}
    return None


@lru_cache(maxsize=16384)
def _ready(pattern: str, iro: str) -> re.Pattern[str]:
    known = plain(iro)
    names = f"|{re.escape(known)}" if known and " " not in known else ""
    filled = pattern.replace("{iro}", f"(?:(?:my|the) )?(?:iro|i r o{names})")
    return re.compile(rf"\b(?:{filled})(?!\w)")

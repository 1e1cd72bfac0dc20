"""What a child may ask for in their own words, at any moment: short clear commands, and longer ways to ask."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from pydantic import Field

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
    patterns: list[str] = Field(min_length=1)
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


class Phrases(Part):
    """The phrase book of one language."""

    commands: dict[Command, list[str]]
    intents: list[Intent]

    def command(self, text: str) -> Command | None:
        """The command that is the whole of this text, whatever its spelling."""
        said = plain(text)
        return next((name for name, ways in self.commands.items() if said in map(plain_phrase, ways)), None)

    def meant(self, text: str, *, inside: bool, linked: bool, iro: str) -> tuple[Intent, Mapping[str, str]] | None:
        """The first intent this text fits, with what its patterns caught; None when it is something else."""
        said = plain(text)
        count = len(said.split())
        for intent in self.intents:
            longest = intent.longest or (LONGEST_INSIDE_ANSWER if inside else LONGEST)
            if not intent.shortest <= count <= longest:
                continue
            if (inside and not intent.inside) or not (linked or intent.unlinked):
                continue
            whole = inside or intent.alone
            for pattern in intent.patterns:
                ready = _ready(pattern, iro)
                found = ready.fullmatch(said) if whole else ready.search(said)
                if found:
                    return intent, intent.sets | {k: v for k, v in found.groupdict().items() if v}
        return None


@lru_cache(maxsize=16384)
def _ready(pattern: str, iro: str) -> re.Pattern[str]:
    known = plain(iro)
    names = f"|{re.escape(known)}" if known and " " not in known else ""
    filled = pattern.replace("{iro}", f"(?:(?:my|the) )?(?:iro|i r o{names})")
    return re.compile(rf"\b(?:{filled})(?!\w)")

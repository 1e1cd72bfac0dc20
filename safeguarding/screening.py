"""What the screen says of one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol


class Level(IntEnum):
    """How fast a human must read it. A higher level is never lowered by a quieter finding beside it."""

    none = 0
    """Read in its turn."""
    look = 1
    """No alarm: the IRO reads it first, next working day."""
    concern = 2
    """A professional reads it the same day, weekends too."""
    urgent = 3
    """A human reads it within minutes."""


READS_LIKE, READS_LIKE_AFTER = "reads_like", "reads_like_after"
"""The reasons of the model: by itself, and only after the messages before."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule (or `unreadable`, `error`, `joined`, `reads_like`) and the words of the child it stands on.

    `like` is the known example that the words read like, where the model found them.
    """

    rule: str
    quote: str
    category: str
    level: Level
    like: str = ""


@dataclass(frozen=True, slots=True)
class Screening:
    """`readable` is False when the screen could not judge: then a human must, at `concern` at least."""

    level: Level
    score: float
    categories: tuple[str, ...]
    because: tuple[Reason, ...]
    readable: bool = True
    language: str = "en"
    rules_version: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A message that went before: who wrote it (`child`, `bot`, `iro`, `duty`), its words, its age in minutes."""

    author: str
    text: str
    minutes_ago: float = 0.0


class Screen(Protocol):
    """Judges one message after those that went before it (oldest first). Never raises."""

    def __call__(self, text: str, earlier: Sequence[Earlier] = ()) -> Screening: ...

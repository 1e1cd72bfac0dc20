"""Makes a sheet short enough for its side of paper: long answers are cut, never changed, and go on in the annex."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviews.pack.model import Group, Line, Page, Quote


@dataclass(frozen=True, slots=True)
class Level:
    """How much fits: size of type in points, characters of one quote, answers of one topic."""

    size: float
    characters: int
    answers: int


LEVELS = (
    Level(12.5, 900, 12), Level(11.5, 800, 12), Level(11, 700, 12), Level(10.5, 500, 12), Level(10, 400, 8),
    Level(9.5, 300, 8), Level(9, 250, 6), Level(9, 200, 5), Level(9, 160, 4), Level(9, 130, 4), Level(9, 160, 3),
    Level(9, 100, 3), Level(9, 190, 2), Level(9, 130, 2), Level(9, 80, 2), Level(9, 200, 1), Level(9, 130, 1),
    Level(9, 60, 1), Level(8.5, 40, 1),
)  # fmt: skip
"""From roomy to full; nothing is ever set smaller than the last."""


def shortened(page: Page, aloud: Level, kept: Level) -> Page:
    """The page with each half cut to its level; the annex stays whole."""
    return replace(page, aloud=_groups(page.aloud, aloud), kept=_groups(page.kept, kept))


def _groups(groups: Sequence[Group], level: Level) -> tuple[Group, ...]:
    """What the child most wants is never left out."""
    found = []
    for group in groups:
        room = len(group.lines) if group.topic == "most" else level.answers
        lines = tuple(_line(line, level.characters) for line in group.lines[:room])
        found.append(replace(group, lines=lines, left_out=group.left_out + len(group.lines) - len(lines)))
    return tuple(found)


def _line(line: Line, characters: int) -> Line:
    return replace(line, quotes=tuple(cut(quote, characters) for quote in line.quotes))


def cut(quote: Quote, characters: int) -> Quote:
    """The beginning of a quote, up to the last whole word that fits; exactly as it stands in the message."""
    if len(quote.text) <= characters:
        return quote
    beginning = quote.text[: characters + 1]
    words = beginning.rsplit(None, 1)[0] if len(beginning.split()) > 1 else beginning[:characters]
    return replace(quote, text=words.rstrip(), cut=True)

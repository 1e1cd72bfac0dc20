"""Labelled messages, and what a screen says of each."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from safeguarding.screening import Earlier, Level, Screen, Screening

CORPUS = Path(__file__).parents[1] / "corpus"
HELD_BACK = "held_back"
"""Files whose names begin so are the last test: they are measured, and only their totals are shown."""
MINUTES_APART = 2.0
BY_MODEL = ("reads_like", "reads_like_after")


class RowsWrong(Exception):
    """A file cannot be measured; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message, or one dialogue with a level for each of its messages."""

    file: str
    texts: tuple[str, ...]
    levels: tuple[Level, ...]
    category: str = ""
    age: str = ""
    language: str = "en"

    @property
    def is_dialogue(self) -> bool:
        return len(self.texts) > 1

    @property
    def due(self) -> int | None:
        """The message at which a careful human would raise it; None when never."""
        return next((n for n, level in enumerate(self.levels) if level >= Level.concern), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with what the screen says of each of its messages and how many milliseconds that took."""

    row: Row
    found: tuple[Screening, ...]
    took: tuple[float, ...]

    @property
    def level(self) -> Level:
        """Of a single message."""
        return self.found[0].level


def default_files(folder: Path = CORPUS) -> list[Path]:
    """What is measured unless files are named: the development set and what is held back."""
    return [*folder.glob("dev.jsonl"), *sorted(folder.glob(f"{HELD_BACK}*.jsonl"))]


def read(paths: Iterable[Path]) -> list[Row]:
    """The rows of JSONL files; raises `RowsWrong` with file and line."""
    return [row for path in paths for row in _rows(path)]


def _rows(path: Path) -> list[Row]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise RowsWrong(f"{path} cannot be read: {error.strerror}.") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                found.append(_row(path.stem, json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise RowsWrong(
                    f'{path.name} line {number} is no labelled message ("text", "expect"): {error}'
                ) from error
    return found


def _row(file: str, row: dict[str, Any]) -> Row:
    texts = row["messages"] if "messages" in row else [row["text"]]
    levels = row["levels"] if "messages" in row else [row["expect"]]
    about = (row.get("category") or "", row.get("age") or "", row.get("lang") or "en")
    return Row(file, tuple(texts), tuple(Level[level] for level in levels), *about)


def judge(screen: Screen, rows: Sequence[Row]) -> list[Judged]:
    """Each row by the screen; the messages of a dialogue one after another, a few minutes apart."""
    return [_judged(screen, row) for row in rows]


def _judged(screen: Screen, row: Row) -> Judged:
    found, took = [], []
    for number, text in enumerate(row.texts):
        earlier = [Earlier("child", t, MINUTES_APART * (number - n)) for n, t in enumerate(row.texts[:number])]
        start = perf_counter()
        found.append(screen(text, earlier))
        took.append((perf_counter() - start) * 1000)
    return Judged(row, tuple(found), tuple(took))


def by_rules_alone(found: Screening) -> bool:
    """Whether the model was not asked: a rule says urgent, or the message is in another language."""
    asked = any(reason.rule in BY_MODEL for reason in found.because)
    return (found.level is Level.urgent and not asked) or found.language not in ("en", "und")

"""The labelled messages, as the model sees them: a message, what went before it, and what a careful human would say."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safeguarding.rulebook import Rulebook
from safeguarding.screening import Level

CORPUS = Path(__file__).parents[1] / "corpus"
RULES = "rules"
HELD_BACK = "held_back"
"""Files whose names begin so are for the last test: nothing is learnt from them and nothing is set by them."""
CALIBRATION = ("dev", "calibration")
"""Files whose names begin so are not learnt from: the thresholds are set on them."""
TARGETS: dict[str, tuple[float, float, float]] = {
    "none": (1.0, 0.0, 0.0),
    "look": (0.65, 0.35, 0.0),
    "concern": (0.0, 1.0, 0.0),
    "urgent": (0.0, 0.0, 1.0),
}
"""Shares of none, concern and urgent. A weak hint is more ordinary than not."""


@dataclass(frozen=True, slots=True)
class Example:
    """One message of a child. `group` is its file, `sequence` its dialogue (None: alone), `pair` its contrast."""

    text: str
    level: str
    group: str
    earlier: tuple[str, ...] = ()
    category: str = ""
    age: str = ""
    language: str = "en"
    pair: str | None = None
    sequence: str | None = None

    @property
    def target(self) -> tuple[float, float, float]:
        return TARGETS[self.level]


def training_files(folder: Path = CORPUS) -> list[str]:
    """What the model learns from."""
    return [p.stem for p in sorted(folder.glob("*.jsonl")) if not p.stem.startswith((HELD_BACK, *CALIBRATION))]


def calibration_files(folder: Path = CORPUS) -> list[str]:
    """What the thresholds are set on."""
    return [p.stem for p in sorted(folder.glob("*.jsonl")) if p.stem.startswith(CALIBRATION)]


def read(names: Iterable[str], folder: Path = CORPUS) -> list[Example]:
    """Every English example of these files; other languages are for the rules and for people.

    Raises `ValueError` naming the file and line of a row that cannot be used.
    """
    found: list[Example] = []
    for name in names:
        for number, row in enumerate(_rows(folder / f"{name}.jsonl"), start=1):
            try:
                found += _examples(row, name, number)
            except (KeyError, TypeError) as error:
                raise ValueError(f"{name}.jsonl line {number}: {error}") from error
    return [example for example in found if example.language == "en"]


def of_rules(book: Rulebook) -> list[Example]:
    """The examples and look-alikes of the rules, which everything that screens must agree with."""
    found = []
    for rule in book.rules:
        if rule.language != "en" or rule.level < Level.concern:
            continue
        found += [Example(text, rule.level.name, RULES, category=rule.category) for text in rule.raises]
        if not (rule.level is Level.urgent and rule.unless):  # a guard leaves a concern of those
            found += [Example(text, "none", RULES, category="ordinary") for text in rule.quiet]
    return found


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _examples(row: dict[str, Any], group: str, number: int) -> Sequence[Example]:
    about = {"group": group, "category": row.get("category", ""), "age": row.get("age", "")}
    about["language"] = row.get("lang") or "en"
    if "messages" not in row:
        return [Example(row["text"], row["expect"], pair=row.get("pair"), **about)]
    texts, levels = row["messages"], row["levels"]
    return [
        Example(text, levels[n], earlier=tuple(texts[:n]), sequence=f"{group}:{number}", **about)
        for n, text in enumerate(texts)
    ]

"""What a set of thresholds is worth on labelled examples."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from safeguarding.report.figures import Dialogues, Shares, by_level, dialogues
from safeguarding.screening import Level
from safeguarding.training.thresholds import Seen, level_of, sequences


@dataclass(frozen=True, slots=True)
class Figures:
    """Single messages by what was expected of them, and dialogues."""

    levels: dict[str, Shares]
    dialogues: Dialogues

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def figures(seen: Sequence[Seen], thresholds: Mapping[str, float]) -> Figures:
    """As `safeguarding.report` counts them, from readings kept instead of read anew."""
    single = [(Level[s.example.level], level_of(s, thresholds)) for s in seen if s.example.sequence is None]
    told = [(_due(one), [level_of(s, thresholds) for s in one]) for one in sequences(seen)]
    return Figures(by_level(single), dialogues(told))


def _due(sequence: Sequence[Seen]) -> int | None:
    return next((n for n, s in enumerate(sequence) if Level[s.example.level] >= Level.concern), None)

"""Sets the thresholds of the model to a budget of false alarms, beside what the rules raise already."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from safeguarding.model.judging import Shares
from safeguarding.model.judging import level_of as model_level
from safeguarding.screening import Level
from safeguarding.training.corpus import Example

Thresholds = dict[str, float]
NEVER: Thresholds = {
    "ordinary": 0.0,
    **{f"{level}_{how}": 1.01 for how in ("alone", "after") for level in ("urgent", "concern", "look")},
}
"""A model that raises nothing and lowers nothing."""
_SAFE = 0.75


@dataclass(frozen=True, slots=True)
class Budget:
    """Which share of ordinary messages may be raised, raised as urgent, or looked at and raised together.

    `concern_as_urgent` is the share of concerns that may cost a human's minutes where the same day would do;
    `sequences` is the share of harmless dialogues raised at any message, `looked_after` the share of their messages
    looked at.
    """

    raised: float = 0.045
    urgent: float = 0.01
    concern_as_urgent: float = 0.12
    looked: float = 0.19
    looked_after: float = 0.25
    sequences: float = 0.1


@dataclass(frozen=True, slots=True)
class Seen:
    """One example: what the rules say, that lowered by a model without doubt, and the model alone and in context."""

    example: Example
    rules: Level
    lowered: Level
    alone: Shares
    after: Shares


def level_of(seen: Seen, thresholds: Mapping[str, float]) -> Level:
    """What the screen makes of it, as `safeguarding.screen` puts rules and model together."""
    after = bool(seen.example.earlier)
    shares = seen.after if after else seen.alone
    if shares.worry < thresholds["ordinary"]:
        return seen.lowered
    return max(seen.rules, model_level(shares, thresholds, "after" if after else "alone"))


def calibrated(seen: Sequence[Seen], budget: Budget) -> Thresholds:
    """The lowest thresholds that keep to the budget on `seen`: first those of single messages, then of sequences."""
    found = dict(NEVER)
    found["ordinary"] = _surely_ordinary(seen)
    ordinary = _single(seen, "none")
    grid = _grid(s.alone.worry for s in ordinary)
    for level, share in ((Level.look, budget.looked), (Level.concern, budget.raised)):
        name = f"{level.name}_alone"
        found[name] = max(found["ordinary"], _lowest(grid, found, name, partial(_share, ordinary, level), share))
    harmless = [one for one in sequences(seen) if all(s.example.level in ("none", "look") for s in one)]
    told = [s for one in harmless for s in one]
    grid = _grid(s.after.worry for s in told)
    raised = partial(_share_of_sequences, harmless, Level.concern)
    found["concern_after"] = _lowest(grid, found, "concern_after", raised, budget.sequences)
    looked = _lowest(grid, found, "look_after", partial(_share, told, Level.look), budget.looked_after)
    found["look_after"] = max(looked, found["ordinary"])
    grid = [n / 100 for n in range(35, 102)]
    for how in ("alone", "after"):
        name = f"urgent_{how}"
        least = _lowest(grid, found, name, partial(_share, ordinary, Level.urgent), budget.urgent)
        concerns = (
            _single(seen, "concern") if how == "alone" else [s for s in _told(seen) if s.example.level == "concern"]
        )
        found[name] = max(
            least, _lowest(grid, found, name, partial(_share, concerns, Level.urgent), budget.concern_as_urgent)
        )
    found["urgent_after"] = max(found["urgent_after"], found["urgent_alone"])
    return {name: round(value, 4) for name, value in found.items()}


def _surely_ordinary(seen: Sequence[Seen]) -> float:
    """Well below the least worrying message that a rule rightly calls urgent: under it what rules say is lowered."""
    right = [s for s in seen if s.rules is Level.urgent and s.example.level in ("concern", "urgent")]
    return _SAFE * min((min(s.alone.worry, s.after.worry) for s in right), default=0.0)


def _lowest(
    grid: Sequence[float], found: Thresholds, name: str, share: Callable[[Thresholds], float], budget: float
) -> float:
    """The lowest threshold whose share stays within the budget."""
    low, high = 0, len(grid) - 1
    while low < high:
        middle = (low + high) // 2
        if share(found | {name: grid[middle]}) <= budget:
            high = middle
        else:
            low = middle + 1
    return grid[low]


def _grid(worries: Iterable[float]) -> list[float]:
    values: NDArray[np.float64] = np.asarray(list(worries))
    return sorted({*np.quantile(values, np.linspace(0.3, 1, 1500)).round(4).tolist(), 0.9999, 1.01})


def _single(seen: Sequence[Seen], level: str) -> list[Seen]:
    return [s for s in seen if s.example.sequence is None and s.example.level == level]


def _told(seen: Sequence[Seen]) -> list[Seen]:
    return [s for s in seen if s.example.sequence is not None and s.example.earlier]


def _share(seen: Sequence[Seen], level: Level, thresholds: Mapping[str, float]) -> float:
    return sum(level_of(s, thresholds) >= level for s in seen) / max(len(seen), 1)


def _share_of_sequences(told: Sequence[Sequence[Seen]], level: Level, thresholds: Mapping[str, float]) -> float:
    raised = sum(any(level_of(s, thresholds) >= level for s in one) for one in told)
    return raised / max(len(told), 1)


def sequences(seen: Sequence[Seen]) -> list[list[Seen]]:
    """Each dialogue, message by message."""
    found: dict[str, list[Seen]] = {}
    for one in seen:
        if one.example.sequence is not None:
            found.setdefault(one.example.sequence, []).append(one)
    return list(found.values())

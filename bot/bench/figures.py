"""Medians and percentiles, as the report gives them."""

from collections.abc import Sequence
from statistics import median


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which `part` (0 to 1) of them lie: the nearest that was measured."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)


def ratio(ours: float, theirs: float) -> float:
    return round(ours / theirs, 3) if theirs else 0.0


def middle(values: Sequence[float]) -> float:
    return round(median(values), 1)

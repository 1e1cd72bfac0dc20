"""What a set of thresholds is worth on labelled examples."""

from collections.abc import Mapping, Sequence

from safeguarding.screening import Level
from safeguarding.training.thresholds import Seen, level_of

Figures = dict[str, float]


def figures(seen: Sequence[Seen], thresholds: Mapping[str, float]) -> Figures:
    """Shares by level; sequences count from the first message at which a careful human would have raised them."""
    single = [(s.example.level, level_of(s, thresholds)) for s in seen if s.example.sequence is None]
    found: Figures = {}
    for level in ("urgent", "concern", "none"):
        given = [raised for expected, raised in single if expected == level]
        if given:
            found[f"{level}_n"] = len(given)
            found[f"{level}_raised"] = _share(given, Level.concern)
            found[f"{level}_as_urgent"] = _share(given, Level.urgent)
            found[f"{level}_looked"] = _share(given, Level.look)
    return found | _sequences(seen, thresholds)


def _sequences(seen: Sequence[Seen], thresholds: Mapping[str, float]) -> Figures:
    told: dict[str, list[Seen]] = {}
    for one in seen:
        if one.example.sequence is not None:
            told.setdefault(one.example.sequence, []).append(one)
    harmless: list[Level] = []
    worrying: list[tuple[Level, Level]] = []
    for sequence in told.values():
        due = next((n for n, s in enumerate(sequence) if s.example.level in ("concern", "urgent")), None)
        levels = [level_of(s, thresholds) for s in sequence]
        if due is None:
            harmless.append(max(levels))
        else:
            worrying.append((max(levels[: due + 1]), max(levels)))
    if not told:
        return {}
    return {
        "sequences_n": len(worrying),
        "sequences_in_time": _share([level for level, _ in worrying], Level.concern),
        "sequences_raised": _share([level for _, level in worrying], Level.concern),
        "harmless_n": len(harmless),
        "harmless_raised": _share(harmless, Level.concern),
    }


def _share(levels: Sequence[Level], least: Level) -> float:
    return round(sum(level >= least for level in levels) / max(len(levels), 1), 4)

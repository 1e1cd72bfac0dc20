"""The arithmetic of the report: shares of messages raised, looked at and left alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from safeguarding.report.rows import HELD_BACK, Judged, by_rules_alone
from safeguarding.screening import Level

CHAT, HARD = "chit_chat", frozenset({"idiom", "gaming", "grief_calm", "anger_ordinary"})
"""Of the ordinary messages: everyday chat, and what sounds like harm and is none."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Of `n` messages: shares from 0 to 1 at `urgent`, raised (urgent or concern), and raised or to be looked at."""

    n: int
    urgent: float
    raised: float
    looked: float


@dataclass(frozen=True, slots=True)
class Dialogues:
    """Worrying ones raised at any message and by the one at which a careful human would; harmless ones raised."""

    worrying: int
    in_time: float
    raised: float
    harmless: int
    harmless_raised: float


@dataclass(frozen=True, slots=True)
class Language:
    """Messages in another language: `silent` is how many were left at none, which must be 0."""

    n: int
    silent: int
    urgent_n: int
    urgent: float


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds a message; `by_rules` is the share for which the model was not asked."""

    n: int
    median: float
    p99: float
    by_rules: float
    by_rules_median: float
    by_model_median: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything one screen is measured by. Keys of `levels`, `hard` and `chat` are what was expected."""

    levels: dict[str, Shares]
    ordinary: dict[str, Shares]
    categories: dict[str, dict[str, Shares]]
    ages: dict[str, dict[str, Shares]]
    files: dict[str, dict[str, Shares]]
    dialogues: dict[str, Dialogues]
    languages: dict[str, Language]
    speed: Speed | None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def silent(self) -> int:
        """Messages in another language that nobody would read today: the promise is none."""
        return sum(language.silent for language in self.languages.values())


def figures(judged: Sequence[Judged]) -> Figures:
    """Single English messages, dialogues, and other languages, each by itself; of what is held back totals only."""
    single = [j for j in judged if not j.row.is_dialogue and j.row.language == "en"]
    open_to_view = [j for j in single if not j.row.file.startswith(HELD_BACK)]
    foreign = [j for j in judged if not j.row.is_dialogue and j.row.language != "en"]
    talks = [j for j in judged if j.row.is_dialogue and j.row.language == "en"]
    return Figures(
        _by_level(single),
        _ordinary(single),
        _grouped(open_to_view, lambda j: j.row.category),
        _grouped(open_to_view, lambda j: j.row.age),
        _grouped(single, lambda j: j.row.file),
        {
            file: dialogues([(j.row.due, [found.level for found in j.found]) for j in talks if j.row.file == file])
            for file in dict.fromkeys(j.row.file for j in talks)
        },
        {
            code: _language([j for j in foreign if j.row.language == code])
            for code in _sorted(j.row.language for j in foreign)
        },
        _speed(judged),
    )


def shares(levels: Sequence[Level]) -> Shares:
    return Shares(
        len(levels), *(share(level >= least for level in levels) for least in (Level.urgent, Level.concern, Level.look))
    )


def share(of: Iterable[bool]) -> float:
    """How much of it is true, from 0 to 1; 0 of nothing."""
    counted = list(of)
    return round(sum(counted) / len(counted), 4) if counted else 0.0


def by_level(found: Sequence[tuple[Level, Level]]) -> dict[str, Shares]:
    """Of pairs (expected, found), by what was expected; what does not occur is left out."""
    given = {level: [one for expected, one in found if expected is level] for level in sorted(Level, reverse=True)}
    return {level.name: shares(levels) for level, levels in given.items() if levels}


def dialogues(told: Sequence[tuple[int | None, Sequence[Level]]]) -> Dialogues:
    """Of pairs (the message at which a careful human would act, or None; what was found message by message)."""
    worrying = [(due, levels) for due, levels in told if due is not None]
    harmless = [levels for due, levels in told if due is None]
    return Dialogues(
        len(worrying),
        share(max(levels[: due + 1]) >= Level.concern for due, levels in worrying),
        share(max(levels) >= Level.concern for _, levels in worrying),
        len(harmless),
        share(max(levels) >= Level.concern for levels in harmless),
    )


def _by_level(judged: Sequence[Judged]) -> dict[str, Shares]:
    return by_level([(j.row.levels[0], j.level) for j in judged])


def _ordinary(judged: Sequence[Judged]) -> dict[str, Shares]:
    plain = [j for j in judged if j.row.levels[0] is Level.none]
    kinds = {"all": plain, "hard negatives": [j for j in plain if j.row.category in HARD]}
    kinds["everyday chat"] = [j for j in plain if j.row.category == CHAT]
    seen = [j for j in plain if not j.row.file.startswith(HELD_BACK)]
    kinds |= {name: [j for j in seen if j.row.category == name] for name in _sorted(j.row.category for j in seen)}
    return {name: shares([j.level for j in some]) for name, some in kinds.items() if some}


def _grouped(judged: Sequence[Judged], key: Callable[[Judged], str]) -> dict[str, dict[str, Shares]]:
    return {name: _by_level([j for j in judged if key(j) == name]) for name in _sorted(map(key, judged)) if name}


def _language(judged: Sequence[Judged]) -> Language:
    urgent = [j for j in judged if j.row.levels[0] is Level.urgent]
    silent = sum(j.level is Level.none for j in judged)
    return Language(len(judged), silent, len(urgent), share(j.level is Level.urgent for j in urgent))


def _speed(judged: Sequence[Judged]) -> Speed | None:
    timed = [(by_rules_alone(found), took) for j in judged for found, took in zip(j.found, j.took, strict=True)]
    if not timed:
        return None
    times = sorted(took for _, took in timed)
    rules, model = ([took for alone, took in timed if alone is wanted] for wanted in (True, False))
    return Speed(
        len(times), round(median(times), 2), round(times[min(int(len(times) * 0.99), len(times) - 1)], 2),
        share(alone for alone, _ in timed), round(median(rules or [0.0]), 2), round(median(model or [0.0]), 2),
    )  # fmt: skip


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(set(names))

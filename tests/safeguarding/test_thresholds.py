"""Thresholds keep to the budget of false alarms they were given."""

from random import Random

import pytest

from safeguarding.model.judging import Shares
from safeguarding.screening import Level
from safeguarding.training.corpus import Example
from safeguarding.training.figures import figures
from safeguarding.training.thresholds import Budget, Seen, calibrated, level_of

LEVELS = {"none": 0.2, "concern": 0.7, "urgent": 0.85}


def single(level, worry, urgent=0.5, rules=Level.none):
    shares = Shares(worry, urgent)
    return Seen(Example("x", level, "file"), rules, Level(max(rules - 1, 0)), shares, shares)


def dialogue(name, *told):
    """`told` is (level, worry after the messages before)."""
    return [
        Seen(
            Example("x", level, "file", earlier=("y",) * n, sequence=name),
            Level.none, Level.none, Shares(0.1, 0.1), Shares(worry, 0.6),
        )
        for n, (level, worry) in enumerate(told)
    ]  # fmt: skip


def sample(seed=1):
    random = Random(seed)
    spread = lambda level: min(max(random.gauss(LEVELS[level], 0.2), 0.0), 1.0)  # noqa: E731
    seen = [single(level, spread(level), random.random()) for level in LEVELS for _ in range(300)]
    for n in range(60):
        seen += dialogue(f"harmless {n}", ("none", spread("none")), ("none", spread("none")))
        seen += dialogue(f"worrying {n}", ("none", spread("none")), ("concern", spread("concern")))
    return seen


@pytest.mark.parametrize("budget", [Budget(), Budget(raised=0.01, looked=0.05, sequences=0.02)])
def test_the_budget_is_kept_and_used(budget):
    seen = sample()
    found = figures(seen, calibrated(seen, budget))
    assert 0.5 * budget.raised <= found.levels["none"].raised <= budget.raised
    assert 0.5 * budget.looked <= found.levels["none"].looked <= budget.looked
    assert found.levels["none"].urgent <= budget.urgent
    assert found.levels["concern"].urgent <= budget.concern_as_urgent
    assert found.dialogues.harmless_raised <= budget.sequences


def test_a_larger_budget_never_notices_less():
    seen = sample()
    small, large = (figures(seen, calibrated(seen, Budget(raised=raised))) for raised in (0.01, 0.05))
    assert large.levels["concern"].raised >= small.levels["concern"].raised


def test_what_the_rules_raise_counts_against_the_budget():
    seen = sample()
    with_rules = [*seen, *(single("none", 0.5, rules=Level.concern) for _ in range(5))]
    assert calibrated(with_rules, Budget())["concern_alone"] >= calibrated(seen, Budget())["concern_alone"]


def test_rules_are_lowered_by_one_and_only_without_any_doubt():
    thresholds = {
        f"{n}_{h}": v for h in ("alone", "after") for n, v in (("look", 0.4), ("concern", 0.8), ("urgent", 0.5))
    }
    thresholds["ordinary"] = 0.2
    for rules, lowered in ((Level.concern, Level.look), (Level.urgent, Level.concern)):
        assert level_of(single("none", 0.3, rules=rules), thresholds) is rules
        assert level_of(single("none", 0.1, rules=rules), thresholds) is lowered


def test_a_sequence_counts_as_in_time_when_it_is_raised_by_the_message_a_human_would():
    thresholds = {
        f"{n}_{h}": v for h in ("alone", "after") for n, v in (("look", 0.4), ("concern", 0.8), ("urgent", 0.9))
    }
    thresholds["ordinary"] = 0.05
    seen = dialogue("early", ("none", 0.1), ("look", 0.9), ("concern", 0.9)) + dialogue(
        "late", ("none", 0.1), ("concern", 0.1), ("none", 0.9)
    )
    found = figures(seen, thresholds).dialogues
    assert (found.worrying, found.in_time, found.raised) == (2, 0.5, 1.0)

"""Every rule raises its own examples and leaves its look-alikes alone; a broken rule file says where it is broken."""

from pathlib import Path

import pytest

from safeguarding import rulebook
from safeguarding.rulebook import RulesBroken, read
from safeguarding.screen import broken
from safeguarding.screening import Level
from tests.support.once import the_rules, the_screen_by_rules

BOOK = the_rules()
SCREEN = the_screen_by_rules()
RAISES = [(rule, text) for rule in BOOK.rules for text in rule.raises]
QUIET = [(rule, text) for rule in BOOK.rules for text in rule.quiet]
RULES = Path(rulebook.__file__).parent / "rules"


@pytest.mark.parametrize(("rule", "text"), RAISES, ids=[f"{r.id}: {t}" for r, t in RAISES])
def test_a_rule_raises_its_examples(rule, text):
    assert SCREEN(text).level >= rule.level


@pytest.mark.parametrize(("rule", "text"), QUIET, ids=[f"{r.id}: {t}" for r, t in QUIET])
def test_a_rule_leaves_its_look_alikes_alone(rule, text):
    level = max((r.level for r in SCREEN(text).because if r.category != "unreadable"), default=Level.none)
    assert level < (Level.urgent if rule.level is Level.urgent and rule.unless else Level.concern)


def test_every_rule_that_raises_an_alarm_has_an_example():
    assert [rule.id for rule in BOOK.rules if rule.level >= Level.concern and not rule.raises] == []


def copy_of_rules(folder):
    for file in RULES.glob("*.yaml"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("category: weapon\nrules:\n  - id: torn\n    level: urgent\n    says: ['(one|two']\n", "torn"),
        ("category: weapon\nrules:\n  - id: torn\n    level: loud\n    says: ['one']\n", "torn"),
        ("category: weapon\nrules:\n  - id: torn\n    level: look\n", "torn"),
        ("category: weapon\nrules:\n  - id: torn\n    level: look\n    says: ['{nobody_knows}']\n", "torn"),
        ("category: weapon\nrules:\n  - id: torn\n    level: look\n    says: ['one?']\n", "torn"),
        ("category: weapon\nrules:\n  - id: torn\n    level: look\n    says: ['one']\n    unles: [game]\n", "torn"),
        ("category: weapon\nrules:\n  - id: torn\n    level: look\n    says: ['one']\n    unless: [gam]\n", "torn"),
        ("category: [weapon\n", "YAML"),
    ],
)
def test_a_broken_rule_file_is_named_with_its_rule_in_one_line(tmp_path, text, named):
    copy_of_rules(tmp_path)
    (tmp_path / "weapon.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RulesBroken) as refused:
        read(tmp_path)
    assert "weapon.yaml" in str(refused.value)
    assert named in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_missing_rule_file_is_named(tmp_path):
    with pytest.raises(RulesBroken, match=r"_lists\.yaml"):
        read(tmp_path)


def test_the_version_changes_with_any_word_of_the_rules(tmp_path):
    before = read(copy_of_rules(tmp_path)).version
    assert before == BOOK.version
    with (tmp_path / "weapon.yaml").open("a", encoding="utf-8") as file:
        file.write("# a word\n")
    assert read(tmp_path).version != before


def test_with_broken_rules_every_message_goes_to_a_human():
    said = broken("weapon.yaml is not good YAML")("i like football")
    assert (said.level, said.readable, said.because[0].rule) == (Level.concern, False, "error")

"""An authority's own ladder: read as it is written, and refused in one clear line."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.escalation import EVERYONE, Step
from safeguarding.ladders import LadderBroken, parse, read, references
from safeguarding.screening import Level

GOOD = """
urgent:
  - {after: 0, tell: [on_duty]}
  - {after: 3, tell: [on_duty, next_on_duty]}
  - {after: 10, tell: [everyone, EXS-099]}
  - {again: 10}
concern:
  - {after: 0, tell: [on_duty]}
  - {after: 120, tell: [managers]}
  - {again: 60}
"""


def test_it_is_read_as_it_is_written() -> None:
    ladder = parse(GOOD, "ladder.yaml")
    assert ladder.steps[Level.urgent][1] == Step(timedelta(minutes=3), ("on_duty", "next_on_duty"))
    assert ladder.steps[Level.urgent][2].tell == (*EVERYONE, "EXS-099")
    assert ladder.again == {Level.urgent: timedelta(minutes=10), Level.concern: timedelta(hours=1)}
    assert references(ladder) == {"EXS-099"}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("concern:", "concerns:", "give the steps of exactly these: concern, urgent."),
        ("after: 0, tell: [on_duty]", "after: 1, tell: [on_duty]", "urgent, step 1: somebody is told at once"),
        ("after: 10,", "after: 3,", "urgent, step 3: it must come later"),
        ("tell: [managers]", "tell: []", "concern, step 2: tell somebody"),
        ("tell: [managers]", "tell: [manager]", "concern, step 2: 'manager' is nobody"),
        ("after: 3,", "after: soon,", "urgent, step 2: 'soon' is no number of whole minutes"),
        ("after: 3,", "after: true,", "urgent, step 2: 'True' is no number of whole minutes"),
        ("{again: 60}", "{again: 0}", "concern, again: '0' is no number of whole minutes from 1 up"),
        ("  - {again: 60}\n", "", "concern: give two steps or more"),
        ("after: 3,", "after: 3, who: me,", "urgent, step 2: write {after: minutes, tell: [who]}"),
        ("after: 120,", "after: 100000,", "concern, step 2: it comes 1440 minutes after the start at the latest"),
        ("urgent:", "urgent: [", "line "),
    ],
)
def test_a_mistake_is_said_in_one_line_with_its_place(old: str, new: str, complaint: str) -> None:
    with pytest.raises(LadderBroken) as refused:
        parse(GOOD.replace(old, new, 1), "ladder.yaml")
    assert "ladder.yaml" in str(refused.value)
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LadderBroken, match=r"cannot be read: No such file or directory\. Check MY_IRO_LADDER_FILE"):
        read(tmp_path / "none.yaml")


@given(st.text(max_size=60) | st.sampled_from(["- 1", "urgent: 3", "urgent: {a: b}\nconcern: []", "a: [1, 2, 3]"]))
def test_whatever_stands_in_the_file_is_refused_and_nothing_else_happens(text: str) -> None:
    with pytest.raises(LadderBroken):
        parse(text, "ladder.yaml")


def test_the_example_in_the_documentation_is_a_ladder_that_can_be_read() -> None:
    page = Path(__file__).parents[2] / "docs" / "duty.md"
    example = page.read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    assert references(parse(example, "duty.md")) == {"EXS-099"}

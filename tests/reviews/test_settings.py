"""An authority's own numbers around a review: read as they are written, and refused in one clear line."""

from datetime import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reviews.settings import STAGES, Due, Hours, ReviewSettings, ReviewSettingsBroken, Stage, load, parse

PAGE = Path(__file__).parents[2] / "docs" / "reviews.md"


def example() -> str:
    return PAGE.read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]


def test_without_a_file_the_usual_numbers_hold() -> None:
    usual = load(None)
    assert usual == ReviewSettings()
    assert (usual.decisions_told_within_working_days, usual.record_within_working_days) == (5, 20)
    assert (usual.offer_from_working_days, usual.offers_at_most, usual.not_yet_answer_working_days) == (15, 2, 5)
    assert (usual.challenge_stage_working_days, usual.feedback_group, usual.check_in_weeks) == (5, 5, 6)


def test_the_example_in_the_documentation_says_every_usual_number() -> None:
    read = yaml.safe_load(example())
    assert set(read) == set(ReviewSettings.__dataclass_fields__)
    assert parse(example(), "reviews.md") == ReviewSettings()


def test_what_a_file_says_holds_and_the_rest_stays(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    path.write_text("before: {reports: 5 days, views_asked: none}\noffers_at_most: 1\nschool_hours: 09:00-15:00\n")
    read = load(path)
    assert Due("reports", 5, working=False) in read.before
    assert [due.code for due in read.before] == ["social_worker_talk", "arrangements", "reports", "private_talk"]
    assert read.offers_at_most == 1
    assert read.school_hours == Hours(time(9), time(15))
    assert read.after == ReviewSettings().after


def test_the_rungs_of_a_challenge() -> None:
    said = "challenge: [informal, {stage: head_of_service, working_days: 10}, cafcass]\nchallenge_stage_working_days: 3"
    read = parse(said, "r.yaml")
    assert read.challenge == (Stage("informal", 3), Stage("head_of_service", 10), Stage("cafcass", 3))
    assert read.stage_after("informal") == Stage("head_of_service", 10)
    assert read.stage_after("team_manager") == Stage("head_of_service", 10)
    assert read.stage_after("cafcass") is None
    assert ReviewSettings().stage("cafcass") == Stage("cafcass", 5)
    assert [stage.working_days for stage in parse("challenge_stage_working_days: 4", "r").challenge] == [4] * 5


def test_hours_end_before_their_last_minute() -> None:
    hours = ReviewSettings().school_hours
    assert hours.cover(time(8, 30))
    assert hours.cover(time(15, 29))
    assert not hours.cover(time(15, 30))


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("offers: 2", "'offers' is not known. Known are entry, before, after,"),
        ("offers_at_most: 3", "offers_at_most: 3 is no whole number from 1 to 2."),
        ("offers_at_most: true", "offers_at_most: True is no whole number"),
        ("feedback_group: 4", "feedback_group: 4 is no whole number from 5 to 50."),
        ("before: 3", "before: write lines such as social_worker_talk: 5 working days."),
        ("before: {report: 3 days}", "before: 'report' is not known. Known are social_worker_talk,"),
        ("after: {objections: 3}", "after, objections: 3 is no time. Write such as '5 working days'"),
        ("after: {objections: 91 days}", "'91 days' is no time"),
        ('after: {objections: "1\\n2"}', "'1\\n2' is no time"),
        ("school_hours: 15:00-09:00", "school_hours: '15:00-09:00' are no hours. Write them such as 16:00-19:00."),
        ("school_hours: 09:00-25:00", "school_hours: '09:00-25:00' are no hours."),
        ("school_hours: 9", "school_hours: 9 are no hours."),
        ("challenge: []", "challenge: give the rungs as a list that begins with '- informal'."),
        ("challenge: [team_manager]", "challenge: informal comes first"),
        ("challenge: [informal]", "challenge: informal comes first, then one or more"),
        ("challenge: [informal, director, team_manager]", "challenge: informal comes first, then one or more"),
        ("challenge: [informal, director, director]", "challenge: informal comes first, then one or more"),
        ("challenge: [informal, mayor]", "challenge, rung 2: 'mayor' is not known. Known are informal,"),
        ("challenge: [informal, {stage: [a]}]", "challenge, rung 2: ['a'] is not known."),
        ("challenge: [informal, {who: director}]", "challenge, rung 2: write {stage: team_manager, working_days: 5}"),
        ("challenge: [informal, {stage: director, working_days: 0}]", "rung 2: 0 is no whole number from 1 to 20."),
        ("challenge: [informal, team_manager, {stage: director, working_days: 16}]", "rungs take 21 working days"),
        ("offer_from_working_days: 7", "the offers leave the IRO no day before the review"),
        ("- 1", "write names and numbers, such as offers_at_most: 2."),
        ("before: [", "line 1: this is not YAML. Compare it with docs/reviews.md."),
        ("before: 2026-13-01", "this is not YAML."),
    ],
)
def test_a_mistake_is_said_in_one_line_with_its_place(said: str, complaint: str) -> None:
    with pytest.raises(ReviewSettingsBroken) as refused:
        parse(said, "reviews.yaml")
    assert "reviews.yaml" in str(refused.value)
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReviewSettingsBroken, match=r"cannot be read: No such file or directory\. Check MY_IRO_REVIEWS"):
        load(tmp_path / "none.yaml")


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReviewSettingsBroken, match="it is not UTF-8"):
        load(path)


def complaint_about(text: str) -> str:
    try:
        assert isinstance(parse(text, "r.yaml"), ReviewSettings)
    except ReviewSettingsBroken as refused:
        return str(refused)
    return ""


scalars = st.none() | st.booleans() | st.integers(-5, 60) | st.text(max_size=12) | st.sampled_from(STAGES)
said = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(scalars, inner, max_size=3))


@given(st.dictionaries(st.sampled_from(list(ReviewSettings.__dataclass_fields__)), said, max_size=4))
def test_whatever_stands_in_the_file_is_read_or_refused_in_a_line(values: dict[str, object]) -> None:
    assert "\n" not in complaint_about(yaml.safe_dump(values, allow_unicode=True))


@given(st.text(max_size=60))
def test_text_that_is_no_settings_is_refused_in_a_line(text: str) -> None:
    assert "\n" not in complaint_about(text)

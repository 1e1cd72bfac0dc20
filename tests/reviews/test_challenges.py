"""The ladder of a challenge: its rungs, its days, and what counts as late."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from reviews.challenges import check_step, climbs, days_at, due_on, may_follow, rights_owed, stands, tally
from reviews.settings import ReviewSettings, Stage
from storage.challenges import Challenge, Step
from storage.errors import BadData

MONDAY = datetime(2026, 11, 16, 10, tzinfo=UTC)
USUAL = ReviewSettings()


def challenge(stage: str = "informal", **values: object) -> Challenge:
    usual: dict[str, object] = {
        "id": uuid4(), "child_id": uuid4(), "key_id": uuid4(), "decision_id": None, "topic": "transport",
        "issue": "No lift.", "stage": stage, "due_on": date(2026, 11, 23), "state": "open", "result": "",
        "outcome": None, "rights_told_at": None, "opened_at": MONDAY, "closed_at": None, "staff_id": uuid4(),
    }  # fmt: skip
    return Challenge(**usual | values)  # type: ignore[arg-type]


def step(stage: str, after_days: int = 0) -> Step:
    return Step(uuid4(), uuid4(), stage, "Asked.", date(2026, 11, 30), uuid4(), MONDAY + timedelta(days=after_days))


def test_a_rung_answers_within_its_own_working_days() -> None:
    own = ReviewSettings(challenge=(Stage("informal", 3), Stage("team_manager", 2)))
    assert due_on("informal", MONDAY, own) == date(2026, 11, 19)
    assert due_on("team_manager", datetime(2026, 12, 24, 10, tzinfo=UTC), own) == date(2026, 12, 30), "Christmas"
    assert due_on("cafcass", MONDAY, own) == date(2026, 11, 23), "no rung here: the usual days"


def test_it_climbs_and_never_down_and_cafcass_is_open_from_every_rung() -> None:
    assert may_follow("informal", USUAL)[0] == "team_manager"
    for stage in ("informal", *(one.code for one in USUAL.challenge)):
        assert may_follow(stage, USUAL)[-1] == "cafcass"
        check_step(challenge(stage), "cafcass", USUAL)
    with pytest.raises(BadData):
        check_step(challenge("service_manager"), "team_manager", USUAL)
    with pytest.raises(BadData):
        check_step(challenge(), "chief_executive", USUAL)
    assert climbs(challenge(), "director")
    assert not climbs(challenge(), "informal")
    assert not climbs(challenge(), "cafcass")


def test_the_child_is_owed_their_rights_once_it_is_formal() -> None:
    assert not rights_owed(challenge(), [step("informal")])
    assert rights_owed(challenge("team_manager"), [step("informal"), step("team_manager")])
    assert rights_owed(challenge(), [step("informal"), step("cafcass")])
    assert not rights_owed(challenge("team_manager", rights_told_at=MONDAY), [step("team_manager")])


def test_days_at_each_rung_add_up_to_the_days_it_was_open() -> None:
    steps = [step("informal"), step("informal", 2), step("team_manager", 4), step("cafcass", 5), step("director", 9)]
    end = date(2026, 12, 1)
    found = days_at(steps, end)
    assert found == [("informal", 4), ("team_manager", 3), ("director", 4)]
    assert sum(days for _, days in found) == stands(challenge(), end).days_open


def test_it_is_late_the_day_after_and_a_closed_one_is_not() -> None:
    assert not stands(challenge(), date(2026, 11, 23)).breached
    assert stands(challenge(), date(2026, 11, 24)).breached
    closed = challenge(state="closed", result="put_right", closed_at=MONDAY + timedelta(days=3))
    assert not stands(closed, date(2026, 12, 24)).breached
    assert stands(closed, date(2026, 12, 24)).days_open == 3


def test_they_are_counted_for_the_annual_report() -> None:
    ended = [
        challenge("director", state="closed", result=result, closed_at=MONDAY + timedelta(days=days))
        for result, days in (("put_right", 1), ("put_right", 2), ("partly", 8))
    ]
    counted = tally([*ended, challenge(topic="home")], date(2026, 11, 24))
    assert (counted.open, counted.closed, counted.late, counted.formal, counted.days) == (1, 3, 1, 3, 2)
    assert counted.results == {"put_right": 2, "partly": 1}
    assert counted.topics == {"transport": 3, "home": 1}
    assert tally([], date(2026, 11, 24)).days is None

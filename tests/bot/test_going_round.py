"""What is too quiet for an alarm is read by the IRO, unless it may be about that IRO."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.clock import PlayedClock
from bot.played import TODAY, Played
from bot.service import build
from safeguarding.screening import Earlier, Level, Reason, Screening
from storage import concerns
from storage.database import Database
from tests.support.played import SETTINGS, concerns_of, staff_id

CHILD, IRO = "EXC-0027", "EXS-002"


def quiet(category: str):
    def screen(text: str, earlier: Sequence[Earlier] = ()) -> Screening:
        reason = Reason(f"{category}.small_sign", text, category, Level.look)
        return Screening(Level.look, 0.4, (category,), (reason,), rules_version="1")

    return screen


def says(database: Database, text: str, category: str = "physical_abuse") -> None:
    clock = PlayedClock(TODAY)
    played = Played(build(SETTINGS, database, clock=clock, screen=quiet(category)), clock, "web", sender=CHILD)
    played.be(CHILD)
    played.say(text)


def test_a_quiet_worry_about_the_iro_goes_to_an_officer(exampleshire: Database) -> None:
    says(exampleshire, "graham grabbed me again")
    concern = concerns_of(exampleshire, CHILD)[0]
    assert (concern.level, "allegation_staff_or_carer" in concern.categories) == ("concern", True)
    about = exampleshire.read_now(lambda store: concerns.excluded(store, concern.id))
    assert about == {staff_id(exampleshire, IRO)}


@pytest.mark.parametrize(("text", "category"), [
    ("a boy grabbed me again", "physical_abuse"),
    ("please tell graham a boy grabbed me", "physical_abuse"),
    ("priya grabbed me", "physical_abuse"),
    ("graham is nice but i feel low", "hopelessness"),
])  # fmt: skip
def test_any_other_stays_quiet(exampleshire: Database, text: str, category: str) -> None:
    says(exampleshire, text, category)
    assert concerns_of(exampleshire, CHILD) == []

"""What a manager sees of reviews: in time or not, "not yet" waiting, challenges, and feedback only in groups."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from portal.access import Role
from storage import challenges, children, decisions, feedback, reviews
from storage.database import Database
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/figures/reviews"
HELD = date(2026, 11, 3)


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


def held(here: World, number: int, told_days_ago: int | None, *, view: str = "") -> None:
    """A review held on 3 November, whose child was told so many days before today (None: not yet)."""
    child, reference = here.child(f"EXC-{number:04}", preferred_name=f"Child{number}"), f"EXR-{number:04}"
    here.review(child, reference, held_on=HELD, planned_for=HELD, status="held", chair_id=here.iro)

    def work(store: Store) -> None:
        review = reviews.by_reference(store, reference)
        assert review is not None
        one = decisions.make(
            store, review, here.iro, NOW, words="A lift.", plain="A lift.", owner="Amy", due_on=date(2026, 11, 10)
        )  # fmt: skip
        if told_days_ago is not None:
            decisions.told(store, [one], NOW - timedelta(days=told_days_ago))
        if view:
            made = decisions.load(store, one)
            decisions.view(store, made, view, NOW, message_id=None, answer_by=date(2026, 11, 20))

    here.database.write_now(work)


def answered(here: World, number: int, value: str) -> None:
    """A child says this to whether their IRO listened."""
    reference = f"EXR-{number:04}"
    child = here.database.read_now(lambda store: children.by_reference(store, f"EXC-{number:04}"))
    assert child is not None
    talk = here.talk_of(child.id)

    def give(store: Store) -> None:
        review = reviews.by_reference(store, reference)
        assert review is not None
        feedback.give(store, talk, review.id, here.iro, "listened", value, NOW)

    here.database.write_now(give)


async def seen(here: World) -> str:
    return " ".join((await here.seen(PAGE, Role.IRO_MANAGER)).split())


async def test_in_time_is_by_the_authoritys_day_and_late_children_are_named(here: World) -> None:
    held(here, 1, told_days_ago=11)  # 10 November: the fifth working day
    held(here, 2, told_days_ago=10)  # a day late
    held(here, 3, told_days_ago=None)
    text = await seen(here)
    assert "<strong>33%</strong>" in text
    assert "(1 of 3)" in text
    late = text.split("should have been told by now")[1].split("</ul>")[0]
    assert "Child3" in late
    assert "Child2" not in late


async def test_not_yets_that_wait_too_long_are_counted(here: World) -> None:
    held(here, 1, told_days_ago=12, view="not_yet")
    held(here, 2, told_days_ago=12, view="yes")
    assert "1 “not yet”</strong> waits for an IRO to act, 1 longer than promised" in await seen(here)


async def test_a_review_of_which_nothing_was_written_here_is_in_no_percentage(here: World) -> None:
    here.review(here.child(), "EXR-0001", held_on=HELD, status="held", chair_id=here.iro)
    assert "No child’s time to be told has run out yet." in await seen(here)


async def test_feedback_is_shown_of_five_children_and_not_of_four(here: World) -> None:
    for number in range(1, 6):
        held(here, number, told_days_ago=12)
    for number in range(1, 5):
        answered(here, number, "yes")
    assert "has answers of 5 children yet" in await seen(here)
    answered(here, 5, "no")
    assert "4 yes, 0 partly, 1 no" in await seen(here)


async def test_challenges_are_counted_by_stage_and_topic(here: World) -> None:
    child_id = here.child()

    def work(store: Store) -> None:
        child = children.find(store, child_id)
        challenges.start(
            store, child, here.iro, NOW, topic="home", issue="Two moves.", stage="informal", due_on=date(2026, 11, 27)
        )  # fmt: skip

    here.database.write_now(work)
    text = await seen(here)
    assert "1 challenge open" in text
    assert "Where they live</th>" in text
    assert "Two moves." not in text


async def test_an_iro_sees_none_of_it(here: World) -> None:
    await here.seen(PAGE, Role.IRO, 403)

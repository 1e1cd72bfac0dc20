"""A child's "not yet", what an IRO does about it, and the ladder of a challenge."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from portal.access import Role
from storage import allocations, challenges, decisions, reviews
from storage.audit import AuditEvent
from storage.challenges import Challenge
from storage.database import Database
from storage.decisions import Decision
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.portal.test_review_decisions import recorded
from tests.support.prepared import NOW

PAGE = "/staff/reviews/EXR-0001"
ONE = f"{PAGE}/decisions/1"
HELD = date(2026, 11, 3)
ANSWER_BY = date(2026, 11, 25)


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture
def not_yet(here: World) -> UUID:
    """A child who was told of a decision and says that it has not happened yet."""
    child = here.child()
    here.review(child, "EXR-0001", held_on=HELD, planned_for=HELD, status="held")

    def work(store: Store) -> None:
        review = reviews.by_reference(store, "EXR-0001")
        assert review is not None
        one = decisions.make(
            store, review, here.iro, NOW - timedelta(days=17), words="A lift home from football.",
            plain="Amy gets you a lift.", owner="Amy Rowan", due_on=date(2026, 11, 20),
        )  # fmt: skip
        store.flush()
        decisions.told(store, [one], NOW - timedelta(days=16))
        decisions.asked(store, [one], NOW - timedelta(days=1))
        decisions.view(store, decisions.load(store, one), "not_yet", NOW, message_id=None, answer_by=ANSWER_BY)

    here.database.write_now(work)
    return child


def decision(here: World) -> Decision:
    return here.database.read_now(decision_in)


def challenge(here: World) -> Challenge:
    return here.database.read_now(challenges.everyone)[0]


async def sent(here: World, path: str, role: Role = Role.IRO, **form: str) -> tuple[int, str, str]:
    return await here.sent(path, role, "/staff/rota", **form)


async def waits(here: World) -> bool:
    return "says “not yet”" in (await here.seen("/staff/today", Role.IRO)).split("Reviews soon")[0]


async def test_a_not_yet_stands_on_today_with_its_clock(here: World, not_yet: UUID) -> None:
    text = await here.seen("/staff/today", Role.IRO)
    assert "1 child needs something from you" in text
    assert "A lift home from football." in text
    assert "Act by Wednesday" in text
    here.portal.clock.now = NOW + timedelta(days=5)
    here.clients.clear()  # nobody stays signed in for five days
    text = await here.seen("/staff/today", Role.IRO)
    assert "Not answered in time" in text
    assert "1 was promised it by a day that has passed" in text


async def test_telling_the_child_what_was_done_stops_the_clock(here: World, not_yet: UUID) -> None:
    assert await waits(here)
    assert (await sent(here, f"{ONE}/chase", text=""))[0] == 400
    assert await waits(here)
    assert (await sent(here, f"{ONE}/chase", text="This week I asked about your lift."))[0] == 303
    assert not await waits(here)
    assert "This week I asked about your lift." in await here.seen("/staff/children/EXC-0001", Role.IRO)
    assert len(recorded(here, AuditEvent.DECISION_CHASED)) == 1


async def test_moving_the_day_stops_the_clock_and_the_child_is_asked_again(here: World, not_yet: UUID) -> None:
    await sent(here, f"{ONE}/move", due_on="2026-12-04", reason="The driver starts in December.")
    assert not await waits(here)
    one = decision(here)
    assert (one.due_on, one.asked_at) == (date(2026, 12, 4), None)
    asked = here.database.read_now(lambda store: decisions.to_ask(store, date(2026, 12, 4)))
    assert [found.id for found in asked] == [one.id]


async def test_a_challenge_climbs_and_the_child_hears_of_their_rights(here: World, not_yet: UUID) -> None:
    assert (await sent(here, f"{ONE}/challenge", topic="", issue="No lift yet."))[0] == 400
    assert (await sent(here, f"{ONE}/challenge", topic="transport", issue="No lift yet."))[0] == 303
    assert not await waits(here)
    opened = challenge(here)
    url = f"/staff/challenges/{opened.id}"
    assert (opened.stage, opened.due_on, decision(here).state) == ("informal", date(2026, 11, 27), "challenged")
    assert "Tell Fin about their rights" not in await here.seen(url, Role.IRO)
    assert (await sent(here, f"{url}/step", stage="team_manager", note="Sent to Joan."))[0] == 303
    assert challenge(here).stage == "team_manager"
    assert "Tell Fin about their rights" in await here.seen(url, Role.IRO)
    assert (await sent(here, f"{url}/step", stage="informal", note="Back down."))[0] == 400
    assert (await sent(here, f"{url}/step", stage="cafcass", note="Asked for advice."))[0] == 303
    assert challenge(here).stage == "team_manager", "Cafcass stands beside the ladder"
    assert (await sent(here, f"{url}/rights", text="You can have an advocate."))[0] == 303
    text = await here.seen(url, Role.IRO)
    assert "Tell Fin about their rights" not in text
    assert "Asked for advice." in text
    assert (await sent(here, f"{url}/close", result="put_right", outcome=""))[0] == 400
    assert (await sent(here, f"{url}/close", result="put_right", outcome="A taxi from Tuesday."))[0] == 303
    assert challenge(here).result == "put_right"
    assert (decision(here).state, decision(here).asked_at) == ("open", None), "the child is asked again"
    assert "Put right" in await here.seen("/staff/challenges", Role.IRO_MANAGER)
    events = [AuditEvent.CHALLENGE_OPENED, AuditEvent.CHALLENGE_STEPPED, AuditEvent.CHALLENGE_CLOSED]
    assert [len(recorded(here, event)) for event in events] == [1, 2, 1]


async def test_an_answer_that_is_late_is_shown_as_late(here: World, not_yet: UUID) -> None:
    await sent(here, f"{ONE}/challenge", topic="transport", issue="No lift yet.")
    here.portal.clock.now = NOW + timedelta(days=10)
    here.clients.clear()
    assert "1 without an answer by the day it was due" in await here.seen("/staff/challenges", Role.IRO)


async def test_a_challenge_can_begin_without_a_decision(here: World, not_yet: UUID) -> None:
    assert (await sent(here, f"{PAGE}/challenge", topic="home", issue="Two moves in a month."))[0] == 303
    assert challenge(here).decision_id is None
    assert decision(here).state == "open"


async def test_another_iro_sees_no_challenge_of_mine(here: World, not_yet: UUID) -> None:
    await sent(here, f"{ONE}/challenge", topic="transport", issue="No lift yet.")
    url, other = f"/staff/challenges/{challenge(here).id}", here.colleague()

    def move(store: Store) -> None:
        allocations.allocate(store, NOW, not_yet, other, date(2026, 11, 21))

    here.database.write_now(move)
    await here.seen(url, Role.IRO, 404)
    assert "transport" not in await here.seen("/staff/challenges", Role.IRO)
    assert (await sent(here, f"{url}/step", stage="director", note="x"))[0] == 404
    await here.seen(url, Role.IRO_MANAGER)


async def test_a_not_yet_that_came_with_a_withheld_message_does_not_show_itself(here: World, not_yet: UUID) -> None:
    message = here.says(not_yet, "not yet, beth never asks")
    here.database.write_now(
        lambda store: decisions.view(store, decision_in(store), "not_yet", NOW, message_id=message, answer_by=ANSWER_BY)
    )
    here.withhold(message, here.iro)
    assert not await waits(here)
    assert "acted on" not in await here.seen(PAGE, Role.IRO)


def decision_in(store: Store) -> Decision:
    review = reviews.by_reference(store, "EXR-0001")
    assert review is not None
    return decisions.of_review(store, review.id)[0]

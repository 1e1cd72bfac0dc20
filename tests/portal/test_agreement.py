"""The IRO's page of what was agreed about keeping in touch, and the letter for the carer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from portal.access import Role
from storage import agreements
from storage.database import Database
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/children/EXC-0001/agreement"


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


async def test_the_iro_says_yes_and_prints_a_letter_only_where_the_child_agrees(here: World) -> None:
    child = here.child(preferred_name="Robin")
    here.database.write_now(lambda store: agreements.propose(store, child, here.iro, 4, "call", "child", NOW))
    assert "asks how you keep in touch" in await here.seen("/staff/today", Role.IRO)
    assert "Robin asks: a call every 4 weeks" in await here.seen("/staff/children/EXC-0001", Role.IRO)
    assert (await here.sent(f"{PAGE}/agree", Role.IRO, PAGE))[0] == 303
    assert here.mouth.told[-1][0] == "touch_agreed"
    await here.seen(f"{PAGE}/letter", Role.IRO, 404)
    here.database.write_now(lambda store: agreements.carer_may_know(store, child, "yes"))
    text = await here.seen(f"{PAGE}/letter", Role.IRO)
    assert "a call every 4 weeks" in text
    assert "01632 960106" in text


async def test_what_is_not_kept_stands_on_today_and_in_the_figures(here: World) -> None:
    child = here.child(preferred_name="Robin")
    long_ago = NOW - timedelta(weeks=3)

    def agree(store) -> None:
        agreements.propose(store, child, here.iro, 1, "visit", "iro", long_ago)
        agreements.agree(store, child, "child", long_ago)

    here.database.write_now(agree)
    assert "Not kept" in (await here.seen("/staff/today", Role.IRO)).split("Keeping in touch as agreed")[1]
    assert "1 of these is not kept now" in await here.seen("/staff/figures", Role.IRO_MANAGER)


async def test_a_proposal_is_put_to_the_child(here: World) -> None:
    here.child()
    assert (await here.sent(f"{PAGE}/propose", Role.IRO, PAGE, weeks="6", how="visit"))[0] == 303
    assert here.mouth.told[-1][0] == "touch_offered"
    wrong = await here.sent(f"{PAGE}/propose", Role.IRO, PAGE, weeks="99", how="visit")
    assert (wrong[0], "Choose how" in wrong[2]) == (400, True)

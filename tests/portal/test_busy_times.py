"""An IRO writes down when a child is with their family."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest

from portal.access import Role
from storage.database import Database
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


async def test_a_time_is_added_and_removed(here: World) -> None:
    here.child()
    page = "/staff/children/EXC-0001/busy"
    assert "No times are written down yet" in await here.seen(page, Role.IRO)
    status, _, text = await here.sent(
        page, Role.IRO, "/staff/rota", weekday="5", starts="12:00", ends="10:00", why="club"
    )
    assert status == 400
    assert "It ends before it starts" in text
    form = {"weekday": "5", "starts": "10:00", "ends": "12:00", "why": "family_time"}
    assert (await here.sent(page, Role.IRO, "/staff/rota", **form))[0] == 303
    text = await here.seen(page, Role.IRO)
    assert "Saturday, 10:00 to 12:00: family time" in text
    (gone,) = re.findall(r"/busy/([^/]+)/remove", text)
    assert (await here.sent(f"{page}/{gone}/remove", Role.IRO, "/staff/rota"))[0] == 303
    assert "No times are written down yet" in await here.seen(page, Role.IRO)

"""The manager plans a change of IRO; the two IROs say goodbye and hello, and nobody else opens it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from portal.access import Role
from storage import allocations, caseload, iro_changes, siblings
from storage.database import Database
from storage.iro_changes import Change
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import TODAY

PLANS = "/staff/changes"
FIRST_DAY = date(2026, 12, 1)


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture
def priya(here: World) -> UUID:
    return here.colleague(first_name="Priya", last_name="Larkhaven", working_pattern="Mon Wed 09:00-17:00")


async def planned(here: World, **form: str) -> tuple[int, str, str]:
    usual = {"from_day": FIRST_DAY.isoformat(), "how": "message"}
    return await here.sent(f"{PLANS}/plan", Role.IRO_MANAGER, PLANS, **usual | form)


def change_of(here: World, child: UUID) -> Change:
    return here.database.read_now(lambda store: iro_changes.of_child(store, child))[-1]


def iro_on(here: World, child: UUID, day: date) -> UUID:
    found = here.database.read_now(lambda store: allocations.iro_of(store, child, day))
    assert found is not None
    return found.id


async def test_a_whole_caseload_goes_to_another_from_the_day(here: World, priya: UUID) -> None:
    kids = [here.child(f"EXC-000{n}") for n in (1, 2)]
    assert (await planned(here, old=str(here.iro), new=str(priya)))[0] == 303
    for child in kids:
        assert iro_on(here, child, FIRST_DAY - timedelta(days=1)) == here.iro
        assert iro_on(here, child, FIRST_DAY) == priya
    text = await here.seen(PLANS, Role.IRO_MANAGER)
    assert text.count("Beth to Priya") == 2
    assert "Monday 30 November" in text, "Priya does not work on the first day, a Tuesday"


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ({"from_day": "2026-11-01"}, "That day has passed"),
        ({"child": "EXC-9999"}, "No child has the reference EXC-9999"),
        ({"how": "in_person"}, "Choose the day on which they meet"),
        ({"new": ""}, "Choose somebody first"),
    ],
)
async def test_what_cannot_be_is_refused_in_a_line(here: World, priya: UUID, form: dict[str, str], line: str) -> None:
    here.child()
    status, _, text = await planned(here, **{"child": "EXC-0001", "new": str(priya)} | form)
    assert (status, line in text) == (400, True)


async def test_a_goodbye_answers_nothing_that_waits(here: World, priya: UUID) -> None:
    child = here.child(preferred_name="Robin")
    here.says(child, "when do I see Jay", for_iro=True)
    await planned(here, child="EXC-0001", new=str(priya))
    page = f"{PLANS}/{change_of(here, child).id}"
    assert "Say goodbye to Robin" in await here.seen("/staff/today", Role.IRO)
    assert (await here.sent(f"{page}/goodbye", Role.IRO, page, text="Bye, Robin."))[0] == 303
    assert "Say goodbye to Robin" not in await here.seen("/staff/today", Role.IRO)
    assert "1 child needs something from you" in await here.seen("/staff/today", Role.IRO)
    again = await here.sent(f"{page}/goodbye", Role.IRO, page, text="Bye again.")
    assert (again[0], "said already" in again[2]) == (400, True)


async def test_the_new_one_introduces_themselves_in_time_and_else_it_stands_as_late(here: World, priya: UUID) -> None:
    child = here.child("EXC-0004", iro=priya, preferred_name="Robin")
    await planned(here, child="EXC-0004", new=str(here.iro))
    page = f"{PLANS}/{change_of(here, child).id}"
    assert "Introduce yourself to Robin" in await here.seen("/staff/today", Role.IRO)
    await here.seen("/staff/children/EXC-0004", Role.IRO, 404)
    here.portal.clock.forward(days=11)
    here.clients.clear()
    assert "clock--late" in (await here.seen("/staff/today", Role.IRO)).split("Goodbyes and first hellos")[1]
    unmet = await here.sent(f"{page}/introduce", Role.IRO, page, how="in_person", met_on="2026-12-24")
    assert (unmet[0], "still to come" in unmet[2]) == (400, True)
    assert (await here.sent(f"{page}/introduce", Role.IRO, page, how="in_person", met_on="2026-12-02"))[0] == 303
    assert "Too late" in await here.seen(PLANS, Role.IRO_MANAGER)


async def test_a_third_iro_cannot_open_it(here: World, priya: UUID) -> None:
    third = here.colleague("EXS-091", first_name="Nadia")
    child = here.child("EXC-0004", iro=priya)
    await planned(here, child="EXC-0004", new=str(third))
    await here.seen(f"{PLANS}/{change_of(here, child).id}", Role.IRO, 404)


async def test_a_leaver_and_who_has_nobody_after(here: World, priya: UUID) -> None:
    here.child("EXC-0004", iro=priya, preferred_name="Robin")
    form = {"who": str(priya), "last_day": "2026-11-30"}
    assert (await here.sent(f"{PLANS}/leaves", Role.IRO_MANAGER, PLANS, **form))[0] == 303
    text = await here.seen(PLANS, Role.IRO_MANAGER)
    assert "Priya Larkhaven’s" in text
    assert "Robin" in text.split("On the way")[0]
    await planned(here, old=str(priya), new=str(here.iro))
    assert "somebody comes after each" in await here.seen(PLANS, Role.IRO_MANAGER)


async def test_taken_back_before_the_day_the_old_one_goes_on(here: World, priya: UUID) -> None:
    child = here.child()
    await planned(here, child="EXC-0001", new=str(priya))
    change = change_of(here, child)
    assert (await here.sent(f"{PLANS}/withdraw", Role.IRO_MANAGER, PLANS, change=str(change.id)))[0] == 303
    assert iro_on(here, child, FIRST_DAY) == here.iro
    assert here.database.read_now(lambda store: iro_changes.of_child(store, child)) == []


async def test_siblings_are_on_record_both_ways(here: World) -> None:
    one, other = here.child("EXC-0001"), here.child("EXC-0002")
    form = {"one": "exc-0001", "other": "EXC-0002"}
    for _ in range(2):
        assert (await here.sent(f"{PLANS}/siblings", Role.IRO_MANAGER, PLANS, **form))[0] == 303
    found = here.database.read_now(lambda store: siblings.of_children(store, [one, other]))
    assert found == {one: [other], other: [one]}


def test_after_the_last_day_the_old_one_has_nothing_of_the_child(here: World, priya: UUID) -> None:
    child = here.child()
    here.database.write_now(lambda store: allocations.allocate(store, here.portal.clock(), child, priya, TODAY))

    def mine(store) -> list[object]:
        return list(caseload.of_iro(store, here.iro, TODAY))

    assert here.database.read_now(mine) == []

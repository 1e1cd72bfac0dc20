"""An IRO is away: the deputy finds the children, may open them, and only while standing in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import pytest

from portal.access import Role
from reviews.settings import ReviewSettings
from storage import absences, messages, staff
from storage.audit import AuditEvent
from storage.database import Database
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

PAGE = "/staff/children/EXC-0007"
WORDS = "when do I see Jay"


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture
def priya(here: World) -> UUID:
    """Another IRO, for whom the IRO who signs in stands in; she has one child."""
    priya = here.colleague(first_name="Priya", last_name="Larkhaven")
    here.database.write_now(lambda store: staff.name_deputy(store, priya, here.iro, None, NOW))
    here.says(here.child("EXC-0007", iro=priya, preferred_name="Robin"), WORDS, for_iro=True)
    return priya


def away(here: World, who: UUID, days: int = 12) -> UUID:
    return here.database.write_now(
        lambda store: absences.record(store, who, "leave", NOW, NOW + timedelta(days=days), None, NOW)
    )


def readings(here: World) -> list[str]:
    query = audit_events.select().where(audit_events.c.event == str(AuditEvent.CONVERSATION_READ))
    return [row["detail"] for row in here.database.read_now(lambda store: store.rows(query))]


async def test_before_the_absence_the_child_is_not_there(here: World, priya: UUID) -> None:
    assert "Robin" not in await here.seen("/staff/today", Role.IRO)
    await here.seen(PAGE, Role.IRO, 404)
    assert (await here.sent(f"{PAGE}/reply", Role.IRO, "/staff/today", text="Hello"))[0] == 404


async def test_while_away_the_child_waits_on_the_deputys_page_and_is_answered_there(here: World, priya: UUID) -> None:
    away(here, priya)
    text = await here.seen("/staff/today", Role.IRO)
    assert "1 child needs something from you" in text
    assert "standing in for Priya until" in text
    assert "Thursday 3 December" in text
    assert WORDS in await here.seen(PAGE, Role.IRO)
    assert readings(here) == ["standing in"]
    assert (await here.sent(f"{PAGE}/reply", Role.IRO, PAGE, text="On Saturday."))[0] == 303
    assert "Nobody is waiting for you." in await here.seen("/staff/today", Role.IRO)


async def test_once_back_the_page_is_shut_again(here: World, priya: UUID) -> None:
    gone = away(here, priya)
    await here.seen(PAGE, Role.IRO)
    here.portal.clock.forward(minutes=5)
    here.database.write_now(lambda store: absences.end(store, gone, None, here.portal.clock()))
    await here.seen(PAGE, Role.IRO, 404)


async def test_what_is_withheld_from_the_iro_is_withheld_from_the_deputy_and_not_from_the_manager(
    here: World, priya: UUID
) -> None:
    child = here.child("EXC-0008", iro=priya, preferred_name="Alex")
    said = here.says(child, "priya never listens", for_iro=True)
    here.database.write_now(lambda store: messages.withhold(store, [said], [priya], NOW))
    away(here, priya)
    assert "never listens" not in await here.seen("/staff/children/EXC-0008", Role.IRO)
    assert "Alex" not in (await here.seen("/staff/today", Role.IRO)).split("Standing in (")[0]
    here.database.write_now(
        lambda store: staff.name_deputy(store, priya, here.portal.people[Role.IRO_MANAGER], None, NOW)
    )
    assert "never listens" in await here.seen("/staff/children/EXC-0008", Role.IRO_MANAGER)


@pytest.mark.parametrize(("after", "days", "status"), [(0, 3, 200), (9, 12, 404)])
async def test_from_when_a_deputy_may_work_for_a_child_is_the_authoritys_own_number_on_every_page(
    database: Database, clock: StandingClock, after: int, days: int, status: int
) -> None:
    async with world(database, clock, reviews=ReviewSettings(deputy_after_working_days=after)) as here:
        priya = here.colleague(first_name="Priya")
        here.database.write_now(lambda store: staff.name_deputy(store, priya, here.iro, None, NOW))
        child = here.child("EXC-0007", iro=priya)
        here.review(child, "EXR-0001", planned_for=date(2026, 11, 25))
        away(here, priya, days)
        for path in (PAGE, f"{PAGE}/wishes", f"{PAGE}/busy", "/staff/reviews/EXR-0001"):
            await here.seen(path, Role.IRO, status)


async def test_a_manager_opens_a_child_only_while_answering_for_them(here: World, priya: UUID) -> None:
    await here.seen(PAGE, Role.IRO_MANAGER, 404)
    here.database.write_now(lambda store: staff.name_deputy(store, priya, None, None, NOW))
    away(here, priya)
    assert WORDS in await here.seen(PAGE, Role.IRO_MANAGER)


async def test_who_is_away_is_told_so_and_keeps_their_own_page(here: World) -> None:
    here.says(here.child("EXC-0001", preferred_name="Mine"), "hi", for_iro=True)
    away(here, here.iro)
    text = await here.seen("/staff/today", Role.IRO)
    assert "You are written down as away until" in text
    assert "Mine" in text


async def test_an_iro_writes_down_their_own_leave_and_names_a_colleague(here: World, priya: UUID) -> None:
    form = {"kind": "leave", "from_day": "2026-11-23", "to_day": "2026-11-27", "deputy": str(priya)}
    assert (await here.sent("/staff/rota/away", Role.IRO, "/staff/rota", **form))[0] == 303
    assert (await here.sent("/staff/rota/deputy", Role.IRO, "/staff/rota", **form))[0] == 303
    officer = await here.sent("/staff/rota/deputy", Role.IRO, "/staff/rota", deputy=str(here.officer))
    assert (officer[0], "Choose another IRO or a manager" in officer[2]) == (400, True)
    others = await here.sent("/staff/rota/away", Role.IRO, "/staff/rota", **form | {"who": str(priya)})
    assert others[0] == 403

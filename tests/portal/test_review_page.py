"""A review's page: its day, that it was held, the talk before it, and how the child took part."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from portal.access import Role
from storage import cancellations, new_days, offers, participations, reviews
from storage.audit import AuditEvent
from storage.database import Database
from storage.reviews import Review
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.portal.test_review_decisions import recorded
from tests.support.prepared import NOW

PAGE = "/staff/reviews/EXR-0001"


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


def a_review(here: World, **values: Any) -> UUID:
    child = here.child()
    here.review(child, "EXR-0001", **{"planned_for": date(2026, 11, 25), "start_time": "16:15"} | values)
    return child


def review(here: World) -> Review:
    def read(store: Store) -> Review:
        found = reviews.by_reference(store, "EXR-0001")
        assert found is not None
        return found

    return here.database.read_now(read)


def to_come(here: World) -> Review:
    def read(store: Store) -> Review:
        found = reviews.next_of(store, review(here).child_id)
        assert found is not None
        return found

    return here.database.read_now(read)


async def sent(here: World, path: str, role: Role = Role.IRO, **form: str) -> tuple[int, str, str]:
    return await here.sent(f"{PAGE}/{path}", role, "/staff/rota", **form)


async def test_a_review_is_planned_and_moved(here: World) -> None:
    a_review(here, planned_for=None, start_time="")
    assert "No day yet" in await here.seen(PAGE, Role.IRO)
    assert (await sent(here, "plan", day="2026-11-20", time="16:15", place="at home"))[0] == 400
    status, to, _ = await sent(here, "plan", day="2026-12-02", time="16:15", place="at home")
    assert (status, to) == (303, f"{PAGE}?done=plan#when")
    now = review(here)
    assert (now.planned_for, now.start_time, now.format, now.late) == (date(2026, 12, 2), "16:15", "at home", False)
    assert (await sent(here, "plan", day="2026-12-17", time="", place="at home"))[0] == 303
    assert (review(here).late, review(here).days_late) == (True, 2)
    assert "2 days after the last day the law allows" in await here.seen(PAGE, Role.IRO)
    assert [row["detail"] for row in recorded(here, AuditEvent.REVIEW_PLANNED)] == ["planned", "moved"]


async def test_a_day_the_child_knew_is_told_anew_once(here: World) -> None:
    a_review(here)
    await sent(here, "plan", day="2026-11-26", time="16:15", place="at home")
    await sent(here, "plan", day="2026-11-27", time="16:15", place="at home")
    (one,) = here.database.read_now(new_days.untold)
    assert one.was_for == date(2026, 11, 25)
    here.database.write_now(lambda store: new_days.told(store, one.id, NOW))
    await sent(here, "plan", day="2026-11-27", time="17:00", place="at home")
    assert here.database.read_now(new_days.untold) == [], "the day is the same"


async def test_a_first_day_is_no_news_but_one_after_a_cancellation_is(here: World) -> None:
    a_review(here, planned_for=None, start_time="")
    await sent(here, "plan", day="2026-12-02", time="", place="")
    assert here.database.read_now(new_days.untold) == []
    await sent(here, "cancel", reason="Snow.")
    await sent(here, "plan", day="2026-12-03", time="", place="")
    assert [one.was_for for one in here.database.read_now(new_days.untold)] == [None]


async def test_an_earlier_review_is_asked_for_shown_and_taken_back(here: World) -> None:
    a_review(here)
    for wrong in ({}, {"reason": "child_asked"}, {"reason": "child_asked", "day": "2026-11-01"}, {"day": "2026-11-24"}):
        assert (await sent(here, "earlier", **wrong))[0] == 400, wrong
    assert (await sent(here, "earlier", reason="child_asked", day="2026-11-23", note="The bus."))[0] == 303
    text = await here.seen(PAGE, Role.IRO)
    assert "Wanted earlier" in text
    assert "The bus." in text
    asked = re.findall(r'name="asked" value="([^"]+)"', text)
    assert (await sent(here, "not_earlier", asked=asked[0]))[0] == 303
    assert "Wanted earlier" not in await here.seen(PAGE, Role.IRO)


@pytest.mark.parametrize(
    ("day", "time", "clashes"),
    [
        (date(2026, 11, 25), "10:30", True), (date(2026, 11, 25), "16:15", False), (date(2026, 11, 28), "10:30", False),
    ],
)  # fmt: skip
async def test_a_time_in_school_hours_is_flagged(here: World, day: date, time: str, clashes: bool) -> None:
    a_review(here, planned_for=day, start_time=time)
    assert ("In school hours" in await here.seen(PAGE, Role.IRO)) is clashes


async def test_a_review_held_late_needs_its_reason(here: World) -> None:
    a_review(here, due_by=date(2026, 11, 13))
    status, _, text = await sent(here, "held", day="2026-11-18", reason="")
    assert status == 400
    assert "It was held later than it had to be." in text
    assert 'value="2026-11-18"' in text
    assert review(here).held_on is None
    assert (await sent(here, "held", day="2026-11-22", reason="x"))[0] == 400, "tomorrow"
    assert (await sent(here, "held", day="2026-11-18", reason="The carer was ill."))[0] == 303
    now = review(here)
    assert (now.held_on, now.status, now.late, now.days_late) == (date(2026, 11, 18), "held", True, 5)
    assert (now.late_reason, now.chair_id) == ("The carer was ill.", here.iro)
    assert "5 days after it was due: The carer was ill." in await here.seen(PAGE, Role.IRO)
    assert (await sent(here, "held", day="2026-11-19", reason="x"))[0] == 400, "it was held already"
    assert (to_come(here).due_by, to_come(here).planned_for) == (date(2027, 2, 18), None), "three months later"


async def test_only_the_childs_iro_cancels_and_says_why(here: World) -> None:
    a_review(here)
    assert (await sent(here, "cancel", reason=""))[0] == 400
    assert "Agree that it is cancelled" not in await here.seen(PAGE, Role.IRO_MANAGER)
    assert (await sent(here, "cancel", Role.IRO_MANAGER, reason="x"))[0] == 403
    assert review(here).planned_for == date(2026, 11, 25)
    assert (await sent(here, "cancel", reason="The parents asked for one more week."))[0] == 303
    assert review(here).planned_for is None
    text = await here.seen(PAGE, Role.IRO)
    assert "The parents asked for one more week." in text
    assert "Fin has not been told yet" in text
    assert len(here.database.read_now(cancellations.untold)) == 1


async def test_the_private_talk_has_a_day_or_a_reason(here: World) -> None:
    a_review(here)
    for wrong in ({}, {"spoke": "yes"}, {"spoke": "no"}, {"spoke": "yes", "day": "2026-11-22"}):
        assert (await sent(here, "talk", **wrong))[0] == 400, wrong
    assert (await sent(here, "talk", spoke="no", reason="Did not want to."))[0] == 303
    assert "You did not speak alone: Did not want to." in await here.seen(PAGE, Role.IRO)
    assert (await sent(here, "talk", spoke="yes", day="2026-11-20"))[0] == 303
    assert "You spoke alone on" in await here.seen(PAGE, Role.IRO)


async def test_the_code_is_suggested_with_its_evidence_and_confirmed_by_the_iro(here: World) -> None:
    a_review(here, held_on=date(2026, 11, 18), status="held")
    text = await here.seen(f"{PAGE}?attended=yes&spoke=advocate", Role.IRO)
    assert "<strong>PN2</strong> is suggested, because they were there and an advocate spoke for them." in text
    assert "and then who spoke or how their views came" in await here.seen(f"{PAGE}?attended=yes", Role.IRO)
    assert (await sent(here, "part", attended="yes", spoke=""))[0] == 400
    assert review(here).participation_code is None
    assert (await sent(here, "part", attended="yes", spoke="advocate", code="PN2"))[0] == 303
    assert review(here).participation_code == "PN2"
    assert (await sent(here, "part", attended="no", views="sent", code="PN5"))[0] == 303
    assert review(here).participation_code == "PN5"
    kept = here.database.read_now(lambda store: participations.of_review(store, review(here).id))
    assert [(one.suggested, one.code) for one in kept] == [("PN2", "PN2"), ("PN6", "PN5")]
    assert "the rule suggested PN6" in await here.seen(PAGE, Role.IRO)


async def test_who_was_not_reached_stands_on_today_with_other_ways_to_try(here: World) -> None:
    child = a_review(here)
    talk = here.talk_of(child)
    here.database.write_now(lambda store: offered(store, talk, review_id(store)))
    assert "offered, not reached" in await here.seen("/staff/today", Role.IRO)
    assert "Other ways to try" in await here.seen(PAGE, Role.IRO)


def offered(store: Store, talk: UUID, review_id: UUID, at: datetime = NOW) -> None:
    for kind in ("offered", "offered", "not_reached"):
        offers.make(store, talk, review_id, kind, at)


def review_id(store: Store) -> UUID:
    found = reviews.by_reference(store, "EXR-0001")
    assert found is not None
    return found.id

"""The manager's figures: who knows their IRO, who waits too long, and no child's words among them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from portal.access import Role
from portal.pages.figures import Figures, figures_of
from reviews.settings import ReviewSettings
from storage import messages, requests, staff
from storage.audit import AuditEvent
from storage.database import Database
from storage.tables import audit_events
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


def figures(here: World) -> Figures:
    manager = here.portal.people[Role.IRO_MANAGER]
    return here.database.read_now(lambda store: figures_of(store, staff.find(store, manager), NOW, 2, ReviewSettings()))


async def seen(here: World, path: str = "/staff/figures", status: int = 200) -> str:
    return await here.seen(path, Role.IRO_MANAGER, status)


async def answered(here: World, request: object, **form: str) -> tuple[int, str]:
    status, _, text = await here.sent(f"/staff/requests/{request}", Role.IRO_MANAGER, "/staff/concerns", **form)
    return status, text


async def test_an_empty_authority_is_told_what_will_stand_here(here: World) -> None:
    text = await seen(here)
    assert "There are no children on record yet." in text
    assert "Nobody has waited longer than promised." in text


async def test_every_child_is_counted_once_under_their_iro(here: World) -> None:
    other = here.colleague(first_name="Siân", last_name="Pendrell")
    here.reaches(here.child("EXC-0001"), "knowing", "recalled")
    here.reaches(here.child("EXC-0002"), "knowing", "recognised")
    here.reaches(here.child("EXC-0003"), "told", "iro")
    here.reaches(here.child("EXC-0004", iro=other), "knowing", "recalled", iro=here.iro)
    here.child("EXC-0005", iro=other, joined=False)
    found = figures(here)
    rows = {row.iro.first_name: row for row in found.rows if row.iro}
    assert rows["Beth"].knows.states == {"recalled": 1, "recognised": 1, "told": 1}
    assert (rows["Siân"].children, rows["Siân"].knows.reached) == (2, 0)
    assert dict(rows["Siân"].why_not) == {"iro_changed": 1, "no_card": 1}
    assert (found.total.children, found.total.knows.by_themselves) == (5, 2)
    text = await seen(here)
    assert "2 of 5 named or picked the right person themselves, 1 more was told, and 2 have not been reached" in text
    assert "1 knew only the one before" in text


async def test_who_waits_longer_than_promised_is_named_without_their_words(here: World) -> None:
    late, waits = here.child(preferred_name="Gee"), here.child("EXC-0002", preferred_name="Leo")
    here.says(late, "nobody tells me anything", at=NOW - timedelta(days=9), for_iro=True)
    here.says(waits, "i got a hamster", at=NOW - timedelta(days=1), for_iro=True)
    asked = here.child("EXC-0003", preferred_name="Millie")
    here.asks(asked, due_on=date(2026, 11, 19), words="can you come")
    text = await seen(here)
    waiting = text.split('id="waiting"')[1]
    assert waiting.index("Gee") < waiting.index("Leo") < waiting.index("Millie")
    assert "<strong>1 child has waited longer than promised</strong> for a reply, 1 for something" in text
    for words in ("nobody tells me", "hamster", "can you come"):
        assert words not in text


async def test_late_reviews_and_reviews_without_views_are_counted(here: World) -> None:
    late, soon, ready = here.child("EXC-0001"), here.child("EXC-0002"), here.child("EXC-0003")
    here.review(late, "EXR-1", due_by=date(2026, 11, 10))
    here.review(soon, "EXR-2", planned_for=date(2026, 11, 30))
    here.review(ready, "EXR-3", planned_for=date(2026, 11, 30))
    here.answers(ready, "home.how", "ok")
    total = figures(here).total
    assert (total.reviews_late, total.reviews_soon_without_views) == (1, 1)
    assert "<strong>1 review is late.</strong>" in await seen(here)


async def test_a_missed_clock_counts_for_ever(here: World) -> None:
    here.concern(here.child(), "he hit me", breached=True)
    assert "1 was not taken in time, ever" in await seen(here)


async def test_words_for_the_leaving_care_team_come_to_the_manager(here: World) -> None:
    child = here.child(preferred_name="Nate")
    words = here.says(child, "beth never rings")
    here.withhold(words, here.iro)
    asked = here.asks(child, kind="leaving_care", owner_role="iro_manager", words="beth never rings", message_id=words)
    assert "1 child has asked something of you" in await seen(here)
    text = await seen(here, "/staff/requests")
    assert "Nate, 12: has something for the leaving-care team" in text
    assert "beth never rings" in text
    assert (await answered(here, asked, text="I am sorry. I will ring you on Monday."))[0] == 400, "say what was done"
    assert (await answered(here, asked, text="I am sorry.", answer="Spoke with Beth."))[0] == 303
    said = here.database.read_now(lambda store: messages.of_conversation(store, here.talk_of(child)))
    assert said[-1].text == "I am sorry."
    assert here.database.read_now(lambda store: requests.get(store, asked)).state == "done"
    iros = await here.seen("/staff/children/EXC-0001", Role.IRO)
    for secret in ("beth never rings", "I am sorry.", "Spoke with Beth."):
        assert secret not in iros


async def test_reading_what_was_asked_is_on_the_trail(here: World) -> None:
    child = here.child()
    here.asks(child, kind="leaving_care", owner_role="iro_manager", words="hm")
    await seen(here, "/staff/requests")
    query = audit_events.select().where(audit_events.c.event == str(AuditEvent.CONVERSATION_READ))
    assert [row["child_id"] for row in here.database.read_now(lambda store: store.rows(query))] == [child]


async def test_a_request_for_an_iro_cannot_be_answered_here(here: World) -> None:
    asked = here.asks(here.child())
    assert (await answered(here, asked, answer="done"))[0] == 404
    assert here.database.read_now(lambda store: requests.get(store, asked)).state == "open"


async def test_the_manager_asks_before_writing_where_it_is_not_safe(here: World) -> None:
    child = here.child()
    here.change(child, safe_to_write="no")
    asked = here.asks(child, kind="leaving_care", owner_role="iro_manager", words="hm")
    status, text = await answered(here, asked, text="Hello.", answer="x")
    assert (status, "asked not to be written to here" in text) == (400, True)
    assert (await answered(here, asked, text="Hello.", answer="x", checked="yes"))[0] == 303

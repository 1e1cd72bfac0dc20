"""Complaints in the portal: the manager answers by a day, no IRO sees any of it, and whoever it is about never does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from datetime import date, timedelta
from uuid import UUID

import pytest

from portal.access import Role
from reviews import rights_used
from storage import caseload, complaints, conversations, messages, referrals, requests
from storage.complaints import Complaint
from storage.database import Database
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW

WORDS = "beth cancelled twice and nobody told me"
DUE = date(2026, 11, 26)


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


def complains(
    here: World, child: UUID, *, about: Iterable[UUID] = (), due: date = DUE, kind: str = "complaint",
    role: str = "iro_manager",
) -> UUID:  # fmt: skip
    said = here.says(child, WORDS)
    asked = here.asks(child, kind=kind, owner_role=role, words=WORDS, message_id=said, due_on=due)

    def work(store: Store) -> UUID:
        messages.keep_private(store, [said])
        conversation = conversations.of_children(store, [child])[child]
        return complaints.start(
            store, conversation, asked, NOW, kind=kind, about="iro", owner_role=role, due_on=due, staff_ids=about,
            text=WORDS, message_id=said,
        )  # fmt: skip

    return here.database.write_now(work)


def loaded(here: World, one: UUID) -> Complaint:
    return here.database.read_now(lambda store: complaints.load(store, one))


async def sent(here: World, one: UUID, what: str, **form: str) -> int:
    status, _, _ = await here.sent(
        f"/staff/complaints/{one}/{what}", Role.IRO_MANAGER, f"/staff/complaints/{one}", **form
    )
    return status


async def test_the_manager_reads_it_answers_it_and_closes_it(here: World) -> None:
    child = here.child(preferred_name="Nate")
    one = complains(here, child, about=[here.iro])
    assert "Nate, 12: about their IRO" in await here.seen("/staff/complaints", Role.IRO_MANAGER)
    page = await here.seen(f"/staff/complaints/{one}", Role.IRO_MANAGER)
    assert WORDS in page
    assert await sent(here, one, "seen") == 303
    assert (here.mouth.told[-1][0], here.mouth.told[-1][1]["complaint_by"]) == ("complaint_seen", DUE)
    assert await sent(here, one, "answer") == 400, "an answer needs words"
    assert await sent(here, one, "answer", text="I am sorry. You get the date in writing.") == 303
    assert here.mouth.told[-1][0] == "complaint_answered"
    assert loaded(here, one).state == "answered"
    assert await sent(here, one, "close", result="put_right") == 400, "say what came of it"
    assert await sent(here, one, "close", result="put_right", outcome="A date in writing.") == 303
    closed = loaded(here, one)
    assert (closed.state, closed.result) == ("closed", "put_right")
    assert here.mouth.told[-1] == ("complaint_closed", {"complaint_state": "before"}), "the answer says it already"
    page = await here.seen(f"/staff/complaints/{one}", Role.IRO_MANAGER)
    for said in ("What Nate was told", "You get the date in writing", "can still take it to stage 1"):
        assert said in page
    assert here.database.read_now(lambda store: requests.get(store, closed.request_id)).state == "done"


async def test_no_iro_sees_any_of_it_whoever_they_are(here: World) -> None:
    child = here.child()
    one = complains(here, child, about=[here.iro])
    await sent(here, one, "answer", text="Marmalade is dealt with.")
    for path in ("/staff/today", "/staff/children/EXC-0001", "/staff/children/EXC-0001?all=1"):
        text = await here.seen(path, Role.IRO)
        assert WORDS not in text
        assert "Marmalade" not in text
    assert (await here.seen("/staff/complaints", Role.IRO, 403)).count(WORDS) == 0


async def test_a_new_iro_does_not_see_it_either(here: World) -> None:
    other = here.colleague("EXS-091", first_name="Dele")
    complains(here, here.child(iro=other), about=[other])
    hidden = here.database.read_now(lambda store: caseload.withheld_from(store, here.iro))
    assert len(hidden) == 1


async def test_a_manager_it_is_about_does_not_find_it(here: World) -> None:
    manager = here.portal.people[Role.IRO_MANAGER]
    one = complains(here, here.child(), about=[manager])
    assert WORDS not in await here.seen("/staff/complaints", Role.IRO_MANAGER)
    await here.seen(f"/staff/complaints/{one}", Role.IRO_MANAGER, 404)


async def test_where_no_manager_is_left_the_duty_officer_answers(here: World) -> None:
    one = complains(here, here.child(), about=[here.portal.people[Role.IRO_MANAGER]], role="duty_officer")
    assert WORDS in await here.seen(f"/staff/complaints/{one}", Role.DUTY_OFFICER)
    await here.seen(f"/staff/complaints/{one}", Role.IRO_MANAGER, 404)


async def test_it_goes_up_with_a_time_of_its_own_and_once_takes_longer(here: World) -> None:
    one = complains(here, here.child())
    assert await sent(here, one, "extend", note="complex") == 400, "only a stage of the law has a longer time"
    assert await sent(here, one, "climb") == 400, "say why"
    assert await sent(here, one, "climb", note="They want it formal.") == 303
    formal = loaded(here, one)
    flow, facts = here.mouth.told[-1]
    assert (flow, facts["complaint_stage"], facts["complaint_by"]) == ("complaint_moved", "stage_1", formal.due_on)
    assert (formal.stage, formal.due_on > DUE) == ("stage_1", True)
    assert await sent(here, one, "extend", note="An advocate is still to be found.") == 303
    longer = loaded(here, one)
    assert longer.due_on > formal.due_on
    assert here.mouth.told[-1][1]["complaint_stage"] == "longer"
    assert await sent(here, one, "extend", note="again") == 400


async def test_closing_what_was_not_answered_says_to_the_child_what_was_decided(here: World) -> None:
    one = complains(here, here.child(preferred_name="Nate"))
    ended = {"result": "not_put_right", "outcome": "The dates stand."}
    assert await sent(here, one, "close", **ended) == 400, "the child hears what was decided"
    assert loaded(here, one).state == "open"
    assert await sent(here, one, "close", text="The dates stay. I am sorry.", about="worker", **ended) == 303
    assert loaded(here, one).about == "iro", "what the child said stands"
    assert here.mouth.told[-1] == ("complaint_closed", {"complaint_state": "now"})
    assert loaded(here, one).answer == "The dates stay. I am sorry."
    child = here.child("EXC-0002")
    here.change(child, safe_to_write="no")
    unsafe, told = complains(here, child), len(here.mouth.told)
    assert await sent(here, unsafe, "close", text="The dates stay.", **ended) == 400, "not safe, and not checked"
    assert await sent(here, unsafe, "close", told="Told them at school.", **ended) == 303
    assert len(here.mouth.told) == told, "nothing is written where it is not safe"


async def test_at_the_second_stage_the_child_is_told_who_looks_into_it(here: World) -> None:
    one = complains(here, here.child())
    assert await sent(here, one, "look", who="Joan, who works for herself") == 400, "nobody from outside before stage 2"
    await sent(here, one, "climb", note="They want it formal.")
    await sent(here, one, "climb", note="They are not happy.")
    assert await sent(here, one, "look") == 400, "say who"
    assert await sent(here, one, "look", who="Joan, who works for herself") == 303
    assert here.mouth.told[-1][1]["complaint_who"] == "Joan, who works for herself"
    assert "Joan, who works for herself" in await here.seen(f"/staff/complaints/{one}", Role.IRO_MANAGER)


async def test_where_it_is_not_safe_to_write_the_manager_must_say_they_checked(here: World) -> None:
    child = here.child()
    here.change(child, safe_to_write="no")
    one = complains(here, child)
    assert await sent(here, one, "answer", text="Hello.") == 400
    assert await sent(here, one, "answer", text="Hello.", checked="yes") == 303
    other = complains(here, child)
    assert await sent(here, other, "answer", told="Rang them at school.") == 303


def refers(here: World, child: UUID, **allowed: str) -> UUID:
    asked = here.asks(child, kind="advocate", owner_role="business_support", words="")

    def work(store: Store) -> UUID:
        conversation = conversations.of_children(store, [child])[child]
        usual = {"how": "call", "name": "Bailey", "number": "", "meeting": ""}
        return referrals.make(
            store, conversation, asked, NOW, quick=True, private=False, hear_by=NOW.date() + timedelta(days=3),
            **usual | allowed,
        )  # fmt: skip

    return here.database.write_now(work)


async def test_business_support_passes_on_what_was_allowed_and_nothing_else(here: World) -> None:
    child = here.child(preferred_name="Bailey")
    here.says(child, "please can somebody talk for me")
    one = refers(here, child)
    page = await here.seen("/staff/referrals", Role.BUSINESS_SUPPORT)
    for said in ("Bailey", "by ringing", "no number is to be passed on", "Not to be passed on", "Quick"):
        assert said in page
    assert "talk for me" not in page
    path = f"/staff/referrals/{one}"
    assert (await here.sent(f"{path}/sent", Role.BUSINESS_SUPPORT, "/staff/referrals"))[0] == 303
    assert (await here.sent(f"{path}/sent", Role.BUSINESS_SUPPORT, "/staff/referrals"))[0] == 400
    assert (await here.sent(f"{path}/heard", Role.BUSINESS_SUPPORT, "/staff/referrals"))[0] == 303
    counted = here.database.read_now(lambda store: rights_used.count(store, NOW.date()))
    assert (counted.advocates_asked, counted.advocates_heard, counted.advocates_late) == (1, 1, 0)


async def test_the_manager_counts_them(here: World) -> None:
    complains(here, here.child(), due=date(2026, 11, 2))
    complains(here, here.child("EXC-0002"), kind="change_iro")
    refers(here, here.child("EXC-0003"))
    text = await here.seen("/staff/figures", Role.IRO_MANAGER)
    assert "1 of 1 complaint is open" in text
    assert "1 late" in text
    assert "1 asked for another IRO" in text
    assert "1 asked for an advocate, 0 have heard from one" in text
    assert WORDS not in text

"""Promise 6: an adult a concern is about sees nothing of it: on no page, in no list, number, notice, trail or stream.

Every page of the portal is walked, so that a new one is walked as well.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from uuid import UUID

import pytest

from portal import application
from portal.access import ALLOWED, May, Page, Role
from portal.pages.concerns import queue_of
from storage import audit, caseload, concerns, outbox, requests, staff, staff_notices
from storage.audit import AuditEvent
from storage.database import Database
from storage.messages import Message
from storage.store import Store
from tests.portal.conftest import StandingClock, clock
from tests.portal.talk import World, world
from tests.promises.test_only_who_should import PROTECTED
from tests.support.played import concerns_of, conversation_of, played_on, staff_id
from tests.support.prepared import NOW, Templates

__all__ = ["clock"]

WORDS, LATER, OFFICERS = "marmalade hit me", "and the marmalade again", "Marmalade is dealt with."
SECRETS = ("marmalade", "concern:", "physical_abuse", "being hit or hurt")
KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
STREAM = "/concerns/live"


@pytest.fixture(params=KINDS)
async def here(request: pytest.FixtureRequest, prepared: Templates, clock: StandingClock) -> AsyncIterator[World]:
    with prepared.opened(request.param) as database:
        async with world(database, clock) as opened:
            yield opened


def a_concern_about(here: World, who: UUID) -> UUID:
    """Worked by a colleague: taken, written to, noted, told of, and with a request that came of it."""
    child = here.child(reference="EXC-0001")
    colleague = here.colleague("EXS-091", role="duty_officer", first_name="Ines")
    concern = here.concern(child, WORDS, breached=True)
    message = here.says(child, LATER, level="concern", rule="hit_now", category="physical_abuse")
    here.join(concern, message)
    here.asks(child, words=LATER, message_id=message)
    here.exclude(concern, who)

    def work(store: Store) -> None:
        key = concerns.get(store, concern, UUID(int=0)).key_id
        concerns.take(store, concern, colleague, NOW)
        concerns.note(store, concern, colleague, OFFICERS, NOW)
        audit.record(store, AuditEvent.CONCERN_TAKEN, NOW, staff_id=colleague, child_id=child, subject_id=concern)
        draft = outbox.Draft(
            lane="concern", channel="email", recipient_id=colleague, key_id=store.authority_key("staff"),
            payload={"to": "ines@exampleshire.example", "subject": "Marmalade", "text": "Somebody needs you."},
            once=f"concern:{concern.hex}:1-0:{colleague.hex}",
        )  # fmt: skip
        outbox.put_many(store, NOW, [draft])
        said = here.mouth.say(store, here_talk, colleague, "duty", OFFICERS)
        here.mouth.tell(store, here_talk, "officer_took_it", {"who": "Ines"})
        here.mouth.tell(store, here_talk, "concern_closed", {"who": "Ines"})
        concerns.event(store, concern, key, NOW, "wrote", staff_id=colleague, message_id=said)

    here_talk = here.talk_of(child)
    here.database.write_now(work)
    return concern


def place(page: Page, concern: UUID) -> str:
    known = {"reference": "EXC-0001", "id": str(concern), "request": str(UUID(int=9)), "name": "portal.css"}
    return "/staff" + re.sub(r"\{([^}]+)\}", lambda found: known.get(found[1], "x"), page.path)


@pytest.mark.parametrize("role", list(Role))
async def test_no_page_shows_anything_of_it(here: World, role: Role) -> None:
    who = here.portal.people[role]
    concern = a_concern_about(here, who)
    client = await here.client(role)
    walked = [p for p in PROTECTED if p.method == "GET" and role in ALLOWED[p.may] and p.path != STREAM]
    assert len(walked) >= 3
    for page in walked:
        async with client.get(place(page, concern)) as answer:
            text = (await answer.text()).split("<main")[-1]
            for secret in (*SECRETS, str(concern), concern.hex):
                assert secret.lower() not in text.lower(), f"{page.path} shows {secret}"
            if "{id}" in page.path:
                assert answer.status == 404, page.path


@pytest.mark.parametrize("role", [role for role in Role if role in ALLOWED[May.WORK_CONCERNS]])
async def test_nothing_can_be_done_to_it_and_the_try_is_no_confirmation(here: World, role: Role) -> None:
    who = here.portal.people[role]
    concern = a_concern_about(here, who)
    forms = {
        "who": str(who),
        "to": str(who),
        "reason": "x",
        "note": "x",
        "text": "x",
        "step": "lado_told",
        "done": "yes",
    }
    for page in (p for p in PROTECTED if p.method == "POST" and p.path.startswith("/concerns/{id}")):
        gone, _, text = await here.sent(place(page, concern), role, "/staff/concerns", **forms)
        never, _, same = await here.sent(place(page, UUID(int=7)), role, "/staff/concerns", **forms)
        assert (gone, never) == (404, 404), page.path
        assert text.split("<main")[1] == same.split("<main")[1], page.path


@pytest.mark.parametrize("role", list(Role))
async def test_what_stands_in_queues_numbers_and_streams_is_without_it(here: World, role: Role) -> None:
    who = here.portal.people[role]
    a_concern_about(here, who)

    def work(store: Store) -> None:
        member = staff.find(store, who)
        queue = queue_of(store, member, NOW)
        assert (queue.untaken, queue.taken) == ([], [])
        assert concerns.breaches(store, who) == 0

    here.database.read_now(work)


async def test_a_colleague_sees_all_of_it(here: World) -> None:
    """So that the walk above does not pass because there is nothing to see."""
    concern = a_concern_about(here, here.iro)
    page = await here.seen(f"/staff/concerns/{concern}", Role.DUTY_OFFICER)
    assert WORDS in page
    assert OFFICERS in page
    assert "concern:taken" in await here.seen("/staff/audit", Role.DATA_PROTECTION) or "Ines" in await here.seen(
        "/staff/audit", Role.DATA_PROTECTION
    )
    assert "Marmalade" in await here.seen("/staff/notices", Role.DUTY_OFFICER)
    assert "1 was not taken in time" in await here.seen("/staff/figures/concerns", Role.IRO_MANAGER)


# -- from the child's first word, through the real service

CHILD, BETH = "EXC-0027", "EXS-002"


def heard(database: Database, adult: UUID) -> list[Message]:
    where = conversation_of(database, CHILD).id
    return database.read_now(lambda store: caseload.heard_by(store, where, adult))


@pytest.mark.parametrize("name", ["graham", "Graham's hand", "my iro", "grahm", "mr otterbury", "gray"])
def test_an_iro_called_by_any_name_hears_none_of_it(exampleshire: Database, name: str) -> None:
    played = played_on(exampleshire, CHILD)
    played.say(f"{name} hit me and pushed me against the wall")
    concern, graham = concerns_of(exampleshire, CHILD)[0], staff_id(exampleshire, BETH)
    assert exampleshire.read_now(lambda store: concerns.excluded(store, concern.id)) == {graham}
    assert "wall" not in " ".join(m.text for m in heard(exampleshire, graham))


def test_a_name_said_before_or_after_counts_as_well(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHILD)
    played.say("graham is horrible to me")
    played.say("he hit me and pushed me against the wall")
    played.say("priya was there too")
    concern = concerns_of(exampleshire, CHILD)[0]
    about = exampleshire.read_now(lambda store: concerns.excluded(store, concern.id))
    assert about == {staff_id(exampleshire, BETH), staff_id(exampleshire, "EXS-001")}


def test_not_even_by_the_taps_that_follow(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHILD)
    played.say("graham hit me and pushed me against the wall")
    graham = staff_id(exampleshire, BETH)
    before = [m.text for m in heard(exampleshire, graham)]
    played.tap("Don't write to me here")
    played.say("i take it back i was lying")
    played.tap("A woman")
    assert [m.text for m in heard(exampleshire, graham)] == before
    assert not exampleshire.read_now(lambda store: caseload.withheld_from(store, staff_id(exampleshire, "EXS-012")))


def test_nobody_it_is_about_is_ever_told_however_long_it_stands(exampleshire: Database) -> None:
    from datetime import timedelta

    played = played_on(exampleshire, CHILD)
    played.say("rafiq hit me and pushed me against the wall")
    played.wait(timedelta(hours=9))
    told = {notice.recipient_id for notice in exampleshire.read_now(staff_notices.latest)}
    assert told
    assert staff_id(exampleshire, "EXS-012") not in told


def test_when_it_is_about_all_officers_the_managers_have_it_at_once(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHILD)
    played.say("shanice and callum and ines and rafiq all hit me and pushed me against the wall")
    told = {notice.recipient_id for notice in exampleshire.read_now(staff_notices.latest)}
    assert told == {staff_id(exampleshire, reference) for reference in ("EXS-007", "EXS-008")}


def test_and_when_it_is_about_one_manager_too_the_other_has_it(exampleshire: Database) -> None:
    played = played_on(exampleshire, CHILD)
    played.say("shanice and callum and ines and rafiq and marguerite all hit me and pushed me against the wall")
    told = {notice.recipient_id for notice in exampleshire.read_now(staff_notices.latest)}
    assert told == {staff_id(exampleshire, "EXS-008")}


def test_a_request_that_came_of_it_is_not_theirs_either(here: World) -> None:
    a_concern_about(here, here.iro)
    hidden = here.database.read_now(lambda store: caseload.withheld_from(store, here.iro))
    waiting = here.database.read_now(lambda store: requests.open_for_iro(store, here.iro, NOW.date()))
    assert waiting
    assert all(one.message_id in hidden for one in waiting), "what the pages leave out"


def test_the_walk_knows_every_page() -> None:
    assert {page.path for page in application.pages()} >= {page.path for page in PROTECTED}

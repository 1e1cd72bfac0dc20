"""Rota and leave, how one is told, and handing over: who may change what, and that it holds."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from aiohttp.test_utils import TestClient
from playwright.async_api import Page, expect

from bot.notices import Notices
from bot.watch import coming
from portal.access import Role
from storage import absences, concerns, outbox, push_subscriptions, staff, staff_notices
from storage.database import Database
from storage.push_subscriptions import Holder
from storage.store import Store
from tests.portal.conftest import StandingClock, post
from tests.portal.pages import assert_fit_for_everybody, open_as
from tests.portal.talk import World, world
from tests.support.people import add_staff

ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
KEYS = '"keys": {"p256dh": "BBBB", "auth": "aaaa"}'


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    """Rafiq has days, Ines the nights; Marguerite is their manager."""
    async with world(database, clock) as opened:
        people = opened.portal.people

        def shifts(store: Store) -> None:
            staff.change(
                store,
                people[Role.DUTY_OFFICER],
                alerts="first",
                working_pattern="Mon Tue Wed Thu Fri Sat Sun 08:00-20:00",
            )
            staff.change(store, people[Role.IRO_MANAGER], alerts="escalate")
            add_staff(
                store, "EXS-011", role="duty_officer", first_name="Ines", last_name="Caldervale", alerts="first",
                job_title="Emergency Duty Team Officer", working_pattern="Mon Tue Wed Thu Fri Sat Sun 20:00-08:00",
            )  # fmt: skip

        database.write_now(shifts)
        desk = replace(
            opened.portal.desk, members=lambda store: coming(store, clock()), push_key="BKEY",
            push_services=("googleapis.com",),
        )  # fmt: skip
        for name in ("members", "push_key", "push_services"):
            object.__setattr__(opened.portal.desk, name, getattr(desk, name))
        yield opened


@pytest.fixture(params=["page", "phone"])
def screen(request: pytest.FixtureRequest) -> Page:
    opened: Page = request.getfixturevalue(request.param)
    return opened


def who(here: World, reference: str) -> UUID:
    found = here.portal.database.read_now(lambda store: staff.by_reference(store, reference))
    assert found is not None
    return found.id


def away_now(here: World) -> list[UUID]:
    clock = here.portal.clock
    return [one.staff_id for one in here.portal.database.read_now(lambda store: absences.since(store, clock()))]


async def text(client: TestClient[Any, Any], path: str) -> str:
    async with client.get(path) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_the_page_says_who_is_on_duty_and_that_no_hour_is_empty(here: World) -> None:
    page = await text(await here.client(Role.IRO), "/staff/rota")
    assert "Rafiq" in page
    assert "Somebody is on shift at every hour." in page


async def test_somebody_writes_down_their_own_leave_and_the_hole_is_shown(here: World) -> None:
    client = await here.client(Role.DUTY_OFFICER)
    form = {"kind": "leave", "from_day": "2026-11-25", "to_day": "2026-11-26"}
    status, to, _ = await post(client, "/staff/rota/away", form, page="/staff/rota")
    assert (status, to) == (303, "/staff/rota")
    page = await text(client, "/staff/rota")
    assert "Nobody is on shift in these hours." in page
    assert "Wednesday 25 November 2026, 8am to 8pm" in page
    assert away_now(here) == [here.portal.people[Role.DUTY_OFFICER]]


async def test_nobody_writes_down_the_leave_of_a_colleague_but_a_manager_or_business_support(here: World) -> None:
    ines = who(here, "EXS-011")
    form = {"kind": "sickness", "who": str(ines)}
    for role, status in ((Role.IRO, 403), (Role.DUTY_OFFICER, 403), (Role.DATA_PROTECTION, 403)):
        assert (await post(await here.client(role), "/staff/rota/away", form, page="/staff/rota"))[0] == status
    assert away_now(here) == []
    for role in (Role.IRO_MANAGER, Role.BUSINESS_SUPPORT):
        assert (await post(await here.client(role), "/staff/rota/away", form, page="/staff/rota"))[0] == 303
    assert away_now(here) == [ines, ines]


async def test_a_deputy_closes_the_hole(here: World) -> None:
    client = await here.client(Role.IRO_MANAGER)
    rafiq, ines = here.portal.people[Role.DUTY_OFFICER], who(here, "EXS-011")
    form = {"kind": "sickness", "who": str(rafiq)}
    assert (await post(client, "/staff/rota/away", form, page="/staff/rota"))[0] == 303
    assert "Nobody is on shift now." in await text(client, "/staff/rota")
    assert "Nobody is on shift now." in await text(client, "/staff/concerns")
    form = {"who": str(rafiq), "deputy": str(ines)}
    assert (await post(client, "/staff/rota/deputy", form, page="/staff/rota"))[0] == 303
    page = await text(client, "/staff/rota")
    assert "standing in for Rafiq" in page
    assert "Somebody is on shift at every hour." in page


async def test_whoever_is_back_is_back_at_once(here: World) -> None:
    client, rafiq = await here.client(Role.DUTY_OFFICER), here.portal.people[Role.DUTY_OFFICER]
    await post(client, "/staff/rota/away", {"kind": "sickness"}, page="/staff/rota")
    here.portal.clock.forward(minutes=10)
    [one] = here.portal.database.read_now(lambda store: absences.since(store, here.portal.clock()))
    stranger = await here.client(Role.IRO)
    form = {"absence": str(one.id)}
    assert (await post(stranger, "/staff/rota/back", form, page="/staff/rota"))[0] == 403
    assert away_now(here) == [rafiq]
    assert (await post(client, "/staff/rota/back", form, page="/staff/rota"))[0] == 303
    assert away_now(here) == []


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "leave", "from_day": "soon"}, {"kind": "leave", "to_day": "2020-01-01"}, {"kind": "party"},
        {"kind": "leave", "from_time": "17:00"}, {"kind": "leave", "from_day": "2026-11-25", "to_day": "2026-11-24"},
    ],
)  # fmt: skip
async def test_what_cannot_be_is_said_and_nothing_is_changed(here: World, form: dict[str, str]) -> None:
    status, _, page = await post(await here.client(Role.DUTY_OFFICER), "/staff/rota/away", form, page="/staff/rota")
    assert status == 400
    assert "Nothing was changed" in page
    assert away_now(here) == []


async def test_the_ways_are_each_persons_own(here: World) -> None:
    client, rafiq = await here.client(Role.DUTY_OFFICER), here.portal.people[Role.DUTY_OFFICER]
    assert (await post(client, "/staff/told", {"way": "sms"}, page="/staff/told"))[0] == 303
    chosen = here.portal.database.read_now(lambda store: staff.many(store, [rafiq])[rafiq].ways)
    assert chosen == "sms"
    assert (await post(client, "/staff/told", {"way": "pigeon"}, page="/staff/told"))[0] == 400


async def test_a_browser_is_told_and_not_any_address_at_all(here: World) -> None:
    client, rafiq = await here.client(Role.DUTY_OFFICER), here.portal.people[Role.DUTY_OFFICER]

    async def give(said: str) -> int:
        return (await post(client, "/staff/told/browser", {"subscription": said}, page="/staff/told"))[0]

    assert await give(f'{{"endpoint": "{ENDPOINT}", {KEYS}}}') == 204
    assert "1 browser of yours is told." in await text(client, "/staff/told")
    assert await give(f'{{"endpoint": "https://case-management.council.example/x", {KEYS}}}') == 400
    assert await give(f'{{"endpoint": "{ENDPOINT}"}}') == 400
    assert await give("no json") == 400
    await post(client, "/staff/told/stop", {}, page="/staff/told")
    assert here.portal.database.read_now(lambda store: push_subscriptions.of(store, Holder(staff_id=rafiq))) == []


def a_taken_concern(here: World, reference: str = "EXC-0001", owner: UUID | None = None) -> UUID:
    child = here.child(reference)
    concern = here.concern(child, "hes here hes not meant to be here")
    by, now = owner or here.portal.people[Role.DUTY_OFFICER], here.portal.clock()
    here.portal.database.write_now(lambda store: concerns.take(store, concern, by, now))
    return concern


def owner_of(here: World, concern: UUID) -> UUID | None:
    reader = here.portal.people[Role.IRO_MANAGER]
    return here.portal.database.read_now(lambda store: concerns.get(store, concern, reader).owner_id)


async def test_at_the_end_of_a_shift_all_of_it_goes_to_the_next_with_a_note(here: World) -> None:
    client = await here.client(Role.DUTY_OFFICER)
    first, second = a_taken_concern(here), a_taken_concern(here, "EXC-0002")
    page = await text(client, "/staff/handover")
    assert "Yours (2)" in page
    ines = who(here, "EXS-011")
    assert f'<option value="{ines}" selected>' in page, "whoever is on duty next is suggested"
    form = {"concern": [str(first), str(second)], "to": str(ines), "note": "Police were there at six."}
    assert (await post(client, "/staff/handover", form, page="/staff/handover"))[0] == 303
    assert owner_of(here, first) == owner_of(here, second) == ines
    events = here.portal.database.read_now(lambda store: concerns.events(store, first))
    assert (events[-1].kind, events[-1].note) == ("handed_on", "Police were there at six.")


@pytest.mark.parametrize(("missing", "says"), [("note", "Write what"), ("to", "Choose who"), ("concern", "Tick the")])
async def test_nothing_is_passed_on_without_a_note_a_person_and_a_concern(here: World, missing: str, says: str) -> None:
    client, concern = await here.client(Role.DUTY_OFFICER), a_taken_concern(here)
    form = {"concern": str(concern), "to": str(who(here, "EXS-011")), "note": "Police were there."}
    status, _, page = await post(client, "/staff/handover", form | {missing: ""}, page="/staff/handover")
    assert status == 400
    assert says in page
    assert owner_of(here, concern) == here.portal.people[Role.DUTY_OFFICER]


async def test_what_is_about_that_colleague_stays_and_is_not_said_to_be(here: World) -> None:
    client, concern, ines = await here.client(Role.DUTY_OFFICER), a_taken_concern(here), who(here, "EXS-011")
    now = here.portal.clock()
    here.portal.database.write_now(lambda store: concerns.exclude(store, concern, ines, None, now))
    form = {"concern": str(concern), "to": str(ines), "note": "Please go on."}
    _, _, page = await post(client, "/staff/handover", form, page="/staff/handover")
    assert "1 could not go to that colleague" in page
    assert "about" not in page.partition("could not go")[2].partition("</div>")[0]
    assert owner_of(here, concern) == here.portal.people[Role.DUTY_OFFICER]


async def test_what_somebody_left_behind_is_taken_over_and_nothing_else(here: World) -> None:
    manager = await here.client(Role.IRO_MANAGER)
    concern = a_taken_concern(here)
    form = {"concern": str(concern)}
    assert (await post(manager, "/staff/handover/take-over", form, page="/staff/handover"))[0] == 400
    rafiq, now = here.portal.people[Role.DUTY_OFFICER], here.portal.clock()
    here.portal.database.write_now(lambda store: absences.record(store, rafiq, "sickness", now, None, rafiq, now))
    assert "Left behind (1)" in await text(manager, "/staff/handover")
    status, to, _ = await post(manager, "/staff/handover/take-over", form, page="/staff/handover")
    assert (status, to) == (303, f"/staff/concerns/{concern}")
    assert owner_of(here, concern) == here.portal.people[Role.IRO_MANAGER]


@pytest.mark.parametrize("path", ["/rota", "/told", "/handover", "/notices"])
async def test_the_pages_are_fit_for_everybody(here: World, path: str, screen: Page) -> None:
    a_taken_concern(here)
    now, rafiq = here.portal.clock(), here.portal.people[Role.DUTY_OFFICER]
    later = now + timedelta(days=2)
    here.portal.database.write_now(lambda store: absences.record(store, rafiq, "leave", later, None, None, now))
    role = Role.DUTY_OFFICER if path == "/handover" else Role.IRO_MANAGER
    await open_as(screen, here.portal.address, here.portal.desk, here.portal.people[role], path)
    await assert_fit_for_everybody(screen)


async def test_a_new_concern_numbers_the_title_and_rings_when_that_is_wanted(here: World, page: Page) -> None:
    await page.add_init_script(
        "window.rung = 0; const start = OscillatorNode.prototype.start;"
        "OscillatorNode.prototype.start = function (...at) { window.rung += 1; return start.apply(this, at); };"
        "Object.defineProperty(document, 'hidden', { get: () => window.turnedAway === true });"
    )
    manager = here.portal.people[Role.IRO_MANAGER]
    await open_as(page, here.portal.address, here.portal.desk, manager, "/concerns")
    await page.get_by_role("button", name="Turn the sound on").click()
    await expect(page.get_by_role("button", name="Turn the sound off")).to_have_attribute("aria-pressed", "true")
    before = await page.evaluate("window.rung")
    await page.evaluate("window.turnedAway = true")
    here.concern(here.child("EXC-0009"), "hes here", level="urgent")
    here.hub.wake(["concerns"])
    await expect(page).to_have_title(re.compile(r"^● \(1\) "))
    await expect(page).to_have_title(re.compile(r"^\(1\) "))
    assert await page.evaluate("window.rung") == before + 3
    await page.evaluate("window.turnedAway = false; document.dispatchEvent(new Event('visibilitychange'))")
    await page.reload()
    await expect(page.locator("[data-sound]")).to_have_attribute("aria-pressed", "true")


async def test_where_less_movement_is_wished_for_the_title_is_marked_and_does_not_blink(
    here: World, page: Page
) -> None:
    await page.emulate_media(reduced_motion="reduce")
    await page.add_init_script(
        "Object.defineProperty(document, 'hidden', { get: () => true }); window.titles = [];"
        "const timer = setInterval; window.setInterval = (work, ms) => timer(() => {"
        " const was = document.title; work(); if (document.title !== was) window.titles.push(document.title); }, ms);"
    )
    await open_as(page, here.portal.address, here.portal.desk, here.portal.people[Role.IRO_MANAGER], "/concerns")
    here.concern(here.child("EXC-0009"), "hes here", level="urgent")
    here.hub.wake(["concerns"])
    await expect(page).to_have_title(re.compile(r"^● \(1\) "))
    assert await page.evaluate("window.titles") == []


async def test_a_way_that_fails_shows_on_the_notices_page_and_on_the_managers(here: World) -> None:
    manager = await here.client(Role.IRO_MANAGER)
    assert "did not go out" not in await text(manager, "/staff/figures")
    rafiq, now = here.portal.people[Role.DUTY_OFFICER], here.portal.clock()

    def fail(store: Store) -> None:
        Notices("https://my-iro.example", frozenset({"email", "sms"})).concern(
            store, staff.find(store, rafiq), "0f" * 16 + ":1-0", urgent=True, now=now
        )
        for notice in staff_notices.latest(store):
            if notice.channel == "sms":
                outbox.failed(store, notice.id, "permanent-failure")
            else:
                outbox.retry_later(store, notice.id, now, "try_later")

    here.portal.database.write_now(fail)
    page = await text(manager, "/staff/notices")
    assert "2 notices were not sent, or are failing" in page
    assert "The phone does not exist or refuses texts." in page
    assert "the service that sends it is in trouble" in page
    assert "2 notices to staff did not go out" in await text(manager, "/staff/figures")

"""Every page of sign-in, business support and data protection, on a desktop and on a phone."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from portal.access import Role, allows
from portal.navigation import AREAS
from portal.pages.records import FILES
from storage import audit, children, invites, outbox, requests
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.store import Store
from tests.portal.conftest import Exampleshire, running
from tests.portal.pages import assert_fit_for_everybody, go_to, open_as

OPENED_FROM_THERE = {Role.IRO: ("/me", "/my-hours"), Role.DUTY_OFFICER: ("/told", "/handover")}
SEEN_BY_THE_MANAGER = {
    place.href for area in AREAS for place in area.places if allows(Role.IRO_MANAGER, place.may)
} - {"/staff/today"}  # fmt: skip
SIZES = ((1280, 800), (390, 844))


@pytest.fixture(params=["page", "phone"])
def screen(request: pytest.FixtureRequest) -> Page:
    opened: Page = request.getfixturevalue(request.param)
    return opened


async def look_as(screen: Page, here: Exampleshire, role: Role, path: str) -> None:
    await open_as(screen, here.address, here.desk, here.log_in(role).staff_id, path)


def something_of_everything(store: Store, here: Exampleshire) -> None:
    """Cards in every state, requests, notices that were sent and that failed, and events."""
    now = here.clock()
    found = {child.reference: child for child in children.everyone(store)}
    for card in here.loaded.cards[:2]:
        invites.use(store, invites.of_child(store, card.child_id)[0], now - timedelta(days=3))
    locked = invites.of_child(store, here.loaded.cards[2].child_id)[0]
    for _ in range(invites.WRONG_TRIES):
        invites.wrong_try(store, locked, now - timedelta(days=1))
    for kind, reference in (("card_locked", "EXC-0053"), ("new_card", None), ("wrong_person", "EXC-0036")):
        child = found[reference] if reference else None
        requests.ask(
            store, now - timedelta(hours=20), kind=kind, owner_role="business_support", due_on=now.date(),
            key_id=child.key_id if child else store.authority_key("staff"), child_id=child and child.id,
        )  # fmt: skip
    staff_id = here.log_in(Role.IRO).staff_id
    for number in range(3):
        outbox.put(
            store, now - timedelta(hours=number), lane="notice", channel="email", recipient_id=staff_id,
            key_id=store.authority_key("staff"), once=f"once:{number}",
            payload={
                "to": "somebody.with.a.rather.long.name@exampleshire.example", "subject": "Somebody waits",
                "text": "Sign in to see who.",
            },
        )  # fmt: skip
    audit.record(store, AuditEvent.CONVERSATION_READ, now, staff_id=staff_id, child_id=found["EXC-0053"].id)


@pytest.mark.parametrize("role", Role)
async def test_every_page_of_a_role_is_fit_for_everybody(exampleshire: Exampleshire, page: Page, role: Role) -> None:
    await exampleshire.desk.database.write(lambda store: something_of_everything(store, exampleshire))
    mine = [place.href for area in AREAS for place in area.places if allows(role, place.may)]
    alone = [href for href in mine if role is Role.IRO_MANAGER or href not in SEEN_BY_THE_MANAGER]
    paths = [*(href.removeprefix("/staff") for href in alone), *OPENED_FROM_THERE.get(role, ())]
    await look_as(page, exampleshire, role, paths[0])
    for path in paths:
        await go_to(page, exampleshire.address, path)
        for width, height in SIZES:
            await page.set_viewport_size({"width": width, "height": height})
            await assert_fit_for_everybody(page)


async def test_signing_in_by_the_real_pages(exampleshire: Exampleshire, screen: Page) -> None:
    log_in = exampleshire.log_in(Role.DATA_PROTECTION)
    await screen.goto(f"{exampleshire.address}/audit")
    await assert_fit_for_everybody(screen)
    await screen.get_by_label("Work e-mail").fill(log_in.email)
    await screen.get_by_role("textbox", name="Password").fill("wrong")
    await screen.get_by_role("button", name="Continue").click()
    await screen.get_by_role("alert").wait_for()
    await assert_fit_for_everybody(screen)
    await screen.get_by_role("textbox", name="Password").fill(log_in.password)
    await screen.get_by_role("button", name="Continue").click()
    await screen.get_by_role("heading", name="Enter your code").wait_for()
    await assert_fit_for_everybody(screen)
    await screen.get_by_label("Code").fill(await screen.locator("#demo-code").inner_text())
    await screen.get_by_role("button", name="Sign in").click()
    await screen.get_by_role("heading", name="Who read what").wait_for()
    await screen.get_by_role("button", name="Check the whole trail").click()
    await screen.get_by_text("The trail is whole").wait_for()
    await assert_fit_for_everybody(screen)


async def test_making_and_printing_cards(exampleshire: Exampleshire, screen: Page) -> None:
    await exampleshire.desk.database.write(lambda store: something_of_everything(store, exampleshire))
    await look_as(screen, exampleshire, Role.BUSINESS_SUPPORT, "/cards?state=none")
    for reference in ("EXC-0001", "EXC-0002", "EXC-0003", "EXC-0004", "EXC-0005"):
        await screen.locator(f"label[for=child-{reference}]").click()
    await screen.get_by_role("button", name="Make new cards").click()
    await screen.get_by_text("5 new cards").wait_for()
    await screen.locator("label[for=child-EXC-0002]").click()
    await screen.locator("label[for=child-EXC-0036]").click()
    await screen.get_by_role("button", name="Print cards").click()
    await screen.get_by_role("heading", name="1 card to print").wait_for()
    await screen.get_by_text("Hi Leo").wait_for()
    await assert_fit_for_everybody(screen)


async def test_files_that_are_wrong(exampleshire: Exampleshire, screen: Page, tmp_path: Path) -> None:
    def refuse(*_: object) -> Any:
        raise BadData(*(f"children.csv line {n}, birth_date: 2031-02-30 is no day there is" for n in range(2, 9)))

    desk = dataclasses.replace(exampleshire.desk, import_files=refuse)
    async with running(desk, exampleshire.clock, {}) as portal:
        staff_id = exampleshire.log_in(Role.BUSINESS_SUPPORT).staff_id
        await open_as(screen, portal.address, desk, staff_id, "/records")
        await assert_fit_for_everybody(screen)
        await screen.get_by_role("button", name="Bring in these files").click()
        await screen.get_by_text("all four files are needed").wait_for()
        await assert_fit_for_everybody(screen)
        for name in FILES:
            (tmp_path / name).write_text("reference")
            await screen.locator(f"input[name='{name}']").set_input_files(tmp_path / name)
        await screen.get_by_role("button", name="Bring in these files").click()
        await screen.get_by_text("children.csv line 8").wait_for()
        await assert_fit_for_everybody(screen)


async def test_a_page_that_is_not_for_this_role(exampleshire: Exampleshire, screen: Page) -> None:
    await look_as(screen, exampleshire, Role.IRO, "/notices")
    await screen.goto(f"{exampleshire.address}/audit")
    await screen.get_by_role("heading", name="This page is not for your role").wait_for()
    await assert_fit_for_everybody(screen)

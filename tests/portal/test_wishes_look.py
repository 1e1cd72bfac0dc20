"""The wishes-and-feelings page in the browser: fit for everybody on a desk and on a phone, taken away with a click."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from portal.access import Role
from storage.database import Database
from tests.portal.conftest import StandingClock
from tests.portal.pages import assert_fit_for_everybody, open_as
from tests.portal.talk import World, world
from tests.support.prepared import NOW


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        child = opened.child(preferred_name="Fin")
        opened.review(child, "EXR-0001", planned_for=(NOW + timedelta(days=3)).date(), start_time="10:30")
        opened.answers(child, "most.one", "أريد أن أرى أخي أكثر " * 9, share="review")
        opened.answers(child, "home.how", "itwouldbegoodif" * 12, share="review")
        opened.answers(child, "worries.what", "dads letters 😢")
        opened.answers(child, "health.feel", "", state="skipped")
        opened.concern(child, "he hit me")
        yield opened


@pytest.fixture(params=["page", "phone"])
def screen(request: pytest.FixtureRequest) -> Page:
    opened: Page = request.getfixturevalue(request.param)
    return opened


@pytest.mark.parametrize("path", ["wishes", "wishes/annex"])
async def test_it_is_fit_for_everybody(here: World, screen: Page, path: str) -> None:
    await open_as(screen, here.portal.address, here.portal.desk, here.iro, f"/children/EXC-0001/{path}")
    await assert_fit_for_everybody(screen)


async def test_the_two_sheets_can_be_told_apart_and_the_concern_is_not_printed(here: World, page: Page) -> None:
    await open_as(page, here.portal.address, here.portal.desk, here.iro, "/children/EXC-0001/wishes")
    await expect(page.locator(".sheet--aloud .sheet__banner")).to_have_text("MAY BE SAID AT THE REVIEW")
    await expect(page.locator(".sheet--kept .sheet__banner")).to_contain_text("NOT TO BE SAID AT THE REVIEW")
    borders = [
        await page.locator(f".sheet--{kind}").evaluate("e => getComputedStyle(e).borderTopStyle")
        for kind in ("aloud", "kept")
    ]
    assert borders == ["solid", "double"]
    concern = page.get_by_text("A concern about Fin is open")
    await expect(concern).to_be_visible()
    await page.emulate_media(media="print")
    await expect(concern).to_be_hidden()


async def test_the_pdf_is_taken_away_with_a_click(here: World, page: Page) -> None:
    assert here.portal.people[Role.IRO] == here.iro
    await open_as(page, here.portal.address, here.portal.desk, here.iro, "/children/EXC-0001/wishes")
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="PDF to print").click()
    assert (await coming.value).suggested_filename == "wishes-EXR-0001-page.pdf"

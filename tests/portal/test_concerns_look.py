"""The pages that answer children, in the browser: live without a reload, fit for everybody on a desk and on a phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from portal.access import Role
from storage.database import Database
from tests.portal.conftest import StandingClock
from tests.portal.pages import assert_fit_for_everybody, go_to, open_as
from tests.portal.talk import World, world
from tests.support.prepared import NOW


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture(params=["page", "phone"])
def screen(request: pytest.FixtureRequest) -> Page:
    opened: Page = request.getfixturevalue(request.param)
    return opened


async def look(here: World, screen: Page, role: Role, path: str) -> None:
    await open_as(screen, here.portal.address, here.portal.desk, here.portal.people[role], path)


def a_busy_day(here: World) -> dict[str, UUID]:
    """An IRO with much to do, two concerns, a complaint, and colleagues."""
    day = timedelta(days=1)
    gee = here.child("EXC-0061", preferred_name="Gee", birth_date=date(2010, 5, 2), languages="English")
    here.says(gee, "hi", at=NOW - 9 * day)
    here.says(gee, "Hi Gee. I'm a computer, not a person.", author="bot", at=NOW - 9 * day)
    here.says(
        gee, "can u ask them about staying put when im 18. nobody tells me anything", at=NOW - 8 * day, for_iro=True
    )
    here.says(gee, "hello?? did u get this", at=NOW - 2 * day, for_iro=True)
    here.asks(gee, at=NOW - 8 * day, due_on=NOW.date() - 4 * day, when_words="after college, like 4")
    here.reaches(gee, "knowing", "recalled", at=NOW - 8 * day)
    here.review(gee, "EXR-0061", planned_for=date(2026, 12, 3), start_time="16:30")
    for question, words, share in (
        ("most.one", "to stay with marie after my birthday", "review"), ("home.how", "Good", "review"),
        ("family.see", "i want to see jay more, every saturday not once a month", "review"),
        ("worries.what", "dad keeps asking where i live. dont say this in the meeting", "iro"),
    ):  # fmt: skip
        here.answers(gee, question, words, share=share)
    here.answers(gee, "health.feel", "", state="skipped")
    soph = here.child("EXC-0062", preferred_name="Soph", birth_date=date(2010, 1, 9))
    here.says(soph, "cant sleep again. its fine", level="look", at=NOW - day)
    here.review(soph, "EXR-0062", planned_for=date(2026, 11, 24), start_time="15:45")
    leo = here.child(
        "EXC-0063",
        preferred_name="Leo",
        birth_date=date(2019, 3, 3),
        communication_needs="Short sentences with symbols",
        easy_read=True,
    )
    here.says(leo, "i got a hamster", at=NOW - day, for_iro=True)
    here.review(leo, "EXR-0063", number=3, due_by=date(2026, 11, 10))
    here.reaches(leo, "told", "iro")
    amy = here.child("EXC-0064", preferred_name="Millie", birth_date=date(2017, 9, 30))
    here.asks(amy, how="visit", when_words="", due_on=NOW.date() + 2 * day)
    here.child("EXC-0065", preferred_name="Ayaan", joined=False, birth_date=date(2013, 9, 30))
    urgent = here.concern(gee, "hes outside my door again and shouting", at=NOW - timedelta(minutes=3))
    here.says(
        gee,
        "Thank you for telling me. You did the right thing.",
        author="bot",
        flow="worry",
        at=NOW - timedelta(minutes=3),
    )
    sian = here.colleague(first_name="Siân", last_name="Pendrell")
    late = here.concern(
        here.child("EXC-0066", preferred_name="Nate", iro=sian, birth_date=date(2009, 2, 2)),
        "the new carer locks the kitchen", level="concern", category="neglect", at=NOW - timedelta(hours=5),
        breached=True, next_in=timedelta(hours=4),
    )  # fmt: skip
    here.concern(
        None,
        "???",
        talk=here.visitor(),
        level="concern",
        category="unreadable",
        readable=False,
        at=NOW - timedelta(hours=1),
    )
    here.asks(
        soph, kind="complaint", owner_role="iro_manager", words="she never rings when she says she will", how="",
        when_words="", due_on=NOW.date() - day,
    )  # fmt: skip
    return {"urgent": urgent, "late": late}


BUSY = {
    Role.IRO: ["/today", "/children/EXC-0061", "/children/EXC-0065"],
    Role.DUTY_OFFICER: ["/concerns", "/concerns/{urgent}"],
    Role.IRO_MANAGER: ["/figures", "/requests"],
}
EMPTY = {Role.IRO: ["/today"], Role.DUTY_OFFICER: ["/concerns"], Role.IRO_MANAGER: ["/figures", "/requests"]}


async def test_every_page_is_fit_for_everybody_empty_and_on_a_busy_day(here: World, screen: Page) -> None:
    await walk(here, screen, EMPTY, {})
    await walk(here, screen, BUSY, a_busy_day(here))


async def walk(here: World, screen: Page, pages: dict[Role, list[str]], found: dict[str, UUID]) -> None:
    for role, paths in pages.items():
        await look(here, screen, role, paths[0].format(**found))
        await assert_fit_for_everybody(screen)
        for path in paths[1:]:
            await go_to(screen, here.portal.address, path.format(**found))
            await assert_fit_for_everybody(screen)


async def test_who_needs_me_is_answered_without_scrolling(here: World, phone: Page) -> None:
    a_busy_day(here)
    await look(here, phone, Role.IRO, "/today")
    first = phone.get_by_role("link", name="Gee, 16").first
    await expect(first).to_be_in_viewport()
    await expect(phone.get_by_text("longer than promised").first).to_be_in_viewport()


async def test_the_queue_moves_without_a_reload(here: World, page: Page) -> None:
    child = here.child(preferred_name="Gee")
    await look(here, page, Role.DUTY_OFFICER, "/concerns")
    await expect(page.get_by_text("This page is live")).to_be_visible()
    await page.evaluate("window.stayed = true")
    here.concern(child, "he hit me")
    here.hub.wake(["concerns"])
    await expect(page.get_by_role("link", name="Gee, 12")).to_be_visible()
    await expect(page).to_have_title("(1) Concerns – My IRO – Exampleshire")
    await expect(page.get_by_role("status").filter(has_text="New concern")).to_have_text(
        "New concern. 1 not taken, 1 of them urgent."
    )
    assert await page.evaluate("window.stayed"), "the page was loaded again"


async def test_the_sound_is_off_until_it_is_turned_on(here: World, page: Page) -> None:
    await look(here, page, Role.DUTY_OFFICER, "/concerns")
    await page.get_by_role("button", name="Turn the sound on").click()
    await expect(page.get_by_role("button", name="Turn the sound off")).to_be_visible()


async def test_a_page_that_is_no_longer_live_says_so_loudly(here: World, page: Page) -> None:
    await look(here, page, Role.DUTY_OFFICER, "/concerns")
    await expect(page.get_by_text("This page is live")).to_be_visible()
    await page.evaluate("Date.now = ((then) => () => then + 60000)(Date.now())")
    await expect(page.get_by_role("alert")).to_contain_text("This page is not live any more")


async def test_a_concern_is_taken_worked_and_closed_in_the_browser(here: World, screen: Page) -> None:
    found = a_busy_day(here)
    await look(here, screen, Role.DUTY_OFFICER, f"/concerns/{found['urgent']}")
    await screen.get_by_role("button", name="I am taking this").click()
    await screen.get_by_label("Your message").fill("Thank you for telling us. I am ringing the home now.")
    await screen.get_by_role("button", name="Send to Gee").click()
    await expect(screen.get_by_text("Wrote to the child:")).to_be_visible()
    await assert_fit_for_everybody(screen)
    await screen.get_by_text("Close it, with an outcome").click()
    await screen.get_by_role("button", name="Close this concern").click()
    await expect(screen.get_by_role("alert")).to_contain_text("Choose what came of it.")
    await assert_fit_for_everybody(screen)
    await screen.get_by_label("It was acted on").check()
    await screen.get_by_label("The police", exact=True).check()
    await screen.get_by_label("What was done, by whom").fill("Police and the home are with Gee.")
    await screen.get_by_label("I write it to them now").check()
    await screen.get_by_label("Your words to them").fill("Amy comes at four today.")
    await assert_fit_for_everybody(screen)
    await screen.get_by_role("button", name="Close this concern").click()
    await expect(screen.get_by_role("cell", name="Acted on")).to_be_visible()

"""The pages of reviews and challenges in the browser: fit for everybody, and the reading age as somebody writes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from portal.access import Role
from storage import challenges, children, decisions, reviews
from storage.database import Database
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.pages import assert_fit_for_everybody, go_to, open_as
from tests.portal.talk import World, world
from tests.portal.test_review_decisions import wish_of
from tests.support.prepared import NOW

REVIEW = "/reviews/EXR-0001"
HELD = date(2026, 11, 18)


@pytest.fixture
async def here(database: Database, clock: StandingClock) -> AsyncIterator[World]:
    async with world(database, clock) as opened:
        yield opened


@pytest.fixture(params=["page", "phone"])
def screen(request: pytest.FixtureRequest) -> Page:
    opened: Page = request.getfixturevalue(request.param)
    return opened


def everything(here: World) -> UUID:
    """A held review with decisions in every state, a "not yet", and a formal challenge; the challenge."""
    child_id = here.child()
    here.review(child_id, "EXR-0001", held_on=HELD, planned_for=HELD, status="held", chair_id=here.iro)
    here.review(child_id, "EXR-0002", planned_for=date(2026, 11, 26), start_time="10:30", number=2)
    wish = wish_of(here, child_id, "i want a lift home from football", at=HELD - timedelta(days=3))

    def work(store: Store) -> UUID:
        review, child = reviews.by_reference(store, "EXR-0001"), children.find(store, child_id)
        assert review is not None
        made = [
            decisions.make(
                store, review, here.iro, NOW, words=f"Decision {number}.", plain="Amy gets you a lift.", owner="Amy",
                due_on=date(2026, 11, 20), answer_id=wish, wish="partly", why="The club is shut in January.",
            )
            for number in range(4)
        ]  # fmt: skip
        store.flush()
        decisions.told(store, made[:2], NOW)
        decisions.view(store, decisions.load(store, made[0]), "not_yet", NOW, message_id=None, answer_by=NOW.date())
        decisions.view(store, decisions.load(store, made[1]), "yes", NOW, message_id=None, answer_by=None)
        decisions.withdraw(store, decisions.load(store, made[2]), "He moved clubs.", here.iro, NOW)
        one = challenges.start(
            store, child, here.iro, NOW - timedelta(days=9), topic="transport", issue="No lift.", stage="informal",
            due_on=date(2026, 11, 19), decision_id=made[0],
        )  # fmt: skip
        store.flush()
        challenges.climb(store, challenges.load(store, one), "team_manager", date(2026, 11, 19))
        return one

    return here.database.write_now(work)


async def look_as(screen: Page, here: World, role: Role, path: str) -> None:
    await open_as(screen, here.portal.address, here.portal.desk, here.portal.people[role], path)


PAGES = {
    Role.IRO: [
        REVIEW, f"{REVIEW}?attended=no&views=sent", "/reviews/EXR-0002", f"{REVIEW}/decisions/4", "/today",
        "/challenges", "/challenges/{challenge}",
    ],
    Role.IRO_MANAGER: ["/figures/reviews", "/challenges", REVIEW],
}  # fmt: skip


@pytest.mark.parametrize("role", PAGES)
async def test_every_page_is_fit_for_everybody(here: World, screen: Page, role: Role) -> None:
    challenge = str(everything(here))
    await look_as(screen, here, role, PAGES[role][0])
    for path in PAGES[role]:
        await go_to(screen, here.portal.address, path.replace("{challenge}", challenge))
        for part in await screen.locator("details").all():
            await part.evaluate("one => one.open = true")
        await assert_fit_for_everybody(screen)


async def test_the_reading_age_follows_what_is_written(here: World, page: Page) -> None:
    everything(here)
    await look_as(page, here, Role.IRO, f"{REVIEW}/decisions/new")
    line, age = page.get_by_label("The line in words for Fin"), page.locator("#plain-age")
    await expect(age).to_contain_text("appears here as you write")
    await line.fill("Your placement will be reviewed regarding contact arrangements with siblings.")
    await expect(age).to_contain_text("too hard")
    await expect(age).to_contain_text("Instead of placement: where you live")
    await line.fill("Amy will get you a lift home from football.")
    await expect(age).not_to_contain_text("too hard")
    await expect(age).to_contain_text("Reading age")


async def test_what_was_typed_is_there_when_something_is_missing(here: World, page: Page) -> None:
    everything(here)
    await look_as(page, here, Role.IRO, f"{REVIEW}/decisions/new")
    await page.get_by_label("For the record").fill("A lift home.")
    await page.get_by_label("The line in words for Fin").fill("Amy gets you a lift.")
    await page.get_by_role("button", name="Keep it", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("a decision without an owner is not done")
    await expect(page.get_by_label("For the record")).to_have_value("A lift home.")
    await page.get_by_role("link", name="Say who does it").click()
    await expect(page.get_by_label("Who does it")).to_be_focused()
    await page.get_by_label("Who does it").fill("Amy Rowan")
    await page.get_by_label("Done by").fill("2026-12-04")
    await page.get_by_role("button", name="Keep it", exact=True).click()
    await expect(page.get_by_role("status").first).to_contain_text("The decision is kept.")
    await expect(page.get_by_role("heading", name="5. A lift home.")).to_be_visible()

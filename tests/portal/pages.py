"""Opening the portal's real pages in the browser as somebody, and looking at them for faults."""

from __future__ import annotations

from uuid import UUID

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page
from yarl import URL

from portal.desk import Desk
from portal.tokens import COOKIE
from storage import sessions


async def open_as(page: Page, address: str, desk: Desk, staff_id: UUID, path: str) -> None:
    """Open a page as a member of staff who has signed in already; `address` is that of /staff."""
    token = sessions.new_token()
    await desk.database.write(
        lambda store: sessions.open_session(store, staff_id, token, desk.clock(), passed_code=True)
    )
    host = URL(address).host or ""
    await page.context.add_cookies([{"name": COOKIE, "value": token, "domain": host, "path": "/staff"}])
    await go_to(page, address, path)


async def go_to(page: Page, address: str, path: str) -> None:
    """Open another page of the portal, which must be there."""
    answer = await page.goto(f"{address}{path}")
    assert answer is not None
    assert answer.status == 200, f"{path} answered {answer.status}"


async def assert_fit_for_everybody(page: Page) -> None:
    """No fault that axe can find, nothing wider than the screen, one main heading."""
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    wider = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"
    assert await page.locator("h1").count() == 1

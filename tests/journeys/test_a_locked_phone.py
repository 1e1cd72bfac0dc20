"""A phone that others use: a child asks how to lock the chat; whoever picks the phone up next finds no word of it."""

from __future__ import annotations

from playwright.async_api import BrowserContext, Page, Route, expect

from tests.support.browser import chromium_browser, opened_page
from tests.support.served import ChildAtPage, Served

FIN = "EXC-0038"
WORDS = "a kingfisher lives by the bridge"
LEFT = "() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))"


async def weather(context: BrowserContext) -> None:
    async def elsewhere(route: Route) -> None:
        await route.fulfill(body="<h1>Weather</h1>", content_type="text/html")

    await context.route("https://www.bbc.co.uk/weather", elsewhere)


async def nothing_is_on(page: Page) -> None:
    html = await page.content()
    for never in ("kingfisher", "Beth", "Fin"):
        assert never not in html, f"{never} on {page.url}"


async def is_locked(page: Page) -> None:
    await expect(page.get_by_role("heading", name="Locked")).to_be_visible()
    await nothing_is_on(page)


async def tries(page: Page, word: str) -> None:
    await page.fill("#unlock-word", word)
    await page.click("#unlock [type=submit]")


async def leaves(page: Page) -> None:
    await page.locator(".exit:visible").first.tap()
    await expect(page.get_by_role("heading", name="Weather")).to_be_visible()


async def asks_for_a_lock(chat: ChildAtPage, word: str) -> None:
    """In words; the conversation opens it."""
    await chat.says("how do i lock this")
    await chat.hears("You can lock this chat")
    await chat.taps("Show me")
    page = chat.page
    await page.click("[data-choose=word]")
    await page.fill("#new-word", word)
    await page.click("#choose [type=submit]")
    await expect(page.locator("#device-said")).to_have_text("Your lock is on.")
    await page.click("#device-close")


async def test_nobody_else_finds_a_word_by_back_reload_or_another_tab(served: Served) -> None:
    async with chromium_browser(keeps_pages=True) as browser, opened_page(browser, phone=True) as page:
        await weather(page.context)
        chat = ChildAtPage(page, served.url)
        await chat.joins("OTTER-42", "4 april", "Fin")
        await chat.says(WORDS)
        await asks_for_a_lock(chat, "purple")
        other = await page.context.new_page()
        await other.goto(served.url)
        await expect(other.get_by_text(WORDS)).to_be_visible()

        await leaves(page)
        await is_locked(other)
        await page.bring_to_front()
        await page.go_back()
        await nothing_is_on(page)
        await page.goto(served.url)
        await is_locked(page)
        await page.reload()
        await tries(page, "guess")
        await expect(page.locator("#unlock-said")).to_contain_text("Tries left: 4")
        await is_locked(page)
        await tries(page, "Purple")
        await expect(page.get_by_text(WORDS)).to_be_visible()

        # A page that a browser keeps for the back button goes out of sight as it is left.
        await page.evaluate(LEFT)
        await expect(page.get_by_text(WORDS)).to_be_hidden()
        await page.goto("https://www.bbc.co.uk/weather")
        await other.reload()
        await expect(other.get_by_text(WORDS)).to_be_visible()
        await other.click("[data-opens=device]")
        await other.click("#lock-now")
        await page.bring_to_front()
        await page.go_back()
        await is_locked(page)

        # The word is forgotten: the device is, too, and a new card brings everything back.
        await page.locator("#lock summary").tap()
        await page.locator("#lock-forget").tap()
        await expect(page.get_by_role("heading", name="This device has been forgotten")).to_be_visible()
        await page.go_back()
        await nothing_is_on(page)
        served.card(FIN, "HERON-55")
        await page.goto(served.url + "/#card=HERON-55")
        await chat.hears("Is it OK to go on?")
        await nothing_is_on(page)
        await chat.taps("Yes")
        await chat.hears("birthday")
        await chat.says("4 april")
        await expect(page.get_by_text(WORDS)).to_be_visible()
        await page.reload()
        await expect(page.get_by_text(WORDS)).to_be_visible()

"""The browser draws, is as wide as the screen it stands for, and reports what a page does wrong."""

from __future__ import annotations

import pytest
from aiohttp import web
from playwright.async_api import Browser, Page

from tests.support.browser import opened_page

HELLO = "data:text/html,<meta name=viewport content='width=device-width'><h1>Hello</h1>"


async def test_a_page_is_drawn(page: Page) -> None:
    await page.goto(HELLO)
    assert await page.inner_text("h1") == "Hello"
    assert await page.evaluate("innerWidth") == 1280


async def test_a_phone_is_narrow_and_can_be_tapped(phone: Page) -> None:
    await phone.goto(HELLO)
    await phone.tap("h1")
    assert await phone.evaluate("innerWidth") == 390


async def test_a_page_of_a_server_in_this_very_process_opens(page: Page) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(text="<h1>Here</h1>", content_type="text/html")

    application = web.Application()
    application.router.add_get("/", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        await page.goto(f"http://127.0.0.1:{runner.addresses[0][1]}/")
        assert await page.inner_text("h1") == "Here"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<script>throw new Error('broken')</script>", "broken"),
        ("<img src='http://elsewhere.example/pixel.png'>", "asked for http://elsewhere.example/pixel.png"),
        (
            "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\"><script>1</script>",
            "Content Security Policy",
        ),
    ],
)
async def test_a_page_that_does_wrong_fails_its_test(chromium: Browser, html: str, fault: str) -> None:
    with pytest.raises(AssertionError, match=fault):
        async with opened_page(chromium) as page:
            await page.set_content(html)

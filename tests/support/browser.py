"""The real page in Chromium: a desktop screen and a phone, and no way off this machine."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Browser, ConsoleMessage, Error, Page, Route, async_playwright, expect

expect.set_options(timeout=15_000)  # a busy machine is slow, not wrong

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class ChromiumUnavailableError(Exception):
    """Chromium is not installed."""


@contextlib.asynccontextmanager
async def chromium_browser(*, keeps_pages: bool = False) -> AsyncIterator[Browser]:
    """Chromium without a window while the block lasts. Raises ChromiumUnavailableError when it is missing.

    `keeps_pages`: whole pages for the back button, as people's browsers do and those of tests do not.
    """
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        raise ChromiumUnavailableError("Chromium is not installed; `make test` installs it.")
    async with async_playwright() as playwright:
        left_out = ["--disable-back-forward-cache"] if keeps_pages else None
        browser = await playwright.chromium.launch(
            executable_path=path, args=list(FLAGS), ignore_default_args=left_out
        )  # fmt: skip
        try:
            yield browser
        finally:
            await browser.close()


@contextlib.asynccontextmanager
async def opened_page(
    browser: Browser,
    *,
    phone: bool = False,
    picture: Path | None = None,
) -> AsyncIterator[Page]:
    """A page with no history, while the block lasts; the way it ended is kept in `picture`.

    Raises AssertionError at the end if a script on the page failed, the page broke its own content security
    policy, or it asked for anything that is not on this machine.
    """
    faults: list[str] = []
    screen = PHONE if phone else DESKTOP
    context = await browser.new_context(locale="en-GB", timezone_id="Europe/London", **screen)
    try:
        await context.route(lambda url: not _stays_here(url), lambda route: _refuse(route, faults))
        page = await context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        page.on("console", lambda message: _note_policy_breach(message, faults))
        yield page
        if picture is not None:
            picture.parent.mkdir(parents=True, exist_ok=True)
            await page.screenshot(path=picture, full_page=True)
    finally:
        await context.close()
    assert not faults, "; ".join(faults)


def _stays_here(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"data", "blob", "about"} or parts.hostname in LOOPBACK


async def _refuse(route: Route, faults: list[str]) -> None:
    faults.append(f"asked for {route.request.url}")
    with contextlib.suppress(Error):  # the page may be gone by now, and the fault is noted
        await route.abort()


def _note_policy_breach(message: ConsoleMessage, faults: list[str]) -> None:
    if message.type == "error" and "Content Security Policy" in message.text:
        faults.append(message.text)

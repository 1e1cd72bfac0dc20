"""The whole application on a server of its own, and who meets in it: a child, and somebody on the staff."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass

from aiohttp.test_utils import TestServer
from playwright.async_api import Locator, Page, expect

from bot import application
from bot.channels import configured
from bot.channels.capabilities import Channel
from bot.clock import PlayedClock
from bot.demo.load import PASSWORD
from bot.service import Service, build
from conversations.library import Library
from safeguarding.screening import Screen
from storage import children, inbox, invites, outbox, staff
from storage.database import Database
from storage.store import Store
from tests.support.once import the_library
from tests.support.played import SETTINGS, the_screen
from tests.support.processes import free_port

LOOK_AGAIN = 0.02
"""Seconds. Work that other tasks do, over sockets, tells nobody when all of it is done."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running service, its clock, and where it listens."""

    service: Service
    clock: PlayedClock
    url: str

    @property
    def database(self) -> Database:
        return self.service.database

    def card(self, reference: str, word: str) -> None:
        """Print a card for a child of Exampleshire."""

        def make(store: Store) -> None:
            child = children.by_reference(store, reference)
            assert child is not None, f"no child {reference}"
            invites.make(store, child.id, self.clock.now, random.Random(1), word=word)

        self.database.write_now(make)

    async def settled(self) -> None:
        """Return once everything that arrived is answered and everything that goes out is sent."""

        def waiting(store: Store) -> bool:
            return bool(inbox.depth(store) or outbox.depth(store).waiting)

        await until(lambda: not self.database.read_now(waiting))


async def until(happened: Callable[[], object], seconds: float = 30) -> None:
    """Return once it has happened. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not happened():
            await asyncio.sleep(LOOK_AGAIN)


@contextlib.asynccontextmanager
async def served_on(
    database: Database, clock: PlayedClock, channels: Mapping[str, Channel] | None = None,
    library: Library | None = None, screen: Screen | None = None, **settings: object,
) -> AsyncIterator[Served]:  # fmt: skip
    """The service on this database while the block lasts; e-mail goes nowhere, as in the demo."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    wanted = SETTINGS.model_copy(update={"public_url": url, "secure_cookies": False, **settings})
    every_channel = configured.connect(SETTINGS, clock) | dict(channels or {})
    service = build(
        wanted, database, every_channel, clock, library=library or the_library(), screen=screen or the_screen()
    )
    async with TestServer(application.make(service), port=port):
        yield Served(service, clock, url)


@dataclass(frozen=True, slots=True)
class ChildAtPage:
    """A child with the chat open in a browser."""

    page: Page
    url: str

    async def opens(self, card: str = "") -> None:
        await self.page.goto(f"{self.url}/{f'#card={card}' if card else ''}")
        await self.hears("Is it OK to go on?")

    async def says(self, text: str) -> None:
        """Write it, and see it kept."""
        await self.page.fill("#text", text)
        await self.page.click(".send")
        bubble = self.page.locator(".message.child", has=self.page.get_by_text(text, exact=True)).last
        await expect(bubble).not_to_have_class(re.compile("not-sent"))

    async def taps(self, label: str) -> None:
        """Tap a button of the question that stands open, and see it taken."""
        said = self.page.locator(".message.child")
        before = await said.count()
        await self.page.locator(".choices:not(.over)").get_by_role("button", name=label, exact=True).click()
        await expect(said).to_have_count(before + 1)

    async def hears(self, words: str, author: str = "bot") -> None:
        await expect(self.said_by(author, words).last).to_be_visible()

    async def joins(self, card: str, birthday: str, name: str) -> None:
        """The whole of the hello, up to the menu."""
        await self.opens(card)
        await self.taps("Yes")
        await self.hears("birthday")
        await self.says(birthday)
        await self.hears("call you")
        await self.taps(name)
        await self.hears("screen?")
        await self.taps("Only me")
        await self.hears("What would you like to do?")

    def said_by(self, author: str, words: str = "") -> Locator:
        return self.page.locator(f".message.{author}", has_text=words)

    def after(self, words: str) -> Locator:
        """What the computer said after these words of the child, in order."""
        mine = self.page.locator(".message.child", has=self.page.get_by_text(words, exact=True)).last
        return mine.locator("xpath=following-sibling::article[contains(@class, 'bot')]")


async def signs_in(page: Page, url: str, email: str) -> None:
    """Sign in by the real pages, with the code that the demo shows."""
    await page.goto(f"{url}/staff/")
    await page.get_by_label("Work e-mail").fill(email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Continue").click()
    code = await page.locator("#demo-code").inner_text()
    await page.get_by_label("Code").fill(code)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def email_of(database: Database, reference: str) -> str:
    """The address by which a member of Exampleshire's staff signs in."""
    member = database.read_now(lambda store: staff.by_reference(store, reference))
    assert member is not None, f"no member of staff {reference}"
    return member.email

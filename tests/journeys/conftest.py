"""Journeys in Exampleshire: in memory as `my-iro talk` plays them, by the real page, and by Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from playwright.async_api import Page
from pydantic import SecretStr

from bot.clock import PlayedClock
from bot.played import TODAY, Played
from bot.service import build
from storage.database import Database
from tests.support.databases import Databases
from tests.support.notify import RECEIPTS_TOKEN, TEXTS_TOKEN, NotifyLookAlike, Texts, notify_on_loopback
from tests.support.once import the_library
from tests.support.played import SETTINGS, fill, the_screen
from tests.support.prepared import Templates
from tests.support.served import ChildAtPage, Served, served_on


@pytest.fixture(scope="session")
def exampleshires(databases: Databases) -> Templates:
    return Templates(databases, fill)


@pytest.fixture
def exampleshire(exampleshires: Templates) -> Iterator[Database]:
    with exampleshires.opened("sqlite") as opened:
        yield opened


@pytest.fixture
def child(exampleshire: Database) -> Callable[..., Played]:
    """A child of Exampleshire who has proved who they are; without a reference, a visitor."""

    def be(reference: str = "", **settings) -> Played:
        clock = PlayedClock(settings.pop("now", TODAY))
        service = build(SETTINGS, exampleshire, clock=clock, library=the_library(), screen=the_screen())
        played = Played(service, clock, sender=reference or "visitor", **settings)
        if reference:
            played.be(reference)
        return played

    return be


@pytest.fixture
async def served(exampleshire: Database) -> AsyncIterator[Served]:
    """The whole service, as a browser meets it."""
    async with served_on(exampleshire, PlayedClock(TODAY), library=the_library(), screen=the_screen()) as running:
        yield running


@pytest.fixture
def chat(phone: Page, served: Served) -> ChildAtPage:
    """A child who holds a phone."""
    return ChildAtPage(phone, served.url)


@pytest.fixture
async def notify() -> AsyncIterator[NotifyLookAlike]:
    async with notify_on_loopback() as there:
        yield there


@pytest.fixture
async def texted(exampleshire: Database, notify: NotifyLookAlike) -> AsyncIterator[Served]:
    """The whole service, which children can text."""
    tokens = {"notify_receipts_token": SecretStr(RECEIPTS_TOKEN), "notify_texts_token": SecretStr(TEXTS_TOKEN)}
    async with served_on(exampleshire, PlayedClock(TODAY), {"sms": notify.channel()}, **tokens) as running:
        notify.service_url = running.url
        yield running


@pytest.fixture
def texts(texted: Served, notify: NotifyLookAlike) -> Texts:
    """A child's phone without data."""
    return Texts(texted, notify)

"""A chat on a real server of its own, over a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.chat.chat import Chat
from bot.clock import PlayedClock
from bot.hub import Hub
from bot.settings import Settings
from reviews.settings import ReviewSettings
from tests.bot.chat.chatting import Child, ScriptedIntake, Served, serving
from tests.support.prepared import NOW, Templates


@pytest.fixture
def settings() -> Settings:
    return Settings(authority="exampleshire", authority_name="Exampleshire", secure_cookies=False)


@pytest.fixture
async def served(prepared: Templates, settings: Settings) -> AsyncIterator[Served]:
    with prepared.opened("sqlite") as database:
        hub, clock = Hub(), PlayedClock(NOW)
        intake = ScriptedIntake(database, hub, clock)
        chat = Chat(database, intake, hub, clock, settings, ReviewSettings(), look_seconds=0.05)
        async with serving(chat) as url:
            yield Served(chat, intake, clock, url)


@pytest.fixture
async def child(served: Served) -> AsyncIterator[Child]:
    jar = aiohttp.CookieJar(unsafe=True)  # an address without a name may have cookies too
    async with aiohttp.ClientSession(cookie_jar=jar) as http:
        yield Child(served, http)

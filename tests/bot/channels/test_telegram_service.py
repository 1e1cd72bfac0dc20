"""The whole service on Telegram: what is written is answered in the chat, once, and a block is noticed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import PATH
from bot.clock import PlayedClock
from bot.service import Service, build
from bot.settings import Settings
from storage import conversations, inbox, outbox
from storage.database import Database
from tests.support.once import the_library
from tests.support.played import the_screen
from tests.support.prepared import AUTHORITY, NOW
from tests.support.telegram import Child, Shown, TelegramEmulator

SECRET = "a-secret-of-this-test"


@pytest.fixture
async def service(database: Database, channel: TelegramChannel) -> AsyncIterator[Service]:
    settings = Settings(authority=AUTHORITY, telegram="webhook", telegram_secret=SECRET)  # type: ignore[arg-type]
    built = build(
        settings, database, {"telegram": channel}, PlayedClock(NOW), library=the_library(), screen=the_screen()
    )
    app = web.Application()
    for add_routes in built.webhooks:
        add_routes(app)
    async with TestServer(app) as server:
        await channel.listen_at(str(server.make_url(PATH)), SECRET)
        await built.intake.start()
        delivering = asyncio.create_task(built.delivery.run())
        yield built
        delivering.cancel()
        await asyncio.gather(delivering, return_exceptions=True)
        await built.delivery.stop()
        await built.intake.stop()


async def settled(service: Service, telegram: TelegramEmulator, chat: int = 7001) -> list[Shown]:
    """Everything shown in the chat, once nothing waits anywhere."""

    def waiting() -> bool:
        depth = service.database.read_now(lambda store: (inbox.depth(store), outbox.depth(store).waiting))
        return bool(depth[0] or depth[1])

    async with asyncio.timeout(60):
        while waiting():
            await asyncio.sleep(0.02)
    return telegram.in_chat(chat)


async def test_a_hello_is_answered_with_words_and_buttons(
    service: Service, telegram: TelegramEmulator, gee: Child
) -> None:
    await gee.say("/start")
    shown = await settled(service, telegram)
    assert shown
    assert shown[-1].buttons


async def test_an_update_that_comes_twice_is_answered_once(
    service: Service, telegram: TelegramEmulator, gee: Child
) -> None:
    update = await gee.say("/start")
    before = len(await settled(service, telegram))
    await telegram.arrive({"message": update["message"]}, update["update_id"])
    assert len(await settled(service, telegram)) == before


async def test_whoever_blocked_the_bot_and_comes_back_is_answered_again(
    service: Service, telegram: TelegramEmulator, gee: Child
) -> None:
    await gee.say("/start")
    await settled(service, telegram)
    await gee.block()
    await settled(service, telegram)
    address = service.database.read_now(lambda store: conversations.address_of(store, "telegram", "7001"))
    assert address is not None
    assert address.state == "unreachable"
    telegram.blocked.clear()
    before = len(telegram.in_chat(7001))
    await gee.say("hello again")
    assert len(await settled(service, telegram)) > before, "the child wrote and nobody answered"

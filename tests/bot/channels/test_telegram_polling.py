"""Polling keeps each update before it moves on: whatever dies in between, nothing is lost and nothing doubled."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from lo_bot_api_emulator import ApiRefusal

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_polling import STALLED_AFTER, TelegramPoller
from bot.clock import PlayedClock
from bot.errors import TryLater
from bot.inbound import Outbound
from storage.database import Database
from storage.errors import StorageError
from tests.bot.channels.keeping import Keeper
from tests.support.prepared import NOW
from tests.support.telegram import TOKEN, Child, TelegramEmulator


class Killed(BaseException):
    """The process ends here."""


@pytest.fixture
def keeper(database: Database) -> Keeper:
    return Keeper(database)


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


def poller(channel: TelegramChannel, keeper: Keeper, clock: PlayedClock | None = None) -> TelegramPoller:
    """A new process: it knows nothing of an earlier one."""
    return TelegramPoller(channel, keeper.accept_raw, clock or PlayedClock(NOW), seconds=0)


async def test_what_arrives_is_kept_and_then_let_go(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child, session: aiohttp.ClientSession
) -> None:
    await gee.say("one")
    await gee.say("two")
    polling = poller(channel, keeper)
    assert await polling.once(session) == 2
    assert len(telegram.undelivered()) == 2, "let go of before the next question"
    assert await polling.once(session) == 0
    assert telegram.undelivered() == []
    assert sorted(inbound.text for inbound in keeper.arrivals(channel)) == ["one", "two"]


@pytest.mark.parametrize("dies_at", [1, 2, 3])
async def test_killed_at_any_update_nothing_is_lost_and_nothing_doubled(
    channel: TelegramChannel, keeper: Keeper, gee: Child, session: aiohttp.ClientSession, dies_at: int
) -> None:
    for text in ("one", "two", "three"):
        await gee.say(text)
    calls = 0

    def dies() -> None:
        nonlocal calls
        calls += 1
        if calls == dies_at:
            raise Killed

    keeper.before = dies
    with pytest.raises(Killed):
        await poller(channel, keeper).once(session)
    keeper.before = None
    after = poller(channel, keeper)
    while await after.once(session):
        pass
    assert sorted(inbound.text for inbound in keeper.arrivals(channel)) == ["one", "three", "two"]


async def test_killed_after_keeping_the_repeat_ends_in_the_inbox(
    channel: TelegramChannel, keeper: Keeper, gee: Child, session: aiohttp.ClientSession
) -> None:
    await gee.say("one")
    await poller(channel, keeper).once(session)
    await poller(channel, keeper).once(session)
    assert keeper.results == [True, False]
    assert len(keeper.arrivals(channel)) == 1


async def test_the_offset_stands_still_while_the_database_does_not_answer(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child, session: aiohttp.ClientSession
) -> None:
    def away() -> None:
        raise StorageError("The database did not answer.")

    keeper.before = away
    await gee.say("one")
    polling = poller(channel, keeper)
    for _ in range(2):
        with pytest.raises(StorageError):
            await polling.once(session)
    assert len(telegram.undelivered()) == 1
    keeper.before = None
    assert await polling.once(session) == 1


async def test_a_tap_is_kept_first_and_then_marked(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child, session: aiohttp.ClientSession
) -> None:
    await channel.send(Outbound("telegram", "7001", "Shall we?", ({"id": "yes", "label": "Yes"},)))
    await gee.tap("Yes")
    await poller(channel, keeper).once(session)
    await channel.settled()
    assert [inbound.choice for inbound in keeper.arrivals(channel)] == ["yes"]
    assert telegram.in_chat(7001)[0].labels == ["✓ Yes"]


async def test_a_flood_limit_and_another_poller_are_waited_out(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, session: aiohttp.ClientSession
) -> None:
    telegram.flood("getUpdates", 9)
    telegram.refuse["getUpdates"].append(ApiRefusal("Conflict: terminated by other getUpdates request", 409))
    polling = poller(channel, keeper)
    with pytest.raises(TryLater) as limited:
        await polling.once(session)
    assert limited.value.after == 9
    with pytest.raises(TryLater, match="409"):
        await polling.once(session)
    assert await polling.once(session) == 0


async def test_a_network_that_is_gone_never_shows_the_token(
    keeper: Keeper, session: aiohttp.ClientSession, unused_tcp_port: int
) -> None:
    channel = TelegramChannel(TOKEN, f"http://127.0.0.1:{unused_tcp_port}/bot")
    with pytest.raises(TryLater) as caught:
        await poller(channel, keeper).once(session)
    await channel.close()
    assert TOKEN not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


async def test_a_running_poller_takes_over_from_a_webhook_and_outlives_every_trouble(
    telegram: TelegramEmulator, channel: TelegramChannel, keeper: Keeper, gee: Child,
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    await channel.listen_at("http://127.0.0.1:9/telegram/webhook", "a-secret-of-this-test")
    await gee.say("before")
    telegram.flood("getUpdates", 1)
    telegram.refuse["getUpdates"][0].parameters["retry_after"] = 0
    kept = asyncio.Event()
    faults = [ValueError("quotes my words"), StorageError("The database did not answer.")]

    def before() -> None:
        if faults:
            raise faults.pop()
        kept.set()

    keeper.before = before
    monkeypatch.setattr("bot.channels.telegram_polling.FIRST_WAIT", 0.01)
    running = asyncio.create_task(poller(channel, keeper).run())
    async with asyncio.timeout(20):
        await kept.wait()
        while telegram.undelivered():
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert [inbound.text for inbound in keeper.arrivals(channel)] == ["before"]
    assert "polling waits: ValueError" in caplog.text
    assert "quotes my words" not in caplog.text


async def test_a_stalled_poller_is_noticed_with_what_waits_at_telegram(
    channel: TelegramChannel, keeper: Keeper, gee: Child, session: aiohttp.ClientSession,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    clock = PlayedClock(NOW)
    polling = poller(channel, keeper, clock)
    await polling.once(session)
    clock.forward(STALLED_AFTER)
    assert not polling.stalled()
    clock.forward(timedelta(seconds=1))
    assert polling.stalled()
    await gee.say("is anybody there")
    said = asyncio.Event()

    class Waits(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.set()

    logger, handler = logging.getLogger("bot.channels.telegram_polling"), Waits()
    logger.addHandler(handler)
    watching = asyncio.create_task(polling.watch(every=0))
    async with asyncio.timeout(20):
        await said.wait()
    watching.cancel()
    logger.removeHandler(handler)
    assert "Telegram polling has stalled" in caplog.text
    assert "waiting there: 1" in caplog.text
    await polling.once(session)
    assert not polling.stalled()

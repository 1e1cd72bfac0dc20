"""Telegram on loopback, the channel that speaks to it, and a young person of 16 who has the chat open."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import TelegramChannel
from tests.support.telegram import TOKEN, Child, TelegramEmulator, telegram_on_loopback


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with telegram_on_loopback() as emulator:
        yield emulator


@pytest.fixture
async def channel(telegram: TelegramEmulator) -> AsyncIterator[TelegramChannel]:
    opened = TelegramChannel(TOKEN, telegram.base_url, overall_rate=1000)
    yield opened
    await opened.close()


@pytest.fixture
def gee(telegram: TelegramEmulator) -> Child:
    return Child(telegram)

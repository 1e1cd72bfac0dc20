"""Telegram in a running service: a webhook on our own server, or polling for a single site."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_polling import TelegramPoller
from bot.channels.telegram_webhook import PATH, AcceptRaw, telegram_webhook
from bot.clock import Clock
from bot.errors import SendTrouble
from bot.settings import Settings

log = logging.getLogger(__name__)
TRY_AGAIN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Webhook:
    """Tells Telegram where we listen, and again until Telegram has heard it."""

    channel: TelegramChannel
    url: str
    secret: str

    async def run(self) -> None:
        while True:
            try:
                await self.channel.listen_at(self.url, self.secret)
            except SendTrouble as error:
                log.error("Telegram does not know our webhook yet: %s", error)
                await asyncio.sleep(TRY_AGAIN_SECONDS)
            else:
                return

    def troubles(self) -> list[str]:
        return []


@dataclass(frozen=True, slots=True)
class Polling:
    """Polls, and notices when nothing has been heard for minutes."""

    poller: TelegramPoller

    async def run(self) -> None:
        await asyncio.gather(self.poller.run(), self.poller.watch())

    def troubles(self) -> list[str]:
        return ["Telegram polling has stalled"] if self.poller.stalled() else []


def join_telegram(
    settings: Settings, channel: TelegramChannel, accept_raw: AcceptRaw, clock: Clock
) -> tuple[Webhook | Polling, Callable[[web.Application], None] | None]:
    """What to run, and the route to add. Raises `Misconfigured` for a webhook without a secret."""
    if settings.telegram == "polling":
        return Polling(TelegramPoller(channel, accept_raw, clock)), None
    secret = settings.telegram_secret.get_secret_value() if settings.telegram_secret else ""
    telegram_webhook(web.Application(), channel, secret, accept_raw)  # refuse now, not when the server is up

    def add_route(app: web.Application) -> None:
        telegram_webhook(app, channel, secret, accept_raw)

    return Webhook(channel, settings.public_url + PATH, secret), add_route

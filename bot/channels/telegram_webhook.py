"""The webhook: an update is kept before Telegram is told that it arrived; until then Telegram repeats it."""

import hmac
import logging
from typing import Protocol

from aiohttp import web

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_updates import parse
from bot.errors import BadArrival, Misconfigured
from storage.errors import StorageError

log = logging.getLogger(__name__)

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
SHORTEST_SECRET = 16
LARGEST = 256 * 1024


class AcceptRaw(Protocol):
    """Keeps a raw arrival; returns once it is committed, False when it was here before. Raises `StorageError`."""

    async def __call__(self, channel: str, external_id: str, payload: str) -> bool: ...


def telegram_webhook(
    app: web.Application, channel: TelegramChannel, secret: str, accept_raw: AcceptRaw, path: str = PATH
) -> None:
    """Add the route. Raises `Misconfigured` without a secret: anybody could then speak in a child's name."""
    if len(secret) < SHORTEST_SECRET:
        raise Misconfigured(
            f"The Telegram webhook needs a secret of {SHORTEST_SECRET} characters or more. "
            "Make one (openssl rand -hex 32) and set MY_IRO_TELEGRAM_SECRET."
        )

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        body = await _body(request)
        if body is None:
            return web.Response(status=413)
        try:
            payload = body.decode()
            update = parse(payload)
        except (UnicodeDecodeError, BadArrival):
            return web.Response(status=400)
        try:
            await accept_raw("telegram", channel.number(update), payload)
        except StorageError as error:
            log.error("A Telegram update was not kept; Telegram will repeat it: %s", error)
            return web.Response(status=503)
        channel.acknowledge(update)
        return web.Response()

    app.router.add_post(path, receive)


async def _body(request: web.Request) -> bytes | None:
    """The body, or None when it is larger than any update is."""
    if (request.content_length or 0) > LARGEST:
        return None
    read = bytearray()
    async for chunk in request.content.iter_chunked(16 * 1024):
        read += chunk
        if len(read) > LARGEST:
            return None
    return bytes(read)

"""What Notify says afterwards: a text that never arrived counts as not sent, and the next way is used at once."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from aiohttp import web

from bot.errors import Misconfigured
from storage.errors import StorageError

log = logging.getLogger(__name__)

PATH = "/notify/receipts"
SHORTEST_TOKEN = 16
LARGEST = 16 * 1024
FAILED = ("permanent-failure", "temporary-failure", "technical-failure")

Returned = Callable[[UUID, str, str], Awaitable[bool]]
"""(outbox row, channel, why): False when it was known or is not ours. Raises `StorageError`."""


def add_receipts(app: web.Application, token: str, returned: Returned) -> None:
    """Add the route. Raises `Misconfigured` for a token that can be guessed: anybody could then fail our texts."""
    if len(token) < SHORTEST_TOKEN:
        raise Misconfigured(
            f"MY_IRO_NOTIFY_RECEIPTS_TOKEN needs {SHORTEST_TOKEN} characters or more. Make one: openssl rand -hex 32"
        )

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get("Authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {token}".encode()):
            return web.Response(status=403)
        receipt = await _receipt(request)
        if receipt is None:
            return web.Response(status=400)
        parcel_id, status = receipt
        if status not in FAILED:
            return web.Response()
        try:
            await returned(parcel_id, "sms", status)
        except StorageError as error:
            log.error("A receipt of Notify was not kept; Notify will repeat it: %s", error)
            return web.Response(status=503)
        return web.Response()

    app.router.add_post(PATH, receive)


async def _receipt(request: web.Request) -> tuple[UUID, str] | None:
    """Which outbox row and what became of it; None for what is no receipt of ours."""
    if (request.content_length or LARGEST + 1) > LARGEST:
        return None
    try:
        said = json.loads(await request.text())
        return UUID(said["reference"]), str(said["status"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None

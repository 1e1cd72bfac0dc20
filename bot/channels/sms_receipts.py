"""What Notify says afterwards of a text: that it arrived, or that it never did, and then another way is used."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from aiohttp import web

from bot.channels.notify_callbacks import authorised, checked, object_of
from storage.errors import StorageError

log = logging.getLogger(__name__)

PATH = "/notify/receipts"
DELIVERED = "delivered"
FAILED = ("permanent-failure", "temporary-failure", "technical-failure")

Returned = Callable[[UUID, str, str], Awaitable[bool]]
"""(outbox row, channel, why): False when it was known or is not ours. Raises `StorageError`."""
Arrived = Callable[[UUID, str], Awaitable[bool]]
"""(outbox row, channel): the same for what arrived."""


def add_receipts(app: web.Application, token: str, returned: Returned, arrived: Arrived) -> None:
    """Add the route. Raises `Misconfigured` for a token that can be guessed: anybody could then fail our texts."""
    checked(token, "MY_IRO_NOTIFY_RECEIPTS_TOKEN")

    async def receive(request: web.Request) -> web.Response:
        if not authorised(request, token):
            return web.Response(status=403)
        receipt = _receipt(await object_of(request) or {})
        if receipt is None:
            return web.Response(status=400)
        parcel_id, status = receipt
        try:
            if status == DELIVERED:
                await arrived(parcel_id, "sms")
            elif status in FAILED:
                await returned(parcel_id, "sms", status)
        except StorageError as error:
            log.error("A receipt of Notify was not kept; Notify will repeat it: %s", error)
            return web.Response(status=503)
        return web.Response()

    app.router.add_post(PATH, receive)


def _receipt(said: Mapping[str, Any]) -> tuple[UUID, str] | None:
    """Which outbox row and what became of it; None for what is no receipt of ours."""
    try:
        return UUID(said["reference"]), str(said["status"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None

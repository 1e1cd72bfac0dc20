"""Texts from children: kept before Notify is told that they arrived; until then Notify repeats them.

Threat: whoever could post here would speak in a child's name. So there is no route without a token.
"""

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from aiohttp import web

from bot.channels.notify_callbacks import authorised, checked, object_of
from bot.errors import BadArrival
from bot.inbound import Inbound
from storage.errors import StorageError
from storage.invites import card_words, normalise_word
from storage.phone import normal

log = logging.getLogger(__name__)

PATH = "/notify/texts"
CHANNEL = "sms"


class AcceptRaw(Protocol):
    """Keeps a raw arrival; returns once it is committed, False when it was here before. Raises `StorageError`."""

    async def __call__(self, channel: str, external_id: str, payload: str) -> bool: ...


def add_received(app: web.Application, token: str, accept_raw: AcceptRaw) -> None:
    """Add the route. Raises `Misconfigured` for a token that can be guessed."""
    checked(token, "MY_IRO_NOTIFY_TEXTS_TOKEN")

    async def receive(request: web.Request) -> web.Response:
        if not authorised(request, token):
            return web.Response(status=403)
        said = await object_of(request)
        if said is None or not _is_text(said):
            return web.Response(status=400)
        if normal(said["source_number"]) is None:
            # A network or a shop writes under a name. It is nobody whom an answer would reach.
            log.info("a text was left out: its sender is no telephone number")
            return web.Response()
        try:
            await accept_raw(CHANNEL, said["id"], json.dumps(said, ensure_ascii=False))
        except StorageError as error:
            log.error("A text was not kept; Notify will repeat it: %s", error)
            return web.Response(status=503)
        return web.Response()

    app.router.add_post(PATH, receive)


def read(payload: str) -> Inbound:
    """What a stored text says. Raises `BadArrival`.

    A text that is nothing but the word of a card brings in whoever sent it, as the link on the card does.
    """
    try:
        said = json.loads(payload)
        sender, text = normal(said["source_number"]), said["message"]
        word = normalise_word(text)
        invite = word if word is not None and word.partition("-")[0] in card_words() else ""
        if sender is None:
            raise BadArrival("The sender of a text is no telephone number.")
        return Inbound(
            CHANNEL, said["id"], sender, text=text, sent_at=_moment(said.get("date_received")), invite=invite
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadArrival(f"A text lacks what it must have ({type(error).__name__}).") from error


def _is_text(said: Mapping[str, Any]) -> bool:
    if not all(isinstance(said.get(name), str) for name in ("id", "source_number", "message")):
        return False
    try:
        UUID(said["id"])
    except ValueError:
        return False
    return True


def _moment(said: object) -> str:
    """As ISO 8601 with its zone: Notify's times are UTC."""
    return datetime.fromisoformat(said.replace("Z", "+00:00")).isoformat() if isinstance(said, str) else ""

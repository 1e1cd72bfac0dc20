"""The chat over plain requests: opening a session, and everything a WebSocket does for those who have none."""

import asyncio
import contextlib
from dataclasses import replace
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.chat import drop
from bot.chat.chat import CHANNEL, Chat
from bot.chat.frames import BadFrame, Opening, Sent, read_after, read_opening, read_sent, show
from bot.chat.guard import NO_SESSION, json_body, refused
from bot.chat.session import (
    address_from,
    external_prefix,
    look_from,
    open_address,
    sender_of,
    set_cookie,
    shut_by,
    standing,
    view_of,
)
from bot.chat.view_token import CLOSED, brought
from bot.inbound import Inbound
from storage.chat import Look, is_anothers
from storage.conversations import Address
from storage.store import Store

FIRST_WORDS_SECONDS = 3.0


class Fetch:
    """The handlers of `/chat/session` and `/chat/messages`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    async def session(self, request: web.Request) -> web.Response:
        """`POST /chat/session`: a new visitor, or this browser's conversation as it is."""
        opening = read_opening(await json_body(request))
        sender = sender_of(request, self.chat)
        found = await self._standing_look(sender, opening)
        if found is None and brought(request) is not None:
            return refused(401, CLOSED)
        if found is None:
            address = await open_address(self.chat, opening.band, opening.lang)
            found = await self._arrive(address, opening)
        elif not found.lines or (opening.invite and found.address.trust != "full"):
            found = await self._arrive(found.address, opening, found.lines[-1].message.seq if found.lines else 0)
        slot = await self.chat.database.read(lambda store: drop.slot(store, found.address))
        response = web.json_response({**_shown(found, self.chat), "drop": slot})
        set_cookie(response, self.chat, found.address.sender)
        return response

    async def send(self, request: web.Request) -> web.Response:
        """`POST /chat/messages`: acknowledged once it is committed; a repeat is acknowledged again."""
        sent = read_sent(await json_body(request))
        sender = sender_of(request, self.chat)
        inbound = await self.chat.database.read(lambda store: self._inbound(store, sent, sender))
        if inbound is None:
            return refused(401, NO_SESSION)
        await self.chat.intake.accept(inbound)
        return web.json_response({"ack": sent.id})

    async def messages(self, request: web.Request) -> web.Response:
        """`GET /chat/messages?after=`: what is new; all of it when `view` is no longer what the page saw."""
        asked = read_after({"after": _number(request.query.get("after", "0")), "view": request.query.get("view", "")})
        sender = sender_of(request, self.chat)
        found = await look_from(self.chat, sender, asked.seq)
        if found is None:
            return refused(401, NO_SESSION)
        if asked.view and asked.view != view_of(found.address):
            anew = await look_from(self.chat, sender) or found
            return web.json_response({"reset": True, **_shown(anew, self.chat)})
        return web.json_response(_shown(found, self.chat))

    async def _standing_look(self, sender: str, opening: Opening) -> Look | None:
        """What this browser's session shows; None when there is none, or it is not that of whose card is opened."""
        address = await address_from(self.chat, sender)
        # A brother or sister with a card of their own on the same phone must not see, or go on, this conversation.
        if address is None or await self._is_anothers(address, opening.invite):
            return None
        return await look_from(self.chat, sender)

    def _inbound(self, store: Store, sent: Sent, sender: str) -> Inbound | None:
        """Locked or not, words are taken in; None when nobody knows whose they are."""
        address = drop.owner(store, sent.drop) if sent.drop else standing(store, sender)
        if address is None:
            return None
        behind = "lock" if sent.help and shut_by(store, self.chat, address) else ""
        return replace(sent.inbound(address.sender), behind=behind)

    async def _arrive(self, address: Address, opening: Opening, after: int = 0) -> Look:
        """Take in the arrival, and wait a moment for what is said to it."""
        inbound = Inbound(
            CHANNEL, f"{external_prefix(address.sender)}{uuid4()}", address.sender, kind="arrived",
            invite=opening.invite, band=opening.band, lang=opening.lang,
        )  # fmt: skip
        found = Look(address, ())
        async with self.chat.hub.listen(address.conversation_id) as moved:
            await self.chat.intake.accept(inbound)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(FIRST_WORDS_SECONDS):
                    while not (found := await self._look(address)).lines or _last(found) <= after:
                        await moved.wait()
                        moved.clear()
        return found

    async def _is_anothers(self, address: Address, card: str) -> bool:
        return await self.chat.database.read(lambda store: is_anothers(store, address, card))

    async def _look(self, address: Address) -> Look:
        return await look_from(self.chat, address.sender) or Look(address, ())


def _last(found: Look) -> int:
    return found.lines[-1].message.seq


def _shown(found: Look, chat: Chat) -> dict[str, Any]:
    shown = [show(line, say_when_read=chat.settings.say_when_read) for line in found.lines]
    return {"messages": shown, "view": view_of(found.address)}


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 15:
        raise BadFrame('"after" must be the number of the last message the page has, or 0.')
    return int(text)

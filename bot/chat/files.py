"""Voice notes and drawings from the page, kept like any message before they are acknowledged; and what is played there.

Threat: a body without end. It is read in pieces and given up at the limit, whatever its head says.
"""

import asyncio
from uuid import UUID

from aiohttp import web

from bot import file_flood
from bot.chat import drop, file_pass
from bot.chat.chat import CHANNEL, Chat
from bot.chat.frames import BadFrame
from bot.chat.guard import NO_SESSION, refused
from bot.chat.session import address_from, entered_from, external_prefix, sender_of
from bot.chat.view_token import STATE
from bot.inbound import Inbound
from bot.sent_files import MEGABYTE, as_kept, taken
from storage import files, messages, versions
from storage.allocations import iro_of
from storage.conversations import Address, load
from storage.days import london_day
from storage.errors import BadData, NotFound
from storage.file_kinds import PDF
from storage.files import File
from storage.store import Store

LITTLE_LONGER = 5
"""Seconds that a recording may be over its limit: pages and clocks are not exact."""
PIECE = 64 * 1024
NOT_THERE = "There is no such file."


class Files:
    """The handlers of `/chat/files`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    async def send(self, request: web.Request) -> web.Response:
        """`POST /chat/files?id=&kind=&seconds=`, the file as the body; acknowledged once it is committed."""
        address = await self._whose(request)
        if address is None:
            return refused(401, NO_SESSION)
        sender = address.sender
        kind, seconds, number = request.query.get("kind", ""), _seconds(request), request.query.get("id", "")
        if not _is_uuid(number):
            raise BadFrame('"id" must be a UUID that the page made for this message.')
        if kind not in ("voice", "picture") or not taken(kind, self.chat.settings):
            raise BadFrame("This kind of file is not taken here.", number)
        if seconds > self.chat.settings.voice_seconds + LITTLE_LONGER:
            raise BadFrame(f"A voice note may last {self.chat.settings.voice_seconds} seconds.", number)
        body = await self._body(request)
        if body is None:
            return refused(413, f"A file may have {self.chat.settings.file_megabytes} megabytes.")
        try:
            kept = await asyncio.to_thread(as_kept, kind, body)
        except BadData:
            raise BadFrame("This is not a file of the kind that was said.", number) from None
        inbound = Inbound(
            CHANNEL, f"{external_prefix(sender)}{UUID(number)}", sender,
            kind="voice" if kind == "voice" else "picture", seconds=seconds,
        )  # fmt: skip
        settings, now = self.chat.settings, self.chat.clock()
        full = await self.chat.database.read(lambda store: file_flood.is_full_at(store, settings, inbound, now))
        await self.chat.intake.accept(inbound if full else inbound.with_file(kept))
        return web.json_response({"ack": number})

    async def _whose(self, request: web.Request) -> Address | None:
        given, sender = request.query.get("drop", ""), sender_of(request, self.chat)
        if not given:
            return await address_from(self.chat, sender)
        return await self.chat.database.read(lambda store: drop.owner(store, given))

    async def play(self, request: web.Request) -> web.Response:
        """`GET /chat/files/{id}`: only where this browser has full trust and may see the message.

        With `pass` in the address, for one file out of a private view (`file_pass`).
        """
        wanted = request.match_info["id"]
        address = await self._looks(request, wanted)
        if address is None or address.trust != "full" or not _is_uuid(wanted):
            return refused(404, NOT_THERE)

        def find(store: Store) -> tuple[File, bytes] | None:
            file = _of(store, address, UUID(wanted), self)
            return (file, files.body(store, file)) if file else None

        found = await self.chat.database.read(find)
        if found is None:
            return refused(404, NOT_THERE)
        file, body = found
        response = web.Response(body=body, content_type=file.mime)
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        if file.mime == PDF:
            response.headers["Content-Disposition"] = 'attachment; filename="leaflet.pdf"'
        return response

    async def let_out(self, request: web.Request) -> web.Response:
        """`POST /chat/files/{id}/pass`: an address that opens this file for a minute, from a private view alone."""
        address = await entered_from(self.chat, sender_of(request, self.chat))
        wanted, now = request.match_info["id"], self.chat.clock()
        if address is None or address.state != STATE or address.trust != "full" or not _is_uuid(wanted):
            return refused(404, NOT_THERE)

        def make(store: Store) -> str | None:
            file = _of(store, address, UUID(wanted), self)
            return file_pass.made(store, address, file.id, now) if file else None

        made = await self.chat.database.read(make)
        return web.json_response({"address": f"/chat/files/{wanted}?pass={made}"}) if made else refused(404, NOT_THERE)

    async def _looks(self, request: web.Request, wanted: str) -> Address | None:
        given, now = request.query.get("pass", ""), self.chat.clock()
        if not given or not _is_uuid(wanted):
            return await entered_from(self.chat, sender_of(request, self.chat))
        return await self.chat.database.read(lambda store: file_pass.holder(store, given, UUID(wanted), now))

    async def _body(self, request: web.Request) -> bytes | None:
        most = self.chat.settings.file_megabytes * MEGABYTE
        if (request.content_length or 0) > most:
            return None
        read = bytearray()
        async for piece in request.content.iter_chunked(PIECE):
            read += piece
            if len(read) > most:
                return None
        return bytes(read)

    def is_face_here(self, store: Store, address: Address, file: File) -> bool:
        """Whether this child knows this face: their IRO's, or of somebody who has written to them."""
        conversation = load(store, address.conversation_id)
        today = london_day(self.chat.clock())
        iro = iro_of(store, conversation.child_id, today) if conversation.child_id else None
        if iro is not None and iro.id == file.staff_id:
            return True
        return any(m.staff_id == file.staff_id for m in messages.shown_at(store, address))


def _of(store: Store, address: Address, file_id: UUID, here: Files) -> File | None:
    try:
        file = files.find(store, file_id)
    except NotFound:
        return None
    if file.message_id is None:
        return file if here.is_face_here(store, address, file) else None
    message = messages.by_id(store, file.message_id)
    now = versions.latest(store, [message.id]).get(message.id)
    gone = now is not None and now.taken_back
    return file if message.conversation_id == address.conversation_id and not gone else None


def _seconds(request: web.Request) -> int:
    text = request.query.get("seconds", "0")
    if not text.isdecimal() or len(text) > 6:
        raise BadFrame('"seconds" must be how long the voice note is.')
    return int(text)


def _is_uuid(text: str) -> bool:
    try:
        return len(text) == 36 and str(UUID(text)) == text.lower()
    except ValueError:
        return False

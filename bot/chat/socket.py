"""The chat over a WebSocket: what the child sends is acknowledged once it is committed, what is new is shown."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from aiohttp import WSCloseCode, WSMsgType, web

from bot.chat.chat import Chat
from bot.chat.frames import After, BadFrame, Looking, Sent, read_frame, show
from bot.chat.guard import NO_SESSION, NOT_KEPT, refused
from bot.chat.lookout import Lookout
from bot.chat.session import Locked, address_from, look_from, sender_of, view_of
from storage import doorbells
from storage.chat import heads, last_read_at
from storage.conversations import Address
from storage.errors import StorageError

HEARTBEAT_SECONDS = 25
LOOK_ANYWAY_SECONDS = 20
GOODBYE_SECONDS = 2.0
"""So long a socket that is closed waits for the page to answer; the page comes back by itself."""
LOOKS_FOR = timedelta(seconds=2 * LOOK_ANYWAY_SECONDS + 5)
"""A page on the screen is believed to be for so long after it was last heard of."""
LONGEST_READ = 1024 * 1024
"""In bytes; a frame between this and the longest allowed gets an error frame, a longer one ends the socket."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Sockets:
    """Every open socket of this process, to say goodbye to when it stops."""

    def __init__(self, chat: Chat, lookout: Lookout) -> None:
        self.chat = chat
        self.lookout = lookout
        self._open: set[web.WebSocketResponse] = set()

    async def open(self, request: web.Request) -> web.StreamResponse:
        """`GET /chat/ws`."""
        sender = sender_of(request, self.chat)
        address = await address_from(self.chat, sender)
        if address is None:
            return refused(401, NO_SESSION)
        # Compression costs eight times the memory of an idle socket, and the frames are small.
        socket = web.WebSocketResponse(
            compress=False, heartbeat=HEARTBEAT_SECONDS, max_msg_size=LONGEST_READ, timeout=GOODBYE_SECONDS
        )  # fmt: skip
        if not socket.can_prepare(request):
            return refused(400, "This address speaks WebSocket only. Without it, use /chat/messages.")
        await socket.prepare(request)
        self._open.add(socket)
        try:
            await _Page(self.chat, self.lookout, socket, sender, address).talk()
        finally:
            self._open.discard(socket)
        return socket

    async def close(self, _: web.Application) -> None:
        """Say goodbye to all at once: one page that does not answer holds up nobody else."""
        await asyncio.gather(*(socket.close(code=WSCloseCode.GOING_AWAY) for socket in list(self._open)))


class _Page:
    """One open page. `after` is the last number it has; None while it has been told to start anew."""

    def __init__(
        self, chat: Chat, lookout: Lookout, socket: web.WebSocketResponse, sender: str, address: Address
    ) -> None:
        self.chat = chat
        self.lookout = lookout
        self.socket = socket
        self.sender = sender
        self.address_id = address.id
        self.looking = True
        self.conversation_id = address.conversation_id
        self.view = view_of(address)
        self.after: int | None = None
        self.read_since = LONG_AGO
        self.moved = asyncio.Event()

    async def talk(self) -> None:
        await self._begin_here()
        showing = asyncio.create_task(self._keep_showing())
        try:
            async for message in self.socket:
                if message.type is WSMsgType.TEXT:
                    await self._hear(message.data)
                elif message.type is WSMsgType.BINARY:
                    await self._send({"error": "Send text frames, not binary ones."})
        finally:
            showing.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await showing

    async def _begin_here(self) -> None:
        here = self.conversation_id
        head, read_at = await self.chat.database.read(lambda s: (heads(s, [here]), last_read_at(s, here)))
        self.after = head.get(here, 0)
        self.read_since = read_at or LONG_AGO

    async def _hear(self, raw: str) -> None:
        try:
            heard = read_frame(raw)
        except BadFrame as error:
            await self._send(error.frame())
            return
        if isinstance(heard, After):
            await self._start_after(heard)
        elif isinstance(heard, Looking):
            self.looking = heard.on
            await self._say_looking(LOOKS_FOR if heard.on else timedelta(0))
        else:
            await self._take_in(heard)

    async def _take_in(self, sent: Sent) -> None:
        try:
            await self.chat.intake.accept(sent.inbound(self.sender))
        except StorageError:
            await self._send({"error": NOT_KEPT, "id": sent.id, "again": True})
        else:
            await self._send({"ack": sent.id})

    async def _start_after(self, asked: After) -> None:
        if asked.view and asked.view != self.view:
            await self._reset()
            return
        self.after = asked.seq
        self.read_since = LONG_AGO
        self.moved.set()

    async def _reset(self) -> None:
        self.after = None
        await self._send({"reset": True, "view": self.view})

    async def _keep_showing(self) -> None:
        while not self.socket.closed:
            here = self.conversation_id
            async with self.chat.hub.listen(here) as self.moved:
                with self.lookout.over(here):
                    await self._show_while(here)

    async def _show_while(self, here: UUID) -> None:
        while not self.socket.closed:
            self.moved.clear()
            await self._show_new()
            if self.looking:
                await self._say_looking(LOOKS_FOR)
            if self.conversation_id != here:
                return
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.moved.wait(), LOOK_ANYWAY_SECONDS)

    async def _show_new(self) -> None:
        after, since = self.after, self.read_since
        if after is None:
            return
        try:
            found = await look_from(self.chat, self.sender, after, since)
        except StorageError:
            return  # the next look will do
        except Locked as locked:
            await self._send({"locked": locked.kind})
            await self.socket.close()
            return
        if found is None:
            await self._send({"gone": True})
            await self.socket.close()
        elif view_of(found.address) != self.view:
            self.view = view_of(found.address)
            self.conversation_id = found.address.conversation_id
            await self._reset()
        elif self.after == after:  # the page may have asked anew meanwhile
            for line in (*found.lines, *found.read):
                self.read_since = max(self.read_since, line.message.read_at or LONG_AGO)
                await self._send(show(line, say_when_read=self.chat.settings.say_when_read))
            if found.lines:
                self.after = found.lines[-1].message.seq
                self.moved.set()  # a look has a limit: there may be more

    async def _say_looking(self, how_long: timedelta) -> None:
        """Whoever looks at the page is not told on the same phone that there is something new."""
        until = self.chat.clock() + how_long
        with contextlib.suppress(StorageError):
            if await self.chat.database.read(lambda store: doorbells.hangs(store, self.address_id)):
                await self.chat.database.write(lambda store: doorbells.looking(store, self.address_id, until))

    async def _send(self, frame: dict[str, Any]) -> None:
        with contextlib.suppress(ConnectionError):  # the page is gone, and comes back for what it missed
            await self.socket.send_json(frame)

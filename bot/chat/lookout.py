"""The safety net under the hub: one query every few seconds says which open conversations have moved.

Another replica may have written, or a wake may have been lost. However many pages are open, it stays one query.
"""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from uuid import UUID

from aiohttp import web

from bot.chat.chat import Chat
from storage.chat import heads

log = logging.getLogger(__name__)

Heads = dict[UUID, int]


class Lookout:
    """Wakes the pages of conversations that moved, or that were joined to another."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat
        self._open: Counter[UUID] = Counter()

    @contextlib.contextmanager
    def over(self, conversation_id: UUID) -> Iterator[None]:
        """Watch this conversation while the block lasts."""
        self._open[conversation_id] += 1
        try:
            yield
        finally:
            self._open[conversation_id] -= 1
            self._open += Counter()  # drops what has come down to nothing

    async def running(self, _: web.Application) -> AsyncIterator[None]:
        """For `cleanup_ctx`: keeps looking while the application runs."""
        task = asyncio.create_task(self._keep_looking())
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    async def _keep_looking(self) -> None:
        before: Heads = {}
        while True:
            await asyncio.sleep(self.chat.look_seconds)
            before = await self._look(before)

    async def _look(self, before: Heads) -> Heads:
        wanted = list(self._open)
        try:
            now = await self.chat.database.read(lambda store: heads(store, wanted)) if wanted else {}
        except Exception:  # a net that stops at the first fault is none: say so, and look again
            log.exception("looking after open chats failed")
            return before
        # One seen for the first time is woken too: it may have moved since its page looked.
        self.chat.hub.wake([c for c in wanted if c not in now or now[c] != before.get(c)])
        return now

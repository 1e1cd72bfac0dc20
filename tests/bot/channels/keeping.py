"""A stand-in for intake: keeps arrivals in the real inbox, and shows what the channel makes of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.telegram import TelegramChannel
from bot.inbound import Inbound
from storage import inbox
from storage.database import Database
from tests.support.prepared import NOW


@dataclass
class Keeper:
    """`before` is called first, and may raise: the database that does not answer, the process that is killed."""

    database: Database
    before: Callable[[], None] | None = None
    results: list[bool] = field(default_factory=list)

    async def accept_raw(self, channel: str, external_id: str, payload: str) -> bool:
        if self.before is not None:
            self.before()
        [kept] = await self.database.write(lambda store: inbox.keep(store, [(channel, external_id, payload)], NOW))
        self.results.append(kept is not None)
        return kept is not None

    def arrivals(self, channel: TelegramChannel) -> list[Inbound]:
        """Everything in the inbox, in order, as the channel reads it."""
        waiting = self.database.read_now(lambda store: inbox.waiting(store, NOW))
        waiting.sort(key=lambda arrival: channel.arrivals(arrival.payload)[0].sent_at if arrival.payload else "")
        return [inbound for arrival in waiting for inbound in channel.arrivals(arrival.payload)]

"""Wakes what waits in this process: open chat pages, open staff pages, the delivery and intake workers.

Waking is only a hint. Whoever is woken looks in the database; whoever is not looks there every few seconds.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Hashable, Iterable
from contextlib import asynccontextmanager


class Hub:
    """Topics are conversation ids, or the strings `concerns` and `outbox`. Used from the event loop only."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, set[asyncio.Event]] = defaultdict(set)

    @asynccontextmanager
    async def listen(self, topic: Hashable) -> AsyncIterator[asyncio.Event]:
        """An event that is set when something happened; the listener clears it before it looks."""
        event = asyncio.Event()
        self._waiting[topic].add(event)
        try:
            yield event
        finally:
            self._waiting[topic].discard(event)
            if not self._waiting[topic]:
                del self._waiting[topic]

    def wake(self, topics: Iterable[Hashable]) -> None:
        for topic in topics:
            for event in self._waiting.get(topic, ()):
                event.set()

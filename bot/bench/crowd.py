"""Children who write at the same time, each waiting for the answer before writing again."""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from bot.bench.children import CHANNEL, Child
from bot.errors import ServiceError
from bot.inbound import Inbound
from bot.service import Service

PATIENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Round:
    """One round: how long it took, and each message's way from being sent to its answer being committed, in seconds."""

    seconds: float
    took: tuple[float, ...]

    @property
    def per_s(self) -> float:
        return len(self.took) / self.seconds


class Crowd:
    """All the children of a run, and the service they write to."""

    def __init__(self, service: Service, children: Sequence[Child]) -> None:
        self._service = service
        self._free = deque(children)
        self._numbers = count(1)

    async def open(self) -> int:
        """Everybody says hello, and half of them begin on their wishes; how many messages that took."""
        waiting = [(child, line) for child in self._free for line in ("hi", *child.opening)]
        by_turn = [[one for one in waiting if one[1] == "hi"], [one for one in waiting if one[1] != "hi"]]
        for turn in by_turn:
            await asyncio.gather(*(self._write(child, line) for child, line in turn))
        return len(waiting)

    async def write(self, in_flight: int, seconds: float) -> Round:
        """Keep `in_flight` children writing for so many seconds."""
        took: list[float] = []
        begun = time.perf_counter()
        until = begun + seconds
        await asyncio.gather(*(self._keep_writing(until, took) for _ in range(in_flight)))
        return Round(time.perf_counter() - begun, tuple(took))

    async def beside_a_flood(self, times: int, flood: int) -> tuple[list[float], list[float]]:
        """How long one child waits alone, and how long while another has just sent a flood, in seconds each.

        It ends when the flood is answered too.
        """
        one, other = self._free[0], self._free[1]
        alone, beside = [], []
        for _ in range(times):
            alone.append(await self._write(one, next(one.lines)))
            sent = [self._arrival(other, f"{next(other.lines)} {number}") for number in range(flood)]
            await asyncio.gather(*(self._service.intake.accept(arrived) for arrived in sent))
            beside.append(await self._write(one, next(one.lines)))
            await self._service.intake.answer([])
        return alone, beside

    async def _keep_writing(self, until: float, took: list[float]) -> None:
        while time.perf_counter() < until:
            child = self._free.popleft()
            took.append(await self._write(child, next(child.lines)))
            self._free.append(child)

    async def _write(self, child: Child, line: str) -> float:
        inbound = self._arrival(child, line)
        async with self._service.hub.listen(child.conversation_id) as answered:
            begun = time.perf_counter()
            await self._service.intake.accept(inbound)
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await answered.wait()
            except TimeoutError as error:
                raise ServiceError(f"A message was not answered in {PATIENCE_SECONDS} seconds.") from error
            return time.perf_counter() - begun

    def _arrival(self, child: Child, line: str) -> Inbound:
        return Inbound(CHANNEL, f"bench-{next(self._numbers)}", child.sender, text=line)

"""Two processes deliver, channels fail at random and processes die: nothing is lost and nothing overtakes."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from bot.channels.demo import DemoChannel
from bot.clock import PlayedClock
from bot.delivery import LEASE_SECONDS, Delivery
from bot.errors import TryLater, Unsure
from bot.hub import Hub
from bot.inbound import Outbound
from storage import outbox
from storage.database import Database
from storage.outbox import Draft
from storage.store import Store
from tests.support.prepared import NOW

RECIPIENTS, EACH = 5, 6


class Moody(DemoChannel):
    """Takes, refuses, or takes and says nothing."""

    def __init__(self, rng: Random) -> None:
        super().__init__("telegram")
        self.rng = rng
        self.taken: dict[str, list[int]] = defaultdict(list)

    async def send(self, outbound: Outbound) -> str:
        await asyncio.sleep(0)
        mood = self.rng.random()
        if mood < 0.2:
            raise TryLater("not now")
        self.taken[outbound.to].append(int(outbound.text))
        if mood < 0.3:
            raise Unsure("no answer")
        return "1"


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_is_lost_and_nothing_overtakes(database: Database, seed: int) -> None:
    rng, clock = Random(seed), PlayedClock(NOW)
    channel = Moody(rng)

    def process() -> Delivery:
        return Delivery(database, {"telegram": channel}, Hub(), clock, lambda *_: None, rng=rng)

    def put(store: Store) -> None:
        key_id = store.authority_key("staff")
        drafts = [
            Draft("chat", "telegram", UUID(int=to + 1), key_id, {"to": str(to), "text": str(n)}, f"{to}:{n}")
            for n in range(EACH)
            for to in range(RECIPIENTS)
        ]
        outbox.put_many(store, NOW, drafts)

    database.write_now(put)
    processes = [process(), process()]
    while database.read_now(outbox.depth).waiting:
        if rng.random() < 0.2:  # one dies with what it had leased, or had sent and not yet written down
            await processes[0]._turn()
            await asyncio.gather(*processes[0]._sending)
            processes[0] = process()
        await asyncio.gather(*(one.drain() for one in processes))
        clock.forward(timedelta(seconds=LEASE_SECONDS / 2))

    for to in range(RECIPIENTS):
        taken = channel.taken[str(to)]
        assert taken == sorted(taken), "a later message arrived before an earlier one"
        assert sorted(set(taken)) == list(range(EACH)), "a message is missing"

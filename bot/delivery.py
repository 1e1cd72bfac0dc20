"""Delivery: drains the outbox over the channels that push, in order for each recipient, whatever goes wrong.

Nothing in memory matters. A parcel is leased in one transaction, sent with no connection held, and its outcome is
written with the next lease. A process that dies in between lets the lease run out, and the parcel is sent again.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random, SystemRandom
from uuid import UUID

from bot.channels.capabilities import Channel
from bot.clock import Clock
from bot.hub import Hub
from bot.sending import Outcome, attempt
from bot.settling import Counters, OnFailed, OnUnreachable, Settling
from storage import outbox, receipts
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Parcel
from storage.store import Store

log = logging.getLogger(__name__)

AT_ONCE = 100
SEND_SECONDS = 20.0
LEASE_SECONDS = 3 * SEND_SECONDS
POLL_SECONDS = 2.0


def _nobody(store: Store, parcel: Parcel, trouble: str, now: datetime) -> None:
    """The failed row on the portal's page is all there is."""


class Delivery:
    """One process's delivery. `run` until cancelled, `stop` to finish what is in flight; `drain` for one go."""

    def __init__(
        self, database: Database, channels: Mapping[str, Channel], hub: Hub, clock: Clock,
        on_unreachable: OnUnreachable, on_failed: OnFailed = _nobody, rng: Random | None = None,
    ) -> None:  # fmt: skip
        self.counters = Counters()
        self._database, self._channels, self._hub, self._clock = database, channels, hub, clock
        self._settling = Settling(on_unreachable, on_failed, self.counters, rng or SystemRandom())
        self._outcomes: list[Outcome] = []
        self._sending: set[asyncio.Task[None]] = set()
        self._resting: dict[str, datetime] = {}
        self._moved = asyncio.Event()

    async def run(self) -> None:
        """Send until cancelled. Trouble with the database is said and waited out."""
        async with self._hub.listen("outbox") as woken:
            self._moved = woken
            while True:
                woken.clear()
                try:
                    leased = await self._turn()
                except Exception as error:  # noqa: BLE001 - this loop outlives every fault; the text may hold words
                    said = error if isinstance(error, StorageError) else type(error).__name__
                    log.error("The outbox could not be worked on, trying again soon: %s", said)
                    leased = 0
                    await asyncio.sleep(POLL_SECONDS)
                if not leased:
                    await self._wait(woken)

    async def stop(self) -> None:
        """Let what is in flight finish, and write down what came of it."""
        if self._sending:
            await asyncio.wait(self._sending)
        if self._outcomes:
            await self._turn(take=0)

    async def returned(self, parcel_id: UUID, channel: str, trouble: str) -> bool:
        """A channel says that what it took never arrived: the next way is used. Raises `StorageError`."""
        now = self._clock()
        known = await self._database.write(
            lambda store: self._settling.returned(store, parcel_id, channel, trouble, now)
        )
        if known:
            self.counters.failed += 1
            self._moved.set()
        return known

    async def arrived(self, parcel_id: UUID, channel: str) -> bool:
        """A channel says that what it took has arrived; False when known before, or not ours. Raises `StorageError`."""
        now = self._clock()
        return await self._database.write(lambda store: receipts.delivered(store, parcel_id, channel, now))

    async def drain(self) -> None:
        """Send everything that is due now. Raises `StorageError`."""
        while await self._turn() or self._sending or self._outcomes:
            if self._sending:
                await asyncio.wait(self._sending, return_when=asyncio.FIRST_COMPLETED)

    async def _wait(self, woken: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await woken.wait()
        except TimeoutError:
            return

    async def _turn(self, take: int | None = None) -> int:
        """Write what came of the last sends, lease more, and set them going; how many were leased."""
        outcomes, self._outcomes = self._outcomes, []
        room = AT_ONCE - len(self._sending) if take is None else take
        now = self._clock()
        try:
            parcels, changed = await self._database.write(lambda store: self._commit(store, outcomes, room, now))
        except BaseException as error:
            if isinstance(error, Exception) and not isinstance(error, StorageError) and outcomes:
                return await self._one_by_one(outcomes, error)
            self._outcomes = outcomes + self._outcomes  # nothing was written: they are still to be
            raise
        self._settling.count(outcomes)
        self._hub.wake(changed)
        by_recipient: dict[tuple[UUID, str], list[Parcel]] = defaultdict(list)
        for parcel in sorted(parcels, key=lambda parcel: (parcel.number, parcel.id)):
            by_recipient[parcel.recipient_id, parcel.channel].append(parcel)
        for group in by_recipient.values():
            task = asyncio.create_task(self._send(group))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)
        return len(parcels)

    async def _one_by_one(self, outcomes: Sequence[Outcome], error: Exception) -> int:
        """One outcome cannot be written: find it, and let it wait for its lease to run out."""
        log.error("What came of %d sends could not be written: %s", len(outcomes), type(error).__name__)
        if len(outcomes) > 1:
            for outcome in outcomes:
                self._outcomes.append(outcome)
                await self._turn(take=0)
        return 1

    def _commit(
        self, store: Store, outcomes: Sequence[Outcome], room: int, now: datetime
    ) -> tuple[list[Parcel], set[UUID]]:
        changed = self._settling.settle(store, outcomes, now)
        return (outbox.lease(store, now, room, LEASE_SECONDS) if room > 0 else []), changed

    async def _send(self, group: Sequence[Parcel]) -> None:
        """One recipient's parcels, one after another; after a failure the rest is given back untried."""
        blocked = False
        for parcel in group:
            outcome = self._held_back(parcel, blocked) or await attempt(parcel, self._channels, SEND_SECONDS)
            blocked = blocked or outcome.result == "later"
            self._note(outcome)
        self._moved.set()

    def _note(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        if outcome.result == "later" and outcome.after is not None:
            rest = self._clock() + timedelta(seconds=outcome.after)
            channel = outcome.parcel.channel
            self._resting[channel] = max(rest, self._resting.get(channel, rest))

    def _held_back(self, parcel: Parcel, blocked: bool) -> Outcome | None:
        """A flood limit is the whole channel's: whoever goes on sending makes it longer."""
        if blocked:
            return Outcome(parcel, "untried")
        rest = self._resting.get(parcel.channel)
        left = (rest - self._clock()).total_seconds() if rest else 0.0
        return Outcome(parcel, "untried", after=left) if left > 0 else None

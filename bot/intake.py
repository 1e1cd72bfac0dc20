"""Intake: an arrival is committed, then screened, then answered. Two commits, and nothing in memory that matters.

First commit: the raw arrival goes into the inbox; only then does a webhook answer, a poller advance, a page show
its tick. Second commit: see `bot/exchange.py`. What a crash leaves between the two is taken up at the next start.
Several arrivals of different senders share a commit; when a batch fails each is tried by itself. Senders take turns
(`bot/turns.py`): a flood waits behind itself.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from bot import file_flood
from bot.channels.capabilities import Channel
from bot.clock import Clock
from bot.errors import BadArrival
from bot.exchange import Exchange
from bot.faults import described
from bot.handling import Handling
from bot.hub import Hub
from bot.inbound import Inbound
from bot.screened import CONTEXT, judged
from bot.sent_files import WITHOUT_WORDS, brought
from bot.speaking import Speaker
from bot.timely import Job, Timely
from bot.turns import Turns
from safeguarding.screening import Screen, Screening
from storage import conversations, inbox, messages
from storage.database import Database
from storage.errors import StorageError
from storage.inbox import MAX_ATTEMPTS, Arrival
from storage.messages import Heard
from storage.store import Store

log = logging.getLogger(__name__)
T = TypeVar("T")
Sender = tuple[str, str]
"""A channel and who writes there."""

BATCH = 64
SCREENED = ("text", "edited")
LEFT_OVER_AFTER = timedelta(seconds=10)
"""What stands unhandled for longer was left by a crash, a fault, or another replica that is gone."""


@dataclass(slots=True)
class Counters:
    """What the metrics page shows."""

    kept: int = 0
    repeats: int = 0
    handled: int = 0
    failures: int = 0
    handed_over: int = 0


@dataclass(slots=True)
class Intake:
    """One process's intake. Its workers run from `start` to `stop`."""

    database: Database
    exchange: Exchange
    speaker: Speaker
    screen: Screen
    hub: Hub
    clock: Clock
    channels: Mapping[str, Channel] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
    _to_keep: "asyncio.Queue[tuple[tuple[str, str, str], asyncio.Future[bool]]]" = field(default_factory=asyncio.Queue)
    _to_answer: "Turns[Handling]" = field(default_factory=lambda: Turns(_number))
    timely: Timely = field(default_factory=Timely)
    _answering: asyncio.Lock = field(default_factory=asyncio.Lock)
    _held: set[Sender] = field(default_factory=set)
    """The screen is slow with their last message: what they write meanwhile waits for that, and nobody else does."""
    _tasks: list["asyncio.Task[None]"] = field(default_factory=list)

    async def accept(self, inbound: Inbound) -> bool:
        """Keep an arrival; returns once it is committed. False when it was here before."""
        return await self.accept_raw(inbound.channel, inbound.external_id, inbound.dump())

    async def accept_raw(self, channel: str, external_id: str, payload: str) -> bool:
        """The same for a channel's raw update, understood afterwards. Raises `StorageError` when not kept."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._to_keep.put_nowait(((channel, external_id, payload), future))
        return await future

    async def start(self) -> None:
        """Begin to work; what an earlier process left is taken up first."""
        self._tasks = [asyncio.create_task(work()) for work in (self._keep, self._answer, self._sweep)]

    async def stop(self) -> None:
        """Stop between transactions; whatever is not answered yet stays in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _keep(self) -> None:
        while True:
            batch = await _take(self._to_keep)
            try:
                kept = await self._keep_batch([arrival for arrival, _ in batch])
            except Exception as error:  # noqa: BLE001 - each sender is told that its own was not kept
                log.error("arrivals were not kept: %s", described(error))
                for _, future in batch:
                    _fail(future, error)
                continue
            for arrival, (_, future) in zip(kept, batch, strict=True):
                if not future.done():
                    future.set_result(arrival is not None)
            await self._line_up([arrival for arrival in kept if arrival is not None])

    async def _keep_batch(self, batch: Sequence[tuple[str, str, str]]) -> list[Arrival | None]:
        now = self.clock()
        kept = await self.database.write(lambda store: inbox.keep(store, batch, now))
        self.counters.kept += sum(a is not None for a in kept)
        self.counters.repeats += sum(a is None for a in kept)
        return kept

    async def _answer(self) -> None:
        while True:
            await self._to_answer.news()
            try:
                await self._answer_in_turn()
            except Exception as error:  # noqa: BLE001 - what it held stands in the inbox, and the sweep takes it up
                log.error("answering was interrupted and will be taken up again: %s", described(error))

    async def _sweep(self) -> None:
        """The safety net: at start, and every few seconds, take up what stands unhandled."""
        left_over_after = timedelta(0)
        while True:
            try:
                await self.take_up(self.clock() - left_over_after)
            except Exception as error:  # noqa: BLE001 - the safety net must outlive whatever fell into it
                log.error("the inbox could not be swept: %s", described(error))
            left_over_after = LEFT_OVER_AFTER
            await asyncio.sleep(LEFT_OVER_AFTER.total_seconds() / 2)

    async def take_up(self, before: datetime) -> int:
        """Answer everything that arrived before and still stands; how many that were."""
        left = await self.database.read(lambda store: inbox.waiting(store, before))
        await self.answer(left)
        return len(left)

    async def answer(self, arrivals: Sequence[Arrival]) -> None:
        """Screen and answer, each sender's own in their order, and one of each sender at a time."""
        await self._line_up(arrivals)
        await self._answer_in_turn()

    async def _line_up(self, arrivals: Sequence[Arrival]) -> None:
        """Understand what arrived and put it in its sender's line; what is nothing for us is done with."""
        nothing = []
        for arrival in arrivals:
            inbound = self._understood(arrival)
            if inbound is None:
                nothing.append(arrival.id)
            else:
                handling = Handling(arrival, inbound)
                self._to_answer.put(_sender(handling), handling)
        if nothing:
            now = self.clock()
            try:
                await self.database.write(lambda store: inbox.done(store, nothing, now))
            except StorageError as error:
                log.error("what is nothing for us could not be put aside yet: %s", described(error))

    async def _answer_in_turn(self) -> None:
        """Batch after batch, until nobody waits whose turn it can be."""
        while True:
            async with self._answering:
                batch = self._to_answer.take(BATCH, self._held)
                if not batch:
                    return
                await self._answer_batch(batch)

    async def _answer_batch(self, batch: Sequence[Handling]) -> None:
        for handling in batch:
            if handling.inbound.fetch:
                self._hold(handling, partial(self._with_file, handling))
        batch = [handling for handling in batch if not handling.inbound.fetch]
        try:
            screened, late = await self._screened(batch)
        except Exception as error:  # noqa: BLE001 - what stood before could not be read: each is tried by itself
            await self._each_by_itself(batch, error)
            return
        for handling, job in late:
            self._hold(handling, partial(self._judged_late, handling, job))
        if screened:
            await self._answer_screened(screened)

    async def _answer_screened(self, batch: Sequence[Handling]) -> None:
        try:
            await self._exchange(batch)
        except Exception as error:  # noqa: BLE001 - one child's fault must not delay another's cry
            await self._each_by_itself(batch, error)

    async def _each_by_itself(self, batch: Sequence[Handling], error: Exception) -> None:
        if len(batch) == 1:
            await self._failed(batch[0], error)
            return
        for handling in batch:
            await self._answer_batch([handling])

    async def _exchange(self, screened: Sequence[Handling]) -> None:
        now = self.clock()
        wake = await self.database.write(lambda store: self.exchange.handle(store, screened, now))
        self.counters.handled += len(screened)
        self.hub.wake(wake)

    def _hold(self, handling: Handling, ready: Callable[[], Awaitable[Handling]]) -> None:
        """The screen is slow with this one, or its file is still to be fetched: it is answered when it is ready."""
        self._held.add(_sender(handling))
        task = asyncio.create_task(self._answer_late(handling, ready))
        self._tasks.append(task)
        task.add_done_callback(self._tasks.remove)

    async def _answer_late(self, handling: Handling, ready: Callable[[], Awaitable[Handling]]) -> None:
        try:
            answerable = await ready()
            async with self._answering:
                await self._answer_screened([answerable])
        finally:
            self._held.discard(_sender(handling))
            self._to_answer.look_again()

    async def _judged_late(self, handling: Handling, job: Job) -> Handling:
        return replace(handling, screening=await self.timely.outcome(job))

    async def _with_file(self, handling: Handling) -> Handling:
        """Outside the database and in nobody's way: a file may be slow to come, or not come at all."""
        inbound, settings = handling.inbound, self.exchange.settings
        now = self.clock()
        if await self.database.read(lambda store: file_flood.is_full_at(store, settings, inbound, now)):
            inbound = replace(inbound, fetch="")
        else:
            inbound = await brought(inbound, self.channels.get(inbound.channel), settings)
        return await self._screened_at_last(replace(handling, inbound=inbound))

    async def _failed(self, handling: Handling, error: Exception) -> None:
        """The log names the fault, never the words. What cannot even be handed over stays for the next sweep."""
        self.counters.failures += 1
        log.error("an arrival could not be answered: %s", described(error))
        try:
            await self._again_or_a_human(handling)
        except Exception as worse:  # noqa: BLE001 - this worker must go on for all the others
            log.critical("an arrival could not be handed to a human yet: %s", described(worse))

    async def _again_or_a_human(self, handling: Handling) -> None:
        """Three failures, and a human gets it as it is."""
        arrival = handling.arrival
        attempts = await self.database.write(lambda store: inbox.failed(store, arrival.id))
        if attempts < MAX_ATTEMPTS:
            self._to_answer.put_back(_sender(handling), replace(handling, screening=None))
            return
        screened = await self._screened_at_last(handling)
        now = self.clock()
        topics = await self.database.write(lambda store: self.exchange.hand_over(store, screened, now))
        self.counters.handed_over += 1
        self.hub.wake(topics)
        for where in (topic for topic in topics if isinstance(topic, UUID)):
            say_so = partial(self._say_so, where=where, now=now)
            await self.database.write(say_so)
        self.hub.wake(topics)

    def _say_so(self, store: Store, where: UUID, now: datetime) -> None:
        """Tell the child, honestly, that a person has it now because the computer could not."""
        self.speaker.tell(store, where, "could_not_process", {}, now)

    def _understood(self, arrival: Arrival) -> Inbound | None:
        """What an arrival says; None when it is nothing for us."""
        channel = self.channels.get(arrival.channel)
        try:
            inbounds = channel.arrivals(arrival.payload) if channel else [Inbound.parse(arrival.payload)]
        except (BadArrival, ValueError, TypeError) as error:
            log.error("an arrival over %s could not be understood: %s", arrival.channel, type(error).__name__)
            return None
        return inbounds[0] if inbounds else None

    async def _screened(self, handlings: Sequence[Handling]) -> tuple[list[Handling], list[tuple[Handling, Job]]]:
        """Off the event loop, with no connection held: what is judged, and what the screen is slow with."""
        wanted = [h for h in handlings if _has_words(h)]
        if not wanted:
            return list(handlings), []
        earlier = await self.database.read(partial(_earlier, wanted=wanted))
        wanted = [replace(h, before=tuple(earlier.get(_sender(h), ()))) for h in wanted]
        now = self.clock()
        jobs = [self.timely.start(partial(_judged, self.screen, handling, now)) for handling in wanted]
        await self.timely.most(jobs)
        done = [replace(h, screening=j.found.result()) for h, j in zip(wanted, jobs, strict=True) if j.found.done()]
        late = [(h, j) for h, j in zip(wanted, jobs, strict=True) if not j.found.done()]
        return [*done, *(h for h in handlings if not _has_words(h))], late

    async def _screened_at_last(self, handling: Handling) -> Handling:
        screened, late = await self._screened([handling])
        return screened[0] if screened else replace(late[0][0], screening=await self.timely.outcome(late[0][1]))


def screened_now(store: Store, screen: Screen, handlings: Sequence[Handling], now: datetime) -> list[Handling]:
    """Screen within a unit of work: for played conversations, where nobody else waits."""
    earlier = _earlier(store, handlings)
    heard = [replace(h, before=tuple(earlier.get(_sender(h), ()))) for h in handlings]
    return [replace(h, screening=_judged(screen, h, now)) if _has_words(h) else h for h in heard]


def _has_words(handling: Handling) -> bool:
    """Written, or written under a picture."""
    inbound = handling.inbound
    return inbound.kind in SCREENED or (inbound.kind in WITHOUT_WORDS and bool(inbound.text.strip()))


def _number(handling: Handling) -> UUID:
    return handling.arrival.id


def _sender(handling: Handling) -> Sender:
    return handling.inbound.channel, handling.inbound.sender


def _judged(screen: Screen, handling: Handling, now: datetime) -> Screening:
    return judged(screen, handling.inbound.text, handling.before, now)


def _earlier(store: Store, wanted: Sequence[Handling]) -> dict[Sender, list[Heard]]:
    """What went before in each conversation, oldest first."""
    senders: dict[str, set[str]] = {}
    for handling in wanted:
        senders.setdefault(handling.inbound.channel, set()).add(handling.inbound.sender)
    where = {
        (channel, sender): address.conversation_id
        for channel, names in senders.items()
        for sender, address in conversations.addresses_of(store, channel, names).items()
    }
    before = messages.recent_words(store, set(where.values()), CONTEXT)
    return {key: before.get(conversation_id, []) for key, conversation_id in where.items()}


async def _take(queue: "asyncio.Queue[T]") -> list[T]:
    """Wait for one, then take what else is there: no added wait."""
    batch = [await queue.get()]
    while len(batch) < BATCH and not queue.empty():
        batch.append(queue.get_nowait())
    return batch


def _fail(future: "asyncio.Future[bool]", error: Exception) -> None:
    if not future.done():
        future.set_exception(
            error if isinstance(error, StorageError) else StorageError("It could not be kept. Send it again.")
        )

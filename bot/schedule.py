"""The clock's work. APScheduler only ticks; what is due is read from tables and claimed with a lock.

So ten replicas do a thing once, and a restart misses nothing.
"""

import asyncio
import logging
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import bells
from bot.advocating import Advocacy
from bot.asking_again import AskingAgain
from bot.changing import Changing
from bot.checking_in import CheckingIn
from bot.clock import Clock
from bot.complaint_clock import ComplaintClock
from bot.facts import LONDON, london_day
from bot.faults import described
from bot.following_up import FollowingUp
from bot.hub import Hub
from bot.keeping_times import KeepingTimes
from bot.letters_out import LettersOut
from bot.preparing import Preparing
from bot.speaking import Speaker
from bot.takeover import Takeover
from bot.touching import count_missed
from bot.waited import Waited
from bot.watch import roster
from storage import concerns, conversations, reminders, requests, staff
from storage.concerns import Concern
from storage.database import Database
from storage.store import Store

log = logging.getLogger(__name__)

LADDER_EVERY = timedelta(seconds=5)
EVERY_MINUTE = timedelta(minutes=1)
SLOWLY = timedelta(minutes=10)
REMIND_AFTER = timedelta(hours=24)
MAY_REMIND = (16, 19)
"""Wall-clock hours in London between which a child may hear something they did not ask for: not school, not night."""


@dataclass(slots=True)
class Schedule:
    """Ticks in one process; each tick is also a plain function, so that a played conversation can move the time."""

    database: Database
    speaker: Speaker
    hub: Hub
    clock: Clock
    _scheduler: AsyncIOScheduler | None = field(default=None, repr=False)

    def start(self) -> None:
        """Begin to tick on the running loop."""
        self._scheduler = AsyncIOScheduler(timezone="Europe/London", event_loop=asyncio.get_running_loop())
        for tick, every in (
            (self.climb, LADDER_EVERY),
            (self.ring, LADDER_EVERY),
            (self.take_over, LADDER_EVERY),
            (self.remind, SLOWLY),
            (self.chase, SLOWLY),
            (self.follow_up, SLOWLY),
            (self.send_letters, EVERY_MINUTE),
            (self.keep_times, EVERY_MINUTE),
        ):
            self._scheduler.add_job(
                self._safely, "interval", args=[tick], seconds=every.total_seconds(), coalesce=True, max_instances=1,
                misfire_grace_time=None, id=tick.__name__,
            )  # fmt: skip
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)

    async def _safely(self, tick: object) -> None:
        try:
            await tick()  # type: ignore[operator]
        except Exception as error:  # noqa: BLE001 - the next tick finds the same work due
            log.error("a tick failed and will be tried again: %s", described(error))

    async def climb(self) -> None:
        """Concerns that nobody took in time go to the next on the ladder."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.climb_now(store, now)))

    def climb_now(self, store: Store, now: datetime) -> set[Hashable]:
        wake: set[Hashable] = set()
        due = concerns.due(store, now)
        if not due:
            return wake
        there = roster(store, now)
        for concern in due:
            self.speaker.alarm.tell_rung(store, concern, there, now)
            if _child_must_hear(concern):
                self.speaker.tell(store, concern.conversation_id, "nobody_yet", {}, now)
            wake |= {concern.conversation_id, "concerns", "outbox"}
        return wake

    async def ring(self) -> None:
        """Browsers of children that asked for it are told that something is new."""
        now, speaker = self.clock(), self.speaker
        if await self.database.write(lambda store: bells.ring(store, speaker.settings, speaker.library.words, now)):
            self.hub.wake({"outbox"})

    async def take_over(self) -> None:
        """Taken concerns whose owner has gone are told to whoever is there, until one of them has each."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.take_over_now(store, now)))

    def take_over_now(self, store: Store, now: datetime) -> set[Hashable]:
        return {"concerns", "outbox"} if Takeover(self.speaker.alarm).look(store, now) else set()

    async def remind(self) -> None:
        """One plain reminder to a child who stopped half way, a day later, at a good hour, never a second."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.remind_now(store, now)))

    def remind_now(self, store: Store, now: datetime) -> set[Hashable]:
        first, last = MAY_REMIND
        if not first <= now.astimezone(LONDON).hour < last:
            return set()
        due = reminders.due(store, now - REMIND_AFTER, now)
        for conversation_id in due:
            self._remind_one(store, conversation_id, now)
        return {*due, "outbox"} if due else set()

    async def chase(self) -> None:
        """What was promised for a day that has passed: the child is told the truth, the manager is told that it is."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.chase_now(store, now)))

    def chase_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Staff hear in office hours, a child at a good one."""
        waited = Waited(self.speaker)
        wake = waited.climb_now(store, now)
        first, last = MAY_REMIND
        if not first <= now.astimezone(LONDON).hour < last:
            return wake
        return wake | waited.own_up_now(store, now) | self._late_now(store, now)

    def _late_now(self, store: Store, now: datetime) -> set[Hashable]:
        wake: set[Hashable] = set()
        for request in requests.late_untold(store, london_day(now)):
            requests.late_told(store, request.id, now)
            where = request.conversation_id
            if where is None or conversations.load(store, where).safe_to_write == "no":
                continue
            self.speaker.tell(store, where, "request_late", {}, now)
            wake |= {where, "outbox"}
        if wake:
            self._tell_managers(store, now)
        return wake | ComplaintClock(self.speaker).late_now(store, now)

    async def keep_times(self) -> None:
        """Both are reminded of a contact that begins soon."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.keep_times_now(store, now)))

    def keep_times_now(self, store: Store, now: datetime) -> set[Hashable]:
        return KeepingTimes(self.speaker).remind_now(store, now)

    async def follow_up(self) -> None:
        """What comes before and after a review, at its time."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.follow_up_now(store, now)))

    def follow_up_now(self, store: Store, now: datetime) -> set[Hashable]:
        after = FollowingUp(self.speaker)
        after.urge_now(store, now)
        changing = Changing(self.speaker)
        changing.urge_now(store, now)
        count_missed(store, self.speaker, now)
        wake = changing.tell_now(store, now)
        wake |= after.off_now(store, now) | after.moved_now(store, now) | after.ask_now(store, now)
        wake |= Preparing(self.speaker).offer_now(store, now)
        wake |= KeepingTimes(self.speaker).ask_now(store, now)
        between = CheckingIn(self.speaker)
        wake |= between.listened_now(store, now) | between.check_in_now(store, now)
        wake |= AskingAgain(self.speaker).ask_now(store, now)
        advocacy = Advocacy(self.speaker)
        return wake | advocacy.ask_now(store, now) | advocacy.offer_now(store, now)

    async def send_letters(self) -> None:
        """What an IRO wrote for later."""
        now = self.clock()
        self.hub.wake(await self.database.write(lambda store: self.send_letters_now(store, now)))

    def send_letters_now(self, store: Store, now: datetime) -> set[Hashable]:
        return LettersOut(self.speaker).send_now(store, now)

    def _tell_managers(self, store: Store, now: datetime) -> None:
        for manager in staff.current(store, london_day(now), "iro_manager"):
            once = f"late:{london_day(now)}:{manager.reference}"
            self.speaker.alarm.notices.waiting(store, manager, "/staff/", once, now)

    def _remind_one(self, store: Store, conversation_id: UUID, now: datetime) -> None:
        reminders.reminded(store, conversation_id, now)
        self.speaker.tell(store, conversation_id, "reminder", {}, now)


def _child_must_hear(concern: Concern) -> bool:
    """Once: when the first rung went by and nobody took what is urgent, the child is told, and how to get help."""
    return concern.level == "urgent" and concern.step == 1

"""The screen in time: off the event loop, a message at a time, and nobody waits behind one that does not come back.

A thread cannot be stopped from outside. One that does not come back is given up: another takes its place, and when
it comes back after all, nobody listens to it any more.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic

from safeguarding.screening import Screening
from safeguarding.standing import unjudged

log = logging.getLogger(__name__)

AT_ONCE = 2
"""So many messages are screened side by side."""
GIVEN_UP_AT_MOST = 32
"""With so many threads lost, what does not come back stays in the way; the health page has said so for long."""
LOOK_EVERY = 0.05
IDLE_FOR = 5.0
"""Seconds after which a thread without work ends."""

Judge = Callable[[], Screening]


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds a message may be with the screen before others go ahead, and before a human gets it."""

    others: float = 0.5
    child: float = 4.0


@dataclass(slots=True)
class Job:
    """One message with the screen. `began` is the monotonic second at which a thread took it up."""

    judge: Judge
    found: "asyncio.Future[Screening]"
    began: float | None = None

    def runs_for(self) -> float:
        """Seconds; none while it waits for a thread."""
        return 0.0 if self.began is None else monotonic() - self.began


@dataclass(slots=True)
class Timely:
    """Screens for one process; its threads end by themselves when there is nothing to do."""

    patience: Patience = field(default_factory=Patience)
    given_up: int = 0
    _jobs: deque[Job] = field(default_factory=deque)
    _more: threading.Condition = field(default_factory=threading.Condition)
    _threads: int = 0

    def start(self, judge: Judge) -> Job:
        """Put a message to the screen."""
        job = Job(judge, asyncio.get_running_loop().create_future())
        with self._more:
            self._jobs.append(job)
            self._hire()
            self._more.notify()
        return job

    async def most(self, jobs: Sequence[Job]) -> None:
        """Until each is judged, or has been with the screen for longer than others should wait."""
        while waiting := [job.found for job in jobs if not job.found.done() and job.runs_for() < self.patience.others]:
            await asyncio.wait(waiting, timeout=LOOK_EVERY)

    async def outcome(self, job: Job) -> Screening:
        """What the screen says; that a human must read it when it does not come back in time."""
        while not job.found.done():
            await asyncio.wait([job.found], timeout=LOOK_EVERY)
            if not job.found.done() and job.runs_for() > self.patience.child:
                self._give_up(job)
        return job.found.result()

    def troubles(self) -> list[str]:
        """A line when messages did not come back."""
        if not self.given_up:
            return []
        return [f"the screen did not come back for {self.given_up} messages; a human has each: start the service again"]

    def _give_up(self, job: Job) -> None:
        log.critical("the screen did not come back in %.0f s; a human gets the message", self.patience.child)
        job.found.set_result(unjudged("timeout"))
        with self._more:
            self.given_up += 1
            if self.given_up <= GIVEN_UP_AT_MOST:
                self._threads -= 1
                if self._jobs:
                    self._hire()

    def _hire(self) -> None:
        if self._threads < AT_ONCE:
            self._threads += 1
            threading.Thread(target=self._work, name="screen", daemon=True).start()

    def _work(self) -> None:
        """Until there is nothing to do, or until this one is given up: then another thread has its place."""
        while job := self._next():
            found = _judged(job.judge)
            if job.found.done():
                return
            try:
                job.found.get_loop().call_soon_threadsafe(_settle, job, found)
            except RuntimeError:  # the loop has closed: the message stands in the inbox for the next start
                continue

    def _next(self) -> Job | None:
        with self._more:
            if not self._jobs and not self._more.wait_for(lambda: self._jobs, IDLE_FOR):
                self._threads -= 1
                return None
            job = self._jobs.popleft()
        job.began = monotonic()
        return job


def _judged(judge: Judge) -> Screening:
    try:
        return judge()
    except Exception as error:  # noqa: BLE001 - a screen that raises is no screen: a human must read the message
        log.error("the safeguarding screen failed: %s", type(error).__name__)
        return unjudged("error", type(error).__name__)


def _settle(job: Job, found: Screening) -> None:
    if not job.found.done():
        job.found.set_result(found)

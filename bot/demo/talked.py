"""Some conversations already played, through the real service: so that no page of the portal stands empty."""

import gc
import logging
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from bot.changing import Changing
from bot.clock import PlayedClock
from bot.demo import acting
from bot.demo.scenes import Scene, scenes
from bot.facts import london_day
from bot.following_up import FollowingUp
from bot.handling import Handling
from bot.inbound import Inbound, Kind
from bot.intake import screened_now
from bot.service import Service
from bot.touching import count_missed
from safeguarding.rota import LONDON
from storage import allocations, children, concerns, conversations, inbox, invites, staff
from storage.children import Child
from storage.errors import StorageError
from storage.store import Store

T = TypeVar("T")
log = logging.getLogger(__name__)

BEGAN = timedelta(days=15)
"""So long before now Exampleshire was loaded, when it has talked since."""

CARE_HOUR = 16
"""Once a day, at this hour in London, the clock's slow work is done: reminders, promises that were not kept."""


def talk(service: Service, now: datetime) -> int:
    """Play every conversation up to `now` on a database that holds Exampleshire. Takes a second or two.

    A scene that cannot be played any more (a rule or a button has changed) is left out with a warning, whole; how
    many were.
    """
    left_out = 0
    database = service.database
    iros = database.read_now(lambda store: _patterns(store, now))
    stage = _Stage(service, PlayedClock(now - BEGAN))
    with _no_collecting():
        for scene in scenes(now, iros.__getitem__):
            stage.pass_to(scene.at)
            try:
                stage.play(scene)
            except StorageError as error:
                log.warning("a scene of the demo was left out: %s", error)
                left_out += 1
        stage.pass_to(now)
    return left_out


@contextmanager
def _no_collecting() -> Iterator[None]:
    """The demo has to be ready at once, and looking for cycles is a fifth of the time that playing takes."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(slots=True)
class _Stage:
    """The service, its time, and each child's side of their conversation."""

    service: Service
    clock: PlayedClock
    sent: int = 0

    def pass_to(self, moment: datetime) -> None:
        """Let time pass; what falls due on the way happens at its time."""
        while (due := self._next_due()) is not None and due < moment:
            self.clock.now = max(due, self.clock.now)
            self._write(self._tick)
        self.clock.now = max(moment, self.clock.now)

    def play(self, scene: Scene) -> None:
        act = self._staff_act if scene.by else self._child_act
        self._write(lambda store: act(store, scene))

    def _child_act(self, store: Store, scene: Scene) -> None:
        for kind, what in scene.steps:
            if kind == "card":
                self._come_in(store, scene.child, what)
            else:
                self._send(store, scene.child, **{"choice" if kind == "tap" else "text": what})

    def _come_in(self, store: Store, reference: str, shared: str) -> None:
        """Open the chat with a card, say when the birthday is, and who else can see this phone."""
        child = _child(store, reference)
        word = invites.make(store, child.id, self.clock.now, random.SystemRandom()).word
        birthday = f"{child.birth_date.day} {child.birth_date:%B}".lower()
        self._send(store, reference, invite=word)
        self._send(store, reference, choice="yes")
        self._send(store, reference, text=birthday)
        self._send(store, reference, choice="my_name")
        self._send(store, reference, choice=shared)

    def _send(self, store: Store, reference: str, **inbound: Any) -> None:
        """Let the child write or tap, a little after what came before, and the service answer."""
        self.clock.forward(timedelta(seconds=12 + len(inbound.get("text", "")) // 3))
        self.sent += 1
        arrived = Inbound("web", f"demo:{self.sent}", f"demo-{reference}", _kind(inbound), **inbound)
        arrival = inbox.keep(store, [(arrived.channel, arrived.external_id, arrived.dump())], self.clock.now)[0]
        assert arrival is not None
        screened = screened_now(store, self.service.intake.screen, [Handling(arrival, arrived)], self.clock.now)
        self.service.exchange.handle(store, screened, self.clock.now)
        store.flush()

    def _staff_act(self, store: Store, scene: Scene) -> None:
        child = _child(store, scene.child)
        where = conversations.of_children(store, [child.id])[child.id]
        for kind, what in scene.steps:
            self.clock.forward(timedelta(seconds=40))
            acting.act(acting.Acting(store, self.service.speaker, child, where.id, self.clock.now), kind, what)
            store.flush()

    def _tick(self, store: Store) -> None:
        schedule, now = self.service.schedule, self.clock.now
        schedule.climb_now(store, now)
        schedule.remind_now(store, now)
        schedule.chase_now(store, now)
        FollowingUp(schedule.speaker).ask_now(store, now)
        Changing(schedule.speaker).tell_now(store, now)
        count_missed(store, schedule.speaker, now)

    def _next_due(self) -> datetime | None:
        rung = self.service.database.read_now(concerns.next_due)
        care = self.clock.now.astimezone(LONDON).replace(hour=CARE_HOUR, minute=0, second=0, microsecond=0)
        if care <= self.clock.now:
            care = (care + timedelta(days=1)).replace(hour=CARE_HOUR)
        return min(care, rung) if rung is not None else care

    def _write(self, work: Callable[[Store], T]) -> T:
        return self.service.database.write_now(work)


def _kind(inbound: Mapping[str, Any]) -> Kind:
    if "text" in inbound:
        return "text"
    return "choice" if "choice" in inbound else "arrived"


def _patterns(store: Store, now: datetime) -> dict[str, str]:
    """When the IRO of each child works, by the child's reference."""
    today = london_day(now)
    holders = allocations.on(store, today)
    iros = staff.many(store, {held.staff_id for held in holders.values()})
    known = {child.id: child.reference for child in children.everyone(store)}
    return {known[child_id]: iros[held.staff_id].working_pattern for child_id, held in holders.items()}


def _child(store: Store, reference: str) -> Child:
    child = children.by_reference(store, reference)
    if child is None:
        raise StorageError(f"bot/demo/conversations.yaml: no child of Exampleshire has the reference {reference}.")
    return child

"""A service without a server: an authority in memory, one child, a clock that stands until it is moved.

`talk` plays scripts against it, and so do the tests of the journeys.
"""

import base64
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from bot.clock import PlayedClock
from bot.demo import AUTHORITY, AUTHORITY_NAME, LANGUAGES
from bot.demo.load import load
from bot.facts import london_day
from bot.handling import Handling
from bot.inbound import Inbound
from bot.intake import screened_now
from bot.keeping_times import KeepingTimes
from bot.service import Service, build
from bot.settings import Settings
from safeguarding.rota import LONDON
from storage import answers, children, concerns, conversations, inbox, messages, milestones, requests, staff
from storage.conversations import Address
from storage.database import Database
from storage.errors import StorageError
from storage.keys import LocalMasterKey
from storage.messages import Message
from storage.store import Store

TICK, DAYS, TICK_OF_DAYS = timedelta(hours=1), timedelta(days=2), timedelta(hours=3)
"""How often it is looked what is due: for a wait of days less often."""
NIGHT = (time(20), time(7))
"""Nothing is begun between them but what has a moment of its own."""
TODAY = datetime(2026, 11, 21, 10, 0, tzinfo=LONDON)
"""The Saturday that Exampleshire is written for."""


def exampleshire(now: datetime | None = None, channel: str = "web") -> "Played":
    """Exampleshire in memory, with a visitor whom nobody knows yet."""
    clock = PlayedClock(now or TODAY)
    database = Database("sqlite://", AUTHORITY, LocalMasterKey(secrets.token_bytes(32)))
    load(database, clock.now)
    settings = Settings(authority=AUTHORITY, authority_name=AUTHORITY_NAME, demo=True, languages=LANGUAGES)
    return Played(build(settings, database, clock=clock), clock, channel)


SILENCE = b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead\x01" + bytes(100)
"""What a played voice note holds."""


@dataclass(slots=True)
class Played:
    """One child's side of a conversation. Everything happens at once, in this thread."""

    service: Service
    clock: PlayedClock
    channel: str = "web"
    sender: str = "played"
    place: str = ""
    seen: int = 0
    number: int = 0

    @property
    def address(self) -> str:
        """The channel's own name of where the child writes from."""
        return f"{self.sender}-{self.place or self.channel}"

    def be(self, reference: str, trust: str = "full") -> None:
        """Start as a child who has proved who they are and said that it is OK to go on. Raises `StorageError`."""
        self.service.database.write_now(lambda store: self._be(store, reference, trust))

    def set_band(self, band: str) -> None:
        """Speak to the child as to this age band, whatever their birthday."""

        def change(store: Store) -> None:
            address = self._address(store)
            if address is not None:
                conversation = conversations.lock(store, [address.conversation_id])[address.conversation_id]
                conversation.band = band
                conversations.save(store, [conversation])

        self.service.database.write_now(change)

    def arrive(self, *, invite: str = "", band: str = "", lang: str = "") -> list[Message]:
        """Open the chat."""
        return self._send(kind="arrived", invite=invite, band=band, lang=lang)

    def say(self, text: str) -> list[Message]:
        return self._send(kind="text", text=text)

    def tap(self, choice: str) -> list[Message]:
        """Tap a button by its label or its id."""
        return self._send(kind="choice", choice=self._choice_id(choice))

    def send(self, kind: str, body: bytes = SILENCE, seconds: int = 24) -> list[Message]:
        """A voice note, a picture: with b"" one that did not come through."""
        return self._send(kind=kind, file=base64.b64encode(body).decode(), seconds=seconds)

    def wait(self, by: timedelta) -> list[Message]:
        """Let time pass; what falls due on the way happens at its time."""
        until = self.clock.now + by
        while self.clock.now < until:
            self.clock.now = self._next_tick(until, TICK if by <= DAYS else TICK_OF_DAYS)
            self.service.database.write_now(self._tick)
        return self._new()

    def move_to(self, place: str) -> None:
        """Go on at another place, where nobody knows the child yet: a channel, or one and a name ("web library")."""
        self.channel, _, _ = place.partition(" ")
        self.place = place

    def state(self) -> dict[str, Any]:
        """What is on record: answers and milestones, concerns, requests."""
        return self.service.database.read_now(self._state)

    def _send(self, **inbound: Any) -> list[Message]:
        self.number += 1
        arrived = Inbound(self.channel, f"{self.address}:{self.number}", self.address, **inbound)
        self.service.database.write_now(lambda store: self._answer(store, arrived))
        return self._new()

    def _answer(self, store: Store, inbound: Inbound) -> None:
        """Both commits in one: a played conversation has no crash to survive."""
        arrival = inbox.keep(store, [(inbound.channel, inbound.external_id, inbound.dump())], self.clock.now)[0]
        if arrival is None:
            return
        handlings = screened_now(store, self.service.intake.screen, [Handling(arrival, inbound)], self.clock.now)
        self.service.exchange.handle(store, handlings, self.clock.now)

    def _new(self) -> list[Message]:
        found = self.service.database.read_now(self._everything)
        if found and found[-1].seq < self.seen:  # joined a longer conversation and renumbered
            self.seen = 0
        new = [m for m in found if m.seq > self.seen]
        self.seen = max((m.seq for m in found), default=self.seen)
        return new

    def _everything(self, store: Store) -> list[Message]:
        address = self._address(store)
        return messages.of_conversation(store, address.conversation_id) if address else []

    def _address(self, store: Store) -> Address | None:
        return conversations.address_of(store, self.channel, self.address)

    def _choice_id(self, wanted: str) -> str:
        """The id of the button with that label among those under the last message; else what was given."""
        offered = [m for m in self.service.database.read_now(self._everything) if m.choices][-1:]
        for choice in (choice for message in offered for choice in message.choices):
            if wanted.strip().casefold() == choice["label"].casefold():
                return choice["id"]
        return wanted

    def _be(self, store: Store, reference: str, trust: str) -> None:
        child = children.by_reference(store, reference)
        if child is None:
            raise StorageError(f"No child here has the reference {reference}.")
        now = self.clock.now
        conversation = conversations.ensure_for_child(store, child.id, child.band(london_day(now)), child.lang, now)
        conversations.add_address(store, conversation.id, conversation.key_id, self.channel, self.address, trust, now)
        milestones.reach(store, conversation, now, "agreed", channel=self.channel)

    def _next_tick(self, until: datetime, longest: timedelta) -> datetime:
        reminders = KeepingTimes(self.service.speaker)
        rung = self.service.database.read_now(concerns.next_due)
        reminder = self.service.database.read_now(lambda store: reminders.next_due(store, self.clock.now))
        due = [at for at in (rung, reminder) if at is not None and at > self.clock.now]
        return min([_after_the_night(self.clock.now + longest), until, *due])

    def _tick(self, store: Store) -> None:
        self.service.schedule.climb_now(store, self.clock.now)
        self.service.schedule.remind_now(store, self.clock.now)
        self.service.schedule.chase_now(store, self.clock.now)
        self.service.schedule.follow_up_now(store, self.clock.now)
        self.service.schedule.send_letters_now(store, self.clock.now)
        self.service.schedule.keep_times_now(store, self.clock.now)

    def _state(self, store: Store) -> dict[str, Any]:
        address = self._address(store)
        if address is None:
            return {"records": [], "concerns": [], "requests": []}
        where = address.conversation_id
        return {
            "records": list(_records(store, where)),
            "concerns": list(_concerns(store, where)),
            "requests": [_request(r) for r in requests.of_conversation(store, where)],
        }


def _after_the_night(tick: datetime) -> datetime:
    here, (evening, morning) = tick.astimezone(LONDON), NIGHT
    if morning <= here.time() <= evening:
        return tick
    day = here.date() + timedelta(days=here.time() > evening)
    return datetime.combine(day, morning, tzinfo=LONDON)


def _records(store: Store, where: UUID) -> Iterator[Mapping[str, Any]]:
    for m in milestones.of_conversations(store, [where]).get(where, []):
        yield {"kind": m.kind, "value": m.value, "detail": m.detail or "", "at": m.at.isoformat()}
    for a in answers.of_conversations(store, [where]).get(where, []):
        yield {
            "kind": "answer", "topic": a.topic, "question": a.question, "text": a.text, "choice": a.choice,
            "state": a.state, "share": a.share, "channel": a.channel, "at": a.at.isoformat(),
        }  # fmt: skip


def _concerns(store: Store, where: UUID) -> Iterator[Mapping[str, Any]]:
    for c in concerns.of_conversation(store, where):
        names = staff.many(store, concerns.excluded(store, c.id))
        yield {
            "level": c.level, "categories": list(c.categories), "readable": c.readable, "state": c.state,
            "words": messages.by_id(store, c.message_id).text, "safe_now": c.safe_now,
            "opened_at": c.opened_at.isoformat(), "breached": c.breached_at is not None,
            "excluded": sorted(member.reference for member in names.values()),
            "told": [e.kind for e in concerns.events(store, c.id)],
        }  # fmt: skip


def _request(request: requests.Request) -> Mapping[str, Any]:
    return {
        "kind": request.kind, "for": request.owner_role, "how": request.how, "when": request.when_words,
        "safe_here": request.safe_here, "words": request.words, "due": request.due_on.isoformat(),
        "state": request.state,
    }  # fmt: skip

"""For the tests of the chat: an intake that answers by a short script, a running chat, a child's browser."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import web

from bot.chat.chat import Chat
from bot.chat.routes import add_chat
from bot.clock import PlayedClock
from bot.hub import Hub
from bot.inbound import Inbound
from storage import allocations, caseload, conversations, inbox, invites, messages, milestones
from storage.conversations import Address, Conversation
from storage.database import Database
from storage.errors import StorageError
from storage.store import Store
from storage.tables import addresses
from tests.support.people import add_child, add_staff
from tests.support.prepared import NOW

READER = UUID(int=0)
YES_OR_NO = ({"id": "yes", "label": "Yes, that's fine", "symbol": "👍"}, {"id": "no", "label": "Not now"})


@dataclass
class ScriptedIntake:
    """Keeps each arrival once, then answers it: the way of the real one, with words of its own."""

    database: Database
    hub: Hub
    clock: PlayedClock
    broken: bool = False
    silent: bool = False
    arrivals: list[Inbound] = field(default_factory=list)

    async def accept(self, inbound: Inbound) -> bool:
        if self.broken:
            raise StorageError("The database did not answer.")
        now = self.clock()
        arrival = (inbound.channel, inbound.external_id, inbound.dump())
        (kept,) = await self.database.write(lambda store: inbox.keep(store, [arrival], now))
        if kept is None:
            return False
        self.arrivals.append(inbound)
        if not self.silent:
            await self.answer(inbound, kept.id)
        return True

    async def answer(self, inbound: Inbound, inbox_id: UUID) -> None:
        wake = await self.database.write(lambda store: self._exchange(store, inbound, inbox_id))
        self.hub.wake(wake)

    def _exchange(self, store: Store, inbound: Inbound, inbox_id: UUID) -> set[UUID]:
        now = self.clock()
        address = conversations.address_of(store, inbound.channel, inbound.sender)
        assert address is not None
        conversation = conversations.lock(store, [address.conversation_id])[address.conversation_id]
        if inbound.kind != "arrived":
            words = next((c["label"] for c in YES_OR_NO if c["id"] == inbound.choice), inbound.choice)
            messages.add(
                store, conversation, now, author="child", text=inbound.text or words, channel="web",
                kind=inbound.kind, choice=inbound.choice or None, address_id=address.id, inbox_id=inbox_id,
            )  # fmt: skip
        for text, choices in _script(inbound):
            self.say(store, conversation, address, text, choices)
        conversations.save(store, [conversation])
        inbox.done(store, [inbox_id], now)
        return {conversation.id}

    def say(
        self, store: Store, conversation: Conversation, address: Address | None, text: str, choices: Any = (),
        **more: Any,
    ) -> None:  # fmt: skip
        more = {"author": "bot", "channel": "web", "address_id": address.id if address else None, **more}
        messages.add(store, conversation, self.clock(), text=text, choices=choices, **more)


def _script(inbound: Inbound) -> Iterator[tuple[str, tuple[dict[str, str], ...]]]:
    match inbound:
        case Inbound(kind="arrived", invite=""):
            yield "Hello. I'm a computer, not a person.", ()
            yield "Is it OK to carry on?", YES_OR_NO
        case Inbound(kind="arrived", invite=invite):
            yield f"You have a card: {invite}.", ()
        case Inbound(choice="help_now"):
            yield "If you're in danger, call 999.", ()
        case Inbound(text=text) if match := re.fullmatch(r"say (\d+)", text):
            for number in range(int(match[1])):
                yield f"Line {number + 1}", ()
        case _:
            yield "Thank you. I've kept that.", ()


@dataclass
class Served:
    """A running chat, and a hand in what happens behind it."""

    chat: Chat
    intake: ScriptedIntake
    clock: PlayedClock
    url: str = ""

    @property
    def database(self) -> Database:
        return self.chat.database

    def only_address(self) -> Address:
        """The address of the one browser there is."""
        return self.database.read_now(lambda store: _addresses(store)[0])

    def write(self, work: Any) -> Any:
        return self.database.write_now(work)

    def iro(self, reference: str = "EXS-001", **values: Any) -> UUID:
        usual = {"first_name": "Priya", "last_name": "Larkhaven", "working_pattern": "Mon Tue Wed Thu 09:00-17:00"}
        return self.write(lambda store: add_staff(store, reference, **usual | values))

    def card(self, child_id: UUID, word: str) -> str:
        """The word on a new card of this child."""
        made = self.write(lambda store: invites.make(store, child_id, NOW, random.Random(1), word=word))
        return str(made.word)

    def child(self, iro_id: UUID | None = None, reference: str = "EXC-0001") -> UUID:
        """A child on record, with this IRO."""

        def work(store: Store) -> UUID:
            child_id = add_child(store, reference)
            store.flush()
            if iro_id:
                allocations.allocate(store, NOW, child_id, iro_id, date(2026, 6, 8))
            return child_id

        return self.write(work)

    def link(
        self, child_id: UUID, trust: str = "full", band: str = "middle", *, tell: bool = True, told: bool = True
    ) -> None:
        """The child at the one browser has proved who they are, and was `told` who their IRO is."""

        def work(store: Store) -> UUID:
            address = _addresses(store)[-1]
            visitor = conversations.lock(store, [address.conversation_id])[address.conversation_id]
            after = conversations.link(store, visitor, address, child_id, trust, band, "en")
            conversations.save(store, [after])
            iro = allocations.on(store, NOW.date(), [child_id]).get(child_id)
            if told and iro is not None:
                milestones.reach(store, after, NOW, "told", channel="web", value="iro", staff_id=iro.staff_id)
            return address.conversation_id

        before = self.write(work)
        if tell:
            self.chat.hub.wake([before])

    def earlier(self, child_id: UUID, *texts: str) -> None:
        """What the child's own conversation already holds, from another channel."""

        def work(store: Store) -> None:
            own = conversations.ensure_for_child(store, child_id, "middle", "en", NOW)
            store.flush()
            own = conversations.lock(store, [own.id])[own.id]
            for text in texts:
                self.intake.say(store, own, None, text)
            conversations.save(store, [own])

        self.write(work)

    def staff_say(self, author: str, staff_id: UUID, text: str) -> None:
        """A member of staff writes to whoever is at the one browser."""

        def work(store: Store) -> UUID:
            address = _addresses(store)[-1]
            here = address.conversation_id
            conversation = conversations.lock(store, [here])[here]
            self.intake.say(store, conversation, address, text, author=author, staff_id=staff_id)
            conversations.save(store, [conversation])
            return here

        self.chat.hub.wake([self.write(work)])

    def iro_reads(self, *, tell: bool = True) -> None:
        def work(store: Store) -> UUID:
            here = _addresses(store)[-1].conversation_id
            caseload.mark_read(store, here, READER, self.clock(), by=READER)
            return here

        here = self.write(work)
        if tell:
            self.chat.hub.wake([here])

    def stored(self) -> list[str]:
        """Everything the child wrote, as it was kept."""

        def work(store: Store) -> list[str]:
            here = {a.conversation_id for a in _addresses(store)}
            found = [m for c in here for m in messages.of_conversation(store, c)]
            return [m.text for m in found if m.author == "child"]

        return self.database.read_now(work)

    def later(self, **by: float) -> None:
        self.clock.forward(timedelta(**by))


def _addresses(store: Store) -> list[Address]:
    ids = [row["conversation_id"] for row in store.rows(_all(addresses))]
    return [address for here in dict.fromkeys(ids) for address in conversations.addresses_at(store, here)]


def _all(table: Any) -> Any:
    return table.select().order_by(table.c.opened_at, table.c.id)


class serving:
    """The chat on a free port of this machine while the block lasts; `stop` and `start` in between play an outage."""

    def __init__(self, chat: Chat, port: int = 0) -> None:
        self.chat = chat
        self.port = port

    async def __aenter__(self) -> str:
        application = web.Application()
        add_chat(application, self.chat)
        self.runner = web.AppRunner(application, shutdown_timeout=1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", self.port, reuse_address=True).start()
        self.port = self.runner.addresses[0][1]
        return f"http://127.0.0.1:{self.port}"

    async def __aexit__(self, *_: object) -> None:
        await self.runner.cleanup()


class Child:
    """A child's browser without a screen."""

    def __init__(self, served: Served, http: aiohttp.ClientSession) -> None:
        self.served = served
        self.http = http

    async def begin(self, **opening: str) -> dict[str, Any]:
        async with self.http.post(f"{self.served.url}/chat/session", json=opening) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def get(self, path: str, status: int = 200) -> Any:
        async with self.http.get(self.served.url + path) as response:
            assert response.status == status, await response.text()
            return await response.json()

    async def post(self, path: str, body: Any, status: int = 200, **options: Any) -> Any:
        async with self.http.post(self.served.url + path, json=body, **options) as response:
            assert response.status == status, await response.text()
            return await response.json()

    def socket(self, **options: Any) -> Any:
        return self.http.ws_connect(f"{self.served.url}/chat/ws", **options)


async def frames_until(socket: aiohttp.ClientWebSocketResponse, wanted: Any) -> list[dict[str, Any]]:
    """Every frame up to and with the first for which `wanted` holds."""
    frames: list[dict[str, Any]] = []
    async with asyncio.timeout(10):
        while not (frames and wanted(frames[-1])):
            frames.append(await socket.receive_json())
    return frames

"""Promise 1: what a child sends is committed before anything answers it; kill any process, nothing is missing."""

from __future__ import annotations

import asyncio
import json
import sys
import uuid

import aiohttp
import pytest
import sqlalchemy as sa

from bot.demo import AUTHORITY
from bot.inbound import Inbound
from storage import conversations, inbox, messages
from storage.database import Database
from storage.tables import inbox as inbox_table
from tests.support.played import service_on
from tests.support.prepared import MASTER
from tests.support.processes import free_port, start

SERVE = [sys.executable, "-m", "bot", "serve"]
WRITERS, EACH = 8, 30


async def test_an_arrival_is_committed_before_accept_returns(exampleshire: Database) -> None:
    service = service_on(exampleshire)
    address = exampleshire.write_now(
        lambda store: conversations.open_visitor(store, "web", "somebody", "middle", "en", service.clock())
    )
    keeping = asyncio.create_task(service.intake._keep())
    assert await service.intake.accept(Inbound("web", "a:1", address.sender, text="hello"))
    kept = exampleshire.read_now(lambda store: inbox.waiting(store, service.clock()))
    keeping.cancel()
    assert [Inbound.parse(arrival.payload).text for arrival in kept] == ["hello"]


async def test_what_a_crash_left_is_answered_at_the_next_start(exampleshire: Database) -> None:
    before = service_on(exampleshire)
    address = exampleshire.write_now(
        lambda store: conversations.open_visitor(store, "web", "somebody", "middle", "en", before.clock())
    )
    arrival = Inbound("web", "a:1", address.sender, text="hi what is this")
    exampleshire.write_now(
        lambda store: inbox.keep(store, [("web", arrival.external_id, arrival.dump())], before.clock())
    )
    after = service_on(exampleshire)
    assert await after.intake.take_up(after.clock()) == 1
    said = exampleshire.read_now(lambda store: messages.shown_at(store, address))
    assert [m.text for m in said if m.author == "child"] == ["hi what is this"]
    assert any(m.author == "bot" for m in said)


async def test_killed_without_warning_nothing_is_missing_and_nothing_doubled(exampleshire: Database, tmp_path) -> None:
    url = exampleshire.url.render_as_string(hide_password=False)
    exampleshire.close()
    port = free_port()
    env = {
        "MY_IRO_DATABASE": url, "MY_IRO_AUTHORITY": AUTHORITY, "MY_IRO_PORT": str(port),
        "MY_IRO_MASTER_KEY": MASTER.key.hex(), "MY_IRO_SECURE_COOKIES": "false",
    }  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    acknowledged: dict[str, str] = {}
    program = start(SERVE, log=tmp_path / "first.log", env=env)
    await program.wait_until_ready(f"{base}/readyz")
    async with Writers(base) as writers:
        sending = [asyncio.create_task(writer.send_all(acknowledged)) for writer in writers]
        while len(acknowledged) < WRITERS * EACH // 3:
            await asyncio.sleep(0.005)
        await program.kill()
        again = start(SERVE, log=tmp_path / "second.log", env=env)
        await again.wait_until_ready(f"{base}/readyz")
        await asyncio.gather(*sending)
        await _settled(Database(url, AUTHORITY, MASTER))
        seen = [await writer.read_back() for writer in writers]
        await again.stop()
    stored = [text for texts in seen for text in texts]
    assert sorted(stored) == sorted(acknowledged.values())
    assert len(stored) == WRITERS * EACH


class Writer:
    """One child's page: sends each message until it is acknowledged, with the same id."""

    def __init__(self, base: str, session: aiohttp.ClientSession, number: int) -> None:
        self.base, self.session, self.number = base, session, number

    async def open(self) -> None:
        async with self.session.post(f"{self.base}/chat/session", json={}) as response:
            assert response.status == 200

    async def send_all(self, acknowledged: dict[str, str]) -> None:
        for count in range(EACH):
            message_id, text = str(uuid.uuid4()), f"writer {self.number} says thing {count}"
            while message_id not in acknowledged:
                try:
                    async with self.session.post(
                        f"{self.base}/chat/messages", json={"id": message_id, "text": text}
                    ) as response:
                        if response.status == 200 and (await response.json())["ack"] == message_id:
                            acknowledged[message_id] = text
                except aiohttp.ClientError:
                    await asyncio.sleep(0.05)

    async def read_back(self) -> list[str]:
        async with self.session.get(f"{self.base}/chat/messages", params={"after": "0"}) as response:
            found = json.loads(await response.text())["messages"]
        return [m["text"] for m in found if m["from"] == "child"]


class Writers:
    """The writers with their sessions open, each with a cookie jar of its own."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.sessions: list[aiohttp.ClientSession] = []

    async def __aenter__(self) -> list[Writer]:
        self.sessions = [aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) for _ in range(WRITERS)]
        writers = [Writer(self.base, session, number) for number, session in enumerate(self.sessions)]
        for writer in writers:
            await writer.open()
        return writers

    async def __aexit__(self, *_: object) -> None:
        for session in self.sessions:
            await session.close()


async def _settled(database: Database) -> None:
    """Wait until nothing stands in the inbox any more."""
    count = sa.select(sa.func.count()).select_from(inbox_table).where(inbox_table.c.state == "new")
    for _ in range(600):
        if not database.read_now(lambda store: store.connection.execute(count).scalar_one()):
            database.close()
            return
        await asyncio.sleep(0.05)
    pytest.fail("arrivals stand unanswered")

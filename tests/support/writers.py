"""Children who write to a service that is killed under them, again and again, and what is there in the end.

`python -m tests.support.writers --messages 2000 --kills 2 [--postgresql]` measures it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import math
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import sqlalchemy as sa

from bot import pace
from bot.demo import AUTHORITY
from storage import inbox
from storage.database import Database
from storage.store import Store
from storage.tables import messages
from tests.support.played import fill
from tests.support.postgresql import postgresql_server
from tests.support.prepared import MASTER
from tests.support.processes import Program, free_port, start

SERVE = [sys.executable, "-m", "bot", "serve"]
LOOK_AGAIN = 0.005
"""Seconds. A process that is killed tells nobody how far it has come."""


@dataclass
class Writer:
    """One child's page: sends each message until it is acknowledged, under the same id."""

    base: str
    session: aiohttp.ClientSession
    number: int
    acknowledged: dict[str, str] = field(default_factory=dict)
    repeated: int = 0

    async def open(self) -> None:
        async with self.session.post(f"{self.base}/chat/session", json={}) as response:
            assert response.status == 200

    async def send(self, many: int) -> None:
        for count in range(many):
            await self._send_one(str(uuid.uuid4()), f"writer {self.number} says thing {count}")

    async def _send_one(self, message_id: str, text: str) -> None:
        while message_id not in self.acknowledged:
            try:
                async with self.session.post(
                    f"{self.base}/chat/messages", json={"id": message_id, "text": text}
                ) as response:
                    if response.status == 200 and (await response.json())["ack"] == message_id:
                        self.acknowledged[message_id] = text
            except aiohttp.ClientError:
                self.repeated += 1
                await asyncio.sleep(0.05)

    async def read_back(self) -> list[str]:
        """What this child's page shows of what the child wrote."""
        found: list[str] = []
        after = 0
        while True:
            async with self.session.get(f"{self.base}/chat/messages", params={"after": str(after)}) as response:
                shown = (await response.json())["messages"]
            if not shown:
                return found
            after = shown[-1]["seq"]
            found += [one["text"] for one in shown if one["from"] == "child"]


@dataclass(frozen=True)
class Aftermath:
    """`stored` counts each text that is there; `answers` counts child's messages by how much was said after each."""

    sent: Sequence[str]
    stored: Counter[str]
    answers: Counter[int]
    repeated: int
    seconds: float

    @property
    def missing(self) -> list[str]:
        return [text for text in self.sent if not self.stored[text]]

    @property
    def doubled(self) -> list[str]:
        return [text for text, times in self.stored.items() if times > 1]

    def __str__(self) -> str:
        return (
            f"{len(self.sent)} sent, {self.stored.total()} stored, {len(self.missing)} missing, "
            f"{len(self.doubled)} doubled; {self.repeated} tries met nobody; {self.seconds:.1f} s; "
            f"messages of the bot after each: {dict(self.answers)}"
        )


async def write_through_kills(url: str, logs: Path, *, messages: int, kills: int) -> Aftermath:
    """Serve the prepared database at `url`, send so many messages, and kill the process so often on the way.

    Each child sends as many as are answered one by one within a minute.
    """
    writers = math.ceil(messages / pace.MOST)
    port = free_port()
    env = {
        "MY_IRO_DATABASE": url, "MY_IRO_AUTHORITY": AUTHORITY, "MY_IRO_PORT": str(port),
        "MY_IRO_MASTER_KEY": MASTER.key.hex(), "MY_IRO_SECURE_COOKIES": "false",
    }  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    began = time.monotonic()
    program = await _serving(base, logs / "0.log", env)
    async with _pages(base, writers) as pages:
        each, over = divmod(messages, writers)
        sending = [asyncio.create_task(page.send(each + (page.number < over))) for page in pages]
        for kill in range(1, kills + 1):
            while sum(len(page.acknowledged) for page in pages) < messages * kill // (kills + 1):
                await asyncio.sleep(LOOK_AGAIN)
            await program.kill()
            program = await _serving(base, logs / f"{kill}.log", env)
        await asyncio.gather(*sending)
        database = Database(url, AUTHORITY, MASTER)
        await _answered(database)
        seconds = time.monotonic() - began
        shown = await asyncio.gather(*(page.read_back() for page in pages))
        stored = Counter(text for texts in shown for text in texts)
        answers = database.read_now(_answers)
        database.close()
        await program.stop()
    sent = [text for page in pages for text in page.acknowledged.values()]
    return Aftermath(sent, stored, answers, sum(page.repeated for page in pages), seconds)


async def _serving(base: str, log: Path, env: Mapping[str, str]) -> Program:
    program = start(SERVE, log=log, env=env)
    await program.wait_until_ready(f"{base}/readyz")
    return program


@contextlib.asynccontextmanager
async def _pages(base: str, many: int) -> AsyncIterator[list[Writer]]:
    """So many browsers, each with cookies of its own."""
    async with contextlib.AsyncExitStack() as stack:
        pages = []
        for number in range(many):
            jar = aiohttp.CookieJar(unsafe=True)
            pages.append(Writer(base, await stack.enter_async_context(aiohttp.ClientSession(cookie_jar=jar)), number))
            await pages[-1].open()
        yield pages


async def _answered(database: Database) -> None:
    """Return once nothing stands in the inbox any more."""
    async with asyncio.timeout(60):
        while database.read_now(inbox.depth):
            await asyncio.sleep(LOOK_AGAIN)


def _answers(store: Store) -> Counter[int]:
    """How many messages of the bot follow each message of a child, before the child's next."""
    query = sa.select(messages.c.conversation_id, messages.c.author).order_by(
        messages.c.conversation_id, messages.c.seq
    )
    runs: list[int] = []
    writing_in = None
    for row in store.connection.execute(query):
        if row.author == "child":
            runs.append(0)
            writing_in = row.conversation_id
        elif row.conversation_id == writing_in:
            runs[-1] += 1
    return Counter(runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL server of its own, not on SQLite")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        url = f"sqlite:///{folder}/my-iro.db"
        if asked.postgresql:
            server = stack.enter_context(postgresql_server())
            url = server.url(server.create())
        database = Database(url, AUTHORITY, MASTER)
        fill(database)
        database.close()
        done = write_through_kills(url, Path(folder), messages=asked.messages, kills=asked.kills)
        sys.stdout.write(f"{asyncio.run(done)}\n")


if __name__ == "__main__":
    main()

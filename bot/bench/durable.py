"""How many messages a second are kept and answered for good, and how near that comes to what the database can do."""

import asyncio
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from statistics import median
from typing import Any

import sqlalchemy as sa

from bot.bench.children import gather
from bot.bench.crowd import Crowd, Round
from bot.bench.figures import middle, milliseconds, percentile, ratio
from bot.bench.floor import PostgreSQLWriter, SQLiteWriter, Writer, one_by_one, together, writers
from bot.bench.plan import Plan
from bot.bench.units import Job, jobs, taken
from bot.clock import real_clock
from bot.demo import AUTHORITY
from bot.demo.load import load
from bot.errors import ServiceError
from bot.service import Service, build
from bot.settings import load_settings
from storage.database import Database
from storage.keys import LocalMasterKey
from storage.store import Store
from storage.tables import concerns, inbox, messages

MAIN = 32
CHILDREN = 160
UNITS = 200
Copy = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(slots=True)
class Level:
    """What was measured with one number of messages in flight."""

    ours: list[Round] = field(default_factory=list)
    floor: list[Round] = field(default_factory=list)
    batched: list[Round] = field(default_factory=list)

    def report(self) -> dict[str, float]:
        per_s, floor, batched = (middle([r.per_s for r in rounds]) for rounds in (self.ours, self.floor, self.batched))
        took = [one for round_ in self.ours for one in round_.took]
        return {
            "per_s": per_s, "ratio_to_floor": ratio(per_s, floor), "ratio_to_batched_floor": ratio(per_s, batched),
            "p50_ms": milliseconds(percentile(took, 0.5)), "p99_ms": milliseconds(percentile(took, 0.99)),
            "floor_per_s": floor, "batched_floor_per_s": batched,
            "floor_p50_ms": milliseconds(percentile([t for r in self.floor for t in r.took], 0.5)),
        }  # fmt: skip


async def measure(url: str, copy: Copy, plan: Plan, say: Say) -> dict[str, Any]:
    """Measure on the empty database at `url`; `copy` makes a second one like it for the floor."""
    settings = load_settings(database=url, authority=AUTHORITY, demo=True)
    key = LocalMasterKey(secrets.token_bytes(32))
    say("Exampleshire is loaded")
    with _opened(url, key) as database:
        load(database, real_clock())
        children = gather(database, CHILDREN, real_clock())
    floor_url = sa.make_url(copy(url))
    with _opened(url, key) as database:
        service = build(settings, database)
        await service.start()
        try:
            crowd = Crowd(service, children)
            levels = await _levels(service, crowd, floor_url, plan, say)
            say("one child beside another's flood")
            fair = await _fair(crowd, plan)
            checked = await database.read(_check)
        finally:
            await service.stop()
    main = levels.pop(MAIN).report()
    return {
        "in_flight": MAIN,
        **main,
        "others": {str(n): level.report() for n, level in levels.items()},
        "fair": fair,
        **checked,
    }


async def _fair(crowd: Crowd, plan: Plan) -> dict[str, float]:
    """One child's wait beside another's flood, against the same child's wait alone: 1 would be no difference."""
    alone, beside = await crowd.beside_a_flood(plan.floods, plan.flood)
    waits = {"alone_ms": milliseconds(median(alone)), "beside_a_flood_ms": milliseconds(median(beside))}
    return {"flood": plan.flood, **waits, "ratio": ratio(median(beside), median(alone))}


async def _levels(service: Service, crowd: Crowd, floor_url: sa.URL, plan: Plan, say: Say) -> dict[int, Level]:
    say("the children say hello")
    await crowd.open()
    await crowd.write(MAIN, plan.seconds)
    await asyncio.to_thread(_analyse, service.database.engine.url)
    units = await asyncio.to_thread(taken, service.database, UNITS)
    again = jobs(units, sqlite=service.database.is_sqlite)
    levels: dict[int, Level] = {}
    for in_flight, rounds in plan.levels:
        level = levels.setdefault(in_flight, Level())
        for number in range(rounds):
            say(f"{in_flight} in flight, round {number + 1} of {rounds}")
            level.ours.append(await crowd.write(in_flight, plan.seconds))
            await asyncio.to_thread(_floors, level, again, floor_url, in_flight, plan)
    return levels


def _floors(level: Level, again: Iterator[Job], url: sa.URL, in_flight: int, plan: Plan) -> None:
    sqlite = url.get_backend_name() == "sqlite"
    _analyse(url)
    prepared = list(islice(again, plan.floor_messages))
    half = len(prepared) // 2
    with _closing(writers(url, in_flight)) as several:
        level.floor.append(one_by_one(several, prepared[:half], plan.floor_seconds))
    with _closing([SQLiteWriter(url) if sqlite else PostgreSQLWriter(url, piped=True)]) as one:
        level.batched.append(together(one[0], prepared[half:], in_flight, plan.floor_seconds))


def _analyse(url: sa.URL) -> None:
    """What PostgreSQL does by itself in its first minute: until then it plans for tables that are nearly empty."""
    if url.get_backend_name() == "postgresql":
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text("ANALYZE"))
        engine.dispose()


@contextmanager
def _closing(writing: Sequence[Writer]) -> Iterator[Sequence[Writer]]:
    try:
        yield writing
    finally:
        for writer in writing:
            writer.close()


@contextmanager
def _opened(url: str, key: LocalMasterKey) -> Iterator[Database]:
    database = Database(url, AUTHORITY, key)
    try:
        yield database
    finally:
        database.close()


def _check(store: Store) -> dict[str, int]:
    """A figure counts only if nothing was lost and nothing doubled. Raises `ServiceError`."""

    def counted(table: sa.Table, *where: sa.ColumnElement[bool]) -> int:
        query = sa.select(sa.func.count()).select_from(table).where(store.here(table), *where)
        return int(store.connection.execute(query).scalar_one())

    kept, answered = counted(inbox), counted(inbox, inbox.c.state == "done")
    stored = counted(messages, messages.c.author == "child")
    if not kept == answered == stored:
        raise ServiceError(f"{kept} messages were kept, {answered} answered and {stored} stored: these must be equal.")
    return {"messages": stored, "concerns": counted(concerns)}


def copy_of_file(url: str) -> str:
    """A copy of a closed SQLite database beside it."""
    made = sa.make_url(url)
    target = f"{made.database}.floor"
    shutil.copyfile(str(made.database), target)
    return f"sqlite:///{target}"

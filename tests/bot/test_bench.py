"""The benchmark measures what it says: ordinary messages, the real path, the same rows for the floor."""

from __future__ import annotations

import asyncio
import json
from itertools import islice

import pytest
from click.testing import CliRunner

from bot.bench import durable, peer, postgresql, report
from bot.bench.children import gather, said
from bot.bench.crowd import Crowd, Round
from bot.bench.durable import Level, copy_of_file
from bot.bench.figures import percentile
from bot.bench.floor import one_by_one, together, writers
from bot.bench.plan import Plan
from bot.bench.units import jobs, taken
from bot.clock import real_clock
from bot.commands import main
from bot.demo import AUTHORITY
from bot.demo.load import load
from bot.errors import ServiceError
from bot.service import build
from bot.settings import load_settings
from safeguarding import screen
from safeguarding.screening import Level as Alarm
from storage import inbox
from storage.database import Database
from storage.tables import messages
from tests.support.prepared import Templates

TINY = Plan(0.05, 0.05, 200, ((32, 1), (1, 1)), 0.05, 1, floods=1, flood=20)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def played(request: pytest.FixtureRequest, prepared: Templates):
    """Forty children who have each said hello and written a few times more, and where their database is.

    Played once for the tests below, each of which leaves more in it than it found.
    """
    with prepared.opened(request.param) as database:
        yield played_on(database)


def played_on(database: Database):
    load(database, real_clock())
    children = gather(database, 40, real_clock())
    service = build(load_settings(database="sqlite://", authority=AUTHORITY, demo=True), database)

    async def play() -> list[Round]:
        await service.start()
        try:
            crowd = Crowd(service, children)
            await crowd.open()
            rounds: list[Round] = []
            while sum(len(one.took) for one in rounds) < 3 * len(children):  # however slow the machine is
                rounds.append(await crowd.write(8, 0.5))
            return rounds
        finally:
            await service.stop()

    return database, children, asyncio.run(play())


def test_no_line_of_the_benchmark_alarms_anybody() -> None:
    judge = screen.load()
    found = {line: judge(line).level for lines in said().values() for line in lines}
    assert {line for line, level in found.items() if level >= Alarm.concern} == set()


def test_every_child_has_a_conversation_of_their_own_and_every_message_is_answered(played) -> None:
    database, children, rounds = played
    assert len({child.conversation_id for child in children}) == 40
    counted = database.read_now(durable._check)
    assert counted["messages"] == 40 + 20 + sum(len(one.took) for one in rounds)


def test_the_floor_writes_the_same_rows_as_the_service(played) -> None:
    database, _, _ = played
    units = taken(database, 20)
    assert {table for unit in units for table, _ in unit.inserted} >= {"messages", "screenings", "answers"}
    prepared = list(islice(jobs(units, sqlite=database.is_sqlite), 40))
    before = _rows(database)
    for_floor = writers(database.url, 2)
    try:
        one_by_one(for_floor, prepared[:20], 30)
        together(for_floor[0], prepared[20:], 8, 30)
    finally:
        for writer in for_floor:
            writer.close()
    wanted = sum(len(rows) for unit in units for table, rows in unit.inserted if table == "messages")
    assert _rows(database) - before == 2 * wanted
    assert database.read_now(inbox.depth) == 0


def _rows(database: Database) -> int:
    return database.read_now(lambda store: len(store.rows(messages.select().where(store.here(messages)))))


def test_a_message_that_is_not_answered_spoils_the_run(played) -> None:
    database, _, _ = played
    arrival = ("web", "never-answered", "{}")
    database.write_now(lambda store: inbox.keep(store, [arrival], real_clock()))
    with pytest.raises(ServiceError, match="must be equal"):
        database.read_now(durable._check)


async def test_the_usual_bot_keeps_both_sides_of_a_conversation(tmp_path) -> None:
    assert await peer.measure(f"sqlite:///{tmp_path / 'peer.db'}", 0.05) > 0


def test_where_postgresql_is_missing_the_report_says_so_and_goes_on(monkeypatch) -> None:
    def none() -> None:
        raise postgresql.NoPostgreSQL("PostgreSQL is not installed")

    monkeypatch.setattr(postgresql, "_programs", none)
    monkeypatch.setattr("bot.bench.plan.SHORT", TINY)
    answer = CliRunner().invoke(main, ["bench"])
    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.stdout)
    assert found["durable"]["postgresql"] == {"skipped": "PostgreSQL is not installed"}
    assert found["durable"]["sqlite"].keys() >= {"per_s", "ratio_to_floor", "p50_ms", "p99_ms", "fair"}
    assert found["peer"]["ptb_conversation_handler_db"]["database"] == "sqlite"
    assert found["screen"].keys() >= {"median_ms", "p99_ms"}
    assert found["memory"].keys() >= {"ready_mb"}


def test_ratios_are_of_medians_so_that_one_bad_round_does_not_count() -> None:
    level = Level()
    level.ours = [Round(1, (0.01,) * n) for n in (60, 50, 3)]
    level.floor = [Round(1, (0.01,) * n) for n in (100, 99, 900)]
    level.batched = [Round(1, (0.01,) * 200)]
    figures = level.report()
    assert (figures["ratio_to_floor"], figures["ratio_to_batched_floor"]) == (0.5, 0.25)


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert (percentile([3, 1, 2], 0.5), percentile([1, 2, 3], 0.99)) == (2, 3)


def test_the_floor_of_sqlite_writes_beside_the_service_not_into_it(tmp_path) -> None:
    place = tmp_path / "ours.db"
    place.write_bytes(b"")
    assert copy_of_file(f"sqlite:///{place}") == f"sqlite:///{place}.floor"
    assert report.KINDS == ("postgresql", "sqlite")

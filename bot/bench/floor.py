"""The floor: a bare driver that writes the same rows with the same commits, and does nothing else."""

import sqlite3
import time
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import psycopg
import sqlalchemy as sa

from bot.bench.crowd import Round
from bot.bench.units import Job, Statement
from bot.demo import AUTHORITY

CONNECTIONS = 8
"""More make PostgreSQL on two cores no faster."""


class Writer(Protocol):
    """One connection."""

    def write(self, statements: Iterable[Statement]) -> None:
        """Run and commit."""

    def close(self) -> None: ...


class SQLiteWriter:
    """As the service has it: write-ahead log, every commit synced to the disk."""

    def __init__(self, url: sa.URL) -> None:
        self._connection = sqlite3.connect(str(url.database), isolation_level=None, check_same_thread=False, timeout=30)
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            self._connection.execute(f"PRAGMA {pragma}")

    def write(self, statements: Iterable[Statement]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        for text, values in statements:
            self._connection.execute(text, values)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


class PostgreSQLWriter:
    """psycopg with prepared statements; `piped` sends a transaction without waiting for each statement's answer."""

    def __init__(self, url: sa.URL, *, piped: bool) -> None:
        plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
        options = f"-c app.authority={AUTHORITY} -c timezone=UTC"
        self._connection: psycopg.Connection[Any] = psycopg.connect(plain, options=options)
        self._connection.prepare_threshold = 2
        self._cursor = self._connection.cursor()
        self._piped = piped

    def write(self, statements: Iterable[Statement]) -> None:
        if self._piped:
            with self._connection.pipeline():
                self._run(statements)
                self._connection.commit()
        else:
            self._run(statements)
            self._connection.commit()

    def _run(self, statements: Iterable[Statement]) -> None:
        for text, values in statements:
            self._cursor.execute(text.encode(), values)

    def close(self) -> None:
        self._connection.close()


def writers(url: sa.URL, in_flight: int) -> list[Writer]:
    """As many connections as are of use: SQLite has one writer whatever is done."""
    if url.get_backend_name() == "sqlite":
        return [SQLiteWriter(url)]
    return [PostgreSQLWriter(url, piped=False) for _ in range(min(in_flight, CONNECTIONS))]


def one_by_one(writing: Sequence[Writer], jobs: Sequence[Job], seconds: float) -> Round:
    """Two transactions a message, on every connection at once."""
    waiting, took = deque(jobs), list[float]()
    begun = time.perf_counter()

    def work(writer: Writer) -> None:
        while time.perf_counter() - begun < seconds:
            try:
                job = waiting.popleft()
            except IndexError:
                return
            started = time.perf_counter()
            writer.write(job.first)
            writer.write(job.second)
            took.append(time.perf_counter() - started)

    with ThreadPoolExecutor(len(writing)) as pool:
        list(pool.map(work, writing))
    return Round(time.perf_counter() - begun, tuple(took))


def together(writer: Writer, jobs: Sequence[Job], in_flight: int, seconds: float) -> Round:
    """All that is in flight shares two transactions, as in the service."""
    took: list[float] = []
    begun = time.perf_counter()
    for place in range(0, len(jobs), in_flight):
        if time.perf_counter() - begun >= seconds:
            break
        batch, started = jobs[place : place + in_flight], time.perf_counter()
        writer.write(statement for job in batch for statement in job.first)
        writer.write(statement for job in batch for statement in job.second)
        took += [time.perf_counter() - started] * len(batch)
    return Round(time.perf_counter() - begun, tuple(took))

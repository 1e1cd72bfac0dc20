"""The database: SQLite with one writer thread, or PostgreSQL with a pool. The same units of work run on both.

A unit of work is a plain function of a `Store`. It runs in a thread, in one transaction, and is committed when
it returns. No connection is held while anything else is waited for.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from storage.errors import StorageError
from storage.keys import Keyring, MasterKey
from storage.store import Store

T = TypeVar("T")
Work = Callable[[Store], T]

POSTGRESQL_CONNECTIONS = 8


class Database:
    """One authority's database. `url` is `sqlite://` (in memory), `sqlite:///FILE` or `postgresql+psycopg://…`."""

    def __init__(self, url: str, authority: str, master: MasterKey) -> None:
        self.url = sa.make_url(url)
        self.authority = authority
        self.keyring = Keyring(authority, master)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        in_memory = self.is_sqlite and not self.url.database
        self.engine = self._sqlite_engine(in_memory) if self.is_sqlite else self._postgresql_engine()
        self._writers = ThreadPoolExecutor(1 if self.is_sqlite else POSTGRESQL_CONNECTIONS, "write")
        self._readers = self._writers if in_memory else ThreadPoolExecutor(2 if self.is_sqlite else 4, "read")

    def _sqlite_engine(self, in_memory: bool) -> sa.Engine:
        options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
        engine = sa.create_engine(
            self.url, connect_args={"check_same_thread": False, "timeout": 30}, hide_parameters=True, **options
        )

        @sa.event.listens_for(engine, "connect")
        def settle(connection: Any, _: Any) -> None:
            connection.isolation_level = None  # transactions are begun below, not guessed by the driver
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
                connection.execute(f"PRAGMA {pragma}")

        @sa.event.listens_for(engine, "begin")
        def begin(connection: sa.Connection) -> None:
            reading = connection.get_execution_options().get("reading")
            connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

        return engine

    def _postgresql_engine(self) -> sa.Engine:
        # Row-level security reads app.authority: a connection can never see another authority's rows.
        return sa.create_engine(
            self.url,
            pool_size=POSTGRESQL_CONNECTIONS + 4,
            hide_parameters=True,
            connect_args={"options": f"-c app.authority={self.authority} -c timezone=UTC -c jit=off"},
        )

    def write_now(self, work: Work[T]) -> T:
        """Run one unit of work in this thread and commit it. Raises `StorageError`, or what `work` raises."""
        return self._run(work, reading=False)

    def read_now(self, work: Work[T]) -> T:
        """The same without the right to write (SQLite: on a reading transaction)."""
        return self._run(work, reading=True)

    def _run(self, work: Work[T], *, reading: bool) -> T:
        try:
            with self.engine.connect() as plain:
                connection = plain.execution_options(reading=reading)
                with connection.begin():
                    store = Store(connection, self.keyring)
                    result = work(store)
                    store.flush()
                    return result
        except (sa.exc.OperationalError, sa.exc.InterfaceError) as error:
            self.keyring.forget_authority_keys()
            raise StorageError(f"The database did not answer: {error.orig}") from error
        except Exception:  # whatever it was: the keys it made are gone with the transaction, and it goes on
            self.keyring.forget_authority_keys()
            raise

    async def write(self, work: Work[T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writers, self.write_now, work)

    async def read(self, work: Work[T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, work)

    def close(self) -> None:
        self._writers.shutdown()
        self._readers.shutdown()
        self.engine.dispose()

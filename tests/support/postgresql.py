"""A PostgreSQL server of our own, in a temporary folder, gone when the tests are.

The service's role owns its databases but is no superuser, so row-level security that is forced on a table
holds for it here just as it does in a real installation.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg
from psycopg import sql

from tests.support.folders import for_a_while
from tests.support.processes import dying_with_us, free_port

ROLE = "my_iro"
START_SECONDS = 30

COPIES_FILES = 150_000
"""From this version on the server has to be told to copy files, which takes a third of the time of its new way."""

# Nothing here outlives the run, so nothing needs to survive a power cut; a benchmark must not use these.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgreSQLUnavailableError(Exception):
    """The server is not installed, or would not start."""


class PostgreSQLServer:
    """A running server and the databases in it."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._numbers = itertools.count(1)

    def url(self, database: str) -> str:
        """The SQLAlchemy address of `database`, as the service's own role, over loopback."""
        return f"postgresql+psycopg://{ROLE}@127.0.0.1:{self.port}/{database}"

    def connect_as_superuser(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A plain connection with all rights, through the socket in the server's own folder."""
        return psycopg.connect(
            host=str(self.folder),
            port=self.port,
            user="postgres",
            dbname=database,
            autocommit=True,
        )

    def create(self, *, template: str = "template0") -> str:
        """Make a database that the service's role owns, and return its name.

        `template` names a database to copy, rows and all; nobody may be connected to it meanwhile.
        """
        name = f"{ROLE}_{next(self._numbers)}"
        command = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(ROLE), sql.Identifier(template)
        )
        with self.connect_as_superuser() as connection:
            if connection.info.server_version >= COPIES_FILES:
                command += sql.SQL(" STRATEGY file_copy")
            connection.execute(command)
        return name

    def drop(self, database: str) -> None:
        """Remove `database`, throwing out whoever is still connected."""
        command = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        with self.connect_as_superuser() as connection:
            connection.execute(command)


@contextlib.contextmanager
def postgresql_server(*, durable: bool = False) -> Iterator[PostgreSQLServer]:
    """A fresh server while the block lasts; `durable` keeps fsync on, as a benchmark needs.

    Raises PostgreSQLUnavailableError when the server is missing or does not start.
    """
    binaries = _find_binaries()
    # A short path straight under the system's temporary folder: a socket's path may have 107 bytes, and the
    # server's user must be able to reach it, which it could not inside pytest's own private folders.
    folder = Path(tempfile.mkdtemp(prefix="my-iro-pg-", dir=None if durable else for_a_while()))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _initialise(binaries, folder)
        with _started(binaries, folder, {} if durable else NOT_DURABLE) as server:
            with server.connect_as_superuser() as connection:
                rights = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS"
                connection.execute(f"CREATE ROLE {ROLE} {rights}")
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_binaries() -> Path:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    # Debian keeps the server's programs off the path, one folder for each version.
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    versions = sorted(found, key=lambda initdb: int(initdb.parts[-3]))
    if not versions:
        raise PostgreSQLUnavailableError("The PostgreSQL server is not installed; `make test` installs it.")
    return versions[-1].parent


def _as_server_user(argv: Sequence[str | Path]) -> list[str]:
    # PostgreSQL refuses to run as root.
    if os.geteuid() != 0:
        return dying_with_us(argv, death_signal="QUIT")
    drop_rights = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--pdeathsig", "QUIT"]
    return [*drop_rights, *map(str, argv)]


def _initialise(binaries: Path, folder: Path) -> None:
    argv: list[str | Path] = [
        binaries / "initdb",
        "--pgdata",
        folder / "data",
        "--username=postgres",
        "--auth=trust",
    ]
    argv += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    made = subprocess.run(_as_server_user(argv), cwd=folder, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise PostgreSQLUnavailableError(f"initdb failed in {folder}: {made.stderr.strip()}")


@contextlib.contextmanager
def _started(binaries: Path, folder: Path, settings: dict[str, str]) -> Iterator[PostgreSQLServer]:
    server = PostgreSQLServer(folder, free_port())
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(server.port),
        "unix_socket_directories": str(folder),
        "max_connections": "200",
        **settings,
    }
    argv: list[str | Path] = [binaries / "postgres", "-D", folder / "data"]
    argv += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            _as_server_user(argv), cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        _wait_until_ready(server, process, log)
        yield server
    finally:
        # SIGINT is PostgreSQL's fast shutdown: connections are ended, and it does not wait for their owners.
        process.send_signal(signal.SIGINT)
        process.wait()


def _wait_until_ready(server: PostgreSQLServer, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.connect_as_superuser().close()
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                raise PostgreSQLUnavailableError(f"PostgreSQL did not start: {log.read_text()}") from error
            time.sleep(0.02)
        else:
            return

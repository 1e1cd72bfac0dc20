"""A PostgreSQL server for one run: in a temporary folder, with durable settings, gone afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bot.errors import ServiceError

ROLE = "my_iro"
START_SECONDS = 30
# What a careful installation has, said aloud so that nobody measures anything else.
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


class NoPostgreSQL(ServiceError):
    """The server's programs are not installed, or it did not start."""


class Server:
    """A running server; `url` is for the service's own role, which owns its databases and is no superuser."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://{ROLE}@127.0.0.1:{self.port}/{database}"

    def create(self, name: str, template: str = "template0") -> str:
        """Make a database, empty or a copy of one that nobody is connected to; returns its URL."""
        with self.superuser() as connection:
            connection.execute(f"CREATE DATABASE {name} OWNER {ROLE} TEMPLATE {template}".encode())
        return self.url(name)

    def superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname="postgres", autocommit=True
        )


@contextmanager
def server() -> Iterator[Server]:
    """A fresh server while the block lasts. Raises `NoPostgreSQL`."""
    programs = _programs()
    # Straight under the system's temporary folder: a socket's path may have 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="my-iro-bench-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _initialise(programs, folder)
        with _running(programs, folder) as found:
            with found.superuser() as connection:
                connection.execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOCREATEDB NOBYPASSRLS".encode())
            yield found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    # Debian keeps them off the path, one folder for each version.
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise NoPostgreSQL("PostgreSQL is not installed: its initdb was not found. On Debian: apt install postgresql")
    return found[-1].parent


def _as_server_user(argv: Sequence[str | Path]) -> list[str]:
    """PostgreSQL refuses to run as root; and it must not outlive us, however we end."""
    drop_rights = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    wrap = ["setpriv", *drop_rights, "--pdeathsig", "QUIT"] if shutil.which("setpriv") else []
    return [*wrap, *map(str, argv)]


def _initialise(programs: Path, folder: Path) -> None:
    argv: list[str | Path] = [programs / "initdb", "--pgdata", folder / "data", "--username=postgres", "--auth=trust"]
    argv += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    made = subprocess.run(_as_server_user(argv), cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if made.returncode:
        raise NoPostgreSQL(f"initdb failed: {made.stderr.strip()}")


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[Server]:
    found = Server(folder, _free_port())
    settings = {
        "listen_addresses": "127.0.0.1", "port": str(found.port), "unix_socket_directories": str(folder), **DURABLE
    }  # fmt: skip
    argv: list[str | Path] = [programs / "postgres", "-D", folder / "data"]
    argv += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            _as_server_user(argv), cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    try:
        _wait(found, process, log)
        yield found
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        process.wait()


def _wait(found: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            found.superuser().close()
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                raise NoPostgreSQL(f"PostgreSQL did not start: {log.read_text()}") from error
            time.sleep(0.02)
        else:
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

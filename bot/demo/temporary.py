"""A freshly loaded Exampleshire in a temporary database: what every command's `--demo` works on."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.demo import AUTHORITY
from bot.demo.load import Loaded, load
from storage.database import Database
from storage.keys import LocalMasterKey


@contextmanager
def exampleshire(now: datetime) -> Iterator[tuple[Database, Loaded]]:
    """The database and what was loaded; both are gone when the block ends, with the key."""
    with tempfile.TemporaryDirectory(prefix="my-iro-demo-") as folder:
        database = Database(
            f"sqlite:///{Path(folder) / 'exampleshire.db'}", AUTHORITY, LocalMasterKey(secrets.token_bytes(32))
        )
        try:
            yield database, load(database, now)
        finally:
            database.close()

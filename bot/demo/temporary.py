"""Exampleshire in a temporary database, freshly loaded, and with some conversations: what `--demo` works on."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.demo import AUTHORITY, AUTHORITY_NAME, LANGUAGES
from bot.demo.load import Loaded, load
from bot.settings import load_settings
from storage.database import Database
from storage.keys import LocalMasterKey


@contextmanager
def exampleshire(now: datetime, *, began: datetime | None = None) -> Iterator[tuple[Database, Loaded]]:
    """The database and what was loaded; both are gone when the block ends, with the key. For `began` see `load`."""
    with tempfile.TemporaryDirectory(prefix="my-iro-demo-") as folder:
        database = Database(
            f"sqlite:///{Path(folder) / 'exampleshire.db'}", AUTHORITY, LocalMasterKey(secrets.token_bytes(32))
        )
        try:
            yield database, load(database, now, began=began)
        finally:
            database.close()


@contextmanager
def exampleshire_with_talk(now: datetime) -> Iterator[tuple[Database, Loaded]]:
    """The same after two weeks in which children wrote and were answered."""
    from bot.demo.talked import BEGAN, talk  # the service with all its rules and words: only who plays it needs it
    from bot.service import build

    with exampleshire(now, began=now - BEGAN) as (database, loaded):
        settings = load_settings(
            database=str(database.url), authority=AUTHORITY, authority_name=AUTHORITY_NAME,
            demo=True, languages=LANGUAGES
        )  # fmt: skip
        talk(build(settings, database), now)
        yield database, loaded

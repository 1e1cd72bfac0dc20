"""`my-iro serve` refuses to start where it could only keep failing, with one line that says what to do."""

from __future__ import annotations

from contextlib import closing

import pytest

from bot.commands.serve import ready
from bot.errors import Misconfigured
from storage.database import Database
from storage.migrate import upgrade
from tests.support.prepared import AUTHORITY, MASTER


def test_an_empty_database(database_url: str) -> None:
    with closing(Database(database_url, AUTHORITY, MASTER)) as empty, pytest.raises(Misconfigured, match="migrate"):
        ready(empty)


def test_tables_with_nobody_in_them(database_url: str) -> None:
    with closing(Database(database_url, AUTHORITY, MASTER)) as empty:
        upgrade(empty)
        with pytest.raises(Misconfigured, match="import"):
            ready(empty)


def test_a_prepared_database(database: Database) -> None:
    ready(database)

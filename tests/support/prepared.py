"""Migrated, prepared databases for tests: one template of each kind in a run, a copy of it for every test."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from storage import authority
from storage.database import Database
from storage.keys import LocalMasterKey
from storage.migrate import upgrade
from tests.support.databases import Databases

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 21)
AUTHORITY = "exampleshire"
MASTER = LocalMasterKey(bytes(range(32)))


def prepare(database: Database) -> None:
    """Migrated, with the authority's keys, and nobody in it."""
    upgrade(database)
    database.write_now(lambda store: authority.prepare(store, NOW))


@dataclass
class Templates:
    """The templates made so far, by kind; `fill` makes one of an empty database."""

    databases: Databases
    fill: Callable[[Database], object] = prepare
    urls: dict[str, str] = field(default_factory=dict)

    @contextlib.contextmanager
    def opened(self, kind: str) -> Iterator[Database]:
        """A fresh copy of the template of this kind, opened; removed afterwards."""
        url = self.databases.copy(self._template(kind))
        database = Database(url, AUTHORITY, MASTER)
        try:
            yield database
        finally:
            database.close()
            self.databases.drop(url)

    def _template(self, kind: str) -> str:
        if kind not in self.urls:
            url = self.databases.empty(kind)
            database = Database(url, AUTHORITY, MASTER)
            self.fill(database)
            database.close()
            self.urls[kind] = url
        return self.urls[kind]

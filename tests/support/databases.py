"""Fresh databases for tests, of either kind, addressed by URL."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.engine import make_url

from tests.support.postgresql import PostgreSQLServer


class Databases:
    """Makes, copies and drops databases. A PostgreSQL server is started on first need only."""

    def __init__(self, folder: Path, server: Callable[[], PostgreSQLServer]) -> None:
        self._folder = folder
        self._server = server
        self._numbers = itertools.count(1)

    def empty(self, kind: str) -> str:
        """The URL of a new database with nothing in it; `kind` is `sqlite` or `postgresql`."""
        if kind == "sqlite":
            return f"sqlite:///{self._next_file()}"
        return self._server().url(self._server().create())

    def copy(self, url: str) -> str:
        """The URL of a new database that holds what `url` holds. Nobody may be connected to `url` meanwhile.

        Migrate one database of each kind in a run, and copy it for every test: that takes milliseconds.
        """
        source = make_url(url)
        if source.database is None:
            raise ValueError(f"no database named in {url}")
        if source.get_backend_name() == "sqlite":
            target = self._next_file()
            shutil.copyfile(source.database, target)
            return f"sqlite:///{target}"
        return self._server().url(self._server().create(template=source.database))

    def drop(self, url: str) -> None:
        """Remove the database at `url`, with whoever is still connected to it."""
        source = make_url(url)
        if source.database is None:
            raise ValueError(f"no database named in {url}")
        if source.get_backend_name() == "sqlite":
            shutil.rmtree(Path(source.database).parent)
        else:
            self._server().drop(source.database)

    def _next_file(self) -> Path:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        return folder / "my-iro.db"

"""Bring a database up to the tables of this version, and tell whether it is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.database import Database
from storage.errors import StorageError

_FOLDER = Path(__file__).parent / "migrations"


@dataclass(frozen=True, slots=True)
class Level:
    """The migration a database stands at (None: empty) and the newest there is."""

    current: str | None
    newest: str

    @property
    def up_to_date(self) -> bool:
        return self.current == self.newest


def upgrade(where: Database | sa.Engine) -> None:
    """Run what migrations are missing, all in one transaction; replicas that start together take turns.

    Raises `StorageError` when the database cannot be reached.
    """
    with _answering(), _engine(where).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtext('my-iro migrations'))"))
        settings = _settings()
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def level(where: Database | sa.Engine) -> Level:
    """Where the database stands. Raises `StorageError` when it cannot be reached."""
    newest = ScriptDirectory.from_config(_settings()).get_current_head()
    with _answering(), _engine(where).connect() as connection:
        return Level(MigrationContext.configure(connection).get_current_revision(), newest or "")


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except sa.exc.OperationalError as error:
        raise StorageError(f"The database did not answer: {str(error.orig).strip()}") from error


def _settings() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def _engine(where: Database | sa.Engine) -> sa.Engine:
    return where.engine if isinstance(where, Database) else where

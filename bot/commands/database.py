"""The database a command works on: the service's own, or with `--demo` Exampleshire, some conversations played."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

import click
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from bot.errors import Misconfigured
from bot.settings import load_settings, open_database
from storage.database import Database
from storage.migrate import level

Command = TypeVar("Command", bound=Callable[..., None])


def demo_option(command: Command) -> Command:
    """Add `--demo` to a command."""
    return click.option("--demo", is_flag=True, help="work on a freshly loaded Exampleshire in a temporary database")(
        command
    )


@contextmanager
def chosen(demo: bool, now: datetime) -> Iterator[Database]:
    """Open the database a command was asked to work on. Raises `ClickException` when it is not ready."""
    if demo:
        from bot.demo.temporary import exampleshire_with_talk

        with exampleshire_with_talk(now) as (database, _):
            yield database
        return
    with opened() as database:
        if not level(database).up_to_date:
            raise click.ClickException("The database is empty or from another version. Run: my-iro import DIR")
        yield database


@contextmanager
def opened() -> Iterator[Database]:
    """The service's own database as it is, whatever stands in it. Raises `Misconfigured`, `KeyTrouble`."""
    settings = load_settings()
    try:
        database = open_database(settings)
    except (ArgumentError, NoSuchModuleError) as error:
        # Not the address itself: it may hold a password.
        raise Misconfigured(
            "MY_IRO_DATABASE is not an address like sqlite:///my-iro.db or postgresql+psycopg://NAME@HOST/DATABASE."
        ) from error
    try:
        yield database
    finally:
        database.close()

"""`my-iro import DIR`: children, IROs, staff and reviews from CSV files, all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.clock import real_clock
from bot.commands.database import chosen, demo_option, opened
from bot.importing import Changes, read, store_batch
from storage import authority
from storage.database import Database
from storage.migrate import upgrade
from storage.store import Store


@click.command("import")
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="check the files and say what would change; no record changes")
@demo_option
def import_(directory: Path, dry_run: bool, demo: bool) -> None:
    """Bring in children.csv, iros.csv, staff.csv and reviews.csv from DIR.

    All or nothing: when any row is wrong, every bad row is named and nothing is changed. Importing the same
    files again changes nothing; a child who has another IRO now keeps the history.
    """
    batch, now = read(directory), real_clock()

    def work(store: Store) -> Changes:
        authority.prepare(store, now)
        changes = store_batch(store, batch, now)
        if dry_run:
            raise _OnlyLooking(changes)
        return changes

    with _ready(demo) as database:
        try:
            changes = database.write_now(work)
        except _OnlyLooking as looked:
            changes = looked.changes
    for line in _told(changes):
        click.echo(line)


class _OnlyLooking(Exception):
    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self.changes = changes


@contextmanager
def _ready(demo: bool) -> Iterator[Database]:
    """The first import makes the tables."""
    if demo:
        with chosen(demo, real_clock()) as database:
            yield database
        return
    with opened() as database:
        upgrade(database)
        yield database


def _told(changes: Changes) -> list[str]:
    kinds = ("staff", "children", "allocations", "reviews")
    return [f"{kind}: {changes.added.get(kind, 0)} new, {changes.changed.get(kind, 0)} changed" for kind in kinds]

"""`my-iro outcomes export FILE`: what came of every closed concern, for those who mend the rules. It holds no words."""

from pathlib import Path

import click

from bot.clock import real_clock
from bot.commands import written
from bot.commands.database import chosen, demo_option
from storage import audit, concern_figures
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.store import Store


@click.group()
def outcomes() -> None:
    """What humans found that concerns came to."""


@outcomes.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="say how many there are; write no file")
@demo_option
def export(file: Path, dry_run: bool, demo: bool) -> None:
    """Write every closed concern to FILE (.csv or .jsonl): level, kinds, rules, times, outcome. No words, no names."""
    written.must_be_new(file, dry_run=dry_run)
    with chosen(demo, real_clock()) as database:
        if dry_run:
            count = len(database.read_now(concern_figures.review_set))
            click.echo(f"{count} closed concerns would be written to {file}. Nothing was written")
            return
        lines = database.write_now(_exported)
        written.write(file, lines)
    click.echo(f"{len(lines)} closed concerns written to {file}")


def _exported(store: Store) -> list[written.Line]:
    """Raises `BadData` when there is nothing to learn from yet."""
    lines = concern_figures.review_set(store)
    if not lines:
        raise BadData("No concern has been closed yet: there is nothing to export.")
    audit.record(store, AuditEvent.OUTCOMES_EXPORTED, real_clock(), detail=str(len(lines)))
    return lines

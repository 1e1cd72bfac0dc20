"""`my-iro outcomes export FILE`: what came of every closed concern, for those who mend the rules. It holds no words."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from storage import audit, concern_figures
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.store import Store

Line = Mapping[str, object]


@click.group()
def outcomes() -> None:
    """What humans found that concerns came to."""


@outcomes.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="say how many there are; write no file")
@demo_option
def export(file: Path, dry_run: bool, demo: bool) -> None:
    """Write every closed concern to FILE (.csv or .jsonl): level, kinds, rules, times, outcome. No words, no names."""
    write = _WRITERS.get(file.suffix)
    if write is None:
        raise click.ClickException(f"{file.name}: the name must end in .csv or .jsonl")
    if file.exists() and not dry_run:
        raise click.ClickException(f"{file} is there already and is not overwritten. Choose another name")
    with chosen(demo, real_clock()) as database:
        if dry_run:
            count = len(database.read_now(concern_figures.review_set))
            click.echo(f"{count} closed concerns would be written to {file}. Nothing was written")
            return
        lines = database.write_now(_exported)
        try:
            with file.open("x", encoding="utf-8", newline="") as out:
                write(out, lines)
        except OSError as error:
            raise click.ClickException(f"{file} cannot be written: {error.strerror}") from error
    click.echo(f"{len(lines)} closed concerns written to {file}")


def _exported(store: Store) -> list[Line]:
    """Raises `BadData` when there is nothing to learn from yet."""
    lines = concern_figures.review_set(store)
    if not lines:
        raise BadData("No concern has been closed yet: there is nothing to export.")
    audit.record(store, AuditEvent.OUTCOMES_EXPORTED, real_clock(), detail=str(len(lines)))
    return lines


def _csv(out: TextIO, lines: Sequence[Line]) -> None:
    writer = csv.writer(out)
    writer.writerow(lines[0])
    writer.writerows([_plain(value) for value in line.values()] for line in lines)


def _jsonl(out: TextIO, lines: Sequence[Line]) -> None:
    for line in lines:
        out.write(json.dumps({name: _plain(value) for name, value in line.items()}) + "\n")


def _plain(value: object) -> object:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value


_WRITERS = {".csv": _csv, ".jsonl": _jsonl}

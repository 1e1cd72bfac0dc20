"""`my-iro complaints export FILE`: the complaints of a period, for the report of the year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from bot.clock import real_clock
from bot.commands import written
from bot.commands.database import chosen, demo_option
from reviews import complaints_register as register
from reviews.complaints_register import Count, Line, Period
from safeguarding.rota import LONDON
from storage import audit, staff
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound
from storage.staff import Staff
from storage.store import Store

MAY_HAVE_NAMES = "iro_manager"
MAY_HAVE_IT = (MAY_HAVE_NAMES, "data_protection")
DAY = click.DateTime(["%Y-%m-%d"])
STAGES = {"informal": "to be sorted out", "stage_1": "stage 1", "stage_2": "stage 2", "stage_3": "stage 3"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for, and who it is for."""

    period: Period
    reader: str
    names: bool
    words: bool


@click.group()
def complaints() -> None:
    """What children complained of, and what came of it."""


@complaints.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--from", "first", type=DAY, required=True, metavar="YYYY-MM-DD", help="the first day of the period")
@click.option("--to", "last", type=DAY, required=True, metavar="YYYY-MM-DD", help="its last day")
@click.option("--for", "reader", required=True, metavar="REF", help="who will read it: a manager, or data protection")
@click.option("--names", is_flag=True, help="name the adults; only for a manager")
@click.option("--words", is_flag=True, help="with the children's own words and what came of it; only for a manager")
@click.option("--dry-run", is_flag=True, help="count them; write no file")
@demo_option
def export(
    file: Path, first: datetime, last: datetime, reader: str, names: bool, words: bool, dry_run: bool, demo: bool
) -> None:
    """Write the complaints of a period to FILE (.csv or .jsonl): stages with their dates, in time or late, about whom
    by role, the offer of an advocate, the result. No child's name ever; their words only with --words.

    What is about the reader is not in their file.
    """
    written.must_be_new(file, dry_run=dry_run)
    asked = Asked(_period(first.date(), last.date()), reader, names, words)
    now = real_clock()
    with chosen(demo, now) as database:
        lines, counted = database.write_now(lambda store: _exported(store, asked, now, dry_run=dry_run))
        if not dry_run:
            written.write(file, lines)
    click.echo("\n".join(_told(counted)))
    said = "would be written to {}. Nothing was written" if dry_run else "written to {}"
    click.echo(f"{len(lines)} complaints {said.format(file)}")
    if words and not dry_run:
        click.echo("It holds children's words: keep it as you keep their files.")


def _period(first: date, last: date) -> Period:
    if last < first:
        raise click.ClickException(f"The period ends before it begins: {first} to {last}")
    return Period(first, last)


def _exported(store: Store, asked: Asked, now: datetime, *, dry_run: bool) -> tuple[list[Line], list[Count]]:
    """The lines, and how many there are of each stage. Raises `BadData`, `NotFound`."""
    reader, today = _reader(store, asked), now.astimezone(LONDON).date()
    found = register.of_period(store, asked.period, reader.id)
    if not found:
        raise BadData("No complaint of this period is on record: there is nothing to export.")
    known = register.around(store, found)
    lines = [register.line(one, known, today, names=asked.names, words=asked.words) for one in found]
    if not dry_run:
        flags = [flag for flag, wanted in (("names", asked.names), ("words", asked.words)) if wanted]
        detail = " ".join([str(len(lines)), f"{asked.period.first}..{asked.period.last}", *flags])
        audit.record(store, AuditEvent.COMPLAINTS_EXPORTED, now, staff_id=reader.id, detail=detail)
    went = [register.stages(known.steps.get(one.id, ()), today) for one in found]
    return lines, register.counts(went, asked.period)


def _reader(store: Store, asked: Asked) -> Staff:
    """Raises `NotFound` for nobody, `BadData` for somebody who may not have it."""
    found = staff.by_reference(store, asked.reader)
    if found is None:
        raise NotFound(f"No member of staff has the reference {asked.reader}. See: my-iro staff list")
    if found.role not in MAY_HAVE_IT:
        raise BadData(f"{asked.reader} may not have complaints. Name a manager, or data protection.")
    if (asked.names or asked.words) and found.role != MAY_HAVE_NAMES:
        raise BadData(f"{asked.reader} may have the figures, without names and words. Leave out --names and --words.")
    return found


def _told(counted: Sequence[Count]) -> list[str]:
    return [
        f"{STAGES[one.stage]}: {one.began} began, {one.in_time} in time, {one.late} late, {one.waiting} waiting, "
        f"{one.went_up} went up before their day"
        for one in counted
    ]

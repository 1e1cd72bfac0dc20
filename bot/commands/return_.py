"""`my-iro return ssda903`: the Reviews file of the statutory return, with the Header and Episodes it belongs to."""

import csv
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path

import click

from bot.case_files import read
from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from reviews import statutory_return
from reviews.statutory_return import EPISODES, HEADER, REVIEWS, Return, Row, Year
from safeguarding.rota import LONDON, wall_clock
from storage import audit
from storage.audit import AuditEvent
from storage.database import Database

DEMO_CASE_FILES = Path(__file__).parents[1] / "demo" / "exampleshire" / "ssda903"


@click.group("return")
def return_() -> None:
    """Statutory returns."""


@return_.command()
@click.option("--year", required=True, metavar="2025-26", help="the collection year")
@click.option(
    "--from", "case_files", type=click.Path(path_type=Path), metavar="DIR",
    help="where the Header and Episodes files of your case system are",
)  # fmt: skip
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="a folder that is not there")
@demo_option
def ssda903(year: str, case_files: Path | None, out: Path, demo: bool) -> None:
    """Write Header.csv, Episodes.csv and Reviews.csv for the national validator and the department.

    When anything would be refused, every child and rule is named and nothing is written.
    """
    if case_files is None and not demo:
        raise click.ClickException("Say with --from DIR where the Header and Episodes files of your case system are")
    period = _year(year)
    _vacant(out)
    files = read(case_files or DEMO_CASE_FILES)
    with _database(demo) as (database, now):
        today = now.astimezone(LONDON).date()
        found = database.read_now(
            lambda store: statutory_return.compose(
                period, files.header, files.episodes, statutory_return.on_record(store), today
            )
        )
        if found.faults:
            raise click.ClickException(_refused(found))
        with _all_or_nothing(out) as folder:
            _write(folder, found)
            detail = f"{year} {len(found.reviews)}"
            database.write_now(lambda store: audit.record(store, AuditEvent.RETURN_WRITTEN, now, detail=detail))
    for line in _told(found, out):
        click.echo(line)


@contextmanager
def _database(demo: bool) -> Iterator[tuple[Database, datetime]]:
    """The service's own; or Exampleshire on the day it was written for, since its case files do not move on with it."""
    if not demo:
        with chosen(demo, now := real_clock()) as database:
            yield database, now
        return
    from bot.demo.dates import WRITTEN_FOR
    from bot.demo.temporary import exampleshire

    now = wall_clock(WRITTEN_FOR, time(12))
    with exampleshire(now) as (database, _):
        yield database, now


def _year(text: str) -> Year:
    try:
        return Year.parse(text)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _vacant(out: Path) -> None:
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise click.ClickException(f"{out} is there already and is not overwritten. Choose another folder")
    if not out.absolute().parent.is_dir():
        raise click.ClickException(f"{out.absolute().parent} is no folder. Make it first, or choose another")


@contextmanager
def _all_or_nothing(out: Path) -> Iterator[Path]:
    """A folder beside `out`, for its owner only, that takes its place at the end; when anything fails it is gone."""
    try:
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.absolute().parent))
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}") from error
    try:
        yield beside
        beside.replace(out)  # an empty folder there is taken over
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _write(folder: Path, found: Return) -> None:
    _write_one(folder / "Header.csv", HEADER, found.header)
    _write_one(folder / "Episodes.csv", EPISODES, found.episodes)
    _write_one(folder / "Reviews.csv", REVIEWS, found.reviews)


def _write_one(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    with path.open("x", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns)
        writer.writeheader()
        writer.writerows(rows)


def _refused(found: Return) -> str:
    """Every fault in a line, and how many there are of each rule."""
    by_rule: Mapping[str, int] = Counter(fault.rule for fault in found.faults)
    sums = ", ".join(f"{rule}: {count}" for rule, count in sorted(by_rule.items()))
    lines = [*map(str, found.faults), "", f"{len(found.faults)} faults ({sums}). Nothing was written"]
    return "\n".join(lines)


def _told(found: Return, out: Path) -> list[str]:
    lines = [f"{len(found.header)} children, {len(found.episodes)} episodes, {len(found.reviews)} reviews: {out}"]
    if found.short_breaks:
        names = ", ".join(found.short_breaks)
        lines.append(f"Without review rows, because they only have short breaks (rule 399): {names}")
    return lines

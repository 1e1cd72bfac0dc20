"""`my-iro rescreen`: look at stored words again with the rules of today."""

from datetime import datetime

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from bot.rescreen import Counts, Rescreen
from bot.service import build
from bot.settings import Settings, load_settings
from safeguarding.rota import LONDON
from storage.database import Database


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), default=None, help="only what was written from this day on")
@click.option("--write", is_flag=True, help="raise what was missed; without it, only count")
@demo_option
def rescreen(since: datetime | None, write: bool, demo: bool) -> None:
    """Look at stored messages again with the rules of this release.

    Without --write nothing changes: it says how many would be raised, by level and by rule. With --write each becomes a
    concern that is marked as found late, with a clock that starts now, and people are told. It can be stopped and run
    again, and the service may be running.
    """
    since = since.replace(tzinfo=LONDON) if since else None
    with chosen(demo, real_clock()) as database:
        service = build(_settings(database, demo), database)
        looking = Rescreen(database, service.intake.screen, service.exchange, real_clock, since, write)
        for line in told(_run(looking), write=write):
            click.echo(line)


def told(counts: Counts, *, write: bool) -> list[str]:
    """What came of it, a line each: the sum, by level, by rule, and what to do next."""
    raised = counts.raised.total()
    verb = "were raised" if write else "would be raised"
    lines = [
        f"{counts.looked_at} messages looked at again; {raised} that nobody was told of {verb}.",
        *(f"  {level}: {counts.raised[level]}" for level in ("urgent", "concern")),
        f"  to be read first by an IRO, without an alarm: {counts.to_read_first}",
    ]
    if counts.rules:
        lines += ["By rule:", *(f"  {rule}: {count}" for rule, count in counts.rules.most_common())]
    if write:
        lines.append(f"{counts.concerns} new concerns, marked as found late; the others joined one that stood open.")
    else:
        lines.append("Nothing was changed. To raise them: my-iro rescreen --write")
    return lines


def _run(looking: Rescreen) -> Counts:
    columns = (TextColumn("Looking back"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=looking.waiting())
        return looking.run(lambda some: progress.advance(task, some))


def _settings(database: Database, demo: bool) -> Settings:
    if not demo:
        return load_settings()
    from bot.demo import AUTHORITY, AUTHORITY_NAME, LANGUAGES

    return load_settings(
        database=str(database.url), authority=AUTHORITY, authority_name=AUTHORITY_NAME,
            demo=True, languages=LANGUAGES
    )  # fmt: skip

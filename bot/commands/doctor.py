"""`my-iro doctor`: what is missing before the service can run well, and what to do about it."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.checkup import Finding, examine
from bot.clock import real_clock
from bot.commands.database import chosen, demo_option, opened
from bot.settings import load_settings
from storage.database import Database

_MARKS = {"ok": "ok   ", "look": "look ", "wrong": "WRONG"}


@click.command()
@demo_option
def doctor(demo: bool) -> None:
    """Look at the settings, the database, the keys, the clock, the rules, the channels and the rota.

    Exit code 1 when something is wrong.
    """
    settings = load_settings(demo=True) if demo else load_settings()
    findings: list[Finding] = []
    with _database(demo) as database:
        for finding in examine(settings, database, real_clock):
            findings.append(finding)
            click.echo(f"{_MARKS[finding.state]}  {finding.about}: {finding.says}")
    wrong = sum(finding.state == "wrong" for finding in findings)
    if wrong:
        raise click.ClickException(f"{wrong} of {len(findings)} things are wrong.")


@contextmanager
def _database(demo: bool) -> Iterator[Database]:
    with chosen(demo, real_clock()) if demo else opened() as database:
        yield database

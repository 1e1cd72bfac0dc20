"""`my-iro doctor`: what is missing before the service can run well, and what to do about it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from bot.channels.configured import connect
from bot.checkup import Finding, examine
from bot.clock import real_clock
from bot.commands.database import chosen, demo_option, opened
from bot.errors import Misconfigured
from bot.settings import load_settings
from bot.trial import WAYS, send_trials
from storage.database import Database

_MARKS = {"ok": "ok   ", "look": "look ", "wrong": "WRONG"}


@click.command()
@click.option(
    "--send-to",
    "send_to",
    multiple=True,
    metavar="WAY=WHO",
    help="Send one real test, never to a child: sms=+447…, email=…, telegram=CHAT, push=STAFF-REFERENCE.",
)
@demo_option
def doctor(send_to: Sequence[str], demo: bool) -> None:
    """Look at the settings, the database, the keys, the clock, the rules, the channels and the rota.

    With --send-to (once for each way) it also sends one test message through every channel named. Exit code 1 when
    something is wrong.
    """  # fmt: skip
    wanted = dict(_recipient(one) for one in send_to)
    settings = load_settings(demo=True) if demo else load_settings()
    findings: list[Finding] = []
    with _database(demo) as database:
        for finding in examine(settings, database, real_clock):
            findings.append(_said(finding))
        if wanted:
            try:
                channels = connect(settings, real_clock)
            except Misconfigured as error:
                raise click.ClickException(str(error)) from error
            for finding in send_trials(settings, database, channels, wanted):
                findings.append(_said(finding))
    wrong = sum(finding.state == "wrong" for finding in findings)
    if wrong:
        raise click.ClickException(f"{wrong} of {len(findings)} things are wrong.")


def _said(finding: Finding) -> Finding:
    click.echo(f"{_MARKS[finding.state]}  {finding.about}: {finding.says}")
    return finding


def _recipient(text: str) -> tuple[str, str]:
    way, is_there, who = text.partition("=")
    if way not in WAYS or not is_there or not who:
        raise click.BadParameter(f"{way!r} is none of {', '.join(WAYS)}, or nobody is named. Write sms=+447700900111.")
    return way, who


@contextmanager
def _database(demo: bool) -> Iterator[Database]:
    with chosen(demo, real_clock()) if demo else opened() as database:
        yield database

"""`my-iro challenges export FILE`: every challenge for the annual report. It holds no words and no names."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from bot.clock import real_clock
from bot.commands import written
from bot.commands.database import chosen, demo_option
from bot.commands.written import Line
from reviews.challenges import days_at, stands
from safeguarding.rota import LONDON
from storage import audit
from storage import challenges as kept
from storage.audit import AuditEvent
from storage.challenges import Challenge, Step
from storage.errors import BadData
from storage.store import Store


@click.group()
def challenges() -> None:
    """What IROs took up with the authority, and what came of it."""


@challenges.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="say how many there are; write no file")
@demo_option
def export(file: Path, dry_run: bool, demo: bool) -> None:
    """Write every challenge to FILE (.csv or .jsonl): topic, stages and their days, result. No words, no names."""
    written.must_be_new(file, dry_run=dry_run)
    now = real_clock()
    with chosen(demo, now) as database:
        if dry_run:
            count = len(database.read_now(kept.everyone))
            click.echo(f"{count} challenges would be written to {file}. Nothing was written")
            return
        lines = database.write_now(lambda store: _exported(store, now))
        written.write(file, lines)
    click.echo(f"{len(lines)} challenges written to {file}")


def _exported(store: Store, now: datetime) -> list[Line]:
    """Raises `BadData` when there is none."""
    lines = lines_of(store, now)
    if not lines:
        raise BadData("Nothing has been challenged yet: there is nothing to export.")
    audit.record(store, AuditEvent.CHALLENGES_EXPORTED, now, detail=str(len(lines)))
    return lines


def lines_of(store: Store, now: datetime) -> list[Line]:
    """One line for each challenge, the oldest first."""
    found = kept.everyone(store)
    steps = kept.steps_of(store, [one.id for one in found])
    today = now.astimezone(LONDON).date()
    return [_line(one, steps.get(one.id, ()), today) for one in reversed(found)]


def _line(one: Challenge, steps: Iterable[Step], today: date) -> Line:
    steps = list(steps)
    standing = stands(one, today)
    ended = one.closed_at.astimezone(LONDON).date() if one.closed_at else today
    return {
        "opened_on": one.opened_at.astimezone(LONDON).date().isoformat(),
        "topic": one.topic,
        "about_a_decision": "yes" if one.decision_id else "no",
        "state": one.state,
        "stage": one.stage,
        "stages": " ".join(f"{stage}:{days}" for stage, days in days_at(steps, ended)),
        "with_cafcass": "yes" if any(step.stage == "cafcass" for step in steps) else "no",
        "child_told_of_rights": "yes" if one.rights_told_at else "no",
        "working_days": standing.days_open,
        "answer_late": "yes" if standing.breached else "no",
        "result": one.result,
        "closed_on": ended.isoformat() if one.closed_at else "",
    }

"""`my-iro staff`: who can sign in to the portal, who is away and who stands in, and who is on duty now."""

import secrets
from collections.abc import Callable
from datetime import datetime

import click
from argon2 import PasswordHasher

from bot.checkup import fortnight_gaps
from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from bot.watch import roster
from safeguarding.rota import LONDON, from_when, until_when
from storage import absences, audit, invites
from storage import staff as people
from storage.audit import AuditEvent
from storage.errors import NotFound
from storage.store import Store

WORDS_IN_A_PASSWORD = 5  # of some 250: 39 bits, behind a lock after a few wrong tries


@click.group()
def staff() -> None:
    """Passwords, leave and deputies of members of staff, and who is on duty."""


@staff.command("list")
@demo_option
def list_(demo: bool) -> None:
    """Who is here today, and whether they can sign in yet."""
    now = real_clock()

    def work(store: Store) -> list[str]:
        here = people.current(store, now.astimezone(LONDON).date())
        return [f"{m.reference}\t{m.role}\t{m.email}\t{_ready(store, m)}" for m in here]

    with chosen(demo, now) as database:
        for line in database.read_now(work):
            click.echo(line)


@staff.command()
@click.argument("reference", metavar="REF")
@click.option("--new-code", is_flag=True, help="forget the authenticator app as well: the phone is lost")
@demo_option
def password(reference: str, new_code: bool, demo: bool) -> None:
    """Give a member of staff a new password. It is shown once, here, and lifts any lock."""
    now, chosen_words = real_clock(), _new_password()

    def work(store: Store) -> None:
        member = _member(store, reference)
        people.set_password(store, member.id, chosen_words, PasswordHasher().hash)
        if new_code:
            people.forget_code_secret(store, member.id)
        audit.record(
            store, AuditEvent.STAFF_GIVEN_PASSWORD, now, subject_id=member.id, detail="new code" if new_code else ""
        )

    with chosen(demo, now) as database:
        database.write_now(work)
    click.echo(chosen_words)


@staff.command()
@click.argument("reference", metavar="REF")
@click.option("--from", "begin", metavar="WHEN", help="2026-12-24 or '2026-12-24 17:00'; now when it is left out")
@click.option("--until", "end", metavar="WHEN", help="the last day, or the moment they are back; open when left out")
@click.option("--kind", type=click.Choice(absences.KINDS), default="leave", show_default=True)
@demo_option
def away(reference: str, begin: str | None, end: str | None, kind: str, demo: bool) -> None:
    """Write down that somebody is away: their deputy is told of concerns instead."""
    now = real_clock()
    begins_at = _when(begin, from_when) if begin else now
    ends_at = _when(end, until_when) if end else None

    def work(store: Store) -> None:
        absences.record(store, _member(store, reference).id, kind, begins_at, ends_at, None, now)

    with chosen(demo, now) as database:
        database.write_now(work)
    click.echo(f"{reference} is away from {_said(begins_at)}{f' until {_said(ends_at)}' if ends_at else ''}.")


@staff.command()
@click.argument("reference", metavar="REF")
@demo_option
def back(reference: str, demo: bool) -> None:
    """They are back, or will not be away after all: every absence that lasts or is to come ends."""
    now = real_clock()

    def work(store: Store) -> int:
        found = absences.of(store, [_member(store, reference).id], now)
        for one in found:
            absences.end(store, one.id, None, now)
        return len(found)

    with chosen(demo, now) as database:
        click.echo(f"{database.write_now(work)} absences of {reference} ended.")


@staff.command()
@click.argument("reference", metavar="REF")
@click.argument("deputy", metavar="DEPUTY", required=False)
@demo_option
def deputy(reference: str, deputy: str | None, demo: bool) -> None:
    """Say who stands in for REF when they are away; without DEPUTY, nobody does."""
    now = real_clock()

    def work(store: Store) -> None:
        stands_in = _member(store, deputy).id if deputy else None
        people.name_deputy(store, _member(store, reference).id, stands_in, None, now)

    with chosen(demo, now) as database:
        database.write_now(work)


@staff.command()
@demo_option
def rota(demo: bool) -> None:
    """Who is on duty now, who is away, and the hours of the coming fortnight in which nobody is."""
    now = real_clock()

    def work(store: Store) -> list[str]:
        there = roster(store, now)
        lines = [f"on duty\t{m.reference}\t{m.full_name}\t{m.phone}" for m in there.on_watch(now)]
        known = {m.id: m for m in there.staff}
        lines += [
            f"away\t{known[a.staff_id].reference}\t{a.kind}\t{_said(a.begins_at)}\t{_said(a.ends_at)}"
            for a in there.away
            if a.staff_id in known and (a.ends_at is None or a.ends_at > now)
        ]
        return lines + [f"nobody\t{_said(gap.begin)}\t{_said(gap.end)}" for gap in fortnight_gaps(store, now)]

    with chosen(demo, now) as database:
        for line in database.read_now(work):
            click.echo(line)


def _member(store: Store, reference: str) -> people.Staff:
    member = people.by_reference(store, reference)
    if member is None:
        raise NotFound(f"No member of staff has the reference {reference}. See: my-iro staff list")
    return member


def _when(text: str, read: Callable[[str], datetime]) -> datetime:
    try:
        return read(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _said(moment: datetime | None) -> str:
    return f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}" if moment else "open"


def _new_password() -> str:
    return "-".join(secrets.choice(invites.card_words()).lower() for _ in range(WORDS_IN_A_PASSWORD))


def _ready(store: Store, member: people.Staff) -> str:
    held = people.credentials(store, member.id)
    if held.password is None:
        return "no password"
    return "ready" if held.code_secret else "sets up the code at the first sign-in"

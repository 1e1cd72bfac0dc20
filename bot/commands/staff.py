"""`my-iro staff`: who can sign in to the portal, and their first password."""

import secrets

import click
from argon2 import PasswordHasher

from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from safeguarding.rota import LONDON
from storage import audit, invites
from storage import staff as people
from storage.audit import AuditEvent
from storage.errors import NotFound
from storage.store import Store

WORDS_IN_A_PASSWORD = 5  # of some 250: 39 bits, behind a lock after a few wrong tries


@click.group()
def staff() -> None:
    """Give members of staff their first password, or another."""


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
        member = people.by_reference(store, reference)
        if member is None:
            raise NotFound(f"No member of staff has the reference {reference}. See: my-iro staff list")
        people.set_password(store, member.id, chosen_words, PasswordHasher().hash)
        if new_code:
            people.forget_code_secret(store, member.id)
        audit.record(
            store, AuditEvent.STAFF_GIVEN_PASSWORD, now, subject_id=member.id, detail="new code" if new_code else ""
        )

    with chosen(demo, now) as database:
        database.write_now(work)
    click.echo(chosen_words)


def _new_password() -> str:
    return "-".join(secrets.choice(invites.card_words()).lower() for _ in range(WORDS_IN_A_PASSWORD))


def _ready(store: Store, member: people.Staff) -> str:
    held = people.credentials(store, member.id)
    if held.password is None:
        return "no password"
    return "ready" if held.code_secret else "sets up the code at the first sign-in"

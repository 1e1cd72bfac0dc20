"""`my-iro invite`: make, show and cancel the cards that bring children in."""

import random
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from bot import cards
from bot.clock import real_clock
from bot.commands.database import chosen, demo_option
from bot.settings import load_settings
from safeguarding.rota import LONDON
from storage import audit, children, invites
from storage.audit import AuditEvent
from storage.children import Child
from storage.errors import NotFound
from storage.invites import Invite
from storage.store import Store


@click.group()
def invite() -> None:
    """Make, print and cancel the cards that bring children in."""


@invite.command()
@click.argument("references", metavar="[REF]...", nargs=-1)
@click.option("--missing", is_flag=True, help="for every child in care who was never given one")
@demo_option
def make(references: tuple[str, ...], missing: bool, demo: bool) -> None:
    """Make a card for each child named by their reference; a card they had before is good no more."""
    if bool(references) == missing:
        raise click.UsageError("Name the children (my-iro invite make EXC-0001), or say --missing.")
    now = real_clock()

    def work(store: Store) -> list[tuple[Child, Invite]]:
        chosen_children = _without_card(store, now) if missing else [_child(store, ref) for ref in references]
        return [(child, invites.make(store, child.id, now, random.SystemRandom())) for child in chosen_children]

    with chosen(demo, now) as database:
        for child, card in database.write_now(work):
            click.echo(f"{child.reference}\t{card.word}")


@invite.command("print")
@click.argument("references", metavar="[REF]...", nargs=-1)
@click.option("--svg", "folder", type=click.Path(path_type=Path, file_okay=False), help="a QR code for each, into here")
@click.option("--qr", is_flag=True, help="draw the QR codes on the terminal")
@demo_option
def print_(references: tuple[str, ...], folder: Path | None, qr: bool, demo: bool) -> None:
    """Show the open cards: of the children named, or of all."""
    now, public_url = real_clock(), load_settings().public_url

    def work(store: Store) -> list[tuple[Child, Invite]]:
        found = list(_open_cards(store, references))
        for child, card in found:
            audit.record(store, AuditEvent.CARD_PRINTED, now, child_id=child.id, subject_id=card.id)
        return found

    with chosen(demo, now) as database:
        found = database.write_now(work)
    for child, card in found:
        link = cards.address(public_url, card.word)
        click.echo(f"{child.reference}\t{card.word}\t{link}")
        if qr:
            click.echo(cards.as_text(link))
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{child.reference.replace('/', '-')}.svg").write_text(cards.as_svg(link), encoding="utf-8")


@invite.command()
@click.argument("words", metavar="WORD...", nargs=-1, required=True)
@demo_option
def cancel(words: tuple[str, ...], demo: bool) -> None:
    """Make cards worthless, by the word on them."""
    now = real_clock()

    def work(store: Store) -> None:
        for word in words:
            card = invites.find(store, word)
            if card is None:
                raise NotFound(f'No card says "{word}". Nothing was cancelled.')
            if not invites.cancel(store, card, now):
                raise NotFound(f"The card {card.word} is {card.state} already. Nothing was cancelled.")

    with chosen(demo, now) as database:
        database.write_now(work)
    click.echo(f"Cancelled: {len(words)}")


def _child(store: Store, reference: str) -> Child:
    child = children.by_reference(store, reference)
    if child is None:
        raise NotFound(f"No child has the reference {reference}. Nothing was made.")
    return child


def _without_card(store: Store, now: datetime) -> list[Child]:
    today = now.astimezone(LONDON).date()
    given = invites.latest(store)
    return [child for child in children.everyone(store) if child.in_care(today) and child.id not in given]


def _open_cards(store: Store, references: Iterable[str]) -> Iterable[tuple[Child, Invite]]:
    wanted = {_child(store, reference).id for reference in references}
    open_cards = {card.child_id: card for card in invites.in_state(store, "open")}
    if nobody := wanted - set(open_cards):
        without = ", ".join(sorted(children.find(store, child_id).reference for child_id in nobody))
        raise NotFound(f"No open card for {without}. Make one: my-iro invite make {without.replace(',', '')}")
    known = children.many(store, wanted or set(open_cards))
    return [(child, open_cards[child.id]) for child in sorted(known.values(), key=lambda child: child.reference)]

"""`my-iro demo`: Exampleshire on this machine, nothing asked, nothing sent."""

import click
from aiohttp import web
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from bot import application
from bot.channels import configured
from bot.clock import real_clock
from bot.demo import AUTHORITY, AUTHORITY_NAME, LANGUAGES
from bot.demo.faces import give_faces
from bot.demo.load import PASSWORD, Loaded
from bot.demo.phone import OURS, DemoPhone, add_phone
from bot.demo.talked import BEGAN, talk
from bot.demo.temporary import exampleshire
from bot.errors import Misconfigured
from bot.service import build
from bot.settings import load_settings

CARDS_SHOWN = 3
READS_ARABIC = "EXC-0043"
WIDTH = 80


@click.command()
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
def demo(port: int) -> None:
    """Serve the fictional authority Exampleshire on http://127.0.0.1, with no account and no network."""
    now = real_clock()
    url = f"http://127.0.0.1:{port}"
    with exampleshire(now, began=now - BEGAN) as (database, loaded):
        settings = load_settings(
            database=str(database.url), authority=AUTHORITY, authority_name=AUTHORITY_NAME,
            demo=True, languages=LANGUAGES, port=port,
            public_url=url, secure_cookies=False, text_number=OURS,
        )  # fmt: skip
        phone = DemoPhone()
        service = build(settings, database, configured.connect(settings, real_clock) | {"sms": phone})
        talk(service, now)
        database.write_now(lambda store: give_faces(store, now))
        app = application.make(service)
        add_phone(app, phone, service.intake)

        async def ready(_: web.Application) -> None:
            _welcome(url, loaded)

        app.on_startup.append(ready)
        try:
            web.run_app(app, host="127.0.0.1", port=port, print=lambda _: None, access_log=None)
        except OSError as error:
            raise Misconfigured(f"Port {port} cannot be used ({error.strerror}). Try another: --port 8090") from error


def _welcome(url: str, loaded: Loaded) -> None:
    console = Console(highlight=False, soft_wrap=True, width=WIDTH)
    console.print("\n[bold]My IRO[/bold] with the fictional authority Exampleshire.")
    console.print("Nothing leaves this machine.\n")
    console.print(f"  The child's chat     {url}/")
    console.print(f"  The same by text     {url}/demo/sms")
    console.print(f"  The staff portal     {url}/staff/")
    console.print(f"  E-mails and texts    {url}/staff/notices (shown, not sent)\n")
    _print(console, _cards(url, loaded))
    _print(console, _log_ins(loaded))
    iro = next(one.name for one in loaded.one_for_each_role() if one.role == "iro")
    console.print(f"  {loaded.cards[0].word} is the card of {loaded.cards[0].name}, whose IRO is {iro}.")
    _print_arabic(console, url, loaded)
    console.print(f"  Everybody's password is {PASSWORD}.")
    console.print("  The six-digit code stands on the page that asks for it. Stop with Ctrl+C.\n")


def _print_arabic(console: Console, url: str, loaded: Loaded) -> None:
    """The card of the child who is spoken to in Arabic, which is on here and off everywhere else."""
    card = next(one for one in loaded.cards if one.reference == READS_ARABIC)
    born = f"{card.birth_date.day} {card.birth_date:%B}"
    console.print(f"  {card.name}, born on {born}, reads Arabic: {url}/#card={card.word}")


def _cards(url: str, loaded: Loaded) -> Table:
    table = _table("Card", "Child", "Born on", "Opens with", title="Invite cards")
    for card in loaded.cards[:CARDS_SHOWN]:
        birthday = f"{card.birth_date.day} {card.birth_date:%B}"
        table.add_row(card.word, f"{card.name}, {card.age}", birthday, f"{url}/#card={card.word}")
    return table


def _log_ins(loaded: Loaded) -> Table:
    table = _table("Role", "Name", "E-mail", title="Log-ins")
    for log_in in loaded.one_for_each_role():
        table.add_row(log_in.role.replace("_", " "), log_in.name, log_in.email)
    return table


def _table(*columns: str, title: str) -> Table:
    """Every cell on one line, so that an address can be copied in one go."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(column, no_wrap=True, overflow="ignore")
    return table


def _print(console: Console, table: Table) -> None:
    console.print(Padding(table, (0, 0, 1, 2)), soft_wrap=False)

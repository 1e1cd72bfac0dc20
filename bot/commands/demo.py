"""`my-iro demo`: Exampleshire on this machine, nothing asked, nothing sent."""

import click
from aiohttp import web
from rich.console import Console
from rich.table import Table

from bot import application
from bot.channels import configured
from bot.clock import real_clock
from bot.demo import AUTHORITY, AUTHORITY_NAME
from bot.demo.load import Loaded
from bot.demo.temporary import exampleshire
from bot.errors import Misconfigured
from bot.service import build
from bot.settings import load_settings

CARDS_SHOWN = 3


@click.command()
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
def demo(port: int) -> None:
    """Serve the fictional authority Exampleshire on http://127.0.0.1, with no account and no network."""
    now = real_clock()
    url = f"http://127.0.0.1:{port}"
    with exampleshire(now) as (database, loaded):
        settings = load_settings(
            database=str(database.url), authority=AUTHORITY, authority_name=AUTHORITY_NAME, demo=True, port=port,
            public_url=url, secure_cookies=False,
        )  # fmt: skip
        service = build(settings, database, configured.connect(settings, real_clock))
        app = application.make(service)

        async def ready(_: web.Application) -> None:
            _welcome(url, loaded)

        app.on_startup.append(ready)
        try:
            web.run_app(app, host="127.0.0.1", port=port, print=lambda _: None, access_log=None)
        except OSError as error:
            raise Misconfigured(f"Port {port} cannot be used ({error.strerror}). Try another: --port 8090") from error


def _welcome(url: str, loaded: Loaded) -> None:
    console = Console(highlight=False, width=110)
    console.print("\n[bold]My IRO[/bold] with the fictional authority Exampleshire. Nothing leaves this machine.\n")
    console.print(f"  The child's chat     {url}/")
    console.print(f"  The staff portal     {url}/staff/")
    console.print(f"  E-mails and texts    {url}/staff/notices (what would have been sent)\n")
    console.print(_cards(url, loaded), "")
    console.print(_log_ins(loaded), "")
    console.print("  The six-digit code stands on the page that asks for it. Stop with Ctrl+C.\n")


def _cards(url: str, loaded: Loaded) -> Table:
    table = Table("Card", "Child", "Birthday", "Opens with", title="Invite cards", title_justify="left", box=None)
    for card in loaded.cards[:CARDS_SHOWN]:
        birthday = f"{card.birth_date.day} {card.birth_date:%B}"
        table.add_row(card.word, f"{card.name}, {card.age}", birthday, f"{url}/#card={card.word}")
    return table


def _log_ins(loaded: Loaded) -> Table:
    table = Table("Role", "Name", "E-mail", "Password", title="Log-ins", title_justify="left", box=None)
    for log_in in loaded.one_for_each_role():
        table.add_row(log_in.role.replace("_", " "), log_in.name, log_in.email, log_in.password)
    return table

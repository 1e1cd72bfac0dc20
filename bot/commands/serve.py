"""`my-iro serve`: the service, from settings."""

import click
from aiohttp import web

from bot import application
from bot.channels import configured
from bot.clock import real_clock
from bot.errors import Misconfigured
from bot.service import build
from bot.settings import load_settings, open_database
from storage import authority
from storage.database import Database
from storage.migrate import level, upgrade


@click.command()
@click.option("--migrate", is_flag=True, help="bring the database up to date first")
def serve(migrate: bool) -> None:
    """Run the service with the settings of the environment (MY_IRO_*)."""
    settings = load_settings()
    database = open_database(settings)
    if migrate:
        upgrade(database)
    ready(database)
    connected = configured.connect(settings, real_clock)
    service = build(settings, database, connected)
    web.run_app(application.make(service), host=settings.host, port=settings.port, print=_said, access_log=None)


def ready(database: Database) -> None:
    """Raises `Misconfigured` where the service could only keep failing: no tables, old tables, nobody in them."""
    if not level(database).up_to_date:
        raise Misconfigured("The database is empty or out of date. Run: my-iro serve --migrate, or my-iro import DIR")
    if not database.read_now(authority.is_prepared):
        raise Misconfigured(f"The authority {database.authority} is not in the database. Run: my-iro import DIR")


def _said(_: str) -> None:
    """What aiohttp prints at the start names no page anybody would open."""

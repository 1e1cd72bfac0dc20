"""`my-iro serve`: the service, from settings."""

import click
from aiohttp import web

from bot import application
from bot.channels import configured
from bot.clock import real_clock
from bot.service import build
from bot.settings import load_settings, open_database
from storage.migrate import upgrade


@click.command()
@click.option("--migrate", is_flag=True, help="bring the database up to date first")
def serve(migrate: bool) -> None:
    """Run the service with the settings of the environment (MY_IRO_*)."""
    settings = load_settings()
    database = open_database(settings)
    if migrate:
        upgrade(database)
    connected = configured.connect(settings, real_clock)
    service = build(settings, database, connected)
    web.run_app(application.make(service), host=settings.host, port=settings.port, print=_said, access_log=None)


def _said(_: str) -> None:
    """What aiohttp prints at the start names no page anybody would open."""

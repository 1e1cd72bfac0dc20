"""Commands run against a database with Exampleshire imported into it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands import main
from bot.importing import read, store_batch
from storage.database import Database
from tests.support.prepared import AUTHORITY, MASTER, NOW, prepare

EXAMPLESHIRE = Path("bot/demo/exampleshire").resolve()


@dataclass
class Commands:
    """`my-iro` with the settings for one database, which a test may look into."""

    database: Database

    def __call__(self, *arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments))


def commands(database: Database, monkeypatch: pytest.MonkeyPatch) -> Commands:
    url = database.url.render_as_string(hide_password=False)
    for name, value in {"DATABASE": url, "MASTER_KEY": MASTER.key.hex(), "AUTHORITY": AUTHORITY}.items():
        monkeypatch.setenv(f"MY_IRO_{name}", value)
    return Commands(database)


def imported(database: Database) -> None:
    prepare(database)
    batch = read(EXAMPLESHIRE)
    database.write_now(lambda store: store_batch(store, batch, NOW))

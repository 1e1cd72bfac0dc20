"""Commands run against Exampleshire as it is imported, once on SQLite and once on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.demo import temporary
from tests.support.commanded import Commands, commands, imported
from tests.support.databases import Databases
from tests.support.prepared import Templates

KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def imports(databases: Databases) -> Templates:
    return Templates(databases, imported)


@pytest.fixture
def short_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """`--demo` without two weeks of talk, for commands that look at none of it."""
    monkeypatch.setattr(temporary, "exampleshire_with_talk", temporary.exampleshire)


@pytest.fixture(params=KINDS)
def run(request: pytest.FixtureRequest, imports: Templates, monkeypatch: pytest.MonkeyPatch) -> Iterator[Commands]:
    """Run a command against Exampleshire."""
    with imports.opened(request.param) as database:
        yield commands(database, monkeypatch)

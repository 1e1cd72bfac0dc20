"""A migrated and prepared database for tests of the service."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.support.databases import Databases
from tests.support.prepared import Templates

KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def templates(databases: Databases) -> Templates:
    return Templates(databases)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, templates: Templates) -> Iterator[Database]:
    with templates.opened(request.param) as opened:
        yield opened

"""Exampleshire on both databases, a fresh copy for every promise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.support.databases import Databases
from tests.support.played import fill
from tests.support.prepared import Templates

KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(scope="session")
def exampleshires(databases: Databases) -> Templates:
    return Templates(databases, fill)


@pytest.fixture(params=KINDS)
def exampleshire(request: pytest.FixtureRequest, exampleshires: Templates) -> Iterator[Database]:
    with exampleshires.opened(request.param) as opened:
        yield opened

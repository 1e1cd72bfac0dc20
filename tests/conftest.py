"""Fixtures every room's tests may use. All async tests and fixtures share one event loop (pyproject.toml)."""

from __future__ import annotations

import contextlib
import gc
import re
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.async_api import Browser, Page

from storage.database import Database
from tests.support.browser import chromium_browser, opened_page
from tests.support.databases import Databases
from tests.support.folders import for_a_while
from tests.support.played import fill
from tests.support.postgresql import PostgreSQLServer, postgresql_server
from tests.support.prepared import Templates

hypothesis.settings.register_profile("any machine", deadline=None)  # machines are noisy
hypothesis.settings.load_profile("any machine")

KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
SCREENS = {"page": False, "phone": True}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", metavar="DIR", help="keep a picture of how every browser test ended")


def pytest_configure() -> None:
    gc.disable()


def pytest_collection_finish() -> None:
    """What is loaded by now stays until the end: looking through all of it for garbage took a third of the run."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"chromium", *SCREENS} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Iterator[Databases]:
    """Fresh databases of either kind; copies of a migrated one are cheap."""
    with tempfile.TemporaryDirectory(prefix="my-iro-", dir=for_a_while()) as folder:
        yield Databases(Path(folder), lambda: request.getfixturevalue("postgresql"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQLServer]:
    """A PostgreSQL server for the whole run."""
    with postgresql_server() as server:
        yield server


@pytest.fixture(scope="session")
def postgresql_url(databases: Databases) -> Callable[[], str]:
    """Call it for the URL of a fresh, empty PostgreSQL database."""
    return lambda: databases.empty("postgresql")


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """The URL of a fresh, empty database: the test runs once on SQLite and once on PostgreSQL."""
    url = databases.empty(request.param)
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def prepared(databases: Databases) -> Templates:
    """Templates of a migrated database with an authority and nobody in it."""
    return Templates(databases)


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, prepared: Templates) -> Iterator[Database]:
    """A migrated and prepared database: the test runs once on SQLite and once on PostgreSQL."""
    with prepared.opened(request.param) as opened:
        yield opened


@pytest.fixture(scope="session")
def loaded(databases: Databases) -> Templates:
    """Templates with Exampleshire in them."""
    return Templates(databases, fill)


@pytest.fixture(params=KINDS)
def exampleshire(request: pytest.FixtureRequest, loaded: Templates) -> Iterator[Database]:
    """Exampleshire as on the day it was written for: the test runs once on SQLite and once on PostgreSQL."""
    with loaded.opened(request.param) as opened:
        yield opened


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for the whole run."""
    async with chromium_browser() as browser:
        yield browser


@pytest.fixture
async def page(chromium: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A fresh page on a desktop screen."""
    async with _screen(chromium, request, "page") as opened:
        yield opened


@pytest.fixture
async def phone(chromium: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A fresh page on a phone with a touch screen."""
    async with _screen(chromium, request, "phone") as opened:
        yield opened


def _screen(
    chromium: Browser, request: pytest.FixtureRequest, name: str
) -> contextlib.AbstractAsyncContextManager[Page]:
    folder = request.config.getoption("--screenshots")
    test = re.sub(r"\W+", "-", request.node.name).strip("-")
    picture = Path(folder) / f"{test}-{name}.png" if folder else None
    return opened_page(chromium, phone=SCREENS[name], picture=picture)

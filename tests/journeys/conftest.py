"""Journeys: one child's conversation with Exampleshire, in memory, as `my-iro talk` plays it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest

from bot.clock import PlayedClock
from bot.played import TODAY, Played
from bot.service import build, loaded_library, loaded_screen
from storage.database import Database
from tests.support.databases import Databases
from tests.support.played import SETTINGS, fill
from tests.support.prepared import Templates

library, screen = cache(loaded_library), cache(loaded_screen)


@pytest.fixture(scope="session")
def exampleshires(databases: Databases) -> Templates:
    return Templates(databases, fill)


@pytest.fixture
def exampleshire(exampleshires: Templates) -> Iterator[Database]:
    with exampleshires.opened("sqlite") as opened:
        yield opened


@pytest.fixture
def child(exampleshire: Database) -> Callable[..., Played]:
    """A child of Exampleshire who has proved who they are; without a reference, a visitor."""

    def be(reference: str = "", **settings) -> Played:
        clock = PlayedClock(settings.pop("now", TODAY))
        service = build(SETTINGS, exampleshire, clock=clock, library=library(), screen=screen())
        played = Played(service, clock, sender=reference or "visitor", **settings)
        if reference:
            played.be(reference)
        return played

    return be

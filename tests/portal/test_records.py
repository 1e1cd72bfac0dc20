"""Bringing in files, and what stands on record in numbers."""

from __future__ import annotations

import contextlib
import dataclasses
import io
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from aiohttp import FormData

from portal.access import Role
from storage import children
from storage.database import Database
from storage.errors import BadData
from storage.store import Store
from tests.portal.conftest import Portal, StandingClock, add_people, form_token, make_desk, running
from tests.support.people import add_child

FILES = {name: f"contents of {name}".encode() for name in ("children.csv", "iros.csv", "staff.csv", "reviews.csv")}


@dataclass(frozen=True)
class Counted:
    added: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)


@contextlib.asynccontextmanager
async def portal_that_imports(database: Database, clock: StandingClock, import_files: Any) -> AsyncIterator[Portal]:
    people = add_people(database)
    desk = dataclasses.replace(make_desk(database, clock), import_files=import_files)
    async with running(desk, clock, people) as portal:
        yield portal


async def send(portal: Portal, files: Mapping[str, bytes]) -> tuple[int, str]:
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    form = FormData({"csrf": await form_token(client, "/staff/records")})
    for name, content in files.items():
        form.add_field(name, io.BytesIO(content), filename=name, content_type="text/csv")
    async with client.post("/staff/records", data=form) as answer:
        return answer.status, await answer.text()


async def test_four_files_are_brought_in(database: Database, clock: StandingClock) -> None:
    seen: list[tuple[Mapping[str, bytes], UUID, datetime]] = []

    def import_files(store: Store, files: Mapping[str, bytes], by: UUID, now: datetime) -> Counted:
        seen.append((files, by, now))
        add_child(store)
        return Counted({"children": 1}, {"staff": 2})

    async with portal_that_imports(database, clock, import_files) as portal:
        status, text = await send(portal, FILES)
        assert status == 200
        assert "1 children added, 2 staff changed" in text
        assert "<dd" in text
        assert seen == [(FILES, portal.people[Role.BUSINESS_SUPPORT], clock())]
        assert len(await portal.database.read(children.everyone)) == 1


async def test_bad_rows_are_all_named_and_nothing_is_changed(database: Database, clock: StandingClock) -> None:
    def import_files(store: Store, files: Mapping[str, bytes], by: UUID, now: datetime) -> Counted:
        add_child(store)
        store.flush()
        raise BadData("children.csv line 2: <wrong>", "staff.csv line 7: wrong too")

    async with portal_that_imports(database, clock, import_files) as portal:
        status, text = await send(portal, FILES)
        assert status == 400
        assert "children.csv line 2: &lt;wrong&gt;" in text
        assert "staff.csv line 7: wrong too" in text
        assert await portal.database.read(children.everyone) == []


async def test_a_missing_file_is_asked_for(database: Database, clock: StandingClock) -> None:
    def import_files(*_: Any, **__: Any) -> Counted:
        raise AssertionError("nothing may be imported")

    async with portal_that_imports(database, clock, import_files) as portal:
        status, text = await send(portal, {name: FILES[name] for name in ("children.csv", "iros.csv")})
        assert status == 400
        assert "Choose the file staff.csv" in text
        assert "Choose the file reviews.csv" in text
        assert "Choose the file iros.csv" not in text


async def test_files_larger_than_an_ordinary_form_are_taken(database: Database, clock: StandingClock) -> None:
    async with portal_that_imports(database, clock, lambda *_: Counted()) as portal:
        status, text = await send(portal, FILES | {"reviews.csv": b"x" * 6 * 1024 * 1024})
        assert status == 200
        assert "on record already" in text


async def test_where_files_cannot_come_in_here_the_page_says_so(portal: Portal) -> None:
    status, text = await send(portal, FILES)
    assert status == 404
    client = await portal.signed_in(Role.BUSINESS_SUPPORT)
    async with client.get("/staff/records") as answer:
        assert "whoever runs it" in await answer.text()
    assert text

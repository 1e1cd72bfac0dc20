"""The portal of a small authority on a loopback port, with one person in every role."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from argon2 import PasswordHasher

from bot.demo import temporary
from bot.demo.load import Loaded, LogIn
from portal import application
from portal.access import Role
from portal.desk import Desk
from portal.signin.codes import code_at, step_of
from storage import staff
from storage.database import Database
from tests.support.people import add_staff
from tests.support.prepared import NOW, Templates

PASSWORD = "a long and quiet sentence"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
NAMES = {
    Role.IRO: ("Beth", "Independent Reviewing Officer"), Role.IRO_MANAGER: ("Marguerite", "IRO Service Manager"),
    Role.DUTY_OFFICER: ("Rafiq", "Emergency Duty Team Officer"),
    Role.BUSINESS_SUPPORT: ("Jodie", "Reviews Co-ordinator"),
    Role.DATA_PROTECTION: ("Aurelia", "Data Protection Officer"),
}  # fmt: skip


@dataclass
class StandingClock:
    """A clock that stands until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Portal:
    """A running portal."""

    server: TestServer
    desk: Desk
    clock: StandingClock
    people: dict[Role, UUID]
    clients: list[TestClient[Any, Any]] = field(default_factory=list)

    @property
    def database(self) -> Database:
        return self.desk.database

    @property
    def address(self) -> str:
        return str(self.server.make_url("/staff")).rstrip("/")

    async def visitor(self) -> TestClient[Any, Any]:
        """A browser that nobody has signed in."""
        client = TestClient(self.server)
        self.clients.append(client)
        return client

    async def signed_in(self, role: Role) -> TestClient[Any, Any]:
        client = await self.visitor()
        await sign_in(client, self.email(role), self.code())
        return client

    def email(self, role: Role) -> str:
        return f"{role}@exampleshire.example"

    def code(self) -> str:
        """A code nobody has used: the clock moves on to the next one."""
        self.clock.forward(seconds=30)
        return code_at(SECRET, step_of(self.clock()))


async def form_token(client: TestClient[Any, Any], path: str = "/staff/sign-in") -> str:
    """The token in the first form of a page."""
    async with client.get(path) as answer:
        text = await answer.text()
    return text.split('name="csrf" value="', 1)[1].split('"', 1)[0]


async def post(client: TestClient[Any, Any], path: str, data: dict[str, Any], page: str = "") -> tuple[int, str, str]:
    """Send a form with its token; (status, where it sends on to, text)."""
    token = await form_token(client, page or "/staff/sign-in")
    async with client.post(path, data={"csrf": token, **data}, allow_redirects=False) as answer:
        return answer.status, answer.headers.get("Location", ""), await answer.text()


async def sign_in(client: TestClient[Any, Any], email: str, code: str, password: str = PASSWORD) -> None:
    status, _, text = await post(client, "/staff/sign-in", {"email": email, "password": password})
    assert status == 303, text
    status, to, text = await post(client, "/staff/sign-in/code", {"code": code}, page="/staff/sign-in/code")
    assert (status, to) == (303, "/staff/"), text


@pytest.fixture
def database(prepared: Templates) -> Iterator[Database]:
    with prepared.opened("sqlite") as opened:
        yield opened


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


def make_desk(database: Database, clock: Callable[[], datetime], **values: Any) -> Desk:
    @contextlib.asynccontextmanager
    async def listen(_: object) -> AsyncIterator[asyncio.Event]:
        yield asyncio.Event()

    def unused(*_: object, **__: object) -> Any:
        raise AssertionError("nothing is said to a child in this test")

    usual: dict[str, Any] = {
        "wake": lambda _: None, "listen": listen, "tell": unused, "say": unused, "secure_cookies": False,
        "authority_name": "Exampleshire",
    }  # fmt: skip
    return Desk(database=database, clock=clock, **usual | values)


def add_people(database: Database) -> dict[Role, UUID]:
    """One person for each role, who can sign in."""

    def add(store: Any) -> dict[Role, UUID]:
        people = {}
        for number, (role, (name, title)) in enumerate(NAMES.items(), 1):
            people[role] = add_staff(
                store, f"EXS-{number:03}", role=str(role), first_name=name, job_title=title,
                email=f"{role}@exampleshire.example",
            )  # fmt: skip
            store.flush()
            staff.set_password(store, people[role], PASSWORD, HASHER.hash)
            staff.set_code_secret(store, people[role], SECRET)
        return people

    return database.write_now(add)


@contextlib.asynccontextmanager
async def running(desk: Desk, clock: StandingClock, people: dict[Role, UUID]) -> AsyncIterator[Portal]:
    main = web.Application(client_max_size=5 * 1024 * 1024)
    main.add_subapp("/staff", application.make(desk))
    async with TestServer(main) as server:
        portal = Portal(server, desk, clock, people)
        yield portal
        for client in portal.clients:
            await client.session.close()


@pytest.fixture
async def portal(database: Database, clock: StandingClock) -> AsyncIterator[Portal]:
    """A portal as in a real service."""
    people = add_people(database)
    async with running(make_desk(database, clock), clock, people) as portal:
        yield portal


@dataclass
class Exampleshire:
    """A running portal of the demo: everybody is on record, and the code page shows the code."""

    address: str
    desk: Desk
    clock: StandingClock
    loaded: Loaded

    def log_in(self, role: Role) -> LogIn:
        return next(log_in for log_in in self.loaded.log_ins if log_in.role == role)


@pytest.fixture
async def exampleshire(clock: StandingClock) -> AsyncIterator[Exampleshire]:
    with temporary.exampleshire(clock()) as (database, loaded):
        desk = make_desk(database, clock, demo=True)
        async with running(desk, clock, {}) as portal:
            yield Exampleshire(portal.address, desk, clock, loaded)

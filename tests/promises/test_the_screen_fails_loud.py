"""Promise 3, when the screen is ill: a human reads it, the child is answered, and nobody waits behind anybody."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import aiohttp
import pytest

from bot import checkup
from bot.clock import PlayedClock
from bot.inbound import Inbound
from bot.played import TODAY
from bot.service import Service
from bot.timely import Patience, Timely
from safeguarding import screen as screens
from safeguarding.screening import Level, Screening
from safeguarding.standing import trouble
from storage import inbox, messages
from storage.database import Database
from storage.store import Store
from tests.support.played import concerns_of, messages_of, played_on, service_on
from tests.support.served import served_on

SLOW, OTHER = "EXC-0006", "EXC-0034"
STUCK = "this one does not come back"


class Stuck:
    """A screen that does not come back for one message until it is let go."""

    def __init__(self) -> None:
        self.let_go, self.reached = Event(), Event()

    def __call__(self, text: str, earlier: object = ()) -> Screening:
        if text == STUCK:
            self.reached.set()
            self.let_go.wait(30)
        return Screening(Level.none, 0.0, (), ())


@pytest.fixture
def stuck():
    screen = Stuck()
    yield screen
    screen.let_go.set()


def ill(database: Database, screen: object, child: float = 0.2) -> Service:
    """A service with this screen and two children who have proved who they are."""
    for reference in (SLOW, OTHER):
        played_on(database, reference)
    service = service_on(database, PlayedClock(TODAY))
    service.intake.screen = screen
    service.intake.timely = Timely(Patience(others=0.02, child=child))
    return service


@asynccontextmanager
async def at_work(service: Service) -> AsyncIterator[Service]:
    await service.intake.start()
    try:
        yield service
    finally:
        await service.intake.stop()


async def says(service: Service, reference: str, text: str, number: int = 1) -> None:
    await service.intake.accept(Inbound("web", f"{reference}:{number}", f"{reference}-web", text=text))


async def answered(database: Database, reference: str, times: int = 1) -> list[str]:
    """What the child said, once the bot has said something `times` times."""
    while True:
        seen = await asyncio.to_thread(messages_of, database, reference)
        authors = [m.author for m in seen]
        if sum(a == "bot" and b == "child" for a, b in zip(authors[1:], authors, strict=False)) >= times:
            return [m.text for m in seen if m.author == "child"]
        await asyncio.sleep(0.01)


def reasons_of(database: Database, reference: str) -> list[str]:
    child = [m.id for m in messages_of(database, reference) if m.author == "child"]

    def rules(store: Store) -> list[str]:
        return [
            reason["rule"] for found in messages.screenings_of(store, child).values() for reason in found["because"]
        ]

    return database.read_now(rules)


async def test_a_screen_that_does_not_come_back_is_given_up_and_a_human_reads_it(exampleshire, stuck) -> None:
    async with at_work(ill(exampleshire, stuck)) as service, asyncio.timeout(20):
        await says(service, SLOW, STUCK)
        assert await answered(exampleshire, SLOW) == [STUCK]
    concern = concerns_of(exampleshire, SLOW)[0]
    assert (concern.level, concern.readable) == ("concern", False)
    assert reasons_of(exampleshire, SLOW) == ["timeout"]
    assert service.intake.timely.troubles()


async def test_other_children_are_answered_meanwhile(exampleshire, stuck) -> None:
    async with at_work(ill(exampleshire, stuck, child=1000)) as service, asyncio.timeout(20):
        await asyncio.gather(says(service, SLOW, STUCK), says(service, OTHER, "who is my iro"))
        assert await answered(exampleshire, OTHER) == ["who is my iro"]
        assert stuck.reached.is_set()
        assert messages_of(exampleshire, SLOW) == []
        stuck.let_go.set()
        assert await answered(exampleshire, SLOW) == [STUCK]
    assert concerns_of(exampleshire, SLOW) == []


async def test_what_the_same_child_writes_meanwhile_is_answered_after_it(exampleshire, stuck) -> None:
    async with at_work(ill(exampleshire, stuck, child=1000)) as service, asyncio.timeout(20):
        await says(service, SLOW, STUCK)
        await asyncio.to_thread(stuck.reached.wait)
        await says(service, SLOW, "and this", 2)
        await says(service, OTHER, "who is my iro")
        await answered(exampleshire, OTHER)
        stuck.let_go.set()
        assert await answered(exampleshire, SLOW, times=2) == [STUCK, "and this"]


async def test_keeping_a_message_does_not_wait_for_the_screen(exampleshire, stuck) -> None:
    async with at_work(ill(exampleshire, stuck, child=1000)) as service, asyncio.timeout(20):
        await says(service, SLOW, STUCK)
        await asyncio.to_thread(stuck.reached.wait)
        await says(service, OTHER, "keep this")
        texts = [Inbound.parse(a.payload).text for a in exampleshire.read_now(lambda s: inbox.waiting(s, TODAY))]
        assert STUCK in texts


async def test_however_many_do_not_come_back_the_next_message_is_still_judged(exampleshire) -> None:
    screens_at_work = [Stuck() for _ in range(5)]
    timely = Timely(Patience(others=0.01, child=0.05))
    jobs = [timely.start(lambda screen=screen: screen(STUCK)) for screen in screens_at_work]
    found = [await timely.outcome(job) for job in jobs]
    assert {one.because[0].rule for one in found} == {"timeout"}
    judged = timely.start(lambda: Screening(Level.urgent, 1.0, (), ()))
    assert (await timely.outcome(judged)).level is Level.urgent
    for screen in screens_at_work:
        screen.let_go.set()


async def test_a_screen_that_raises_though_it_never_should_is_a_concern_at_once(exampleshire) -> None:
    def raises(text, earlier=()):
        raise RuntimeError(text)

    service = ill(exampleshire, raises)
    async with at_work(service), asyncio.timeout(20):
        await says(service, SLOW, "i like football")
        await answered(exampleshire, SLOW)
    assert reasons_of(exampleshire, SLOW) == ["error"]
    assert service.intake.counters.failures == 0


async def test_half_a_character_harms_neither_its_sender_nor_those_beside(exampleshire) -> None:
    whole = service_on(exampleshire)
    service = ill(exampleshire, whole.intake.screen)
    half = json.loads('"i like \\ud83d football"')
    async with at_work(service), asyncio.timeout(20):
        await asyncio.gather(says(service, SLOW, half), says(service, OTHER, "who is my iro"))
        assert await answered(exampleshire, OTHER) == ["who is my iro"]
        assert await answered(exampleshire, SLOW) == ["i like \ufffd football"]
    assert not concerns_of(exampleshire, SLOW)[0].readable


UNREADABLE = {
    "one space": " ",
    "one letter": "a" * 10_000,
    "override": "\u202eab",
    "one letter with marks": "h\u0301" * 1900,
    "null": "\x00",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_what_cannot_be_judged_is_kept_as_it_is_and_reaches_a_human(exampleshire, text) -> None:
    whole = service_on(exampleshire)
    service = ill(exampleshire, whole.intake.screen, child=30)
    async with at_work(service), asyncio.timeout(20):
        await says(service, SLOW, text)
        assert await answered(exampleshire, SLOW) == [text]
    concern = concerns_of(exampleshire, SLOW)[0]
    assert (concern.level, concern.readable) == ("concern", False)


async def test_without_its_model_the_service_runs_and_says_so(exampleshire, tmp_path: Path) -> None:
    screen = screens.load(tmp_path)
    async with served_on(exampleshire, PlayedClock(TODAY), screen=screen) as served, aiohttp.ClientSession() as asking:
        async with asking.get(f"{served.url}/readyz") as answer:
            said = await answer.text()
            assert answer.status == 200, "children must still be able to write"
        async with asking.get(f"{served.url}/metrics") as answer:
            assert "my_iro_screen_whole 0" in await answer.text()
    assert trouble(screen) in said


async def test_a_whole_screen_is_ready_and_nothing_more(exampleshire) -> None:
    async with served_on(exampleshire, PlayedClock(TODAY)) as served, aiohttp.ClientSession() as asking:
        async with asking.get(f"{served.url}/readyz") as answer:
            assert await answer.text() == "ready\n"
        async with asking.get(f"{served.url}/metrics") as answer:
            assert "my_iro_screen_whole 1" in await answer.text()


def test_the_doctor_says_that_the_model_is_missing(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr("safeguarding.screen.here", lambda: tmp_path)
    finding = next(iter(checkup.of_rules()))
    assert (finding.about, finding.state) == ("screen", "wrong")
    assert "manifest.json" in finding.says

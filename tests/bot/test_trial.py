"""The doctor sends one real test by each way that is named, and none to a child."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web
from click.testing import CliRunner

from bot.channels.demo import DemoChannel
from bot.checkup import Finding
from bot.commands import main
from bot.errors import TryLater, Unreachable, Unsure
from bot.inbound import Outbound
from bot.played import TODAY
from bot.trial import send_trials
from storage import children, conversations, numbers
from storage.database import Database
from storage.store import Store
from tests.support.notify import NotifyLookAlike
from tests.support.played import SETTINGS, staff_id

OURS, A_CHILDS = "+447700900999", "+447700900222"


class Kept(DemoChannel):
    """Keeps what it was given, or says no."""

    def __init__(self, name: str, trouble: Exception | None = None) -> None:
        super().__init__(name)
        self.trouble, self.given = trouble, list[Outbound]()

    async def send(self, outbound: Outbound) -> str:
        if self.trouble is not None:
            raise self.trouble
        self.given.append(outbound)
        return "n1"


def found(database: Database, channels: dict[str, Any], **wanted: str) -> list[Finding]:
    return list(send_trials(SETTINGS, database, channels, wanted))


def test_each_way_is_tried_and_said_in_one_line(exampleshire: Database) -> None:
    sms, email = Kept("sms"), Kept("email")
    said = found(exampleshire, {"sms": sms, "email": email}, sms="07700 900 999", email="ict@exampleshire.example")
    assert [(one.about, one.state) for one in said] == [("email", "ok"), ("sms", "ok")]
    assert sms.given[0].to == OURS
    assert "test" in sms.given[0].text
    assert email.given[0].subject


def test_a_way_that_is_set_up_and_not_tried_is_named(exampleshire: Database) -> None:
    said = found(exampleshire, {"sms": Kept("sms"), "email": Kept("email")}, sms=OURS)
    assert [(one.about, one.state) for one in said] == [("email", "look"), ("sms", "ok")]


def test_a_way_that_is_not_set_up_is_wrong(exampleshire: Database) -> None:
    assert [one.state for one in found(exampleshire, {}, telegram="7001")] == ["wrong"]


@pytest.mark.parametrize("trouble", [TryLater("Notify is in trouble (500)."), Unreachable("Nobody."), Unsure("Hm.")])
def test_what_fails_is_wrong(exampleshire: Database, trouble: Exception) -> None:
    [said] = found(exampleshire, {"sms": Kept("sms", trouble)}, sms=OURS)
    assert said.state == "wrong"
    assert str(trouble) in said.says


@pytest.mark.parametrize("known_by", ["number", "address"])
def test_nothing_goes_to_a_child(exampleshire: Database, known_by: str) -> None:
    def know(store: Store) -> None:
        child = children.by_reference(store, "EXC-0038")
        assert child is not None
        if known_by == "number":
            numbers.enter(store, child.id, A_CHILDS, TODAY, by=staff_id(exampleshire, "EXS-013"))
        else:
            conversations.open_visitor(store, "sms", A_CHILDS, "middle", "en", TODAY)

    exampleshire.write_now(know)
    sms = Kept("sms")
    [said] = found(exampleshire, {"sms": sms}, sms="07700 900222")
    assert said.state == "wrong"
    assert "child" in said.says
    assert sms.given == []


@pytest.mark.parametrize(
    "wanted", [{"sms": "01632 960106"}, {"email": "nobody"}, {"telegram": "@me"}, {"push": "EXS-001"}]
)
def test_a_recipient_that_cannot_be_one_is_said(exampleshire: Database, wanted: dict[str, str]) -> None:
    way = next(iter(wanted))
    [said] = found(exampleshire, {way: Kept(way)}, **wanted)
    assert said.state == "wrong"


@pytest.fixture
def notify() -> Iterator[NotifyLookAlike]:
    """On a loop of its own: the command runs one itself."""
    there, loop = NotifyLookAlike(), asyncio.new_event_loop()
    runner = web.AppRunner(there.application())

    async def start() -> None:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        there.base_url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"  # type: ignore[union-attr]

    loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield there
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_through_notify_the_text_is_sent_and_a_refusal_is_a_wrong_exit(
    exampleshire: Database, notify: NotifyLookAlike
) -> None:
    channel = notify.channel()
    assert [one.state for one in found(exampleshire, {"sms": channel}, sms=OURS)] == ["ok"]
    assert len(notify.on_phone(OURS)) == 1
    notify.status, notify.errors = 403, [{"error": "AuthError", "message": "Invalid token"}]
    assert [one.state for one in found(exampleshire, {"sms": channel}, sms=OURS)] == ["wrong"]


@pytest.mark.usefixtures("short_demo")
def test_the_command_says_a_line_for_each_and_fails_when_one_does() -> None:
    run = CliRunner().invoke(main, ["doctor", "--demo", "--send-to", f"sms={OURS}", "--send-to", "push=EXS-001"])
    assert "sms: taken" in run.output
    assert "push: Name a member of staff" in run.output
    assert run.exit_code == 1


def test_a_way_nobody_knows_is_refused_before_anything_is_looked_at() -> None:
    run = CliRunner().invoke(main, ["doctor", "--demo", "--send-to", "pigeon=7"])
    assert run.exit_code == 2
    assert "pigeon" in run.output

"""Promise 1: what a child sends is committed before anything answers it; kill any process, nothing is missing."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.inbound import Inbound
from storage import conversations, inbox, messages
from storage.database import Database
from tests.support.played import service_on
from tests.support.writers import write_through_kills

MESSAGES, KILLS = 320, 2
"""The measurement in `tests/support/writers.py` sends thousands."""


async def test_an_arrival_is_committed_before_accept_returns(exampleshire: Database) -> None:
    service = service_on(exampleshire)
    address = exampleshire.write_now(
        lambda store: conversations.open_visitor(store, "web", "somebody", "middle", "en", service.clock())
    )
    keeping = asyncio.create_task(service.intake._keep())
    assert await service.intake.accept(Inbound("web", "a:1", address.sender, text="hello"))
    kept = exampleshire.read_now(lambda store: inbox.waiting(store, service.clock()))
    keeping.cancel()
    assert [Inbound.parse(arrival.payload).text for arrival in kept] == ["hello"]


async def test_what_a_crash_left_is_answered_at_the_next_start(exampleshire: Database) -> None:
    before = service_on(exampleshire)
    address = exampleshire.write_now(
        lambda store: conversations.open_visitor(store, "web", "somebody", "middle", "en", before.clock())
    )
    arrival = Inbound("web", "a:1", address.sender, text="hi what is this")
    exampleshire.write_now(
        lambda store: inbox.keep(store, [("web", arrival.external_id, arrival.dump())], before.clock())
    )
    after = service_on(exampleshire)
    assert await after.intake.take_up(after.clock()) == 1
    said = exampleshire.read_now(lambda store: messages.shown_at(store, address))
    assert [m.text for m in said if m.author == "child"] == ["hi what is this"]
    assert any(m.author == "bot" for m in said)


async def test_killed_without_warning_nothing_is_missing_and_nothing_doubled(
    exampleshire: Database, tmp_path: Path
) -> None:
    url = exampleshire.url.render_as_string(hide_password=False)
    exampleshire.close()
    after = await write_through_kills(url, tmp_path, messages=MESSAGES, kills=KILLS)
    assert len(after.sent) == MESSAGES
    assert (after.missing, after.doubled) == ([], [])
    assert after.stored.total() == MESSAGES
    assert after.answers[0] == 0, f"somebody was not answered: {after}"

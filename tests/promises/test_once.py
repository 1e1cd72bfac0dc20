"""Promise 2: one inbound message is acted on once, whatever the channel repeats, however many replicas there are."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa

from bot.handling import Handling
from bot.inbound import Inbound
from storage import conversations, inbox, staff_notices
from storage.database import Database
from storage.tables import inbox as inbox_table
from storage.tables import messages
from tests.support.played import DANGER, concerns_of, played_on, service_on

LINKED = "EXC-0034"


def count(database: Database, table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(*conditions)
    return database.read_now(lambda store: store.connection.execute(query).scalar_one())


async def test_a_repeated_arrival_is_kept_and_answered_once(exampleshire: Database) -> None:
    service = service_on(exampleshire)
    address = exampleshire.write_now(
        lambda store: conversations.open_visitor(store, "web", "somebody", "middle", "en", service.clock())
    )
    inbound = Inbound("web", "a:1", address.sender, text="hi")
    await service.intake.start()
    kept = await asyncio.gather(*(service.intake.accept(inbound) for _ in range(20)))
    await service.intake.take_up(service.clock())
    await service.intake.stop()
    assert sorted(kept) == [False] * 19 + [True]
    assert count(exampleshire, inbox_table) == 1
    assert count(exampleshire, messages, messages.c.author == "child") == 1


async def test_two_replicas_do_not_answer_the_same_arrival_twice(exampleshire: Database) -> None:
    first, second = service_on(exampleshire), service_on(exampleshire)
    address = exampleshire.write_now(
        lambda store: conversations.open_visitor(store, "web", "somebody", "middle", "en", first.clock())
    )
    inbounds = [Inbound("web", f"a:{number}", address.sender, text="hi") for number in range(10)]
    exampleshire.write_now(
        lambda store: inbox.keep(store, [("web", i.external_id, i.dump()) for i in inbounds], first.clock())
    )
    await asyncio.gather(first.intake.take_up(first.clock()), second.intake.take_up(second.clock()))
    await first.intake.take_up(first.clock())
    assert count(exampleshire, messages, messages.c.author == "child") == 10
    assert count(exampleshire, inbox_table, inbox_table.c.state == "new") == 0


def test_an_arrival_already_answered_changes_nothing_when_it_comes_up_again(exampleshire: Database) -> None:
    service = service_on(exampleshire)
    inbound = Inbound("telegram", "update-7", "4711", text="hi")
    arrival = exampleshire.write_now(
        lambda store: inbox.keep(store, [("telegram", "update-7", inbound.dump())], service.clock())
    )[0]
    for _ in range(2):
        exampleshire.write_now(
            lambda store: service.exchange.handle(store, [Handling(arrival, inbound)], service.clock())
        )
    assert count(exampleshire, messages, messages.c.author == "child") == 1


def test_one_incident_one_notice_a_step(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say(DANGER)
    played.say(DANGER)
    notices = exampleshire.read_now(staff_notices.latest)
    assert len({notice.recipient_id for notice in notices}) == len(notices) == 1
    assert len(concerns_of(exampleshire, LINKED)) == 1


def test_ten_replicas_climb_the_ladder_once(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say(DANGER)
    played.clock.forward(concerns_of(exampleshire, LINKED)[0].next_step_at - played.clock.now)
    replicas = [service_on(exampleshire, played.clock) for _ in range(10)]
    for replica in replicas:
        exampleshire.write_now(lambda store, r=replica: r.schedule.climb_now(store, played.clock.now))
    assert concerns_of(exampleshire, LINKED)[0].step == 2
    told = [m for m in played.wait(played.clock.now - played.clock.now) if m.flow == "nobody_yet"]
    assert len(told) == 1

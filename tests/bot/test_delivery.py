"""Whatever a channel does, each thing arrives in order, is tried again, or stays visible as failed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from bot.channels.demo import DemoChannel
from bot.clock import PlayedClock
from bot.delivery import LEASE_SECONDS, Delivery
from bot.errors import OurFault, TryLater, Unreachable, Unsure
from bot.hub import Hub
from bot.inbound import Outbound
from storage import conversations, outbox, staff_notices
from storage.conversations import Address
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Draft, Parcel
from storage.store import Store
from storage.tables import outbox as table
from tests.support.prepared import NOW

ANA, BEN = UUID(int=1), UUID(int=2)
Trouble = Exception | Callable[[], Any]


@dataclass
class Recorder(DemoChannel):
    """A channel that does what the test says: `troubles` are raised (or awaited) one after another, `only` on
    the text given there."""

    name: str = "telegram"
    only: str = ""
    troubles: list[Trouble] = field(default_factory=list)
    sent: list[Outbound] = field(default_factory=list)
    awaited: dict[str, asyncio.Event] = field(default_factory=dict)
    tried: int = 0

    def __post_init__(self) -> None:
        super().__init__(self.name)

    async def send(self, outbound: Outbound) -> str:
        self.tried += 1
        if self.troubles and self.only in ("", outbound.text):
            trouble = self.troubles.pop(0)
            if isinstance(trouble, Exception):
                raise trouble
            await trouble()
        self.sent.append(outbound)
        self.awaited.pop(outbound.text, asyncio.Event()).set()
        return f"n{len(self.sent)}"

    @property
    def texts(self) -> list[str]:
        return [outbound.text for outbound in self.sent]


class Bench:
    """A delivery over one recorded channel, on a clock that stands still."""

    def __init__(self, database: Database, *troubles: Trouble, **channels: Recorder) -> None:
        self.database, self.clock, self.hub = database, PlayedClock(NOW), Hub()
        self.telegram = Recorder(troubles=list(troubles))
        self.lost: list[Address] = []
        self.failures: list[tuple[str, str]] = []
        self.channels = {"telegram": self.telegram, **channels}
        self.delivery = self.another()

    def another(self) -> Delivery:
        """A process beside the first one, or after it."""
        return Delivery(self.database, self.channels, self.hub, self.clock, self._unreachable, self._failed, Random(7))

    def _unreachable(self, store: Store, address: Address, now: datetime) -> None:
        self.lost.append(address)

    def _failed(self, store: Store, parcel: Parcel, trouble: str, now: datetime) -> None:
        self.failures.append((parcel.payload["text"], trouble))

    def put(self, *texts: str, to: UUID = ANA, lane: str = "chat", channel: str = "telegram", **payload: Any) -> None:
        def work(store: Store) -> None:
            key_id = store.authority_key("staff")
            drafts = [
                Draft(lane, channel, to, key_id, {"to": "7", "text": text, **payload}, f"{to}:{text}") for text in texts
            ]
            outbox.put_many(store, self.clock(), drafts)

        self.database.write_now(work)

    async def drain(self, after: float = 0) -> None:
        self.clock.forward(timedelta(seconds=after))
        await self.delivery.drain()

    def row(self, text: str) -> dict[str, Any]:
        query = sa.select(table).where(table.c.once.like(f"%:{text}"))
        [row] = self.database.read_now(lambda store: store.rows(query))
        return dict(row)

    def state(self, text: str) -> tuple[str, str]:
        row = self.row(text)
        return row["state"], row["trouble"]


async def test_each_recipient_gets_everything_in_order(database: Database) -> None:
    bench = Bench(database)
    bench.put("a1", "a2", "a3")
    bench.put("b1", "b2", to=BEN)
    await bench.drain()
    assert [text for text in bench.telegram.texts if text.startswith("a")] == ["a1", "a2", "a3"]
    assert [text for text in bench.telegram.texts if text.startswith("b")] == ["b1", "b2"]
    assert bench.delivery.counters.sent == 5
    row = bench.row("a1")
    assert (row["state"], row["external_id"][0], row["sent_at"]) == ("sent", "n", NOW)


async def test_nothing_is_sent_twice_by_two_deliveries(database: Database) -> None:
    bench = Bench(database)
    for number in range(40):
        bench.put(f"t{number}", to=UUID(int=number % 10))
    await asyncio.gather(bench.delivery.drain(), bench.another().drain())
    await bench.drain()
    assert sorted(bench.telegram.texts) == sorted(f"t{number}" for number in range(40))


async def test_a_slow_recipient_holds_up_nobody_else(database: Database) -> None:
    gate, last = asyncio.Event(), asyncio.Event()
    bench = Bench(database, gate.wait)
    bench.telegram.only, bench.telegram.awaited["b3"] = "slow", last
    bench.put("slow")
    bench.put("b1", "b2", "b3", to=BEN)
    draining = asyncio.create_task(bench.drain())
    async with asyncio.timeout(20):
        await last.wait()
    assert bench.telegram.texts == ["b1", "b2", "b3"]
    gate.set()
    await draining
    assert bench.telegram.texts[-1] == "slow"


async def test_a_flood_limit_is_honoured_for_the_whole_channel(database: Database) -> None:
    bench = Bench(database, TryLater("flood", 30))
    bench.put("one")
    await bench.drain()
    bench.put("for ben", to=BEN)
    await bench.drain(after=29)
    assert (bench.telegram.tried, bench.telegram.texts) == (1, []), "something went out before its time"
    await bench.drain(after=1)
    assert sorted(bench.telegram.texts) == ["for ben", "one"]
    assert bench.row("for ben")["attempts"] == 1, "waiting for the channel counted as a try"
    assert bench.delivery.counters.retried == 1


async def test_trouble_is_tried_again_ever_more_slowly(database: Database) -> None:
    bench = Bench(database, *[TryLater("down") for _ in range(6)])
    bench.put("one", "two")
    gaps = []
    await bench.drain()
    while (row := bench.row("one"))["state"] == "waiting":
        gaps.append((row["due_at"] - bench.clock()).total_seconds())
        assert bench.telegram.texts == [], "the second went out before the first"
        await bench.drain(after=gaps[-1])
    assert bench.telegram.texts == ["one", "two"]
    assert gaps == sorted(gaps)
    assert len(gaps) == 6
    assert gaps[-1] > 16 * gaps[0]


async def test_a_child_who_cannot_be_reached_is_marked_and_somebody_is_told_once(database: Database) -> None:
    address = database.write_now(
        lambda store: conversations.open_visitor(store, "telegram", "7001", "older", "en", NOW)
    )
    bench = Bench(database, Unreachable("blocked"), Unreachable("blocked"))
    bench.put("one", "two", to=address.id)
    await bench.drain()
    bench.put("three", to=address.id)
    await bench.drain()
    assert [lost.id for lost in bench.lost] == [address.id]
    assert database.read_now(lambda store: conversations.address(store, address.id)).state == "unreachable"
    assert bench.state("one") == ("failed", "unreachable")
    assert bench.state("two") == ("dropped", "unreachable")
    assert bench.telegram.texts == []


async def test_telling_that_a_child_is_lost_and_marking_it_are_one_transaction(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    address = database.write_now(
        lambda store: conversations.open_visitor(store, "telegram", "7001", "older", "en", NOW)
    )
    bench = Bench(database, Unreachable("blocked"))
    bench.telegram.only = "one"

    def broken(store: Store, address: Address, now: datetime) -> None:
        raise RuntimeError("a fault")

    delivery = Delivery(database, bench.channels, bench.hub, bench.clock, broken)
    bench.put("one", to=address.id)
    bench.put("for ben", to=BEN)
    with caplog.at_level(logging.ERROR):
        await delivery.drain()
    assert "could not be written: RuntimeError" in caplog.text
    assert bench.state("for ben")[0] == "sent", "one fault kept the rest from being written"
    assert database.read_now(lambda store: conversations.address(store, address.id)).state == "ok"
    bench.telegram.troubles.append(Unreachable("blocked"))
    await bench.drain(after=LEASE_SECONDS + 1)
    assert [lost.id for lost in bench.lost] == [address.id], "after the fault nobody was told"


async def test_a_message_that_is_our_own_fault_fails_at_once_and_visibly(database: Database) -> None:
    bench = Bench(database, OurFault("too many buttons"))
    bench.put("one", "two")
    await bench.drain()
    assert bench.state("one") == ("failed", "our_fault")
    assert bench.telegram.texts == ["two"]
    assert bench.failures == [("one", "our_fault")]


async def test_a_fault_in_a_channel_is_tried_again_and_then_fails_without_its_words_in_the_log(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    bench = Bench(database, *[KeyError("my stepdad") for _ in range(4)])
    bench.put("one")
    for _ in range(5):
        await bench.drain(after=60)
    assert bench.state("one") == ("failed", "error:KeyError")
    assert "KeyError failed in sending over telegram" in caplog.text
    assert "stepdad" not in caplog.text


async def test_a_notice_that_fails_goes_over_the_next_channel_once(database: Database) -> None:
    email, sms = Recorder("email", troubles=[OurFault("refused")]), Recorder("sms")
    bench = Bench(database, email=email, sms=sms)
    bench.put("look now", lane="concern", channel="email", otherwise=[{"channel": "sms", "to": "0770", "text": "look"}])
    await bench.drain()
    await bench.drain(after=999)
    assert [(sent.to, sent.text) for sent in sms.sent] == [("0770", "look")]
    assert bench.state("look now") == ("failed", "our_fault")
    states = {(notice.channel, notice.state) for notice in database.read_now(staff_notices.latest)}
    assert states == {("email", "failed"), ("sms", "sent")}
    assert bench.delivery.counters.moved_on == 1


async def test_a_concern_does_not_wait_long_for_a_channel_that_is_down(database: Database) -> None:
    email, sms = Recorder("email", troubles=[TryLater("down") for _ in range(99)]), Recorder("sms")
    bench = Bench(database, email=email, sms=sms)
    bench.put("look now", lane="concern", channel="email", otherwise=[{"channel": "sms", "to": "0", "text": "look"}])
    for _ in range(30):
        await bench.drain(after=1)
    assert sms.texts == ["look"]


async def test_a_concern_without_another_channel_is_never_given_up(database: Database) -> None:
    bench = Bench(database, *[TryLater("down") for _ in range(20)])
    bench.put("look now", lane="concern")
    for _ in range(25):
        await bench.drain(after=86400)
    assert bench.telegram.texts == ["look now"]


async def test_what_is_not_urgent_is_given_up_in_the_end_and_stays_visible(database: Database) -> None:
    bench = Bench(database, *[TryLater("down") for _ in range(20)])
    bench.put("one")
    for _ in range(5):
        await bench.drain(after=86400)
    assert bench.state("one") == ("failed", "gave_up")
    assert bench.failures == [("one", "gave_up")]


async def test_a_notice_for_a_channel_that_is_not_there_fails_visibly(database: Database) -> None:
    bench = Bench(database)
    bench.put("text", lane="notice", channel="pigeon")
    await bench.drain()
    assert bench.state("text") == ("failed", "no_channel")


async def test_a_repeat_after_no_answer_is_allowed_and_counted(database: Database) -> None:
    bench = Bench(database, Unsure("no answer"))
    bench.put("one")
    await bench.drain()
    await bench.drain(after=5)
    assert bench.telegram.texts == ["one"]
    assert (bench.delivery.counters.sent, bench.delivery.counters.repeated) == (1, 1)


async def test_what_a_process_that_died_had_leased_is_sent_by_the_next(database: Database) -> None:
    bench = Bench(database)
    bench.put("one", "two")
    database.write_now(lambda store: outbox.lease(store, bench.clock(), 10, LEASE_SECONDS))
    await bench.drain()
    assert bench.telegram.texts == []
    await bench.drain(after=LEASE_SECONDS + 1)
    assert bench.telegram.texts == ["one", "two"]
    assert bench.delivery.counters.repeated == 1


async def test_a_concern_goes_after_what_goes_at_the_same_time_and_before_what_is_stuck(database: Database) -> None:
    bench = Bench(database)
    bench.put("hello")
    bench.put("help now", lane="concern")
    await bench.drain()
    assert bench.telegram.texts == ["hello", "help now"]
    bench.telegram.troubles.append(TryLater("down"))
    bench.put("hello again")
    await bench.drain()
    bench.put("help again", lane="concern")
    await bench.drain()
    assert bench.telegram.texts == ["hello", "help now", "help again"]


async def test_outcomes_are_kept_until_they_can_be_written(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database goes away after the send: the parcel is not sent again when it is back."""
    bench = Bench(database)
    bench.put("one")

    async def away(work: Any) -> None:
        raise StorageError("The database did not answer.")

    async def send_and_lose() -> None:
        monkeypatch.setattr(database, "write", away)

    bench.telegram.troubles.append(send_and_lose)
    with pytest.raises(StorageError):
        await bench.drain()
    monkeypatch.undo()
    await bench.drain(after=LEASE_SECONDS + 1)
    assert bench.telegram.texts == ["one"]
    assert bench.state("one")[0] == "sent"


async def test_it_runs_on_a_wake_and_stops_with_everything_written(database: Database) -> None:
    bench = Bench(database)
    arrived = bench.telegram.awaited["one"] = asyncio.Event()
    running = asyncio.create_task(bench.delivery.run())
    bench.put("one")
    bench.hub.wake(["outbox"])
    async with asyncio.timeout(20):
        await arrived.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await bench.delivery.stop()
    assert bench.state("one")[0] == "sent"


async def test_the_demonstration_shows_what_would_have_gone(database: Database) -> None:
    bench = Bench(database)
    bench.channels["email"] = DemoChannel("email")  # type: ignore[assignment]
    bench.put("digest", lane="notice", channel="email", subject="Something waits")
    await bench.drain()
    [notice] = database.read_now(staff_notices.latest)
    assert (notice.subject, notice.text, notice.state) == ("Something waits", "digest", "sent")

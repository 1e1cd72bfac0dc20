"""A child's browser is told that something is new: once, without words, at a good hour, and only where they asked."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from bot.channels.demo import DemoChannel
from bot.clock import PlayedClock
from bot.delivery import Delivery
from bot.hub import Hub
from bot.inbound import Inbound, Outbound
from bot.played import TODAY, Played
from bot.unreachable import tell_failed, tell_unreachable
from storage import conversations, doorbells, outbox, push_subscriptions, staff_notices
from storage.conversations import Address
from storage.database import Database
from storage.outbox import Parcel
from storage.push_subscriptions import Holder
from storage.store import Store
from tests.support.once import the_library
from tests.support.played import DANGER, SETTINGS, played_on, staff_id
from tests.support.push import channel, push_on_loopback

LINKED, BETH, RAFIQ = "EXC-0034", "EXS-001", "EXS-012"
BROWSER = {"endpoint": "https://fcm.googleapis.com/fcm/send/child", "keys": {"p256dh": "B" * 87, "auth": "a" * 22}}
NIGHT = timedelta(hours=14)


class Here:
    """A child whose browser is to be told, and the clock."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.played: Played = played_on(database, LINKED)
        self.played.say("hello")
        self.service, self.clock = self.played.service, self.played.clock
        assert isinstance(self.clock, PlayedClock)
        self.where = self.address().conversation_id

    def address(self) -> Address:
        found = self.database.read_now(lambda store: conversations.address_of(store, "web", f"{LINKED}-web"))
        assert found is not None
        return found

    def wants_to_be_told(self, browser: dict[str, Any] = BROWSER, at: Address | None = None) -> None:
        address = at or self.address()

        def work(store: Store) -> None:
            push_subscriptions.keep(store, Holder(address=address), browser, self.clock.now)
            doorbells.hang(store, address.id, self.clock.now)

        self.database.write_now(work)

    def has(self, channel: str, sender: str) -> Address:
        """The child has also shown who they are there."""
        key, now = self.address().key_id, self.clock.now
        return self.database.write_now(
            lambda store: conversations.add_address(store, self.where, key, channel, sender, "full", now)
        )

    def writes(self, author: str = "iro", who: str = BETH, text: str = "Jay is coming on Sunday.") -> None:
        by, now = staff_id(self.database, who), self.clock.now
        self.database.write_now(lambda store: self.service.speaker.say(store, self.where, by, author, text, now))

    async def rings(self) -> list[Parcel]:
        """What goes to the browser now."""
        await self.service.schedule.ring()
        leased = self.database.write_now(lambda store: outbox.lease(store, self.clock.now, 50, 60))
        self.database.write_now(lambda store: outbox.sent(store, self.clock.now, {one.id: "x" for one in leased}))
        return [one for one in leased if one.channel == "push"]


@pytest.fixture
def here(exampleshire: Database) -> Here:
    return Here(exampleshire)


async def test_what_a_person_writes_rings_once_and_says_nothing(here: Here) -> None:
    here.wants_to_be_told()
    here.writes()
    here.writes(text="And so is Ari.")
    assert await here.rings() == []  # a page that lost its line comes back by itself
    here.clock.forward(timedelta(seconds=20))
    [rung] = await here.rings()
    assert rung.payload["text"] == "message"
    assert "Jay" not in str(rung)
    here.clock.forward(timedelta(hours=1))
    assert await here.rings() == []


async def test_nobody_is_told_who_did_not_ask(here: Here) -> None:
    here.writes()
    here.clock.forward(timedelta(minutes=5))
    assert await here.rings() == []


async def test_an_answer_to_what_the_child_wrote_just_now_rings_nothing(here: Here) -> None:
    here.wants_to_be_told()
    here.played.say("what is an iro")
    here.clock.forward(timedelta(minutes=5))
    assert await here.rings() == []


async def test_not_while_the_page_is_on_the_screen(here: Here) -> None:
    here.wants_to_be_told()
    address, now = here.address(), here.clock.now
    here.writes()
    here.database.write_now(lambda store: doorbells.looking(store, address.id, now + timedelta(minutes=1)))
    here.clock.forward(timedelta(minutes=5))
    assert await here.rings() == []


async def test_not_again_within_minutes(here: Here) -> None:
    here.wants_to_be_told()
    here.writes()
    here.clock.forward(timedelta(seconds=20))
    assert len(await here.rings()) == 1
    here.writes(text="One more thing.")
    here.clock.forward(timedelta(minutes=1))
    assert await here.rings() == []
    here.clock.forward(timedelta(minutes=15))
    assert len(await here.rings()) == 1


async def test_at_night_it_waits_for_the_morning_but_an_officer_does_not(here: Here) -> None:
    here.wants_to_be_told()
    here.clock.forward(NIGHT)
    here.writes()
    here.clock.forward(timedelta(minutes=1))
    assert await here.rings() == []
    here.played.say(DANGER)
    here.writes("duty", RAFIQ, "I am Rafiq. I am here.")
    here.clock.forward(timedelta(minutes=1))
    [rung] = await here.rings()
    assert "Rafiq" not in str(rung.payload)
    here.writes(text="Good morning.")
    here.clock.forward(timedelta(hours=12))
    assert len(await here.rings()) == 1


async def test_a_child_who_said_not_to_write_here_is_not_told_here(here: Here) -> None:
    here.wants_to_be_told()

    def work(store: Store) -> None:
        conversation = conversations.lock(store, [here.where])[here.where]
        conversation.safe_to_write = "no"
        conversations.save(store, [conversation])

    here.database.write_now(work)
    here.writes("duty", RAFIQ)
    here.clock.forward(timedelta(minutes=5))
    assert await here.rings() == []


class Phone:
    """Takes texts."""

    def __init__(self) -> None:
        self.capabilities = DemoChannel("sms").capabilities
        self.texts: list[tuple[str, str]] = []

    def arrivals(self, payload: str) -> list[Inbound]:
        return []

    async def send(self, outbound: Outbound) -> str:
        self.texts.append((outbound.to, outbound.text))
        return "1"


async def rings_for(here: Here, phone: Phone) -> None:
    """What is due goes out, over a push service that answers."""
    words = the_library().words
    channels = {"push": channel(), "sms": phone}
    delivery = Delivery(
        here.database, channels, Hub(), here.clock, partial(tell_unreachable, SETTINGS),
        partial(tell_failed, SETTINGS, words),
    )  # fmt: skip
    here.clock.forward(timedelta(seconds=20))
    await here.service.schedule.ring()
    await delivery.drain()


@pytest.mark.parametrize("status", [404, 410])
async def test_a_browser_that_is_gone_is_forgotten_and_the_next_place_says_at_once_that_something_is_new(
    here: Here, status: int
) -> None:
    phone = Phone()
    async with push_on_loopback() as (service, browser):
        here.wants_to_be_told(json.loads(browser.subscription))
        here.has("sms", "+447700900222")
        service.status = status
        here.writes()
        await rings_for(here, phone)
        assert phone.texts == [("+447700900222", "My page: You have a new message. Open your page to see it.")]
        address = here.address()
        assert address.state == "ok", "the page itself is not lost"
        assert here.database.read_now(lambda store: push_subscriptions.of(store, Holder(address=address))) == []
        assert here.database.read_now(staff_notices.latest) == [], "no notice to staff"
        here.clock.forward(timedelta(hours=1))
        here.writes(text="One more thing.")
        await rings_for(here, phone)
        assert (len(service.got), len(phone.texts)) == (1, 2), "no browser is tried again"


async def test_where_another_browser_still_rings_nothing_else_is_sent(here: Here) -> None:
    phone = Phone()
    async with push_on_loopback() as (service, browser), push_on_loopback() as (_, other):
        here.wants_to_be_told(json.loads(browser.subscription))
        here.has("sms", "+447700900222")
        here.wants_to_be_told(json.loads(other.subscription), here.has("web", "another browser"))
        service.status = 410
        here.writes()
        await rings_for(here, phone)
        assert phone.texts == []


def test_the_day_of_these_tests_is_by_day() -> None:
    assert 8 <= TODAY.hour < 12

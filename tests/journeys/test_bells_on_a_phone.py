"""A child asks their phone to tell them, their IRO writes, it rings without a word of it, and a tap opens the chat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from bot.clock import PlayedClock
from bot.played import TODAY
from storage import push_subscriptions
from storage.conversations import addresses_at
from storage.database import Database
from storage.push_subscriptions import Holder
from storage.store import Store
from tests.support.played import conversation_of, staff_id
from tests.support.push import SERVICES, Browser, PushService, channel, push_on_loopback
from tests.support.served import ChildAtPage, Served, served_on

FIN, BETH = "EXC-0038", "EXS-006"
ASKED = """(subscription) => {
  Notification.requestPermission = async () => "granted";
  PushManager.prototype.getSubscription = async () => null;
  PushManager.prototype.subscribe = async (options) => {
    if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new Error("no push key");
    return { toJSON: () => JSON.parse(subscription) };
  };
}"""
"""What Google's server does for a real browser: it hands out where this one is reached."""
SHOWN = """async () => {
  for (;;) {
    const found = await self.registration.getNotifications();
    if (found.length) return found.map(({ title, body, tag, data }) => ({ title, body, tag, data }));
    await new Promise((again) => setTimeout(again, 20));
  }
}"""
TAPPED = """async () => {
  const opened = [];
  self.clients.openWindow = async (path) => opened.push(path);
  const [notification] = await self.registration.getNotifications();
  const tap = new NotificationEvent("notificationclick", { notification });
  const done = [];
  tap.waitUntil = (work) => done.push(work);
  self.dispatchEvent(tap);
  await Promise.all(done);
  return { opened, left: (await self.registration.getNotifications()).length };
}"""


@pytest.fixture
async def pushed() -> AsyncIterator[tuple[PushService, Browser]]:
    async with push_on_loopback() as both:
        yield both


@pytest.fixture
async def served(exampleshire: Database) -> AsyncIterator[Served]:
    channels = {"push": channel()}
    async with served_on(exampleshire, PlayedClock(TODAY), channels, push_services=SERVICES) as running:
        yield running


async def beth_writes(served: Served, *texts: str) -> None:
    """And what is due rings."""
    where, beth = conversation_of(served.database, FIN).id, staff_id(served.database, BETH)

    def write(store: Store) -> None:
        for text in texts:
            served.service.speaker.say(store, where, beth, "iro", text, served.clock.now)

    served.clock.now += timedelta(minutes=20)
    await served.database.write(write)
    served.clock.now += timedelta(minutes=1)
    await served.service.schedule.ring()
    await served.settled()


async def arrives(phone: Page, url: str, word: str) -> None:
    """The phone's own worker is given what the push service passes on."""
    session, known = await phone.context.new_cdp_session(phone), asyncio.Queue[str]()
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: [known.put_nowait(one["registrationId"]) for one in told["registrations"]],
    )
    await session.send("ServiceWorker.enable")
    async with asyncio.timeout(15):
        given = {"origin": url, "registrationId": await known.get(), "data": word}
    await session.send("ServiceWorker.deliverPushMessage", given)


def told_at(served: Served) -> list[str]:
    """The browsers that are told of what is new for Fin."""
    where = conversation_of(served.database, FIN).id

    def find(store: Store) -> list[str]:
        known = addresses_at(store, where)
        return [browser for one in known for _, browser in push_subscriptions.of(store, Holder(address=one))]

    return served.database.read_now(find)


async def test_the_phone_rings_once_says_nothing_and_a_tap_opens_the_chat(
    chat: ChildAtPage, served: Served, pushed: tuple[PushService, Browser]
) -> None:
    service, browser = pushed
    phone = chat.page
    await phone.context.grant_permissions(["notifications"], origin=served.url)
    await phone.add_init_script(f"({ASKED})({browser.subscription!r})")
    await chat.joins("OTTER-42", "4 april", "Fin")
    await phone.click("[data-opens=device]")
    await phone.get_by_role("button", name="Tell me when there is something new").tap()
    await expect(phone.locator("#device-said")).to_have_text("OK. This device will tell you.")
    await expect(phone.locator("#bell")).to_have_text("Stop telling me")

    await phone.goto("about:blank")
    await beth_writes(served, *(f"Line {number} about the dog" for number in range(10)))
    [(headers, body)] = service.got
    assert browser.open(body) == "message"
    assert headers["topic"]
    for never in (b"dog", b"Beth", b"Fin", b"Exampleshire"):
        assert never not in body + str(headers).encode()

    await arrives(phone, served.url, "message")
    [worker] = phone.context.service_workers
    assert await worker.evaluate(SHOWN) == [
        {"title": "My page", "body": "You have a new message", "tag": "new", "data": None}
    ]
    assert await worker.evaluate(TAPPED) == {"opened": ["/"], "left": 0}
    await phone.goto(served.url)
    await chat.hears("Line 9 about the dog", author="iro")

    await phone.click("[data-opens=device]")
    await phone.get_by_role("button", name="Stop telling me").tap()
    await expect(phone.locator("#device-said")).to_have_text("OK. This device will not tell you.")
    await phone.goto("about:blank")
    await beth_writes(served, "Are you there?")
    assert len(service.got) == 1

    await phone.goto(served.url)
    await chat.hears("Are you there?", author="iro")
    await phone.click("[data-opens=device]")
    await phone.get_by_role("button", name="Tell me when there is something new").tap()
    await expect(phone.locator("#bell")).to_have_text("Stop telling me")
    assert told_at(served) == [browser.subscription]
    await phone.locator("#device summary", has_text="Forget this device").tap()
    await phone.locator("#forget").tap()
    await expect(phone.get_by_role("heading", name="This device has been forgotten")).to_be_visible()
    assert told_at(served) == []
    await beth_writes(served, "One more thing.")
    assert len(service.got) == 1

"""The private view: Gee, 16, opens the web chat inside Telegram for what should not pass through Telegram."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from urllib.parse import quote, urlencode
from uuid import UUID

import aiohttp
import pytest
from playwright.async_api import Page, expect
from pydantic import SecretStr

from bot.channels.telegram import TelegramChannel
from bot.chat.in_telegram import sign
from bot.clock import PlayedClock
from bot.played import TODAY
from storage import conversations, files, messages
from storage.database import Database
from storage.files import Upload
from storage.store import Store
from tests.journeys.test_through_telegram import GEE, SIAN, Talk
from tests.support.played import conversation_of, messages_of, staff_id
from tests.support.recorded import PDF, WEBM, picture
from tests.support.served import Served, served_on, until
from tests.support.telegram import TOKEN, TelegramEmulator, telegram_on_loopback

CHAT = 7001
LABEL = "🔒 Open privately"


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with telegram_on_loopback() as emulator:
        yield emulator


@pytest.fixture
async def service(exampleshire: Database, telegram: TelegramEmulator) -> AsyncIterator[Served]:
    channel = TelegramChannel(TOKEN, telegram.base_url, overall_rate=1000)
    settings = {
        "telegram": "webhook", "telegram_secret": SecretStr("a-secret-of-this-test"),
        "telegram_token": SecretStr(TOKEN), "telegram_base_url": telegram.base_url,
    }  # fmt: skip
    async with served_on(exampleshire, PlayedClock(TODAY), {"telegram": channel}, **settings) as running:
        await until(lambda: telegram.number_of_calls("setWebhook"))
        yield running
    await channel.close()


@pytest.fixture
async def gee(service: Served, telegram: TelegramEmulator) -> Talk:
    talk = Talk(service, telegram, CHAT)
    await talk.join("badger63", "8 january")
    await talk.tap("Gee")
    await talk.tap("Only me")
    return talk


def signed(service: Served, chat: int = CHAT, ago: timedelta = timedelta(), token: str = TOKEN) -> str:
    at = service.clock.now - ago
    fields = {"auth_date": str(int(at.timestamp())), "user": json.dumps({"id": chat, "first_name": "G"})}
    return urlencode({**fields, "hash": sign(fields, token)})


async def opened(service: Served, data: str) -> tuple[int, dict[str, str]]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{service.url}/telegram/app/session", json={"data": data}) as answer,
    ):
        assert "Set-Cookie" not in answer.headers
        return answer.status, await answer.json()


async def shown(service: Served, token: str) -> tuple[int, str]:
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{service.url}/chat/messages?after=0", headers=headers) as answer,
    ):
        return answer.status, await answer.text()


async def test_it_is_offered_beside_her_wishes_and_not_beside_the_menu(gee: Talk, telegram: TelegramEmulator) -> None:
    assert LABEL not in gee.last.labels, "the menu"
    await gee.say("i want to say what i think")
    assert LABEL in gee.last.labels
    [button] = [one for one in gee.last.buttons if one["text"] == LABEL]
    assert button["web_app"]["url"].endswith("/telegram/app")


async def test_what_telegram_signed_opens_her_own_conversation_once(gee: Talk, service: Served) -> None:
    data = signed(service)
    status, answer = await opened(service, data)
    assert status == 200
    status, page = await shown(service, answer["token"])
    assert (status, "What would you like to do?" in page) == (200, True)
    assert (await opened(service, data))[0] == 403, "the same opening again"


@pytest.mark.parametrize("case", ["tampered", "stale", "another bot", "nobody's chat", "empty"])
async def test_nothing_else_opens_it(gee: Talk, service: Served, case: str) -> None:
    data = {
        "tampered": signed(service).replace("7001", "7002"),
        "stale": signed(service, ago=timedelta(minutes=6)),
        "another bot": signed(service, token="8:other"),
        "nobody's chat": signed(service, chat=7999),
        "empty": "",
    }[case]
    status, answer = await opened(service, data)
    assert (status, "token" in answer) == (403, False)


async def test_whoever_has_not_proved_who_they_are_gets_no_view(service: Served, telegram: TelegramEmulator) -> None:
    talk = Talk(service, telegram, CHAT)
    said = await talk.join("otter42", "4 april")  # Fin, who is 12
    assert service.url in said
    assert LABEL not in str([one.labels for one in telegram.in_chat(CHAT)])
    assert (await opened(service, signed(service)))[0] == 403


async def test_it_closes_by_itself_after_an_hour(gee: Talk, service: Served) -> None:
    _, answer = await opened(service, signed(service))
    service.clock.forward(timedelta(minutes=61))
    assert (await shown(service, answer["token"]))[0] == 401
    assert (await shown(service, answer["token"].replace("view.", "view.9")))[0] == 401


async def test_the_page_may_stand_inside_telegrams_own_and_no_other_page_inside_any(service: Served) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{service.url}/telegram/app") as answer:
            assert "frame-ancestors https://web.telegram.org" in answer.headers["Content-Security-Policy"]
            assert "X-Frame-Options" not in answer.headers
            assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
            assert "telegram.org/" not in await answer.text(), "none of Telegram's own script"
        async with session.get(service.url) as answer:
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Frame-Options"] == "DENY"


async def test_what_she_writes_there_never_passes_through_telegram_and_her_iro_still_reaches_her_in_telegram(
    gee: Talk, service: Served, telegram: TelegramEmulator, phone: Page
) -> None:
    before = len(telegram.in_chat(CHAT))
    await phone.goto(f"{service.url}/telegram/app#tgWebAppData={quote(signed(service))}&tgWebAppVersion=8.0")
    await expect(phone.get_by_text("What would you like to do?").last).to_be_visible()
    assert "#" not in phone.url, "what Telegram signed does not stay in the address"
    await phone.get_by_label("Write a message").fill("i want to see ben more")
    await phone.get_by_role("button", name="Send").click()
    await expect(phone.get_by_text("pass it to").last).to_be_visible()
    assert len(telegram.in_chat(CHAT)) == before
    assert await phone.context.cookies() == []
    kept = messages_of(service.database, GEE)[-1]
    assert kept.channel == "web"

    await phone.click("#record")
    await expect(phone.locator("[data-voice=time]")).to_contain_text("0:01")
    await phone.click("[data-voice=stop]")
    await phone.click("[data-voice=send]")
    await expect(phone.get_by_text("I can't listen").last).to_be_visible()
    await phone.goto("about:blank")
    data = signed(service, ago=timedelta(seconds=1))
    await phone.goto(f"{service.url}/telegram/app#tgWebAppData={quote(data)}&tgWebAppVersion=8.0")
    note = phone.locator(".message.child .play")
    async with phone.expect_response(lambda answer: "/chat/files/" in answer.url) as fetched:
        await note.click()
    assert (await fetched.value).status == 200, "with the token of the view, and no cookie"
    await expect(note).to_have_attribute("aria-pressed", "false")
    await expect(note).to_contain_text("Voice note, 0:0")
    assert len(telegram.in_chat(CHAT)) == before

    where, sian = conversation_of(service.database, GEE).id, staff_id(service.database, SIAN)

    def reply(store: Store) -> None:
        service.service.speaker.say(store, where, sian, "iro", "Yes, we can plan that.", service.clock.now)

    await service.database.write(reply)
    service.service.hub.wake(["outbox"])
    assert "Yes, we can plan that." in await gee.heard()
    states = {one.state for one in service.database.read_now(lambda store: conversations.addresses_at(store, where))}
    assert states == {"ok", "view"}


def writes_with(service: Served, files_beside: Sequence[Upload]) -> tuple[UUID, list[UUID]]:
    """Siân writes to Gee with these beside her words."""
    where, sian, now = conversation_of(service.database, GEE).id, staff_id(service.database, SIAN), service.clock.now

    def work(store: Store) -> tuple[UUID, list[UUID]]:
        message = service.service.speaker.say(store, where, sian, "iro", "This is me.", now, beside=True)
        store.flush()
        key = messages.by_id(store, message).key_id
        kept = [files.keep(store, one, now, key_id=key, message_id=message) for one in files_beside]
        return message, kept

    done = service.database.write_now(work)
    service.service.hub.wake(["outbox"])
    return done


async def test_what_her_iro_sends_with_a_message_opens_there_and_never_passes_through_telegram(
    gee: Talk, service: Served, telegram: TelegramEmulator, phone: Page
) -> None:
    beside = [Upload("leaflet", picture(), title="Me"), Upload("voice", WEBM, 3), Upload("leaflet", PDF, title="Map")]
    _, [photo, _, pdf] = writes_with(service, beside)
    said = await gee.heard()
    assert "This is me." in said
    assert "private page" in said
    assert gee.last.labels == [LABEL]
    assert {name for name, _ in telegram.calls if name.startswith("send")} == {"sendMessage"}

    await phone.goto(f"{service.url}/telegram/app#tgWebAppData={quote(signed(service))}&tgWebAppVersion=8.0")
    await phone.wait_for_function("() => [...document.images].some((one) => one.alt === 'Me' && one.naturalWidth > 0)")
    await expect(phone.get_by_role("button", name="Voice note, 0:03")).to_be_visible()
    async with phone.expect_download() as downloading:
        await phone.get_by_role("link", name="Leaflet: Map").click()
    taken = await downloading.value
    assert (await taken.path()).read_bytes() == PDF

    async with aiohttp.ClientSession() as session:
        for address in (f"/chat/files/{pdf}", f"/chat/files/{pdf}?pass=x.1.y"):
            async with session.get(service.url + address) as answer:
                assert answer.status == 404, "without the view it is not there"
        good = taken.url.removeprefix(service.url)
        async with session.get(service.url + good.replace(str(pdf), str(photo))) as answer:
            assert answer.status == 404, "what opens one opens no other"
        service.clock.forward(timedelta(minutes=2))
        async with session.get(service.url + good) as answer:
            assert answer.status == 404, "nor for long"


async def test_a_page_opened_without_telegram_says_that_it_is_closed(service: Served, phone: Page) -> None:
    await phone.goto(f"{service.url}/telegram/app")
    await expect(phone.get_by_text("Open it again from your chat in Telegram")).to_be_visible()

"""One child, several channels, one conversation: the child chooses where answers come; a failing place is told."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import aiohttp
import pytest
from playwright.async_api import Page

from bot.played import TODAY
from storage import conversations, files, messages, milestones, outbox, reachable, requests
from storage.conversations import Address
from storage.files import Upload
from storage.requests import Request
from storage.store import Store
from storage.tables import addresses
from tests.support.notify import PHONE, NotifyLookAlike, Texts
from tests.support.played import conversation_of, messages_of, staff_id
from tests.support.recorded import PDF
from tests.support.served import ChildAtPage, Served, email_of, signs_in

FIN, BETH, MARGUERITE = "EXC-0038", "EXS-006", "EXS-008"
WEB = "fins-browser"


@pytest.fixture
async def fin(texts: Texts) -> Texts:
    await texts.join("otter42", "4 april")
    return texts


async def at_home_too(texted: Served) -> None:
    """Fin has proved who he is in a browser as well."""
    where = conversation_of(texted.database, FIN)
    await texted.database.write(
        lambda store: conversations.add_address(store, where.id, where.key_id, "web", WEB, "full", TODAY)
    )


async def beth_writes(texted: Served, text: str, *, beside: bool = False) -> UUID:
    where, beth, now = conversation_of(texted.database, FIN).id, staff_id(texted.database, BETH), texted.clock.now
    written = await texted.database.write(
        lambda store: texted.service.speaker.say(store, where, beth, "iro", text, now, beside=beside)
    )
    texted.service.hub.wake(["outbox"])
    return written


def told_beth(texted: Served) -> list[Request]:
    beth = staff_id(texted.database, BETH)
    return texted.database.read_now(lambda store: requests.open_for_iro(store, beth, TODAY.date()))


def places(texted: Served) -> list[Address]:
    where = conversation_of(texted.database, FIN).id
    return texted.database.read_now(lambda store: conversations.addresses_at(store, where))


def leaflet(store: Store, message_id: UUID) -> UUID:
    key_id = messages.by_id(store, message_id).key_id
    return files.keep(store, Upload("leaflet", PDF, title="Map"), TODAY, key_id=key_id, message_id=message_id)


@dataclass
class Visitor:
    """Somebody in a browser without scripts."""

    session: aiohttp.ClientSession
    served: Served

    @classmethod
    async def of(cls, served: Served, card: str) -> Visitor:
        session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        async with session.post(f"{served.url}/chat/session", json={"invite": card}) as answer:
            assert answer.status == 200
        return cls(session, served)

    async def sends(self, **what: str) -> None:
        frame = {"id": str(uuid4()), **what}
        async with self.session.post(f"{self.served.url}/chat/messages", json=frame) as answer:
            assert answer.status == 200
        await self.served.settled()

    async def shown(self) -> str:
        async with self.session.get(f"{self.served.url}/chat/messages?after=0") as answer:
            return await answer.text()


def texts_of(texted: Served, message_id: UUID) -> list[tuple[str, str]]:
    """What became of a message: channel and state, in the order of sending."""

    def work(store):
        query = f"SELECT channel, state FROM outbox WHERE message_id = '{message_id.hex}' ORDER BY number"
        return [tuple(row) for row in store.connection.exec_driver_sql(query)]

    return texted.database.read_now(work)


async def test_with_one_place_there_is_nothing_to_choose(fin: Texts) -> None:
    assert "only place" in await fin.say("where do you answer")


async def test_the_child_chooses_and_what_people_write_comes_there(fin: Texts, texted: Served) -> None:
    await at_home_too(texted)
    asked = await fin.say("where do you answer")
    assert "1 Where I wrote last\n2 On the web page\n3 By text" in asked
    assert "come there" in await fin.say("2")
    await beth_writes(texted, "I have news.")
    assert await fin.heard() == "", "not by text: they chose the web"
    assert [m.channel for m in messages_of(texted.database, FIN) if m.author == "iro"] == ["web"]
    texted.clock.forward(timedelta(days=1))  # the computer is silent while a person has just written
    assert await fin.say("who is my iro"), "what they write by text is answered by text"
    await fin.say("text me instead")
    await fin.say("by text")
    await beth_writes(texted, "More news.")
    assert "More news." in await fin.heard()


async def test_a_text_brings_the_child_to_what_came_with_it(fin: Texts, texted: Served) -> None:
    written = await beth_writes(texted, "Here is the map.", beside=True)
    await texted.database.write(lambda store: leaflet(store, written))
    said = await fin.heard()
    assert "Here is the map." in said
    assert "%PDF" not in said
    [card] = re.findall(rf"{texted.service.settings.public_url}/#card=([A-Z]+-[0-9]+) It will ask", said)
    assert card != "OTTER-42", "he came in with that one; it would show him nothing"
    await beth_writes(texted, "And another.", beside=True)
    assert f"#card={card} " in await fin.heard(), "the same word until it is used"
    at = await Visitor.of(texted, card)
    async with at.session:
        await at.sends(choice="yes")
        assert "map" not in await at.shown(), "the word alone opens nothing"
        await at.sends(text="4 april")
        shown = await at.shown()
        assert "Here is the map." in shown
        [file] = [f["id"] for m in json.loads(shown)["messages"] for f in m.get("files", ())]
        async with at.session.get(f"{texted.url}/chat/files/{file}") as answer:
            assert (answer.status, await answer.read()) == (200, PDF)


async def test_who_may_only_add_words_is_told_that_it_takes_a_card(texts: Texts, texted: Served) -> None:
    await texts.join("otter42", "4 april")
    where = conversation_of(texted.database, FIN).id
    [here] = texted.database.read_now(lambda store: conversations.addresses_at(store, where))
    await texted.database.write(lambda store: store.change(addresses, here.id, trust="add_only"))
    await beth_writes(texted, "Here is the map.", beside=True)
    said = await texts.heard()
    assert "new card" in said
    assert "#card=" not in said
    assert "new card" in await texts.say("I lost my card"), "what it says to say works"


async def test_everything_stands_in_one_order_wherever_it_was_said(fin: Texts, texted: Served, page: Page) -> None:
    await fin.say("my room is too small")
    texted.card(FIN, "PLUM-77")
    browser = ChildAtPage(page, texted.url)
    await page.goto(f"{texted.url}/#card=PLUM-77")
    await browser.hears("Is it OK to go on?")
    await browser.taps("Yes")
    await browser.hears("birthday")
    await browser.says("4 april")
    await browser.hears("my room is too small", author="child")
    said = [m.channel for m in messages_of(texted.database, FIN) if m.author == "child"]
    assert said[0] == "sms"
    assert said[-1] == "web"


@pytest.mark.parametrize("status", ["permanent-failure"])
async def test_a_number_nobody_has_is_marked_and_the_iro_is_told(
    fin: Texts, texted: Served, notify: NotifyLookAlike, status: str
) -> None:
    written = await beth_writes(texted, "How was it?")
    await fin.heard()
    assert await notify.receipt(PHONE, status) == 200
    assert [one.state for one in places(texted)] == ["unreachable"]
    assert [(one.kind, one.how) for one in told_beth(texted)] == [("unreachable", "sms")]
    assert texts_of(texted, written) == [("sms", "failed")]
    lost = texted.database.read_now(reachable.places)
    assert reachable.lost(lost[conversation_of(texted.database, FIN).child_id])
    assert await fin.say("menu")
    assert [one.state for one in places(texted)] == ["ok"]
    assert told_beth(texted) == []


async def test_the_next_place_is_used_at_once(fin: Texts, texted: Served, notify: NotifyLookAlike) -> None:
    where = conversation_of(texted.database, FIN)
    await texted.database.write(
        lambda store: conversations.add_address(
            store, where.id, where.key_id, "sms", "+447700900333", "full", texted.clock.now
        )
    )
    written = await beth_writes(texted, "How was it?")
    await fin.heard()
    assert await notify.receipt(PHONE, "permanent-failure") == 200
    texted.service.hub.wake(["outbox"])
    await texted.settled()
    assert ["How was it?" in one for one in notify.on_phone("+447700900333")] == [True]
    assert texts_of(texted, written) == [("sms", "failed"), ("sms", "sent")]


async def test_where_the_web_is_left_nothing_is_sent_and_nobody_counts_as_lost(
    fin: Texts, texted: Served, notify: NotifyLookAlike
) -> None:
    await at_home_too(texted)
    await beth_writes(texted, "How was it?")
    await fin.heard()
    await notify.receipt(PHONE, "permanent-failure")
    lost = texted.database.read_now(reachable.places)
    assert not reachable.lost(lost[conversation_of(texted.database, FIN).child_id])
    await beth_writes(texted, "And now?")
    assert await fin.heard() == ""


@pytest.mark.parametrize("status", ["temporary-failure", "technical-failure"])
async def test_a_phone_that_is_off_is_tried_again_and_given_up_in_the_end(
    fin: Texts, texted: Served, notify: NotifyLookAlike, status: str
) -> None:
    await beth_writes(texted, "How was it?")
    assert "How was it?" in await fin.heard()
    for wait in (timedelta(minutes=5), timedelta(hours=1), timedelta(hours=12)):
        assert await notify.receipt(PHONE, status) == 200
        assert [one.state for one in places(texted)] == ["ok"]
        texted.clock.forward(wait)
        texted.service.hub.wake(["outbox"])
        assert "How was it?" in await fin.heard()
    assert await notify.receipt(PHONE, status) == 200
    assert [one.state for one in places(texted)] == ["unreachable"]
    assert [(one.kind, one.how) for one in told_beth(texted)] == [("unreachable", "sms")]


async def test_a_phone_that_comes_on_again_hears_at_once_what_waited(
    fin: Texts, texted: Served, notify: NotifyLookAlike
) -> None:
    await beth_writes(texted, "How was it?")
    await fin.heard()
    await notify.receipt(PHONE, "temporary-failure")
    assert "How was it?" in await fin.say("hi")


async def test_what_arrived_is_written_down_once(fin: Texts, texted: Served, notify: NotifyLookAlike) -> None:
    written = await beth_writes(texted, "How was it?")
    await fin.heard()
    for _ in range(2):
        assert await notify.receipt(PHONE, "delivered") == 200

    def arrived(store):
        query = f"SELECT count(*) FROM outbox WHERE message_id = '{written.hex}' AND delivered_at IS NOT NULL"
        return store.connection.exec_driver_sql(query).scalar_one()

    assert texted.database.read_now(arrived) == 1
    assert await notify.receipt(PHONE, "delivered", token="another token") == 403


async def test_the_iro_sees_today_that_no_message_reaches_a_child(
    fin: Texts, texted: Served, notify: NotifyLookAlike, page: Page
) -> None:
    await beth_writes(texted, "How was it?")
    await fin.heard()
    await notify.receipt(PHONE, "permanent-failure")
    await signs_in(page, texted.url, email_of(texted.database, BETH))
    card = page.locator(".today-card", has_text="Fin")
    assert "Texts do not reach them. Cannot be reached by message. Try where they live" in " ".join(
        (await card.inner_text()).split()
    )
    await card.get_by_role("link", name="Fin").click()
    assert "It mends itself when Fin writes from there again" in await page.inner_text("main")


def test_choosing_is_kept_with_the_conversation(child) -> None:
    fin = child(FIN)
    fin.service.database.write_now(
        lambda store: conversations.add_address(
            store, conversation_of(fin.service.database, FIN).id, conversation_of(fin.service.database, FIN).key_id,
            "sms", PHONE, "full", TODAY,
        )
    )  # fmt: skip
    fin.say("my settings")
    fin.tap("Where I get answers")
    fin.tap("By text")
    kept = conversation_of(fin.service.database, FIN)
    assert kept.answer_at == "sms"
    steps = fin.service.database.read_now(lambda store: milestones.of_conversations(store, [kept.id])[kept.id])
    assert ("answer_at", "sms") in {(one.kind, one.value) for one in steps}
    assert {kept.answer_at} <= outbox.PUSH_CHANNELS

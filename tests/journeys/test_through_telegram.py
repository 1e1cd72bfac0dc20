"""J01 and J09 through Telegram, for Gee, who is 16; and what Telegram must not do for anybody younger."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from pydantic import SecretStr

from bot.channels.telegram import TelegramChannel
from bot.clock import PlayedClock
from bot.played import TODAY
from safeguarding.rota import LONDON
from storage import concerns, conversations, invites, messages, requests
from storage.database import Database
from storage.store import Store
from tests.support.played import concerns_of, conversation_of, messages_of, staff_id
from tests.support.served import Served, served_on, until
from tests.support.telegram import TOKEN, Child, Shown, TelegramEmulator, telegram_on_loopback

GEE, SIAN, RAFIQ = "EXC-0053", "EXS-003", "EXS-012"
AT_FOUR = datetime(2026, 11, 23, 16, 0, tzinfo=LONDON)
HURT = "my boyfriend hit me at the weekend"


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramEmulator]:
    async with telegram_on_loopback() as emulator:
        yield emulator


@pytest.fixture
async def service(exampleshire: Database, telegram: TelegramEmulator) -> AsyncIterator[Served]:
    """The whole service, with its webhook set."""
    channel = TelegramChannel(TOKEN, telegram.base_url, overall_rate=1000)
    clock = PlayedClock(TODAY)
    settings = {"telegram": "webhook", "telegram_secret": SecretStr("a-secret-of-this-test")}
    async with served_on(exampleshire, clock, {"telegram": channel}, **settings) as running:
        await until(lambda: telegram.number_of_calls("setWebhook"))
        yield running
    await channel.close()


class Talk:
    """One young person's chat with the bot: every step returns what the bot has said since."""

    def __init__(self, service: Served, telegram: TelegramEmulator, chat: int) -> None:
        self.service, self.telegram, self.chat = service, telegram, chat
        self.child = Child(telegram, chat)
        self.seen = 0

    async def say(self, text: str) -> str:
        await self.child.say(text)
        return await self.heard()

    async def tap(self, label: str) -> str:
        await self.child.tap(self.button(label))
        return await self.heard()

    async def heard(self) -> str:
        """What is new in the chat, once nothing is on its way any more."""
        await self.service.settled()
        shown = self.telegram.in_chat(self.chat)
        new, self.seen = shown[self.seen :], len(shown)
        return "\n".join(one.text for one in new)

    def button(self, label: str) -> str:
        """The button of these words as it stands in the chat, with its symbol."""
        return next(found for found in self.last.labels if found.endswith(label))

    @property
    def last(self) -> Shown:
        return self.telegram.in_chat(self.chat)[-1]

    async def join(self, card: str, birthday: str) -> str:
        """The hello up to the two checks; what is answered to the second."""
        await self.say("/start")
        await self.tap("Yes")
        await self.tap("16 or over")
        await self.say(card)
        return await self.say(birthday)


@pytest.fixture
def gee(service: Served, telegram: TelegramEmulator) -> Talk:
    return Talk(service, telegram, 7001)


@pytest.fixture
async def known(gee: Talk) -> Talk:
    """Gee, who has said hello."""
    await gee.join("badger63", "8 january")
    await gee.tap("Gee")
    await gee.tap("Only me")
    return gee


async def test_j01_gee_is_asked_her_age_first_then_proves_who_she_is(gee: Talk, service: Served) -> None:
    hello = await gee.say("/start")
    for must in ("computer, not a person", "can read what you write", "have to tell a person", "ring 999"):
        assert must in hello
    assert "16 or over?" in await gee.tap("Yes")
    assert "word on your card" in await gee.tap("16 or over")
    birthday = await gee.say("BADGER-63")
    assert "birthday" in birthday
    assert "Gee" not in hello + birthday
    await gee.say("8 january")
    assert "Gee" in str(gee.last.labels)
    await gee.tap("Gee")
    assert "What would you like to do?" in await gee.tap("Someone might")
    conversation = conversation_of(service.database, GEE)
    assert (conversation.called, conversation.shared_device) == ("Gee", "someone_might")
    card = service.database.read_now(lambda store: invites.find(store, "BADGER-63"))
    assert card is not None
    assert card.state == "used"
    assert "Siân Pendrell" in await gee.say("who is my iro")


async def test_whoever_says_they_are_younger_is_sent_to_the_web_chat(gee: Talk, service: Served) -> None:
    await gee.say("/start")
    await gee.tap("Yes")
    assert service.url in await gee.tap("Under 16")


async def test_whoever_proves_to_be_younger_is_sent_to_the_web_chat_and_keeps_the_card(
    gee: Talk, service: Served
) -> None:
    said = await gee.join("otter42", "4 april")
    assert service.url in said
    assert "Fin" not in said + str(gee.last.labels)
    card = service.database.read_now(lambda store: invites.find(store, "OTTER-42"))
    assert card is not None
    assert (card.state, card.wrong_tries) == ("open", 0)
    address = service.database.read_now(lambda store: conversations.address_of(store, "telegram", "7001"))
    assert address is not None
    assert address.trust == "none"


async def test_j09_gee_asks_for_a_call_and_gets_a_time(known: Talk, service: Served) -> None:
    assert "Siân is back on Monday 23 November" in await known.say("can siân ring me pls")
    assert "Which is good for you" in await known.say("monday fine its about staying put")
    assert "What number" in await known.say("mon 4")
    assert "without anyone listening" in await known.say("07700 900214")
    booked = await known.say("yh ill be on the bus stop wall lol")
    assert "Monday 23 November at 4pm" in booked
    assert "01632 960103" in booked
    assert "staying put" not in booked
    sian = staff_id(service.database, SIAN)
    (request,) = service.database.read_now(lambda store: requests.open_for_iro(store, sian, TODAY.date()))
    assert (request.kind, request.how, request.words) == ("contact", "call", "can siân ring me pls")
    assert (request.state, request.arranged_for) == ("arranged", AT_FOUR), "it is done when it has happened"


async def test_an_edit_is_kept_beside_what_was_first_written(known: Talk, service: Served) -> None:
    await known.say("i want to write to my iro")
    update = await known.child.say("i want to move to bens")
    await known.heard()
    await known.child.edit(update["message"]["message_id"], "i want to see ben more")
    await known.heard()
    said = [m for m in messages_of(service.database, GEE) if m.author == "child"][-2:]
    assert [m.text for m in said] == ["i want to move to bens", "i want to see ben more"]
    assert said[1].replaces_id == said[0].id


async def test_an_edit_is_screened_like_anything_else(known: Talk, service: Served) -> None:
    update = await known.child.say("nothing much happened")
    await known.heard()
    await known.child.edit(update["message"]["message_id"], HURT)
    await known.heard()
    assert [c.level for c in concerns_of(service.database, GEE)] == ["concern"]


async def test_a_worry_opens_a_concern_and_a_person_answers_in_the_chat(known: Talk, service: Served) -> None:
    said = await known.say(HURT)
    for must in ("not your fault", "999", "0800 1111", "Are you safe right now?"):
        assert must in said
    assert "why" not in said.lower()
    [concern] = concerns_of(service.database, GEE)
    assert (concern.level, concern.state) == ("concern", "open")
    words = service.database.read_now(lambda store: messages.by_id(store, concern.message_id))
    assert (words.text, words.channel) == (HURT, "telegram")
    await known.tap("Yes")
    rafiq, now = staff_id(service.database, RAFIQ), service.clock.now
    answered = service.database.read_now(lambda store: concerns.get(store, concern.id, rafiq))
    assert answered.safe_now == "yes"

    def writes(store: Store) -> None:
        concerns.take(store, concern.id, rafiq, now)
        service.service.speaker.say(store, concern.conversation_id, rafiq, "duty", "I can ring you today.", now)

    await service.database.write(writes)
    service.service.hub.wake(["outbox"])
    assert await known.heard() == "Rafiq, a real person, writes:\n\nI can ring you today."


async def test_what_sian_writes_arrives_in_the_chat_once(known: Talk, service: Served) -> None:
    await known.say("i want to write to my iro")
    await known.say("can i stay here after im 18")
    sian, where = staff_id(service.database, SIAN), conversation_of(service.database, GEE).id

    def reply(store: Store) -> None:
        service.service.speaker.say(store, where, sian, "iro", "Yes. Let us plan it together.", service.clock.now)

    await service.database.write(reply)
    service.service.hub.wake(["outbox"])
    assert await known.heard() == "Siân, your IRO, writes:\n\nYes. Let us plan it together."
    assert await known.heard() == "", "once"
    kept = [m.text for m in messages_of(service.database, GEE) if m.author == "iro"]
    assert kept == ["Yes. Let us plan it together."], "her own words, without the line above them"

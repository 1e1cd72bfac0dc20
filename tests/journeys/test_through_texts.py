"""Journeys by text message, for children without data: a card, a number on record, a call, a cry, and who has left."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.clock import PlayedClock
from bot.played import TODAY
from storage import invites
from storage.database import Database
from tests.support.notify import RECEIPTS_TOKEN, TEXTS_TOKEN, NotifyLookAlike, notify_on_loopback
from tests.support.played import conversation_of, messages_of
from tests.support.served import Served, served_on

FIN, GEE, CHARLIE, ROBYN = "EXC-0038", "EXC-0053", "EXC-0034", "EXC-0900"
PHONE = "+447700900222"
MAUD = "EXS-011"


@pytest.fixture
async def notify() -> AsyncIterator[NotifyLookAlike]:
    async with notify_on_loopback() as there:
        yield there


@pytest.fixture
async def service(exampleshire: Database, notify: NotifyLookAlike) -> AsyncIterator[Served]:
    """The whole service, which children can text."""
    tokens = {"notify_receipts_token": SecretStr(RECEIPTS_TOKEN), "notify_texts_token": SecretStr(TEXTS_TOKEN)}
    async with served_on(exampleshire, PlayedClock(TODAY), {"sms": notify.channel()}, **tokens) as running:
        notify.service_url = running.url
        yield running


class Texts:
    """One child's phone: every step returns the texts that came since."""

    def __init__(self, service: Served, notify: NotifyLookAlike, number: str = PHONE) -> None:
        self.service, self.notify, self.number = service, notify, number
        self.seen = 0

    async def say(self, text: str) -> str:
        assert await self.notify.text(self.number, text) == 200
        return await self.heard()

    async def heard(self) -> str:
        await self.service.settled()
        shown = self.notify.on_phone(self.number)
        new, self.seen = shown[self.seen :], len(shown)
        self.last_count = len(new)
        return "\n---\n".join(new)

    async def join(self, card: str, birthday: str, name: str) -> str:
        await self.say(card)
        await self.say("1")
        await self.say(birthday)
        await self.say("1")
        return await self.say("1")


@pytest.fixture
def phone(service: Served, notify: NotifyLookAlike) -> Texts:
    return Texts(service, notify)


async def test_a_card_word_and_a_birthday_bring_a_child_in_by_text(phone: Texts, service: Served) -> None:
    hello = await phone.say("otter 42")
    assert phone.last_count == 1, "three messages, one text"
    for must in ("computer, not a person", "can read what you write", "have to tell a person", "ring 999"):
        assert must in hello
    assert hello.endswith("Is it OK to go on?\n1 Yes\n2 Not now\n3 Who sees this?")
    birthday = await phone.say("1")
    assert "birthday" in birthday, "the word came first, and is not asked for again"
    assert "Fin" not in hello + birthday
    named = await phone.say("4 april")
    assert "1 Fin\n2 Something else" in named
    assert "1 Only me" in await phone.say("1")
    assert "What would you like to do?" in await phone.say("only me")
    conversation = conversation_of(service.database, FIN)
    assert (conversation.called, conversation.shared_device) == ("Fin", "only_me")
    card = service.database.read_now(lambda store: invites.find(store, "OTTER-42"))
    assert card is not None
    assert card.state == "used"
    said = [(m.text, m.choice) for m in messages_of(service.database, FIN) if m.author == "child"]
    assert said[:2] == [("otter 42", None), ("1", "yes")], "kept as it was sent, with what it stood for"

"""A child's text is kept before Notify hears that it arrived, and nobody else can speak in a child's name."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.sms_received import PATH, add_received, read
from bot.errors import Misconfigured
from storage.errors import StorageError

TOKEN = "a token that is long enough"
RIGHT = {"Authorization": f"Bearer {TOKEN}"}
TEXT = {
    "id": "3d3f8b1c-5ae3-4d31-9c5b-3f8f4b8d7a10", "source_number": "447700900222", "destination_number": "07700900111",
    "message": "hi its me", "date_received": "2026-11-21T10:00:00.000000Z",
}  # fmt: skip


@dataclass
class Inbox:
    """Keeps raw arrivals, or cannot."""

    kept: list[tuple[str, str, str]] = field(default_factory=list)
    broken: bool = False

    async def __call__(self, channel: str, external_id: str, payload: str) -> bool:
        if self.broken:
            raise StorageError("The database does not answer.")
        self.kept.append((channel, external_id, payload))
        return True


@pytest.fixture
async def texts() -> AsyncIterator[tuple[Inbox, TestClient[Any, Any]]]:
    inbox, app = Inbox(), web.Application()
    add_received(app, TOKEN, inbox)
    async with TestClient(TestServer(app)) as client:
        yield inbox, client


async def test_a_text_is_kept_as_it_came_under_the_number_notify_gave_it(texts) -> None:
    inbox, client = texts
    assert (await client.post(PATH, json=TEXT, headers=RIGHT)).status == 200
    [(channel, number, payload)] = inbox.kept
    assert (channel, number, json.loads(payload)) == ("sms", TEXT["id"], TEXT)
    said = read(payload)
    assert (said.sender, said.text, said.kind) == ("+447700900222", "hi its me", "text")
    assert said.sent_at == "2026-11-21T10:00:00+00:00"


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}])
async def test_nobody_else_speaks_in_a_childs_name(texts, headers: dict[str, str]) -> None:
    inbox, client = texts
    assert (await client.post(PATH, json=TEXT, headers=headers)).status == 403
    assert inbox.kept == []


async def test_what_cannot_be_kept_is_asked_for_again(texts) -> None:
    inbox, client = texts
    inbox.broken = True
    assert (await client.post(PATH, json=TEXT, headers=RIGHT)).status == 503


@pytest.mark.parametrize(
    "body", ["", "[]", "{", json.dumps({**TEXT, "id": "7"}), json.dumps({**TEXT, "message": None}), "x" * 20_000]
)
async def test_what_is_no_text_is_refused(texts, body: str) -> None:
    inbox, client = texts
    assert (await client.post(PATH, data=body, headers=RIGHT)).status == 400
    assert inbox.kept == []


async def test_a_shop_that_texts_under_its_name_is_left_out_without_its_words_in_the_log(texts, caplog) -> None:
    inbox, client = texts
    shop = {**TEXT, "source_number": "PIZZA", "message": "two for one"}
    with caplog.at_level("DEBUG"):
        assert (await client.post(PATH, json=shop, headers=RIGHT)).status == 200
    assert inbox.kept == []
    assert "PIZZA" not in caplog.text
    assert "two for one" not in caplog.text


@pytest.mark.parametrize(
    ("message", "invite"),
    [
        ("OTTER-42", "OTTER-42"), ("otter 42", "OTTER-42"), (" Otter42! ", "OTTER-42"), ("my word is otter 42", ""),
        ("year 10", ""), ("may 10", ""),
    ],
)  # fmt: skip
def test_the_word_of_a_card_by_itself_brings_in_whoever_sent_it(message: str, invite: str) -> None:
    said = read(json.dumps({**TEXT, "message": message}))
    assert (said.invite, said.text) == (invite, message)


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(Misconfigured, match="16 characters"):
        add_received(web.Application(), "short", Inbox())

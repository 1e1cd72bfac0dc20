"""Every kind of update is read as what the child did, and nothing a child did is dropped unseen."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.channels.telegram import TelegramChannel
from bot.errors import BadArrival
from bot.inbound import Inbound
from tests.support.telegram import Child


async def read(channel: TelegramChannel, update: dict[str, Any]) -> Inbound:
    [inbound] = channel.arrivals(json.dumps(update))
    return inbound


async def test_text_is_kept_to_the_letter(channel: TelegramChannel, gee: Child) -> None:
    words = "  i dont wanna\n\nMOVE 😭 "
    inbound = await read(channel, await gee.say(words))
    assert (inbound.kind, inbound.text, inbound.sender) == ("text", words, "7001")
    assert (inbound.sent_at, inbound.lang) == ("2026-11-21T11:00:00+00:00", "en")


async def test_the_same_message_has_the_same_number_and_another_has_another(
    channel: TelegramChannel, gee: Child
) -> None:
    first = await gee.say("one")
    again = {**first, "update_id": first["update_id"] + 50}
    numbers = [channel.number(update) for update in (first, again, await gee.say("one"))]
    assert numbers[0] == numbers[1] != numbers[2]


async def test_no_address_can_be_read_from_a_number(channel: TelegramChannel, gee: Child) -> None:
    updates = [await gee.say("one"), await gee.edit(gee.last_id, "two")]
    assert not any("7001" in channel.number(update) for update in updates)
    elsewhere = TelegramChannel("8:another-bot")
    assert elsewhere.number(updates[0]) != channel.number(updates[0]), "the number is no secret hash"
    await elsewhere.close()


async def test_an_edit_says_what_it_replaces(channel: TelegramChannel, gee: Child) -> None:
    written = await gee.say("one")
    edited = await gee.edit(gee.last_id, "two")
    inbound = await read(channel, edited)
    assert (inbound.kind, inbound.text) == ("edited", "two")
    assert inbound.replaces == channel.number(written)
    assert inbound.external_id == channel.number(edited) != inbound.replaces


async def test_two_edits_are_two_arrivals(channel: TelegramChannel, gee: Child) -> None:
    await gee.say("one")
    edits = [await gee.edit(gee.last_id, text) for text in ("two", "three")]
    assert len({channel.number(edit) for edit in edits}) == 2


@pytest.mark.parametrize(
    ("text", "kind", "words", "invite"),
    [
        ("/start", "arrived", "", ""),
        ("/start OTTER-42", "arrived", "", "OTTER-42"),
        ("/start@my_iro_test_bot OTTER-42", "arrived", "", "OTTER-42"),
        ("/help", "text", "help", ""),
        ("/stop@my_iro_test_bot", "text", "stop", ""),
        ("/", "text", "/", ""),
        ("/home was awful", "text", "/home was awful", ""),
        ("start", "text", "start", ""),
    ],
)
async def test_commands_are_plain_words(
    channel: TelegramChannel, gee: Child, text: str, kind: str, words: str, invite: str
) -> None:
    inbound = await read(channel, await gee.say(text))
    assert (inbound.kind, inbound.text, inbound.invite) == (kind, words, invite)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"voice": {"file_id": "a", "duration": 3}}, "voice"),
        ({"audio": {"file_id": "a", "duration": 3}}, "voice"),
        ({"video_note": {"file_id": "a"}}, "picture"),
        ({"document": {"file_id": "a", "mime_type": "image/png"}}, "picture"),
        ({"document": {"file_id": "a", "mime_type": "text/html"}}, "unsupported"),
        ({"photo": [{"file_id": "a"}]}, "picture"),
        ({"sticker": {"file_id": "a", "emoji": "😭"}}, "unsupported"),
        ({"location": {"latitude": 1, "longitude": 2}}, "unsupported"),
        ({"something_telegram_adds_next_year": {}}, "unsupported"),
    ],
)
async def test_what_cannot_be_read_is_an_arrival_all_the_same(
    channel: TelegramChannel, gee: Child, content: dict[str, Any], kind: str
) -> None:
    inbound = await read(channel, await gee.say(**content))
    assert (inbound.kind, inbound.sender) == (kind, "7001")


async def test_the_words_under_a_picture_are_kept(channel: TelegramChannel, gee: Child) -> None:
    inbound = await read(channel, await gee.say(photo=[{"file_id": "a"}], caption="look at my arm"))
    assert (inbound.kind, inbound.text) == ("picture", "look at my arm")


async def test_a_blocked_bot_says_so(channel: TelegramChannel, gee: Child) -> None:
    inbound = await read(channel, await gee.block())
    assert (inbound.kind, inbound.sender) == ("blocked", "7001")


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_nothing_is_heard_where_others_listen(channel: TelegramChannel, gee: Child, kind: str) -> None:
    gee.kind = kind
    updates = [await gee.say("one"), await gee.edit(gee.last_id, "two"), await gee.block()]
    assert [channel.arrivals(json.dumps(update)) for update in updates] == [[], [], []]


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"pinned_message": {}}},
        {"edited_message": {"location": {"latitude": 1, "longitude": 2}, "edit_date": 1}},
        {"my_chat_member": {"new_chat_member": {"status": "member"}}},
        {"message": {"from": {"id": 1, "is_bot": True}, "text": "I am a bot"}},
        {"poll": {"id": "1"}},
    ],
)
def test_what_no_child_did_is_nothing_for_us(channel: TelegramChannel, update: dict[str, Any]) -> None:
    about = {"message_id": 1, "chat": {"id": 7001, "type": "private"}, "date": 1}
    [kind] = update
    assert channel.arrivals(json.dumps({"update_id": 5, kind: about | update[kind]})) == []


@pytest.mark.parametrize(
    "payload", ["", "[]", "null", "{}", '{"update_id": "5"}', '{"update_id": 5, "message": {"text": "hi"}}']
)
def test_what_is_no_update_is_refused(channel: TelegramChannel, payload: str) -> None:
    with pytest.raises(BadArrival):
        channel.arrivals(payload)

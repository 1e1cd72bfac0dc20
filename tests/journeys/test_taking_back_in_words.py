"""Changing and taking back on Telegram and by text: in words, with every version kept, as on the page."""

from __future__ import annotations

import pytest

from bot.channels.telegram_updates import number, read
from tests.support.played import DANGER, concerns_of, messages_of, played_on, texts

FIN = "EXC-0038"


@pytest.mark.parametrize("channel", ["telegram", "sms"])
def test_take_that_back_takes_back_the_last_message_and_keeps_every_word(exampleshire, channel: str) -> None:
    fin = played_on(exampleshire, FIN, channel)
    fin.say("my room is too small for me")
    said = texts(fin.say("Take that back!"))
    assert "You took this back: “my room is too small for me”" in said
    first, asked, version = [m for m in messages_of(exampleshire, FIN) if m.author == "child"][-3:]
    assert (first.text, asked.text) == ("my room is too small for me", "Take that back!")
    assert (version.kind, version.replaces_id, version.text) == ("taken_back", first.id, "")
    again = texts(fin.say("take that back"))
    assert "my room is too small" not in again, "once"


def test_what_a_concern_is_about_stays_a_concern(exampleshire) -> None:
    fin = played_on(exampleshire, FIN, "telegram")
    fin.say(DANGER)
    said = texts(fin.say("take that back"))
    assert "You took this back" not in said, "the words for a worry come instead"
    assert said
    [concern] = concerns_of(exampleshire, FIN)
    assert concern.state == "open"
    assert any(m.kind == "taken_back" for m in messages_of(exampleshire, FIN))


def test_on_telegram_a_reply_says_which_one(exampleshire) -> None:
    fin = played_on(exampleshire, FIN, "telegram")
    fin.say("the red one is not mine at all")
    number = f"{fin.address}:{fin.number}"
    fin.say("and the blue one is quite old")
    fin._send(kind="text", text="take that back", about=number)
    version = messages_of(exampleshire, FIN)
    [gone] = [m.replaces_id for m in version if m.kind == "taken_back"]
    assert next(m.text for m in version if m.id == gone) == "the red one is not mine at all"


def test_telegram_says_which_message_a_reply_is_about() -> None:
    chat, who = {"id": 7001, "type": "private"}, {"id": 7001, "is_bot": False}
    first = {"update_id": 1, "message": {"message_id": 5, "date": 1795258800, "chat": chat, "from": who, "text": "x"}}
    reply = {"message_id": 6, "date": 1795258800, "chat": chat, "from": who, "text": "take that back"}
    reply["reply_to_message"] = {"message_id": 5, "date": 1795258800, "chat": chat, "text": "x"}
    read_as = read({"update_id": 2, "message": reply}, b"secret")
    assert read_as is not None
    assert read_as.about == number(first, b"secret")

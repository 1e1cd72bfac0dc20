"""What a raw Telegram update says, by picking fields from its JSON: building the library's objects costs 50 times that.

Numbers of arrivals (the inbox is unique on them):

    m<digest>   a message; the digest is a keyed hash of chat and message number, because a chat's number is an
                address and must not stand in the clear. An edit carries the same two numbers, so what it replaces
                is found; a repeated update is the same message and ends there.
    c<id>       a tapped button, by Telegram's own id of the tap
    u<number>   anything else, an edit included, by the number of the update
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.errors import BadArrival
from bot.inbound import Inbound

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
CHOSEN = "-"
"""What the button stands for that marks what was chosen: tapping it again says nothing."""

VOICES = ("voice", "audio")
PICTURES = ("photo", "video", "video_note", "animation")
HOUSEKEEPING = (
    "pinned_message", "message_auto_delete_timer_changed", "write_access_allowed", "chat_background_set",
    "new_chat_members", "left_chat_member", "group_chat_created", "connected_website", "users_shared", "chat_shared",
)  # fmt: skip
"""What Telegram itself puts into a chat. Anything else that is not understood goes to a human."""

Update = Mapping[str, Any]


def parse(payload: str | bytes) -> Update:
    """Raises `BadArrival` when this cannot be an update."""
    try:
        update = json.loads(payload)
        if not isinstance(update["update_id"], int):
            raise TypeError
    except (ValueError, TypeError, KeyError) as error:
        raise BadArrival("This is not a Telegram update: it has no update_id.") from error
    result: Update = update
    return result


def number(update: Update, secret: bytes) -> str:
    """The number of this arrival, the same however often Telegram repeats it."""
    message, tap = update.get("message"), update.get("callback_query")
    if isinstance(message, dict) and "message_id" in message:
        return _message_number(message, secret)
    if isinstance(tap, dict) and "id" in tap:
        return f"c{tap['id']}"[:120]
    return f"u{update['update_id']}"


def read(update: Update, secret: bytes) -> Inbound | None:
    """What arrived, or None when it is nothing for us: a group, a channel, a bot, housekeeping.

    Raises `BadArrival` when fields that every such update has are missing.
    """
    try:
        return _read(update, number(update, secret), secret)
    except (KeyError, TypeError, ValueError) as error:
        raise BadArrival(f"A Telegram update lacks what it must have ({type(error).__name__}).") from error


def _read(update: Update, external_id: str, secret: bytes) -> Inbound | None:
    if "message" in update:
        return _message(update["message"], external_id, secret)
    if "edited_message" in update:
        return _edited(update["edited_message"], external_id, secret)
    if "callback_query" in update:
        return _tapped(update["callback_query"], external_id)
    if "my_chat_member" in update:
        return _membership(update["my_chat_member"], external_id)
    return None


def _message(message: Mapping[str, Any], external_id: str, secret: bytes) -> Inbound | None:
    if not _from_a_person(message):
        return None
    plain = _plain(message, external_id)
    if isinstance(replied := message.get("reply_to_message"), dict):
        plain = replace(plain, about=_message_number({"chat": message["chat"], **replied}, secret))
    if "text" in message:
        return _text(plain)
    voice = next((message[name] for name in VOICES if name in message), None)
    if voice is not None:
        return replace(plain, kind="voice", fetch=voice["file_id"], seconds=int(voice.get("duration", 0)))
    if any(name in message for name in PICTURES) or _is_picture(message.get("document", {})):
        return replace(plain, kind="picture", fetch=_still(message))
    if any(name in message for name in HOUSEKEEPING):
        return None
    return replace(plain, kind="unsupported")


def _is_picture(document: Mapping[str, Any]) -> bool:
    return str(document.get("mime_type", "")).startswith(("image/", "video/"))


def _still(message: Mapping[str, Any]) -> str:
    """Telegram's name of a picture that does not move, in its largest size; "" for anything else."""
    if "photo" in message:
        return str(message["photo"][-1]["file_id"])
    document = message.get("document", {})
    return str(document["file_id"]) if str(document.get("mime_type", "")).startswith("image/") else ""


def _text(plain: Inbound) -> Inbound:
    """`/start CARD` is an arrival with a card; any other command is the word itself."""
    if not plain.text.startswith("/"):
        return plain
    command, _, rest = plain.text[1:].partition(" ")
    word = command.partition("@")[0]
    if word == "start":
        return replace(plain, kind="arrived", text="", invite=rest.strip()[:64])
    return replace(plain, text=word) if word.isalnum() and not rest else plain


def _edited(message: Mapping[str, Any], external_id: str, secret: bytes) -> Inbound | None:
    # A live location is "edited" every few seconds, and a child's whereabouts are not asked for.
    if not _words(message) or not _from_a_person(message):
        return None
    edited_at, replaces = _moment(message["edit_date"]), _message_number(message, secret)
    return replace(_plain(message, external_id), kind="edited", sent_at=edited_at, replaces=replaces)


def _tapped(tap: Mapping[str, Any], external_id: str) -> Inbound | None:
    choice = tap.get("data") or CHOSEN
    chat = (tap.get("message") or {}).get("chat") or {"id": tap["from"]["id"], "type": "private"}
    if choice == CHOSEN or chat["type"] != "private":
        return None
    return Inbound(
        channel="telegram", external_id=external_id, sender=str(chat["id"]), kind="choice", choice=choice,
        lang=tap["from"].get("language_code", ""),
    )  # fmt: skip


def _membership(change: Mapping[str, Any], external_id: str) -> Inbound | None:
    gone = change["new_chat_member"]["status"] in ("kicked", "left")
    if not gone or change["chat"]["type"] != "private":
        return None
    return Inbound(
        channel="telegram", external_id=external_id, sender=str(change["chat"]["id"]), kind="blocked",
        sent_at=_moment(change["date"]),
    )  # fmt: skip


def _from_a_person(message: Mapping[str, Any]) -> bool:
    return message["chat"]["type"] == "private" and not message.get("from", {}).get("is_bot")


def _plain(message: Mapping[str, Any], external_id: str) -> Inbound:
    return Inbound(
        channel="telegram", external_id=external_id, sender=str(message["chat"]["id"]), text=_words(message),
        sent_at=_moment(message["date"]), lang=message.get("from", {}).get("language_code", ""),
    )  # fmt: skip


def _words(message: Mapping[str, Any]) -> str:
    words: str = message.get("text") or message.get("caption") or ""
    return words


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _message_number(message: Mapping[str, Any], secret: bytes) -> str:
    which = f"{message['chat']['id']}:{message['message_id']}".encode()
    return "m" + hmac.new(secret, which, hashlib.sha256).hexdigest()[:40]

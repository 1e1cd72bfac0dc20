"""Telegram on loopback: a strict third-party Bot API, with the children who write to the bot.

`lo-bot-api-emulator` refuses what the real server would. This adds what it lacks: the bot's name, two newer fields of
sendMessage, flood limits and blocked chats on demand, edits and blocks as updates, and a memory of what was sent.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp.test_utils import TestServer
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator

TOKEN = "70007:synthetic-token-of-a-test"
BOT_NAME = "my_iro_test_bot"
SINCE_THEN = ("protect_content", "link_preview_options")
WRITTEN_AT = 1795258800
"""21 November 2026, 11:00 UTC, as Telegram says it."""


@dataclass
class Shown:
    """One message as it stands in a chat now."""

    message_id: int
    chat: int
    text: str
    buttons: list[dict[str, str]]
    fields: dict[str, Any]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]


class TelegramEmulator(LoBotApiEmulator):  # type: ignore[misc]
    """`refuse` holds refusals to come, by method; `blocked` the chats that do not want the bot."""

    def __init__(self) -> None:
        super().__init__(enable_control=True, allow_insecure_loopback_webhooks=True)
        self.base_url = ""
        self.refuse: dict[str, list[ApiRefusal]] = {}
        self.blocked: set[int] = set()
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.shown: dict[int, Shown] = {}
        self._next_update = 1

    def flood(self, method: str, seconds: int) -> None:
        """The next call of `method` meets the flood limit."""
        refusal = ApiRefusal(f"Too Many Requests: retry after {seconds}", 429, {"retry_after": seconds})
        self.refuse.setdefault(method, []).append(refusal)

    def validate(self, method: str, fields: dict[str, Any], uploads: dict[str, Any]) -> Any:
        fields = dict(fields)
        self.calls.append((method, dict(fields)))
        if self.refuse.get(method):
            raise self.refuse[method].pop(0)
        if int(fields.get("chat_id", 0)) in self.blocked:
            raise ApiRefusal("Forbidden: bot was blocked by the user", 403)
        known = {name: value for name, value in fields.items() if name not in SINCE_THEN}
        if "reply_markup" in known:  # a page of this machine stands for one with https
            known["reply_markup"] = known["reply_markup"].replace('"url": "http://127', '"url": "https://127')
        result = super().validate(method, known, uploads)
        if method == "getMe":
            return {**result, "username": BOT_NAME}
        if method in ("sendMessage", "editMessageReplyMarkup"):
            self._show(method, result, fields)
        return result

    def _show(self, method: str, result: dict[str, Any], fields: dict[str, Any]) -> None:
        rows = json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", [])
        buttons = [button for row in rows for button in row]
        message_id, chat = result["message_id"], result["chat"]["id"]
        if method == "sendMessage":
            self.shown[message_id] = Shown(message_id, chat, fields["text"], buttons, fields)
        elif message_id in self.shown:
            self.shown[message_id].buttons = buttons

    def in_chat(self, chat: int) -> list[Shown]:
        """What the bot has said in one chat, in order."""
        return [shown for shown in self.shown.values() if shown.chat == chat]

    def number_of_calls(self, method: str) -> int:
        return sum(name == method for name, _ in self.calls)

    async def arrive(self, update: dict[str, Any], update_id: int | None = None) -> dict[str, Any]:
        """An update for the bot, delivered at once where a webhook is set. Returned with its number."""
        update = {"update_id": update_id or self._next_update, **update}
        self._next_update = max(self._next_update, update["update_id"] + 1)
        state = self._update_queues._state(TOKEN)
        async with state.condition:
            state.updates.append(update)
            state.condition.notify_all()
        await self.deliver_updates(token=TOKEN)
        return update

    def undelivered(self) -> list[dict[str, Any]]:
        """What Telegram still holds."""
        return list(self._update_queues._state(TOKEN).updates)


@dataclass
class Child:
    """Somebody with the bot's chat open on their phone."""

    telegram: TelegramEmulator
    chat: int = 7001
    kind: str = "private"
    last_id: int = field(default=5000)

    async def say(self, text: str = "", **content: Any) -> dict[str, Any]:
        """Write a message; `content` is what it holds besides, or instead of, text."""
        self.last_id += 1
        return await self.telegram.arrive({"message": self._message(self.last_id, text, content)})

    async def edit(self, message_id: int, text: str = "", **content: Any) -> dict[str, Any]:
        message = self._message(message_id, text, content) | {"edit_date": WRITTEN_AT + 60}
        return await self.telegram.arrive({"edited_message": message})

    async def tap(self, label: str) -> dict[str, Any]:
        """Tap the newest button with these words."""
        for shown in reversed(self.telegram.in_chat(self.chat)):
            for button in shown.buttons:
                if button["text"] == label:
                    return await self._tapped(shown, button)
        raise AssertionError(f"no button says {label!r}")

    async def block(self) -> dict[str, Any]:
        """Block the bot."""
        self.telegram.blocked.add(self.chat)
        change = {
            "chat": self._chat(), "from": self._person(), "date": WRITTEN_AT,
            "old_chat_member": {"status": "member", "user": {"id": 70007}},
            "new_chat_member": {"status": "kicked", "user": {"id": 70007}, "until_date": 0},
        }  # fmt: skip
        return await self.telegram.arrive({"my_chat_member": change})

    async def _tapped(self, shown: Shown, button: dict[str, str]) -> dict[str, Any]:
        markup = {"inline_keyboard": [[known] for known in shown.buttons]}
        message = {"message_id": shown.message_id, "chat": self._chat(), "date": WRITTEN_AT, "reply_markup": markup}
        self.last_id += 1
        tap = {
            "id": f"49{self.chat}{self.last_id}", "from": self._person(), "chat_instance": "1",
            "data": button["callback_data"], "message": message,
        }  # fmt: skip
        return await self.telegram.arrive({"callback_query": tap})

    def _message(self, message_id: int, text: str, content: dict[str, Any]) -> dict[str, Any]:
        message = {"message_id": message_id, "chat": self._chat(), "from": self._person(), "date": WRITTEN_AT}
        return message | ({"text": text} if text else {}) | content

    def _chat(self) -> dict[str, Any]:
        return {"id": self.chat, "type": self.kind}

    def _person(self) -> dict[str, Any]:
        return {"id": self.chat, "is_bot": False, "first_name": "Gee", "language_code": "en"}


@contextlib.asynccontextmanager
async def telegram_on_loopback() -> AsyncIterator[TelegramEmulator]:
    """The Bot API, served; its `base_url` is the setting."""
    emulator = TelegramEmulator()
    async with TestServer(emulator.app()) as server:
        emulator.base_url = str(server.make_url("/bot"))
        yield emulator

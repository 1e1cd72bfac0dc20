"""Telegram: for those of 16 and over. Translates, sends, and marks the button that was tapped."""

import asyncio
import logging
import os
from collections.abc import Mapping, Sequence
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, WebAppInfo
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.capabilities import Capabilities
from bot.channels.telegram_errors import as_send_trouble
from bot.channels.telegram_files import download
from bot.channels.telegram_text import LENGTH, parts
from bot.channels.telegram_updates import ALLOWED_UPDATES, CHOSEN, Update, number, parse, read
from bot.errors import Misconfigured, OurFault
from bot.inbound import Inbound, Outbound

log = logging.getLogger(__name__)

CAPABILITIES = Capabilities(
    name="telegram", push=True, buttons=True, edit=True, voice=True, read_receipt=False, private=False,
    length=LENGTH, youngest=16,
)  # fmt: skip
CALLBACK_BYTES = 64
CHOSEN_MARK = "✓ "
PLAIN = LinkPreviewOptions(is_disabled=True)


class TelegramChannel:
    """One bot. `overall_rate` is Telegram's own limit of messages a second for a whole bot.

    Raises `Misconfigured` without a token.
    """

    capabilities = CAPABILITIES

    def __init__(
        self, token: str, base_url: str = "https://api.telegram.org/bot", *, overall_rate: float = 30.0,
        connections: int = 64, seconds: float = 10.0,
    ) -> None:  # fmt: skip
        if not token:
            raise Misconfigured("Telegram is on and has no token. Set MY_IRO_TELEGRAM_TOKEN.")
        _keep_words_out_of_logs()
        os.environ.setdefault("PTB_TIMEDELTA", "1")  # the library's way to ask for durations as timedelta
        self.base_url = base_url
        self.token = token
        self._secret = token.encode()
        self._requests = [HTTPXRequest(connections, read_timeout=seconds) for _ in range(2)]
        self.bot: ExtBot[int] = ExtBot(
            token, base_url, request=self._requests[0], get_updates_request=self._requests[1],
            rate_limiter=AIORateLimiter(overall_max_rate=overall_rate, group_max_rate=0),
        )  # fmt: skip
        self._courtesies: set[asyncio.Task[None]] = set()

    def number(self, update: Update) -> str:
        """The external id under which this update is kept (see `telegram_updates`)."""
        return number(update, self._secret)

    def arrivals(self, payload: str) -> list[Inbound]:
        """What a stored raw update says. Raises `BadArrival`."""
        inbound = read(parse(payload), self._secret)
        return [] if inbound is None else [inbound]

    async def fetch(self, name: str, most: int) -> bytes:
        """A voice note or a picture, by Telegram's name of it. Raises `BadData` when too large, else `SendTrouble`."""
        try:
            known = await self.bot.get_file(name)
        except TelegramError as error:
            raise as_send_trouble(error) from error
        return await download(self.base_url, self.token, known.file_path or "", most)

    async def send(self, outbound: Outbound) -> str:
        """Send, in several messages when it is too long, the buttons under the last. Raises `SendTrouble`."""
        keyboard = _keyboard(outbound.choices)
        pieces = parts(outbound.text)
        if not pieces:
            raise OurFault("The text is empty.")
        sent = ""
        for index, piece in enumerate(pieces, 1):
            sent = await self._send_one(outbound.to, piece, keyboard if index == len(pieces) else None)
        return sent

    async def _send_one(self, to: str, text: str, keyboard: InlineKeyboardMarkup | None) -> str:
        try:
            message = await self.bot.send_message(
                int(to), text, reply_markup=keyboard, protect_content=True, link_preview_options=PLAIN
            )
        except TelegramError as error:
            raise as_send_trouble(error) from error
        except ValueError as error:
            raise OurFault("The address is not a number of a Telegram chat.") from error
        return str(message.message_id)

    def acknowledge(self, update: Update) -> None:
        """After a tap was kept: stop the button's clock and mark what was chosen. Best effort, in the background."""
        tap = update.get("callback_query")
        if isinstance(tap, dict):
            task = asyncio.create_task(self._courtesy(tap))
            self._courtesies.add(task)
            task.add_done_callback(self._courtesies.discard)

    async def settled(self) -> None:
        """Wait until every tap that was acknowledged is marked."""
        if self._courtesies:
            await asyncio.wait(self._courtesies)

    async def _courtesy(self, tap: Mapping[str, Any]) -> None:
        chosen = _chosen(tap)
        try:
            await self.bot.answer_callback_query(tap["id"])
            if chosen is not None:
                where = tap["message"]
                await self.bot.edit_message_reply_markup(
                    chat_id=where["chat"]["id"], message_id=where["message_id"], reply_markup=chosen
                )
        except (TelegramError, KeyError) as error:
            log.info("a tap could not be marked: %s", type(error).__name__)

    async def listen_at(self, url: str, secret: str) -> None:
        """Tell Telegram where the webhook is. What waits there already is kept. Raises `SendTrouble`."""
        try:
            await self.bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)
        except TelegramError as error:
            raise as_send_trouble(error) from error

    async def waiting_there(self) -> int:
        """How many updates wait at Telegram (`pending_update_count`). Raises `SendTrouble`."""
        try:
            return (await self.bot.get_webhook_info()).pending_update_count
        except TelegramError as error:
            raise as_send_trouble(error) from error

    async def username(self) -> str:
        """The bot's name, for links (t.me/NAME?start=CARD). Raises `SendTrouble`."""
        try:
            return (await self.bot.get_me()).username or ""
        except TelegramError as error:
            raise as_send_trouble(error) from error

    async def close(self) -> None:
        await self.settled()
        for request in self._requests:
            await request.shutdown()


def _keyboard(choices: Sequence[Mapping[str, Any]]) -> InlineKeyboardMarkup | None:
    """One button a row, so that long words stay readable. Raises `OurFault` for an id Telegram cannot carry."""
    if not choices:
        return None
    for choice in choices:
        if (not choice.get("url") and not 0 < len(choice["id"].encode()) <= CALLBACK_BYTES) or choice["id"] == CHOSEN:
            raise OurFault(f"The choice id {choice['id']!r} is not 1 to {CALLBACK_BYTES} bytes.")
    return InlineKeyboardMarkup([[_button(choice)] for choice in choices])


def _button(choice: Mapping[str, Any]) -> InlineKeyboardButton:
    """`url` opens the private view inside Telegram; any other button comes back as its id."""
    if url := choice.get("url"):
        return InlineKeyboardButton(text=_label(choice), web_app=WebAppInfo(url))
    return InlineKeyboardButton(text=_label(choice), callback_data=choice["id"])


def _label(choice: Mapping[str, Any]) -> str:
    return " ".join(part for part in (choice.get("symbol"), choice["label"]) if part)


def _chosen(tap: Mapping[str, Any]) -> InlineKeyboardMarkup | None:
    """The tapped button alone, marked; None when it is not there or was marked before."""
    rows = (tap.get("message") or {}).get("reply_markup", {}).get("inline_keyboard", [])
    labels = [b["text"] for row in rows for b in row if b.get("callback_data") == tap.get("data")]
    if not labels or tap.get("data") == CHOSEN:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(text=CHOSEN_MARK + labels[0], callback_data=CHOSEN)]])


def _keep_words_out_of_logs() -> None:
    """Threat: httpx logs addresses with the token in them, and the library logs what it sends when it debugs."""
    for name in ("httpx", "httpcore", "telegram"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))

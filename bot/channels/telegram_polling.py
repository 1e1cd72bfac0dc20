"""Polling, for a single site without a public address: each update is kept before the offset moves past it.

Telegram forgets an update when it is asked for a later one. The offset lives in memory only: after a crash Telegram
gives everything again that the last question had not confirmed, and the inbox knows what was kept.
"""

import asyncio
import json
import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import aiohttp

from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_updates import ALLOWED_UPDATES, Update
from bot.channels.telegram_webhook import AcceptRaw
from bot.clock import Clock
from bot.errors import SendTrouble, TryLater
from storage.errors import StorageError

log = logging.getLogger(__name__)

ANSWER_SECONDS = 15.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 60.0
STALLED_AFTER = timedelta(minutes=3)
CONFLICT = 409


class TelegramPoller:
    """One poller; Telegram allows one for a bot. `seconds` is how long it holds an unanswered question open."""

    def __init__(self, channel: TelegramChannel, accept_raw: AcceptRaw, clock: Clock, *, seconds: int = 50) -> None:
        self.channel = channel
        self.offset = 0
        self.trouble = ""
        self._accept_raw, self._clock, self._seconds = accept_raw, clock, seconds
        self._begun = self._answered = clock()

    async def run(self) -> None:
        """Ask and keep until cancelled; every fault is said and waited out."""
        self._begun = self._answered = self._clock()
        wait = FIRST_WAIT
        async with aiohttp.ClientSession() as session:
            await self._take_over(session)
            while True:
                try:
                    await self.once(session)
                    wait = FIRST_WAIT
                    self.trouble = ""
                except Exception as error:  # noqa: BLE001 - this loop outlives every fault; the text may hold words
                    known = isinstance(error, SendTrouble | StorageError)
                    self.trouble = str(error) if known else type(error).__name__
                    log.warning("Telegram polling waits: %s", self.trouble)
                    after = error.after if isinstance(error, TryLater) else None
                    await asyncio.sleep(after if after is not None else wait)
                    wait = min(LONGEST_WAIT, 2 * wait)

    async def once(self, session: aiohttp.ClientSession) -> int:
        """One question: keep what comes, one after another, and move on past what is kept.

        Raises `TryLater` for Telegram's trouble and `StorageError` for ours; the offset then stands where it was.
        """
        question = {"offset": self.offset, "timeout": self._seconds, "allowed_updates": list(ALLOWED_UPDATES)}
        updates: Sequence[Update] = await self._ask(session, "getUpdates", question)
        self._answered = self._clock()
        for update in updates:
            payload = json.dumps(update, ensure_ascii=False)
            await self._accept_raw("telegram", self.channel.number(update), payload)
            self.offset = update["update_id"] + 1
            self.channel.acknowledge(update)
        return len(updates)

    def stalled(self) -> bool:
        """Has nothing been heard from Telegram for minutes? For `doctor` and `/readyz`."""
        return self._clock() - self._answered > STALLED_AFTER

    async def watch(self, every: float = 60.0) -> None:
        """Say aloud when polling stalls, and how much waits at Telegram meanwhile."""
        while True:
            await asyncio.sleep(every)
            if self.stalled():
                log.error("Telegram polling has stalled: %s", await self.state())

    async def state(self) -> str:
        """One line for a human: since when, why, and how many updates wait there."""
        try:
            there = str(await self.channel.waiting_there())
        except SendTrouble as error:
            there = f"unknown ({error})"
        return f"last answer {self._answered:%Y-%m-%d %H:%M:%S}, {self.trouble or 'no error'}, waiting there: {there}"

    async def _take_over(self, session: aiohttp.ClientSession) -> None:
        """A webhook that is still set would refuse every question. What waits there is kept."""
        try:
            await self._ask(session, "deleteWebhook", {"drop_pending_updates": False})
        except TryLater as error:
            log.warning("Telegram did not let go of the webhook: %s", error)

    async def _ask(self, session: aiohttp.ClientSession, method: str, question: Mapping[str, Any]) -> Any:
        """Asked directly, not through the library: it would build its objects and lose the raw update."""
        timeout = aiohttp.ClientTimeout(total=self._seconds + ANSWER_SECONDS)
        url = f"{self.channel.base_url}{self.channel.token}/{method}"
        try:
            async with session.post(url, json=question, timeout=timeout) as response:
                answer = await response.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            # The text of these errors holds the address, and the address holds the token.
            raise TryLater(f"Telegram did not answer ({type(error).__name__}).") from None
        return _result(answer)


def _result(answer: Any) -> Any:
    """The result. Raises `TryLater`, with Telegram's own wait where it gives one."""
    if not isinstance(answer, dict) or not answer.get("ok"):
        said = answer if isinstance(answer, dict) else {}
        if said.get("error_code") == CONFLICT:
            raise TryLater("Somebody else polls for this bot (409). Stop the other one.")
        after = (said.get("parameters") or {}).get("retry_after")
        raise TryLater(f"Telegram refused: {said.get('description', 'no reason given')}", after)
    return answer["result"]

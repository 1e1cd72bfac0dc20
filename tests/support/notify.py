"""GOV.UK Notify on loopback, as far as we use it: the only stand-in there is for it, and all that stands in.

It checks the token as Notify does, keeps what was sent to each phone, and posts back what Notify posts: texts that
children send, and what became of ours.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

import aiohttp
import jwt
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.sms import SmsChannel
from bot.channels.sms_receipts import PATH as RECEIPTS
from bot.channels.sms_received import PATH as TEXTS
from tests.support.served import Served

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"texts-{SERVICE}-{SECRET}"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
RECEIPTS_TOKEN, TEXTS_TOKEN = "a token for receipts", "a token for texts"
OUR_NUMBER, PHONE = "07700900111", "+447700900222"
NUMBERED = UUID(int=7)


@dataclass
class NotifyLookAlike:
    """`status` and `errors` are what it answers to a send; `texts` the bodies of what it took, in order."""

    status: int = 201
    errors: list[dict[str, str]] = field(default_factory=list)
    body: str = "((notice))"
    texts: list[dict[str, Any]] = field(default_factory=list)
    base_url: str = ""
    service_url: str = ""
    received: int = 0

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v2/notifications/sms", self._sms)
        app.router.add_get("/v2/template/{id}", self._template)
        return app

    def channel(self) -> SmsChannel:
        return SmsChannel(KEY, TEMPLATE, self.base_url)

    def on_phone(self, number: str) -> list[str]:
        """Everything this phone was sent, the oldest first."""
        return [one["personalisation"]["notice"] for one in self.texts if one["phone_number"] == number]

    async def text(self, number: str, message: str, *, repeat: bool = False, token: str = TEXTS_TOKEN) -> int:
        """A child sends a text; what our service answers Notify. `repeat`: Notify says the last one again."""
        self.received += not repeat
        said = {
            "id": str(uuid5(NUMBERED, str(self.received))), "source_number": number.removeprefix("+"),
            "destination_number": OUR_NUMBER, "message": message, "date_received": "2026-11-21T10:00:00.000000Z",
        }  # fmt: skip
        return await self._tell(TEXTS, said, token)

    async def receipt(self, number: str, status: str, *, which: int = -1, token: str = RECEIPTS_TOKEN) -> int:
        """What became of a text that this phone was sent (the last one)."""
        sent = [one for one in self.texts if one["phone_number"] == number][which]
        said = {
            "id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": sent["reference"], "to": number,
            "status": status, "created_at": "2026-11-21T10:00:00.000000Z", "completed_at": None, "sent_at": None,
            "notification_type": "sms", "template_id": TEMPLATE, "template_version": 1,
        }  # fmt: skip
        return await self._tell(RECEIPTS, said, token)

    async def _tell(self, path: str, said: dict[str, Any], token: str) -> int:
        headers = {"Authorization": f"Bearer {token}"}
        async with aiohttp.ClientSession() as session, session.post(
            self.service_url + path, json=said, headers=headers
        ) as answer:  # fmt: skip
            return answer.status

    async def _sms(self, request: web.Request) -> web.Response:
        claims = jwt.decode(
            request.headers["Authorization"].removeprefix("Bearer "), SECRET, algorithms=["HS256"],
            options={"verify_iat": False},
        )  # fmt: skip
        assert claims["iss"] == SERVICE
        if self.status != 201:
            return web.json_response({"status_code": self.status, "errors": self.errors}, status=self.status)
        said = await request.json()
        assert len(said["personalisation"]["notice"]) <= 918, "Notify takes no longer text"
        self.texts.append(said)
        return web.json_response({"id": "740e5834-3a29-46b4-9a6f-16142fde533a"}, status=201)

    async def _template(self, request: web.Request) -> web.Response:
        assert request.match_info["id"] == TEMPLATE
        return web.json_response({"id": TEMPLATE, "body": self.body})


@contextlib.asynccontextmanager
async def notify_on_loopback() -> AsyncIterator[NotifyLookAlike]:
    there = NotifyLookAlike()
    async with TestServer(there.application()) as server:
        there.base_url = str(server.make_url("/")).rstrip("/")
        yield there


class Texts:
    """One child's phone: every step returns the texts that came since, with a line between them."""

    def __init__(self, service: Served, notify: NotifyLookAlike, number: str = PHONE) -> None:
        self.service, self.notify, self.number = service, notify, number
        self.seen = self.last_count = 0

    async def say(self, text: str) -> str:
        assert await self.notify.text(self.number, text) == 200
        return await self.heard()

    async def heard(self) -> str:
        """What is new on the phone, once nothing is on its way any more."""
        await self.service.settled()
        shown = self.notify.on_phone(self.number)
        new, self.seen = shown[self.seen :], len(shown)
        self.last_count = len(new)
        return "\n---\n".join(new)

    async def join(self, card: str, birthday: str) -> str:
        """The whole of the hello, by numbers."""
        for text in (card, "1", birthday, "1"):
            await self.say(text)
        return await self.say("1")

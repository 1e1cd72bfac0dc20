"""A pretend phone for the demonstration: both sides of texting on one page, `/demo/sms`. Never part of `serve`.

Nothing leaves the machine. What is typed there goes the way of every text: kept, screened, answered by the outbox.
"""

import json
from collections import defaultdict, deque
from datetime import UTC, datetime
from importlib import resources
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.channels.demo import DemoChannel
from bot.channels.sms_received import read
from bot.channels.sms_text import cost, pieces, written
from bot.inbound import Inbound, Outbound
from bot.intake import Intake

NUMBER, OURS = "+447700900222", "07700 900111"
KEPT = 200
LONGEST = 918


class DemoPhone(DemoChannel):
    """Takes what would go to any phone, and remembers it for the page."""

    def __init__(self) -> None:
        super().__init__("sms")
        self.shown: defaultdict[str, deque[dict[str, Any]]] = defaultdict(lambda: deque(maxlen=KEPT))

    def arrivals(self, payload: str) -> list[Inbound]:
        return [read(payload)]

    async def send(self, outbound: Outbound) -> str:
        for text in pieces(written(outbound.text, outbound.choices)):
            self.shown[outbound.to].append({"from": "service", "text": text, "parts": cost(text).parts})
        return await super().send(outbound)

    def typed(self, text: str) -> None:
        self.shown[NUMBER].append({"from": "child", "text": text, "parts": cost(text).parts})


def add_phone(app: web.Application, phone: DemoPhone, intake: Intake) -> None:
    """Add the page and what it fetches."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text=_file("phone.html"), content_type="text/html")

    async def script(_: web.Request) -> web.Response:
        return web.Response(text=_file("phone.js"), content_type="text/javascript")

    async def texts(_: web.Request) -> web.Response:
        return web.json_response(list(phone.shown[NUMBER]))

    async def send(request: web.Request) -> web.Response:
        text = str((await request.json()).get("text", ""))[:LONGEST]
        if not text.strip():
            return web.Response(status=400)
        phone.typed(text)
        said = {
            "id": str(uuid4()), "source_number": NUMBER, "destination_number": OURS, "message": text,
            "date_received": datetime.now(UTC).isoformat(),
        }  # fmt: skip
        await intake.accept_raw("sms", said["id"], json.dumps(said))
        return web.Response(status=204)

    app.router.add_get("/demo/sms", page)
    app.router.add_get("/demo/sms/phone.js", script)
    app.router.add_get("/demo/sms/texts", texts)
    app.router.add_post("/demo/sms/texts", send)


def _file(name: str) -> str:
    return resources.files("bot.demo").joinpath(name).read_text(encoding="utf-8")

"""The pretend phone of the demonstration shows both sides of texting, and `serve` has none."""

from __future__ import annotations

from aiohttp.test_utils import TestClient, TestServer

from bot import application
from bot.clock import PlayedClock
from bot.demo.phone import NUMBER, DemoPhone, add_phone
from bot.played import TODAY
from bot.service import build
from storage.database import Database
from tests.support.once import the_library
from tests.support.played import SETTINGS, service_on, the_screen
from tests.support.served import until


async def test_what_is_typed_is_answered_on_the_same_page(exampleshire: Database) -> None:
    phone = DemoPhone()
    service = build(
        SETTINGS, exampleshire, {"sms": phone}, PlayedClock(TODAY), library=the_library(), screen=the_screen()
    )
    app = application.make(service)
    add_phone(app, phone, service.intake)
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/demo/sms")).status == 200
        assert (await client.post("/demo/sms/texts", json={"text": "heron-17"})).status == 204
        await until(lambda: len(phone.shown[NUMBER]) == 2)
        mine, answer = await (await client.get("/demo/sms/texts")).json()
        assert (mine["from"], mine["text"], mine["parts"]) == ("child", "heron-17", 1)
        assert "1 Yes" in answer["text"]


async def test_a_service_has_no_such_page(exampleshire: Database) -> None:
    async with TestClient(TestServer(application.make(service_on(exampleshire)))) as client:
        assert (await client.get("/demo/sms")).status == 404

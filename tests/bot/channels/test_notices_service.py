"""A whole service with texts and push: what is urgent goes out, and what comes back is followed up. On the loopback."""

from __future__ import annotations

from uuid import UUID

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import application
from bot.channels.configured import connect
from bot.channels.push import PushChannel, new_key
from bot.channels.sms import SmsChannel
from bot.channels.sms_receipts import PATH
from bot.clock import PlayedClock
from bot.played import TODAY, Played
from bot.service import build
from bot.settings import Settings
from storage import staff_notices
from storage.database import Database
from tests.support.once import the_library
from tests.support.played import DANGER, SETTINGS, the_screen

KEY = "duty-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
TOKEN = "a token that is long enough"


def settings(notify: str) -> Settings:
    return SETTINGS.model_copy(
        update={
            "demo": False, "notify_base_url": notify, "notify_template": "f33517ff-2a88-4f6e-b855-c550268ce08a",
            "push_contact": "mailto:ict@exampleshire.example", "push_services": "127.0.0.1",
        }
        | {
            name: Settings(**{name: value}).model_dump()[name]
            for name, value in {"notify_key": KEY, "notify_receipts_token": TOKEN, "push_key": new_key()}.items()
        }
    )  # fmt: skip


async def test_an_urgent_text_goes_out_and_its_failure_is_heard(exampleshire: Database) -> None:
    texts: list[dict[str, str]] = []

    async def sms(request: web.Request) -> web.Response:
        texts.append(await request.json())
        return web.json_response({"id": "740e5834-3a29-46b4-9a6f-16142fde533a"}, status=201)

    there = web.Application()
    there.router.add_post("/v2/notifications/sms", sms)
    async with TestServer(there) as notify:
        said = settings(str(notify.make_url("/")).rstrip("/"))
        clock = PlayedClock(TODAY)
        channels = connect(said, clock)
        assert isinstance(channels["sms"], SmsChannel)
        assert isinstance(channels["push"], PushChannel)
        service = build(said, exampleshire, channels, clock, library=the_library(), screen=the_screen())
        played = Played(service, clock, "web", sender="EXC-0027")
        played.be("EXC-0027")
        played.say(DANGER)
        await service.delivery.drain()
        assert [text["phone_number"] for text in texts] == ["01632 960112"]
        async with TestClient(TestServer(application.make(service))) as client:
            receipt = {"reference": texts[0]["reference"], "status": "permanent-failure"}
            answer = await client.post(PATH, json=receipt, headers={"Authorization": f"Bearer {TOKEN}"})
            assert answer.status == 200
    notices = {notice.id: notice for notice in exampleshire.read_now(staff_notices.latest)}
    failed = notices[UUID(texts[0]["reference"])]
    assert (failed.state, failed.trouble) == ("failed", "permanent-failure")

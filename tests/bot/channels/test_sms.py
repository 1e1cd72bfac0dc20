"""Texts leave as Notify wants them, and what it says has its right name. Through a look-alike on the loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.sms import SmsChannel
from bot.channels.sms_receipts import PATH, add_receipts
from bot.errors import BadArrival, Misconfigured, OurFault, TryLater, Unreachable, Unsure
from bot.inbound import Outbound
from storage.errors import StorageError

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"duty_texts-{SERVICE}-{SECRET}"
TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a"
TOKEN = "a token that is long enough"
TEXT = "My IRO: a concern needs you. Sign in to read it: https://my-iro.example/staff/concerns"


@dataclass
class Notify:
    """As much of GOV.UK Notify as we use: checks the token as it does, answers as it is told to."""

    status: int = 201
    errors: list[dict[str, str]] = field(default_factory=list)
    texts: list[dict[str, Any]] = field(default_factory=list)

    async def sms(self, request: web.Request) -> web.Response:
        claims = jwt.decode(
            request.headers["Authorization"].removeprefix("Bearer "), SECRET, algorithms=["HS256"],
            options={"verify_iat": False},
        )  # fmt: skip
        assert claims["iss"] == SERVICE
        if self.status != 201:
            return web.json_response({"status_code": self.status, "errors": self.errors}, status=self.status)
        said = await request.json()
        self.texts.append(said)
        return web.json_response({"id": "740e5834-3a29-46b4-9a6f-16142fde533a"}, status=201)

    async def template(self, request: web.Request) -> web.Response:
        assert request.match_info["id"] == TEMPLATE
        return web.json_response({"id": TEMPLATE, "body": "((notice))"})


@pytest.fixture
async def notify() -> AsyncIterator[tuple[Notify, SmsChannel]]:
    there = Notify()
    app = web.Application()
    app.router.add_post("/v2/notifications/sms", there.sms)
    app.router.add_get("/v2/template/{id}", there.template)
    async with TestServer(app) as server:
        yield there, SmsChannel(KEY, TEMPLATE, str(server.make_url("/")).rstrip("/"))


def notice() -> Outbound:
    return Outbound("sms", "01632 960112", TEXT, message_id="0f" * 16)


async def test_a_text_arrives_with_nothing_but_the_notice(notify: tuple[Notify, SmsChannel]) -> None:
    there, channel = notify
    assert await channel.send(notice()) == "740e5834-3a29-46b4-9a6f-16142fde533a"
    assert there.texts == [
        {
            "phone_number": "01632 960112", "template_id": TEMPLATE, "personalisation": {"notice": TEXT},
            "reference": "0f" * 16,
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "error", "trouble"),
    [
        (400, "phone_number Not enough digits", Unreachable),
        (400, "Missing personalisation: notice", OurFault),
        (400, "Can't send to this recipient using a team-only API key", OurFault),
        (403, "Invalid token: API key not found", TryLater),
        (404, "No result found", OurFault),
        (429, "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds", TryLater),
        (500, "Internal server error", TryLater),
        (503, "", TryLater),
    ],
)
async def test_what_notify_says_has_its_right_name(
    notify: tuple[Notify, SmsChannel], caplog: pytest.LogCaptureFixture, status: int, error: str, trouble: type
) -> None:
    there, channel = notify
    there.status, there.errors = status, [{"error": "BadRequestError", "message": f"{error} 01632 960112"}]
    with pytest.raises(trouble) as raised:
        await channel.send(notice())
    assert type(raised.value) is trouble
    assert "960112" not in str(raised.value) + caplog.text


async def test_no_answer_is_no_proof_that_it_was_not_sent(unused_tcp_port: int) -> None:
    channel = SmsChannel(KEY, TEMPLATE, f"http://127.0.0.1:{unused_tcp_port}", seconds=1)
    with pytest.raises(Unsure):
        await channel.send(notice())


async def test_the_template_can_be_looked_at(notify: tuple[Notify, SmsChannel]) -> None:
    import asyncio

    assert await asyncio.to_thread(notify[1].template_body) == "((notice))"


@pytest.mark.parametrize(("key", "template"), [("secret", TEMPLATE), (KEY, ""), (KEY, "my template")])
def test_half_of_a_configuration_is_refused_without_showing_the_key(key: str, template: str) -> None:
    with pytest.raises(Misconfigured, match="MY_IRO_NOTIFY_") as refused:
        SmsChannel(key, template, "http://127.0.0.1")
    assert SECRET not in str(refused.value)


def test_nothing_arrives_by_text() -> None:
    with pytest.raises(BadArrival):
        SmsChannel(KEY, TEMPLATE, "http://127.0.0.1").arrivals("{}")


@dataclass
class Ledger:
    """Remembers what came back."""

    came_back: list[tuple[UUID, str, str]] = field(default_factory=list)
    broken: bool = False

    async def __call__(self, parcel_id: UUID, channel: str, why: str) -> bool:
        if self.broken:
            raise StorageError("The database does not answer.")
        self.came_back.append((parcel_id, channel, why))
        return True


@pytest.fixture
async def receipts() -> AsyncIterator[tuple[Ledger, TestClient[Any, Any]]]:
    ledger, app = Ledger(), web.Application()
    add_receipts(app, TOKEN, ledger)
    async with TestClient(TestServer(app)) as client:
        yield ledger, client


def receipt(status: str, reference: str) -> dict[str, str]:
    return {
        "id": "740e5834-3a29-46b4-9a6f-16142fde533a",
        "reference": reference,
        "to": "01632 960112",
        "status": status,
    }


@pytest.mark.parametrize("status", ["permanent-failure", "temporary-failure", "technical-failure"])
async def test_a_text_that_did_not_arrive_is_given_back(receipts, status: str) -> None:
    ledger, client = receipts
    parcel = uuid4()
    answer = await client.post(PATH, json=receipt(status, parcel.hex), headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status == 200
    assert ledger.came_back == [(parcel, "sms", status)]


async def test_a_delivered_text_changes_nothing(receipts) -> None:
    ledger, client = receipts
    body = receipt("delivered", uuid4().hex)
    assert (await client.post(PATH, json=body, headers={"Authorization": f"Bearer {TOKEN}"})).status == 200
    assert ledger.came_back == []


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}])
async def test_nobody_else_can_say_that_a_text_failed(receipts, headers: dict[str, str]) -> None:
    ledger, client = receipts
    answer = await client.post(PATH, json=receipt("permanent-failure", uuid4().hex), headers=headers)
    assert answer.status == 403
    assert ledger.came_back == []


@pytest.mark.parametrize("body", ["", "[]", "{", '{"reference": "x", "status": "permanent-failure"}', "x" * 20_000])
async def test_what_is_no_receipt_is_refused(receipts, body: str) -> None:
    _, client = receipts
    answer = await client.post(PATH, data=body, headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status == 400


async def test_a_receipt_that_cannot_be_kept_is_asked_for_again(receipts) -> None:
    ledger, client = receipts
    ledger.broken = True
    body = receipt("permanent-failure", uuid4().hex)
    assert (await client.post(PATH, json=body, headers={"Authorization": f"Bearer {TOKEN}"})).status == 503


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(Misconfigured, match="16 characters"):
        add_receipts(web.Application(), "short", Ledger())

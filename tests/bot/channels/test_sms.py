"""Texts leave as Notify wants them, and what it says has its right name. Through a look-alike on the loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.channels.sms import SmsChannel
from bot.channels.sms_receipts import PATH, add_receipts
from bot.errors import BadArrival, Misconfigured, OurFault, TryLater, Unreachable, Unsure
from bot.inbound import Outbound
from storage.errors import StorageError
from tests.support.notify import KEY, SECRET, TEMPLATE, NotifyLookAlike, notify_on_loopback

TOKEN = "a token that is long enough"
TEXT = "My IRO: a concern needs you. Sign in to read it: https://my-iro.example/staff/concerns"


@pytest.fixture
async def notify() -> AsyncIterator[tuple[NotifyLookAlike, SmsChannel]]:
    async with notify_on_loopback() as there:
        yield there, there.channel()


def notice() -> Outbound:
    return Outbound("sms", "01632 960112", TEXT, message_id="0f" * 16)


async def test_a_text_arrives_with_nothing_but_the_notice(notify: tuple[NotifyLookAlike, SmsChannel]) -> None:
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
    notify: tuple[NotifyLookAlike, SmsChannel], caplog: pytest.LogCaptureFixture, status: int, error: str, trouble: type
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


async def test_the_template_can_be_looked_at(notify: tuple[NotifyLookAlike, SmsChannel]) -> None:
    import asyncio

    assert await asyncio.to_thread(notify[1].template_body) == "((notice))"


@pytest.mark.parametrize(("key", "template"), [("secret", TEMPLATE), (KEY, ""), (KEY, "my template")])
def test_half_of_a_configuration_is_refused_without_showing_the_key(key: str, template: str) -> None:
    with pytest.raises(Misconfigured, match="MY_IRO_NOTIFY_") as refused:
        SmsChannel(key, template, "http://127.0.0.1")
    assert SECRET not in str(refused.value)


async def test_choices_stand_under_the_words_with_their_numbers(notify: tuple[NotifyLookAlike, SmsChannel]) -> None:
    there, channel = notify
    choices = ({"id": "yes", "label": "Yes", "symbol": "👍"}, {"id": "no", "label": "No", "symbol": ""})
    await channel.send(Outbound("sms", "+447700900222", "Is it OK to go on? 🙂", choices=choices))
    assert there.on_phone("+447700900222") == ["Is it OK to go on?\n1 Yes\n2 No"]


async def test_what_notify_would_not_take_at_once_goes_in_several(notify: tuple[NotifyLookAlike, SmsChannel]) -> None:
    there, channel = notify
    await channel.send(Outbound("sms", "+447700900222", "All of this matters to me. " * 60, message_id="0f" * 16))
    sent = there.on_phone("+447700900222")
    assert [len(one) <= 918 for one in sent] == [True, True]
    assert " ".join(sent) == ("All of this matters to me. " * 60).strip()
    assert {one["reference"] for one in there.texts} == {"0f" * 16}


async def test_a_text_without_anything_a_phone_can_show_is_our_fault(
    notify: tuple[NotifyLookAlike, SmsChannel],
) -> None:
    with pytest.raises(OurFault):
        await notify[1].send(Outbound("sms", "+447700900222", "🙂"))


@pytest.mark.parametrize("payload", ["{}", "", "[]", '{"id": "1", "source_number": "SHOP", "message": "sale"}'])
def test_what_is_no_text_is_not_understood(payload: str) -> None:
    with pytest.raises(BadArrival):
        SmsChannel(KEY, TEMPLATE, "http://127.0.0.1").arrivals(payload)


@dataclass
class Ledger:
    """Remembers what came back."""

    came_back: list[tuple[UUID, str, str]] = field(default_factory=list)
    arrived: list[tuple[UUID, str]] = field(default_factory=list)
    broken: bool = False

    async def delivered(self, parcel_id: UUID, channel: str) -> bool:
        self.arrived.append((parcel_id, channel))
        return True

    async def __call__(self, parcel_id: UUID, channel: str, why: str) -> bool:
        if self.broken:
            raise StorageError("The database does not answer.")
        self.came_back.append((parcel_id, channel, why))
        return True


@pytest.fixture
async def receipts() -> AsyncIterator[tuple[Ledger, TestClient[Any, Any]]]:
    ledger, app = Ledger(), web.Application()
    add_receipts(app, TOKEN, ledger, ledger.delivered)
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


async def test_a_delivered_text_is_written_down(receipts) -> None:
    ledger, client = receipts
    parcel = uuid4()
    body = receipt("delivered", parcel.hex)
    assert (await client.post(PATH, json=body, headers={"Authorization": f"Bearer {TOKEN}"})).status == 200
    assert (ledger.arrived, ledger.came_back) == ([(parcel, "sms")], [])


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
        add_receipts(web.Application(), "short", Ledger(), Ledger().delivered)

"""A push reaches the browser that asked, sealed for it, signed with our key. Through a push service on the loopback."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid.utils import b64urldecode

from bot.channels.push import MESSAGE, PushChannel
from bot.errors import BadArrival, Misconfigured, OurFault, TryLater, Unreachable
from bot.inbound import Outbound
from storage.push_subscriptions import allowed
from tests.support.push import CONTACT, KEY, SERVICES, Browser, PushService, channel, push_on_loopback


@pytest.fixture
async def there() -> AsyncIterator[tuple[PushService, Browser]]:
    async with push_on_loopback() as both:
        yield both


def notice(browser: Browser, text: str = "concern") -> Outbound:
    return Outbound("push", browser.subscription, text, message_id="0f" * 16)


async def test_the_browser_can_open_it_and_nobody_on_the_way(there: tuple[PushService, Browser]) -> None:
    service, browser = there
    await channel().send(notice(browser))
    [(headers, body)] = service.got
    assert browser.open(body) == "concern"
    assert b"concern" not in body
    assert headers["urgency"] == "high"
    assert int(headers["ttl"]) > 0


async def test_it_is_signed_with_our_key_for_that_push_service_alone(there: tuple[PushService, Browser]) -> None:
    service, browser = there
    sender = channel()
    await sender.send(notice(browser))
    scheme, _, fields = service.got[0][0]["authorization"].partition(" ")
    said: dict[str, Any] = dict(part.strip().split("=", 1) for part in fields.split(","))
    assert (scheme, said["k"]) == ("vapid", sender.public_key)
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b64urldecode(said["k"].encode()))
    origin = browser.endpoint.removesuffix("/push/abc")
    claims = jwt.decode(said["t"], point, algorithms=["ES256"], audience=origin)
    assert claims["sub"] == CONTACT


async def test_all_pushes_of_a_kind_have_one_length(there: tuple[PushService, Browser]) -> None:
    service, browser = there
    for _ in range(3):
        await channel().send(notice(browser))
    assert len({len(body) for _, body in service.got}) == 1


async def test_a_childs_bell_waits_for_a_phone_that_is_off_and_ten_of_them_ring_once(
    there: tuple[PushService, Browser],
) -> None:
    service, browser = there
    for text in (MESSAGE, MESSAGE, "concern"):
        await channel().send(notice(browser, text))
    first, second, staff = (headers for headers, _ in service.got)
    assert int(first["ttl"]) >= 3 * 24 * 3600, "a night, and a weekend without data"
    assert first["topic"] == second["topic"], "the newest takes the place of the one that waits"
    assert "topic" not in staff, "no concern takes the place of another"


@pytest.mark.parametrize(
    ("status", "trouble", "after"),
    [
        (404, Unreachable, None), (410, Unreachable, None), (403, OurFault, None), (400, OurFault, None),
        (413, OurFault, None), (429, TryLater, 120.0), (500, TryLater, None), (503, TryLater, None),
    ],
)  # fmt: skip
async def test_what_a_push_service_says_has_its_right_name(
    there: tuple[PushService, Browser], status: int, trouble: type, after: float | None
) -> None:
    service, browser = there
    service.status, service.headers = status, {"Retry-After": "120"} if after else {}
    with pytest.raises(trouble) as raised:
        await channel().send(notice(browser))
    assert getattr(raised.value, "after", None) == after
    assert browser.endpoint not in str(raised.value)


async def test_a_push_service_that_is_not_there(unused_tcp_port: int) -> None:
    browser = Browser(f"http://127.0.0.1:{unused_tcp_port}/push/abc")
    with pytest.raises(TryLater, match="cannot be reached"):
        await channel().send(notice(browser))


async def test_keys_that_are_none_are_not_the_services_fault() -> None:
    broken = json.dumps({"endpoint": "http://127.0.0.1:9/x", "keys": {"p256dh": "abc", "auth": "abc"}})
    with pytest.raises(Unreachable):
        await channel().send(Outbound("push", broken, "concern"))


@pytest.mark.parametrize(
    ("endpoint", "is_allowed"),
    [
        ("https://fcm.googleapis.com/fcm/send/x", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/x", True),
        ("http://fcm.googleapis.com/fcm/send/x", False),
        ("https://googleapis.com.evil.example/x", False),
        ("https://notgoogleapis.com/x", False),
        ("https://case-management.council.example/delete", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_the_push_services_of_the_settings_are_called(endpoint: str, is_allowed: bool) -> None:
    assert allowed(endpoint, ("googleapis.com", "mozilla.com")) is is_allowed


@pytest.mark.parametrize(
    ("key", "contact", "name"),
    [
        ("x", CONTACT, "PUSH_KEY"),
        ("", CONTACT, "PUSH_KEY"),
        (KEY, "somebody", "PUSH_CONTACT"),
        ("ä", CONTACT, "PUSH_KEY"),
    ],
    ids=["short", "empty", "contact", "letters"],
)
def test_half_of_a_configuration_is_refused(key: str, contact: str, name: str) -> None:
    with pytest.raises(Misconfigured, match=f"MY_IRO_{name}"):
        PushChannel(key, contact, SERVICES)


def test_nothing_arrives_by_push() -> None:
    with pytest.raises(BadArrival):
        channel().arrivals("{}")

"""Web push to browsers of staff and of children: a code word, sealed for that browser; its own script words it.

The push service in between (Google's, Mozilla's, Apple's, Microsoft's) learns that a browser of ours is told
something, and when. All payloads of a kind are the same.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import requests
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from py_vapid.utils import b64urldecode, b64urlencode
from pywebpush import WebPushException, webpush

from bot.channels.capabilities import Capabilities
from bot.errors import BadArrival, Misconfigured, OurFault, SendTrouble, TryLater, Unreachable, Unsure
from bot.inbound import Inbound, Outbound
from storage.push_subscriptions import allowed

CAPABILITIES = Capabilities(
    name="push", push=True, buttons=False, edit=False, voice=False, read_receipt=False, private=False, length=200
)
MESSAGE = "message"
"""The code word of a child's bell."""


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a push service keeps a push for a browser that cannot be reached, in seconds.

    Of one `topic` it keeps the newest alone (RFC 8030, section 5.4).
    """

    seconds: int
    topic: str = ""

    @property
    def headers(self) -> dict[str, str]:
        return {"Urgency": "high", **({"Topic": self.topic} if self.topic else {})}


NOTICE = Stay(3600)
"""To staff: by then the ladder has told others."""
STAYS: Mapping[str, Stay] = MappingProxyType({MESSAGE: Stay(7 * 24 * 3600, "new")})
"""A child's phone may be off for the night, out of data for a weekend, or taken away for a school week: what was said
still rings once when it is back. The topic is the same for everybody, so that it says nothing."""


class PushChannel:
    """Sends with one VAPID key. `services` are the domains whose servers may be called. Raises `Misconfigured`."""

    capabilities = CAPABILITIES

    def __init__(self, key: str, contact: str, services: str, *, seconds: float = 15.0) -> None:
        if not contact.startswith(("mailto:", "https://")):
            raise Misconfigured("MY_IRO_PUSH_CONTACT is to be mailto:somebody@your-council or an https address.")
        self._key, self._contact, self._seconds = _read(key), contact, seconds
        self._services = tuple(services.split())

    @property
    def public_key(self) -> str:
        """What a browser is given to subscribe with."""
        return public_key(self._key)

    def arrivals(self, payload: str) -> list[Inbound]:  # noqa: ARG002
        """Nothing arrives by push."""
        raise BadArrival("Web push is for sending only.")

    async def send(self, outbound: Outbound) -> str:
        """`to` is the browser's subscription as JSON. Raises `SendTrouble`."""
        subscription = json.loads(outbound.to)
        if not allowed(subscription["endpoint"], self._services):
            raise Unreachable("This browser's push service is not one of MY_IRO_PUSH_SERVICES.")
        try:
            return await asyncio.to_thread(self._send, subscription, outbound.text)
        except WebPushException as error:
            raise as_send_trouble(error) from None  # its own text may hold the endpoint
        except requests.ReadTimeout:
            raise Unsure("The push service did not answer; the notice may have been sent.") from None
        except requests.RequestException as error:
            raise TryLater(f"The push service cannot be reached ({type(error).__name__}).") from None
        except (ValueError, TypeError) as error:
            raise Unreachable(f"The keys this browser gave cannot be used ({type(error).__name__}).") from None

    def _send(self, subscription: dict[str, object], text: str) -> str:
        with requests.Session() as session:
            session.max_redirects = 0  # an endpoint may not lead elsewhere
            stay = STAYS.get(text, NOTICE)
            answer: requests.Response = webpush(
                subscription, text, vapid_private_key=self._key, vapid_claims={"sub": self._contact},
                ttl=stay.seconds, timeout=self._seconds, headers=stay.headers, requests_session=session,
            )  # fmt: skip
            return str(answer.headers.get("Location", ""))[-80:]


def new_key() -> str:
    """A fresh private key, as the setting wants it."""
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    key: str = b64urlencode(number.to_bytes(32, "big"))
    return key


def public_key(key: Vapid02) -> str:
    point: str = b64urlencode(key.public_key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
    return point


def as_send_trouble(error: WebPushException) -> SendTrouble:
    """What a push service's answer means (RFC 8030, section 7.3; RFC 8292, section 4)."""
    if error.response is None:
        return Unreachable("The keys this browser gave cannot be used.")
    code = error.response.status_code
    if code in (404, 410):
        return Unreachable("This browser does not want notices any more.")
    if code in (401, 403):
        return OurFault(f"The push service refuses our key ({code}). The browser must turn notices on again.")
    if code in (400, 413):
        return OurFault(f"The push service refuses the notice ({code}).")
    wait = error.response.headers.get("Retry-After", "")
    return TryLater(f"The push service is in trouble ({code}).", float(wait) if wait.isdigit() else None)


def _read(key: str) -> Vapid02:
    try:
        if len(b64urldecode(key.encode())) != 32:
            raise ValueError
        return Vapid02.from_raw(key.encode())
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise Misconfigured("MY_IRO_PUSH_KEY is not a push key. Make one: my-iro push-key") from error

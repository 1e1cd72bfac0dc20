"""A push service on loopback, and the browser behind it that holds the keys: stands in for Google's and the others'.

It takes what is posted to a browser's address and answers `status`; what is inside only that browser can open.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import http_ece
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid.utils import b64urlencode

from bot.channels.push import PushChannel, new_key

KEY = new_key()
CONTACT = "mailto:ict@exampleshire.example"
SERVICES = "127.0.0.1"


@dataclass
class Browser:
    """Holds the keys a browser keeps for itself."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    secret: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def subscription(self) -> str:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        keys = {"p256dh": b64urlencode(point), "auth": b64urlencode(self.secret)}
        return json.dumps({"endpoint": self.endpoint, "keys": keys})

    def open(self, body: bytes) -> str:
        opened: bytes = http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm")
        return opened.decode()


@dataclass
class PushService:
    status: int = 201
    headers: dict[str, str] = field(default_factory=dict)
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        self.got.append(({name.lower(): value for name, value in request.headers.items()}, await request.read()))
        return web.Response(status=self.status, headers=self.headers)


@contextlib.asynccontextmanager
async def push_on_loopback() -> AsyncIterator[tuple[PushService, Browser]]:
    service, app = PushService(), web.Application()
    app.router.add_post("/push/abc", service.take)
    async with TestServer(app) as server:
        yield service, Browser(str(server.make_url("/push/abc")))


def channel() -> PushChannel:
    return PushChannel(KEY, CONTACT, SERVICES)

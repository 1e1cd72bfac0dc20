"""What GOV.UK Notify tells us of its own accord. Each callback carries the bearer token that was given to it there."""

import hmac
import json
from typing import Any

from aiohttp import web

from bot.errors import Misconfigured

SHORTEST_TOKEN = 16
LARGEST = 16 * 1024


def checked(token: str, setting: str) -> str:
    """The token. Raises `Misconfigured` for one that can be guessed."""
    if len(token) < SHORTEST_TOKEN:
        raise Misconfigured(f"{setting} needs {SHORTEST_TOKEN} characters or more. Make one: openssl rand -hex 32")
    return token


def authorised(request: web.Request, token: str) -> bool:
    """Compared in constant time."""
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())


async def object_of(request: web.Request) -> dict[str, Any] | None:
    """The JSON object that was sent; None for anything else."""
    if (request.content_length or LARGEST + 1) > LARGEST:
        return None
    try:
        said = json.loads(await request.text())
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None

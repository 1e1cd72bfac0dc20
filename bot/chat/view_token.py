"""The session of a private view: a token that says itself when it ends, and is a header, never a cookie."""

from datetime import datetime, timedelta

from aiohttp import web

from bot.settings import Settings

LOOPBACK = "http://127.0.0.1"
PATH = "/telegram/app"
LASTS = timedelta(hours=1)
MARK = "view."
STATE = "view"
"""Of an address that is a private view: nothing is ever sent there by ourselves."""
TELEGRAM = "telegram"
CLOSED = "This private page is closed. Open it again from your chat in Telegram."


def url(settings: Settings) -> str:
    """Where the view is; nothing where there is none: Telegram refuses a message with any other address than https."""
    here = settings.public_url.startswith(LOOPBACK) and settings.telegram_base_url.startswith(LOOPBACK)
    public = settings.public_url.startswith("https://") or here
    on = settings.telegram != "off" and settings.telegram_token is not None and settings.telegram_view_seconds > 0
    return settings.public_url + PATH if on and public else ""


def brought(request: web.Request) -> str | None:
    """The token in the header, which only our own script can set; None when there is no such header."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if kind == "Bearer" else None


def still_open(token: str, now: datetime) -> str:
    """The token, or nothing when its time is over or it is none of a view."""
    mark, _, rest = token.partition(".")
    until, _, secret = rest.partition(".")
    good = f"{mark}." == MARK and until.isdecimal() and len(until) < 12 and len(secret) > 30
    return token if good and now.timestamp() < int(until) else ""

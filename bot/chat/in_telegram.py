"""Who opens the private view inside Telegram: what Telegram itself signed, and nothing else, is believed.

Source: core.telegram.org/bots/webapps, "Validating data received via the Mini App". Threats: somebody writes the data
themselves, alters it, brings that of another bot, or finds an old one in a history and uses it again.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

KEY = b"WebAppData"
AHEAD = timedelta(seconds=60)
"""Telegram's clock may be so much before ours."""
LONGEST = 8192


class NotOpened(ValueError):
    """The data does not open a view; the message says why, for the log, and names nobody."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A private chat of Telegram whose owner opened the view, and a digest of this one opening."""

    chat: str
    once: str


def opened(data: str, token: str, now: datetime, fresh: timedelta) -> Opened:
    """What Telegram says of who opened the view. Raises `NotOpened`."""
    if not data or len(data) > LONGEST:
        raise NotOpened("no data, or too much")
    try:
        pairs = parse_qsl(data, keep_blank_values=True, strict_parsing=True, max_num_fields=40)
    except ValueError as error:
        raise NotOpened("not a query string") from error
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise NotOpened("a field is there twice")
    given = fields.pop("hash", "")
    if not any(hmac.compare_digest(given.encode(), one.encode()) for one in _signatures(fields, token)):
        raise NotOpened("not signed for this bot")
    _check_fresh(fields, now, fresh)
    return Opened(_person(fields), hashlib.sha256(given.encode()).hexdigest()[:40])


def sign(fields: dict[str, str], token: str) -> str:
    """The hash Telegram puts beside these fields."""
    secret = hmac.new(KEY, token.encode(), hashlib.sha256).digest()
    lines = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return hmac.new(secret, lines.encode(), hashlib.sha256).hexdigest()


def _signatures(fields: dict[str, str], token: str) -> list[str]:
    """With and without the later field `signature`, which is for third parties and is read by nothing here."""
    without = {name: value for name, value in fields.items() if name != "signature"}
    return [sign(fields, token), sign(without, token)]


def _check_fresh(fields: dict[str, str], now: datetime, fresh: timedelta) -> None:
    try:
        signed_at = datetime.fromtimestamp(int(fields.get("auth_date", "")), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise NotOpened("no time") from error
    if not -AHEAD <= now - signed_at <= fresh:
        raise NotOpened("not fresh")


def _person(fields: dict[str, str]) -> str:
    """In a private chat its number is that of the person."""
    try:
        person = json.loads(fields.get("user", ""))
        number, is_bot = person["id"], person.get("is_bot", False)
    except (ValueError, TypeError, KeyError) as error:
        raise NotOpened("nobody") from error
    if isinstance(number, bool) or not isinstance(number, int) or is_bot:
        raise NotOpened("nobody")
    return str(number)

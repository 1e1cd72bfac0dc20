"""What Telegram's errors mean for a message: try later, this person is gone, or the fault is ours."""

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.errors import OurFault, SendTrouble, TryLater, Unreachable, Unsure

GONE = ("chat not found", "user not found", "user is deactivated", "peer_id_invalid", "chat_id is empty")
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
TOKEN_WAIT = 60.0
"""Seconds. With a wrong token no message is at fault: all of them wait until somebody has put it right."""


def as_send_trouble(error: TelegramError) -> SendTrouble:
    """The kind of trouble; its text is Telegram's description, which quotes no message."""
    if isinstance(error, RetryAfter):
        wait = error.retry_after  # a timedelta, or an int while the library is in between
        return TryLater("Telegram's flood limit", wait if isinstance(wait, int) else wait.total_seconds())
    if isinstance(error, Forbidden | ChatMigrated):
        return Unreachable(error.message)
    if isinstance(error, BadRequest):
        gone = any(words in error.message.lower() for words in GONE)
        return Unreachable(error.message) if gone else OurFault(error.message)
    if isinstance(error, InvalidToken):
        return TryLater("Telegram does not know the token. Set MY_IRO_TELEGRAM_TOKEN.", TOKEN_WAIT)
    if isinstance(error, NetworkError):
        return _network(error)
    return TryLater(type(error).__name__)


def _network(error: NetworkError) -> TryLater:
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError) and not isinstance(cause, NEVER_LEFT):
        return Unsure(f"Telegram did not answer ({type(cause).__name__}); the message may have arrived.")
    return TryLater(f"Telegram cannot be reached ({type(cause or error).__name__}).")

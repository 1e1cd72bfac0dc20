"""Who is at the other end: a random token in a cookie that no script can read, and whether the browser is locked.

Threat: the token opens a child's conversation. It is never stored or logged in the clear; what stands in the
inbox beside the page's own message numbers is a digest of it.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from aiohttp import web

from bot.chat.chat import CHANNEL, Chat
from bot.chat.view_token import MARK, brought, still_open
from storage import locks
from storage.chat import Look, look
from storage.closing import CLOSED
from storage.conversations import Address, address_of, open_visitor
from storage.store import Store

KEEP_DAYS = 180


class Locked(Exception):
    """This browser is locked; `kind` opens it. Nothing of the conversation may be told, nor whose it is."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def new_sender() -> str:
    return secrets.token_urlsafe(32)


def sender_of(request: web.Request, chat: Chat) -> str:
    """The token the browser brought, "" when it has none. A private view brings its own, and never a cookie's."""
    token = brought(request)
    if token is not None:
        return still_open(token, chat.clock())
    return request.cookies.get(_cookie_name(chat), "")


def set_cookie(response: web.StreamResponse, chat: Chat, sender: str, *, keep: bool = True) -> None:
    """`keep` False: the browser forgets it when it is closed, because others use this device."""
    if sender.startswith(MARK):
        return  # a private view keeps its token in the page's memory
    response.set_cookie(
        _cookie_name(chat), sender, path="/", httponly=True, samesite="Strict",
        secure=chat.settings.secure_cookies, max_age=KEEP_DAYS * 86400 if keep else None,
    )  # fmt: skip


def external_prefix(sender: str) -> str:
    """What the external ids of this browser's messages begin with."""
    return hashlib.sha256(f"my-iro-chat:{sender}".encode()).hexdigest()[:20] + ":"


def view_of(address: Address) -> str:
    """Changes when this browser begins to see another conversation, or more of it: numbers then start anew."""
    return hashlib.sha256(f"{address.conversation_id}:{address.trust}".encode()).hexdigest()[:12]


async def open_address(chat: Chat, band: str, lang: str) -> Address:
    """A new visitor's address, with a conversation of its own."""
    sender, now = new_sender(), chat.clock()
    return await chat.database.write(lambda store: open_visitor(store, CHANNEL, sender, band, lang, now))


def entered(store: Store, chat: Chat, sender: str) -> Address | None:
    """Where this browser is, for all that shows something; None when it has no session. Raises `Locked`."""
    address = standing(store, sender)
    kind = shut_by(store, chat, address) if address else ""
    if kind:
        raise Locked(kind)
    return address


def standing(store: Store, sender: str) -> Address | None:
    """Where this browser is, locked or not: what is written may always be taken in."""
    address = address_of(store, CHANNEL, sender) if sender else None
    return address if address and address.state != CLOSED else None


def shut_by(store: Store, chat: Chat, address: Address) -> str:
    """What opens this browser's lock, "" when it is open."""
    lock = locks.of(store, address.id)
    idle = timedelta(minutes=chat.settings.lock_minutes)
    return lock.kind if lock and lock.is_shut(chat.clock(), idle) else ""


async def look_from(chat: Chat, sender: str, after: int = 0, read_since: datetime | None = None) -> Look | None:
    """What this browser may see; None when it has no session. Raises `Locked`."""
    prefix = external_prefix(sender)

    def work(store: Store) -> Look | None:
        return look(store, CHANNEL, sender, prefix, after, read_since) if entered(store, chat, sender) else None

    return await chat.database.read(work)


async def address_from(chat: Chat, sender: str) -> Address | None:
    """Where this browser is, locked or not; None when it has no session."""
    return await chat.database.read(lambda store: standing(store, sender)) if sender else None


async def entered_from(chat: Chat, sender: str) -> Address | None:
    """Where this browser is, for what is shown there; None when it has no session. Raises `Locked`."""
    return await chat.database.read(lambda store: entered(store, chat, sender))


def forget_cookie(response: web.StreamResponse, chat: Chat) -> None:
    response.del_cookie(
        _cookie_name(chat), path="/", httponly=True, samesite="Strict", secure=chat.settings.secure_cookies
    )  # fmt: skip


def _cookie_name(chat: Chat) -> str:
    # The prefix makes browsers refuse a cookie that another host or an insecure page has set.
    return "__Host-my-iro" if chat.settings.secure_cookies else "my-iro"

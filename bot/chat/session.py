"""Who is at the other end: a random token in a cookie that no script can read.

Threat: the token opens a child's conversation. It is never stored or logged in the clear; what stands in the
inbox beside the page's own message numbers is a digest of it.
"""

import hashlib
import secrets

from aiohttp import web

from bot.chat.chat import CHANNEL, Chat
from bot.chat.view_token import MARK, brought, still_open
from storage.chat import Look, look
from storage.conversations import Address, address_of, open_visitor

KEEP_DAYS = 180


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


async def look_from(chat: Chat, sender: str, after: int = 0) -> Look | None:
    """What this browser may see; None when it has no session."""
    if not sender:
        return None
    prefix = external_prefix(sender)
    return await chat.database.read(lambda store: look(store, CHANNEL, sender, prefix, after))


async def address_from(chat: Chat, sender: str) -> Address | None:
    """Where this browser is; None when it has no session."""
    return await chat.database.read(lambda store: address_of(store, CHANNEL, sender)) if sender else None


def _cookie_name(chat: Chat) -> str:
    # The prefix makes browsers refuse a cookie that another host or an insecure page has set.
    return "__Host-my-iro" if chat.settings.secure_cookies else "my-iro"

"""The private view: the web chat inside Telegram, for what should not pass through Telegram.

The session is a token in the page's memory, never a cookie: inside Telegram's own web page a cookie would be a third
party's. It ends by itself (`LASTS`), and an opening that Telegram signed opens one session, once.
"""

import logging
import secrets
from datetime import datetime, timedelta

from aiohttp import web

from bot.channels.capabilities import YOUNGEST
from bot.chat.chat import CHANNEL, Chat
from bot.chat.guard import json_body, refused
from bot.chat.in_telegram import NotOpened, Opened, opened
from bot.chat.view_token import CLOSED, LASTS, MARK, STATE, TELEGRAM, url
from bot.facts import london_day
from storage import children, conversations, inbox
from storage.store import Store

log = logging.getLogger(__name__)

FRAMED_BY = "https://web.telegram.org"
OPENINGS = "telegram_app"


class PrivateView:
    """The handler of `POST /telegram/app/session`."""

    def __init__(self, chat: Chat) -> None:
        self.chat = chat

    async def open(self, request: web.Request) -> web.Response:
        """Gives a token for what Telegram signed, once; 403 without saying more."""
        settings, now = self.chat.settings, self.chat.clock()
        data = (await json_body(request)).get("data")
        token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
        fresh = timedelta(seconds=settings.telegram_view_seconds)
        try:
            if not url(settings):
                raise NotOpened("there is no view here")
            who = opened(data if isinstance(data, str) else "", token, now, fresh)
            made = await self.chat.database.write(lambda store: _begin(store, who, now))
        except NotOpened as error:
            log.warning("a private view was not opened: %s", error)
            return refused(403, CLOSED)
        return web.json_response({"token": made})


def _begin(store: Store, who: Opened, now: datetime) -> str:
    """A new address of the same conversation, with the trust of the Telegram chat. Raises `NotOpened`."""
    [first] = inbox.keep(store, [(OPENINGS, who.once, "")], now)
    if first is None:
        raise NotOpened("opened before")
    inbox.done(store, [first.id], now)
    chat = conversations.address_of(store, TELEGRAM, who.chat)
    if chat is None or chat.trust == "none":
        raise NotOpened("has not proved who they are")
    conversation = conversations.load(store, chat.conversation_id)
    child = children.find(store, conversation.child_id) if conversation.child_id else None
    if child is None or child.age(london_day(now)) < YOUNGEST[TELEGRAM]:
        raise NotOpened("too young, or nobody")
    token = f"{MARK}{int((now + LASTS).timestamp())}.{secrets.token_urlsafe(32)}"
    made = conversations.add_address(store, conversation.id, conversation.key_id, CHANNEL, token, chat.trust, now)
    conversations.mark_address(store, made.id, state=STATE)
    return token

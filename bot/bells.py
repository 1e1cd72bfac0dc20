"""Tells a child's browser, where the child asked for it, that there is something new: never what, nor from whom.

Threat: the screen of a phone on a kitchen table, and the company whose push service carries it. What travels is one
code word, sealed for that browser; the words on the screen are the same for everybody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.facts import LONDON
from bot.settings import Settings
from storage import conversations, doorbells, outbox, push_subscriptions, staff_notices
from storage.conversations import Address, Conversation
from storage.doorbells import Bell
from storage.errors import NotFound
from storage.outbox import Draft
from storage.push_subscriptions import Holder
from storage.store import Store

CODE = "message"
WEB = "web"


def said(store: Store, conversation: Conversation, address: Address | None, now: datetime, *, officer: bool) -> None:
    """Something was said at `address` (None: wherever the child has proved who they are)."""
    if conversation.safe_to_write == "no":
        return
    places = [address] if address else _proved(store, conversation.id)
    doorbells.said(store, [a.id for a in places if a.channel == WEB and a.state == "ok"], now, urgent=officer)


def ring(store: Store, settings: Settings, now: datetime) -> bool:
    """Ring what is due; whether anything goes out."""
    night = not settings.tell_from_hour <= now.astimezone(LONDON).hour < settings.tell_until_hour
    due = doorbells.due(store, now, timedelta(minutes=settings.tell_every_minutes), night=night)
    drafts = [draft for bell in due for draft in _drafts(store, bell)]
    for bell in due:
        doorbells.rung(store, bell.address_id, now)
    return bool(outbox.put_many(store, now, drafts))


def _drafts(store: Store, bell: Bell) -> list[Draft]:
    try:
        address = conversations.address(store, bell.address_id)
    except NotFound:
        return []
    if address.state != "ok":
        return []
    return [
        Draft(
            lane="chat", channel="push", recipient_id=address.id, key_id=address.key_id,
            payload={"to": subscription, "text": CODE},
            once=f"{staff_notices.BELL}{bell.said_at.timestamp():.0f}:{subscription_id.hex}",
        )
        for subscription_id, subscription in push_subscriptions.of(store, Holder(address=address))
    ]  # fmt: skip


def _proved(store: Store, conversation_id: UUID) -> Sequence[Address]:
    return [a for a in conversations.addresses_at(store, conversation_id) if a.trust == "full"]

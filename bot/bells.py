"""Tells a child's browser, where the child asked for it, that there is something new: never what, nor from whom.

Threat: the screen of a phone on a kitchen table, and the company whose push service carries it. What travels is one
code word, sealed for that browser; the words on the screen are the same for everybody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.channels.push import MESSAGE
from bot.facts import LONDON
from bot.settings import Settings
from bot.where_to import next_place
from conversations.words import Words
from storage import conversations, doorbells, outbox, push_subscriptions, staff_notices
from storage.conversations import Address, Conversation
from storage.doorbells import Bell
from storage.errors import NotFound
from storage.outbox import Draft, Parcel
from storage.push_subscriptions import Holder
from storage.store import Store

WEB, LANE = "web", "chat"


def said(store: Store, conversation: Conversation, address: Address | None, now: datetime, *, officer: bool) -> None:
    """Something was said at `address` (None: wherever the child has proved who they are)."""
    if conversation.safe_to_write == "no":
        return
    places = [address] if address else _proved(store, conversation.id)
    doorbells.said(store, [a.id for a in places if a.channel == WEB and a.state == "ok"], now, urgent=officer)


def ring(store: Store, settings: Settings, words: Words, now: datetime) -> bool:
    """Ring what is due; whether anything goes out."""
    night = not settings.tell_from_hour <= now.astimezone(LONDON).hour < settings.tell_until_hour
    due = doorbells.due(store, now, timedelta(minutes=settings.tell_every_minutes), night=night)
    drafts = [draft for bell in due for draft in _drafts(store, settings, words, bell)]
    for bell in due:
        doorbells.rung(store, bell.address_id, now)
    return bool(outbox.put_many(store, now, drafts))


def gone(store: Store, settings: Settings, words: Words, parcel: Parcel, now: datetime) -> None:
    """A bell could not be rung, and its browser is forgotten: the next place is used at once."""
    address = _address(store, parcel.recipient_id)
    if address is not None and not push_subscriptions.any_of(store, Holder(address=address)):
        outbox.put_many(store, now, _elsewhere(store, settings, words, address, parcel.made_at))


def _drafts(store: Store, settings: Settings, words: Words, bell: Bell) -> list[Draft]:
    address = _address(store, bell.address_id)
    if address is None or address.state != "ok":
        return []
    rung = [
        Draft(
            lane=LANE, channel="push", recipient_id=address.id, key_id=address.key_id,
            payload={"to": subscription, "text": MESSAGE}, once=_once(bell.said_at, subscription_id),
        )
        for subscription_id, subscription in push_subscriptions.of(store, Holder(address=address))
    ]  # fmt: skip
    return rung or _elsewhere(store, settings, words, address, bell.said_at)


def _elsewhere(store: Store, settings: Settings, words: Words, address: Address, since: datetime) -> list[Draft]:
    """Where no browser of the child's tells any more, their next place says so, in the few words of a notification.

    The message itself stays where the child wants it. Nothing where they have been here since.
    """
    conversation = conversations.load(store, address.conversation_id)
    wrote_at = conversation.child_wrote_at
    if conversation.safe_to_write == "no" or (wrote_at and wrote_at > since) or _rings(store, conversation.id):
        return []
    place = next_place(store, conversation, address)
    if place is None or place.channel not in outbox.PUSH_CHANNELS:
        return []
    text = words.line("host-bell-elsewhere", conversation.lang, conversation.band, app=settings.app_name)
    return [
        Draft(
            lane=LANE, channel=place.channel, recipient_id=place.id, key_id=place.key_id,
            payload={"to": place.sender, "text": text}, once=_once(since, place.id),
        )
    ]  # fmt: skip


def _once(since: datetime, to: UUID) -> str:
    return f"{staff_notices.BELL}{since.timestamp():.0f}:{to.hex}"


def _rings(store: Store, conversation_id: UUID) -> bool:
    known = [a for a in _proved(store, conversation_id) if a.channel == WEB and a.state == "ok"]
    return any(push_subscriptions.any_of(store, Holder(address=one)) for one in known)


def _address(store: Store, address_id: UUID) -> Address | None:
    try:
        return conversations.address(store, address_id)
    except NotFound:
        return None


def _proved(store: Store, conversation_id: UUID) -> Sequence[Address]:
    return [a for a in conversations.addresses_at(store, conversation_id) if a.trust == "full"]

"""Voice notes and drawings in a flood: of one child only so many are kept in an hour, and a person hears of the rest.

Threat: whoever holds a phone fills the database, or the day of the officer who has to listen. What is over the limit
is not kept; that it came is, so no child is told that it was heard, and none is left without a person who knows.
"""

from datetime import datetime, timedelta

from bot.desk import Desk
from bot.inbound import Inbound
from bot.sent_files import taken
from bot.settings import Settings
from storage import concerns, conversations, files, messages
from storage.conversations import Conversation
from storage.store import Store

FLOW = "too_many_files"
WITHIN = timedelta(hours=1)
MEGABYTE = 1024 * 1024


def is_full(store: Store, settings: Settings, conversation: Conversation, now: datetime) -> bool:
    """Whether nothing more without words can be kept of this child for now."""
    number, size = files.from_child_since(store, conversation.key_id, now - WITHIN)
    return number >= settings.files_an_hour or size >= settings.files_an_hour_megabytes * MEGABYTE


def is_full_at(store: Store, settings: Settings, inbound: Inbound, now: datetime) -> bool:
    """The same before anything is fetched, or taken in, from where this comes from."""
    address = conversations.address_of(store, inbound.channel, inbound.sender)
    return address is not None and is_full(store, settings, conversations.load(store, address.conversation_id), now)


def stage(desk: Desk, kind: str) -> str:
    """Of a voice note or a drawing that comes now: "" it is kept, `first` or `more` that are not in this hour."""
    if not taken(kind, desk.settings) or not is_full(desk.store, desk.settings, desk.conversation, desk.now):
        return ""
    desk.store.flush()
    told = messages.said_since(desk.store, desk.conversation.id, (FLOW,), desk.now - WITHIN)
    return "more" if told else "first"


def join(desk: Desk) -> None:
    """One more that was not kept, on the record of the open concern; nobody is told of every single one."""
    desk.store.flush()
    concern = concerns.open_in(desk.store, [desk.conversation.id]).get(desk.conversation.id)
    if concern is not None:
        concerns.event(desk.store, concern.id, concern.key_id, desk.now, "joined", message_id=desk.message_id)

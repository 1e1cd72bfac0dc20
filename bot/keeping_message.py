"""Writes down what a child sent, as they sent it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from bot import behind_lock
from bot.desk import Desk
from bot.handling import Handling
from bot.sent_files import taken, upload_of
from conversations.library import Library
from storage import files, messages
from storage.conversations import Address
from storage.messages import Message

LOOK_BACK = 30


def keep_message(
    desk: Desk, handling: Handling, label: Callable[[str], str] = str, first: Message | None = None,
    flow: str = "",
) -> UUID:  # fmt: skip
    """`label` gives the words that stood on a tapped button; `first` is the message it stands in the place of."""
    inbound = handling.inbound
    message_id = messages.add(
        desk.store, desk.conversation, desk.now, author="child", channel=inbound.channel,
        text=label(inbound.choice) if inbound.kind == "choice" else inbound.text,
        kind="text" if inbound.kind == "edited" else inbound.kind, address_id=_id(desk.address),
        choice=inbound.choice[:40] or None, sent_at=_moment(inbound.sent_at), inbox_id=handling.arrival.id,
        replaces_id=first.id if first else None, flow=behind_lock.FLOW if inbound.behind else flow,
    )  # fmt: skip
    upload = upload_of(inbound) if taken(inbound.kind, desk.settings) else None
    if upload is not None:
        files.keep(desk.store, upload, desk.now, key_id=desk.conversation.key_id, message_id=message_id)
    return message_id


def recent(desk: Desk) -> list[Message]:
    """What was said last, oldest first."""
    return messages.recent(desk.store, [desk.conversation.id], LOOK_BACK).get(desk.conversation.id, [])


def label(desk: Desk, library: Library, choice: str) -> str:
    """The words that stood on the button, as the child saw them; the page's own buttons are always there."""
    for message in reversed(recent(desk)):
        for offered in message.choices:
            if choice in (offered["id"], offered["label"]):
                return offered["label"]
    return library.button(choice, desk.conversation.lang, desk.conversation.band) or choice


def _id(address: Address | None) -> UUID:
    assert address is not None
    return address.id


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None

"""A leaflet out of a private view: the phone's own program fetches it, and can carry no header of the page.

Threat: the address of a file is copied, or stands in a history. It opens one file, for one view, for a minute.
"""

import hmac
from datetime import datetime, timedelta
from uuid import UUID

from bot.chat.view_token import STATE
from storage import conversations
from storage.conversations import Address
from storage.errors import NotFound
from storage.store import Store

LASTS = timedelta(minutes=1)


def made(store: Store, address: Address, file_id: UUID, now: datetime) -> str:
    """What opens this file for whoever has this view open."""
    until = int((now + LASTS).timestamp())
    return f"{address.id.hex}.{until}.{_seal(store, address.id, file_id, until)}"


def holder(store: Store, given: str, file_id: UUID, now: datetime) -> Address | None:
    """Whose pass it is; None when it is none, is over, or is for another file."""
    name, _, rest = given.partition(".")
    until, _, seal = rest.partition(".")
    try:
        address_id = UUID(name)
    except ValueError:
        return None
    if not (until.isdecimal() and len(until) < 12 and now.timestamp() < int(until)):
        return None
    if not hmac.compare_digest(seal.encode(), _seal(store, address_id, file_id, int(until)).encode()):
        return None
    try:
        address = conversations.address(store, address_id)
    except NotFound:
        return None
    return address if address.state == STATE else None


def _seal(store: Store, address_id: UUID, file_id: UUID, until: int) -> str:
    return store.digest(f"file|{address_id.hex}|{file_id.hex}|{until}").hex()

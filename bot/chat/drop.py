"""Where words go that were written on this browser before: the page may add them there, and read nothing.

What a child wrote without a line waits on the device. Where others use it the session ends with the browser, or five
wrong tries end it: the words must still reach the child's own conversation, and never whoever is there now.
"""

import hmac
from uuid import UUID

from storage import conversations
from storage.conversations import Address
from storage.errors import NotFound
from storage.store import Store

_ID = 32
_LENGTH = _ID + 40


def slot(store: Store, address: Address) -> str:
    """What the page keeps beside words that are not sent yet."""
    return address.id.hex + _mark(store, address.id)


def owner(store: Store, given: str) -> Address | None:
    """Whose slot this is; None when it was not made here."""
    try:
        address_id = UUID(hex=given[:_ID])
    except ValueError:
        return None
    if len(given) != _LENGTH or not hmac.compare_digest(given[_ID:].encode(), _mark(store, address_id).encode()):
        return None
    try:
        return conversations.address(store, address_id)
    except NotFound:
        return None


def _mark(store: Store, address_id: UUID) -> str:
    return store.digest(f"drop|{address_id.hex}").hex()[: _LENGTH - _ID]

"""A child cannot be reached at an address, or a message did not go: the IRO is told, so that a human finds a way."""

from datetime import datetime

from bot.keeping import OFFICE_HOURS
from bot.settings import Settings
from reviews.working_days import reply_by
from storage import conversations, requests
from storage.conversations import Address
from storage.outbox import Parcel
from storage.store import Store


def tell_failed(settings: Settings, store: Store, parcel: Parcel, trouble: str, now: datetime) -> None:  # noqa: ARG001
    """A message to a child finally failed. What failed to reach staff stands on the portal's page of notices."""
    if parcel.message_id is not None:
        tell_unreachable(settings, store, conversations.address(store, parcel.recipient_id), now)


def tell_unreachable(settings: Settings, store: Store, address: Address, now: datetime) -> None:
    """One request for the IRO; nothing for a visitor whom nobody knows."""
    child_id = conversations.children_of(store, [address.conversation_id]).get(address.conversation_id)
    if child_id is None:
        return
    requests.ask(
        store, now, kind="unreachable", owner_role="iro", how=address.channel, key_id=address.key_id,
        due_on=reply_by(OFFICE_HOURS, now, settings.reply_within_working_days),
        conversation_id=address.conversation_id, child_id=child_id,
    )  # fmt: skip

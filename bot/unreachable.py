"""A child can no longer be reached at an address: the IRO is told, so that a human finds another way."""

from datetime import datetime

from bot.keeping import OFFICE_HOURS
from bot.settings import Settings
from reviews.working_days import reply_by
from storage import conversations, requests
from storage.conversations import Address
from storage.store import Store


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

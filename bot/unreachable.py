"""A child cannot be reached at an address, or a message did not go: the IRO is told, so that a human finds a way."""

from datetime import datetime
from uuid import UUID

from bot import bells
from bot.settings import Settings
from conversations.words import Words
from reviews.timetable import OFFICE
from reviews.working_days import reply_by
from storage import concerns, conversations, receipts, requests, staff_notices
from storage.conversations import Address
from storage.outbox import Parcel
from storage.store import Store

HURRY_TO = 3
"""The rung up to which a ladder is hurried on; beyond it everybody was tried, and its own minutes hold again."""


def tell_failed(
    settings: Settings, words: Words, store: Store, parcel: Parcel, trouble: str, now: datetime  # noqa: ARG001
) -> None:  # fmt: skip
    """A message finally failed: to a child, then a human must find a way; to staff, then the next person is told.

    Either way it stands on the portal's page of notices. A child's bell goes on to their next place.
    """
    if parcel.message_id is not None:
        tell_unreachable(settings, store, conversations.address(store, parcel.recipient_id), now)
    elif parcel.once.startswith(staff_notices.BELL):
        if parcel.channel == "push":
            bells.gone(store, settings, words, parcel, now)
    elif parcel.lane == "concern":
        _next_person(store, parcel, now)


def _next_person(store: Store, parcel: Parcel, now: datetime) -> None:
    """When no way to anybody told at this rung is left, the next is due now: its minutes would pass in vain."""
    what, concern_id, rung, *_ = parcel.once.split(":")
    rest = f"{what}:{concern_id}:{rung}:"
    if not staff_notices.reached(store, rest):
        concerns.hurry(store, UUID(concern_id), now, HURRY_TO)


def heard_again(store: Store, address: Address, now: datetime, *, mended: bool) -> None:
    """The child writes from there: what waited to be tried again goes now, and nobody has to find another way."""
    if address.channel == "sms":
        receipts.hurry(store, address.id, address.channel, now)
    if mended:
        requests.close(store, address.conversation_id, "unreachable", now, how=address.channel)


def _told_already(store: Store, address: Address) -> bool:
    open_still = [one for one in requests.of_conversation(store, address.conversation_id) if one.state != "done"]
    return any(one.kind == "unreachable" and one.how == address.channel for one in open_still)


def tell_unreachable(settings: Settings, store: Store, address: Address, now: datetime) -> None:
    """One request for the IRO; nothing for a visitor whom nobody knows."""
    child_id = conversations.children_of(store, [address.conversation_id]).get(address.conversation_id)
    if child_id is None or _told_already(store, address):
        return
    requests.ask(
        store, now, kind="unreachable", owner_role="iro", how=address.channel, key_id=address.key_id,
        due_on=reply_by(OFFICE, now, settings.reply_within_working_days),
        conversation_id=address.conversation_id, child_id=child_id,
    )  # fmt: skip

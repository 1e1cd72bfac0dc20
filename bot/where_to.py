"""Where a child is written to: where they chose, else where they wrote last, of the places that can be reached."""

from bot.desk import Desk
from conversations.turn import Outcome
from storage import conversations, messages
from storage.conversations import Address, Conversation
from storage.store import Store

PLACES = {"place_web": "web", "place_text": "sms", "place_telegram": "telegram"}
"""The channels a child may choose, by the fact that says so."""


def where_to(
    store: Store, conversation: Conversation, *, proved_first: bool = False, chosen: bool = True
) -> Address | None:
    """`proved_first`: of full trust if any. `chosen`: the channel that the child chose goes first, if it is proved."""
    known = [one for one in conversations.addresses_at(store, conversation.id) if one.state == "ok"]
    full = [one for one in known if one.trust == "full"]
    wanted = [one for one in full if one.channel == conversation.answer_at] if chosen else []
    return written_from_last(store, conversation, wanted or (full if proved_first else []) or known)


def next_place(store: Store, conversation: Conversation, without: Address) -> Address | None:
    """Where to go on when this address has failed: only where the child has proved who they are."""
    known = [one for one in conversations.addresses_at(store, conversation.id) if one.id != without.id]
    full = [one for one in known if one.state == "ok" and one.trust == "full"]
    wanted = [one for one in full if one.channel == conversation.answer_at]
    return written_from_last(store, conversation, wanted or full)


def written_from_last(store: Store, conversation: Conversation, known: list[Address]) -> Address | None:
    wrote_from = messages.last_written_from(store, conversation.id, [one.id for one in known])
    return next((one for one in known if one.id == wrote_from), next(iter(known), None))


def places(desk: Desk) -> Outcome:
    """Where this child can choose to be answered."""
    known = conversations.addresses_at(desk.store, desk.conversation.id)
    good = {one.channel for one in known if one.state == "ok" and one.trust == "full"}
    facts = {name: "yes" if channel in good else "" for name, channel in PLACES.items()}
    return Outcome("places", "some" if len(good & set(PLACES.values())) > 1 else "one", facts)

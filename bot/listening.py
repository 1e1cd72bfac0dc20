"""A person has listened to, or looked at, what a child sent without words, and is worried."""

from datetime import datetime
from uuid import UUID

from bot.facts import surroundings
from bot.speaking import Speaker
from safeguarding.screening import Level, Screening
from storage import concerns, conversations, messages
from storage.store import Store

HEARD = "heard"
"""The kind of a concern that a person raised after listening or looking."""


def worried(speaker: Speaker, store: Store, message_id: UUID, staff_id: UUID, level: str, now: datetime) -> UUID:
    """What was only to be heard is a concern of this level (concern or urgent): its clock runs, its people are told.

    Where none stands open any more, one is opened. Returns its id.
    """
    where = messages.by_id(store, message_id).conversation_id
    conversation = conversations.lock(store, [where])[where]
    alarm, around = speaker.alarm, surroundings(store, [conversation], now, speaker.reviews)
    standing = around.concerns.get(where)
    if standing is None:
        screening = Screening(Level[level], 1.0, (HEARD,), (), readable=False)
        opened = alarm.heard(store, conversation, message_id, "", screening, around, now)
        assert opened is not None
        standing = concerns.open_in(store, [where])[where]
    else:
        if standing.only_to_hear:
            concerns.no_longer_only_to_hear(store, standing.id, [HEARD])
        alarm.rearm(store, standing, Level[level], around.roster, now)
        if level == standing.level and standing.state == "open":
            alarm.remind(store, standing, around.roster, now)
    concerns.event(
        store, standing.id, standing.key_id, now, f"heard_{level}", staff_id=staff_id, message_id=message_id
    )  # fmt: skip
    conversations.save(store, [conversation])
    return standing.id

"""When a child may hear something they did not ask for, and which children may hear it now."""

from datetime import datetime, time, timedelta

from reviews.settings import ReviewSettings
from safeguarding.rota import LONDON, is_bank_holiday
from storage import busy_times, concerns, conversations, messages, milestones
from storage.conversations import Conversation
from storage.store import Store

WEEKEND = (5, 6)
LEFT_ALONE = timedelta(days=1)
"""A child who has just been here is not spoken to first."""
QUIET_AFTER_STOP = timedelta(days=7)
UNASKED = (
    "reminder",
    "getting_ready",
    "happened_yet",
    "did_they_listen",
    "check_in",
    "iro_changes",
    "iro_changed",
    "know_iro",
    "advocate_offer",
    "advocate_heard",
)
"""One of these a day at most."""
OF_ONE_KIND = 40
"""So many children at most in one transaction; the next tick takes the next."""


def good_hour(now: datetime, reviews: ReviewSettings) -> bool:
    """Not school, not night, not a bank holiday, by the clock in London."""
    here = now.astimezone(LONDON)
    if is_bank_holiday(here.date()):
        return False
    hours = reviews.offer_on_other_days if here.weekday() in WEEKEND else reviews.offer_on_school_days
    return hours.cover(here.time())


def reachable(store: Store, conversation: Conversation) -> bool:
    """Whether there is a place where the child has proved who they are, and it is safe to write to them there."""
    return conversation.safe_to_write != "no" and bool(conversations.reachable(store, [conversation.id]))


def may_speak_first(store: Store, conversation: Conversation, now: datetime) -> bool:
    """Not where a concern is open or a person writes, not to a child who was just here, said stop, or is not there.

    Nor in the hours in which they are with their family, as their IRO wrote down.
    """
    wrote = conversation.child_wrote_at
    if any(until is not None and until > now for until in (conversation.human_until, conversation.talking_until)):
        return False
    if wrote is not None and now - wrote < LEFT_ALONE:
        return False
    if conversation.child_id and any(one.covers(now) for one in busy_times.of_child(store, conversation.child_id)):
        return False
    if not reachable(store, conversation) or concerns.open_in(store, [conversation.id]):
        return False
    midnight = datetime.combine(now.astimezone(LONDON).date(), time(0), tzinfo=LONDON)
    if messages.said_since(store, conversation.id, UNASKED, midnight):
        return False
    stopped = [
        one.at for one in milestones.of_conversations(store, [conversation.id]).get(conversation.id, ())
        if one.kind == "no_reminders"
    ]  # fmt: skip
    return not stopped or now - stopped[-1] >= QUIET_AFTER_STOP

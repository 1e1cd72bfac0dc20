"""A contact that did not come about, as the child says: whoever can put it right hears of it at once."""

from datetime import datetime

from bot.facts import london_day
from bot.notices import Notices
from storage import appointments, broken_waits, staff
from storage.appointments import Appointment
from storage.broken_waits import Waiting
from storage.conversations import Conversation
from storage.staff import Staff
from storage.store import Store

FOR_THE_OFFICE = "/staff/not-kept"


def say_missed(store: Store, notices: Notices, one: Appointment, now: datetime) -> None:
    """The IRO and the office are told; again when the child says it again a while later."""
    appointments.mark(store, one.id, missed_said_at=one.missed_said_at or now)
    quarter = int(now.timestamp() // 900)
    who = staff.find(store, one.staff_id)
    notices.waiting(store, who, "/staff/today", f"missed:{one.id.hex}:{quarter}:{who.reference}", now)
    for member in staff.current(store, london_day(now), "business_support"):
        notices.waiting(store, member, FOR_THE_OFFICE, f"missed:{one.id.hex}:{quarter}:{member.reference}", now)


def ask_someone(
    store: Store, notices: Notices, conversation: Conversation, one: Appointment | None, someone: Staff, now: datetime
) -> None:
    """The child wants somebody else: that person is told, and may answer the child, until somebody has."""
    since = conversation.waiting_since or (one.proposed_at if one else now)
    conversation.waiting_since = since
    day = london_day(now)
    promised = london_day(one.starts_at) if one and one.starts_at else day
    known = broken_waits.open_ones(store, [conversation.id]).get(conversation.id)
    if known is None and conversation.child_id is not None:
        waiting = Waiting(conversation.id, conversation.child_id, since)
        broken_waits.break_promise(store, waiting, promised, someone.id, day, now, child_told=True)
    notices.waiting(store, someone, "/staff/today", f"someone:{conversation.id.hex}:{day}:{someone.reference}", now)

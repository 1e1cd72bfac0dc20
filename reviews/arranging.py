"""What follows when contact is arranged, moved or over: the request behind it, and the child's clock.

A request is done only when the contact was held; missed, it is open again from the day it was first promised for.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from storage import appointments, broken_waits, caseload, conversations, requests
from storage.appointments import Appointment
from storage.conversations import Conversation
from storage.requests import Request
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a contact: held (from `held_at`, for so many `minutes`), missed_by_iro, missed_by_child."""

    what: str
    held_at: datetime | None = None
    minutes: int | None = None
    note: str = ""


def open_request(store: Store, conversation_id: UUID) -> Request | None:
    """The contact the child asked for last and has not had yet."""
    asked = [one for one in requests.of_conversation(store, conversation_id) if one.kind == "contact"]
    return next((one for one in reversed(asked) if one.state != "done"), None)


def request_arranged(store: Store, appointment_id: UUID) -> None:
    """The request behind it waits for that time."""
    one = appointments.get(store, appointment_id)
    if one.request_id is not None and one.starts_at is not None:
        requests.wait_for(store, one.request_id, one.starts_at)


def taken_back(store: Store, request_id: UUID, mine: Conversation, now: datetime) -> None:
    """The child does not want it: what was arranged or offered for it is off, and its clock stops.

    `mine` is locked. The clock goes on where something else waits for an answer, from when that was said.
    """
    child_id = mine.child_id
    for one in appointments.standing(store, child_id) if child_id else ():
        if one.request_id == request_id:
            appointments.supersede(store, one.id, "cancelled", now, None)
    requests.take_back(store, request_id, now)
    store.flush()
    mine.waiting_since = _still_waits_since(store, mine.id)
    if mine.waiting_since is None:
        broken_waits.end(store, mine.id, None, "taken_back", now)


def _still_waits_since(store: Store, conversation_id: UUID) -> datetime | None:
    written = caseload.waiting_since(store, [conversation_id], None).get(conversation_id)
    asked = requests.of_conversation(store, conversation_id)
    open_ones = [r.opened_at for r in asked if r.kind in requests.ASKED_BY_CHILDREN and r.state != "done"]
    return min([*open_ones, *([written] if written else [])], default=None)


def give_way(store: Store, one: Appointment, now: datetime, by: UUID | None) -> None:
    """Another time takes its place: moved, or missed by the IRO where its time had come and nobody said what of it."""
    if one.to_report(now):
        appointments.outcome(store, one.id, "missed_by_iro", by, now)
    else:
        appointments.supersede(store, one.id, "moved", now, by)


def record_outcome(
    store: Store, appointment_id: UUID, came: Outcome, by: UUID | None, now: datetime,
    conversation: Conversation | None = None,
) -> None:  # fmt: skip
    """Keep what came of it. `by` None: the child says so; `conversation` where it is locked already."""
    appointments.outcome(
        store, appointment_id, came.what, by, now, held_at=came.held_at, minutes=came.minutes, note=came.note
    )
    one = appointments.get(store, appointment_id)
    if came.what == "held":
        if one.request_id is not None:
            requests.happened(store, one.request_id, by, came.note, now)
        in_touch(store, one.conversation_id, one.held_at or now, by, now, conversation)
    elif one.request_id is not None:
        requests.reopen(store, one.request_id)


def in_touch(
    store: Store, conversation_id: UUID | None, at: datetime, by: UUID | None, now: datetime,
    conversation: Conversation | None = None,
) -> None:  # fmt: skip
    """They really spoke: the clock of whatever the child had written before then stops."""
    if conversation_id is None:
        return
    mine = conversation or conversations.lock(store, [conversation_id])[conversation_id]
    if mine.waiting_since is not None and mine.waiting_since <= at:
        mine.waiting_since = None
        broken_waits.end(store, conversation_id, by, "held", now)
        if conversation is None:
            conversations.save(store, [mine])

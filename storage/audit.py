"""The audit trail: who did or read what, chained so that nothing can be changed or taken out unseen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.store import Store
from storage.tables import audit_events

START = bytes(32)


class AuditEvent(StrEnum):
    """`subject:action`. A feature arrives with its event."""

    CHILD_LINKED = "child:linked"
    CHILD_CARD_REFUSED = "child:card_refused"
    DEVICE_CHANGED = "device:changed"
    DEVICE_CLOSED = "device:closed"
    CARD_MADE = "card:made"
    CARD_LOCKED = "card:locked"
    CARD_CANCELLED = "card:cancelled"
    CARD_PRINTED = "card:printed"
    NUMBER_ENTERED = "number:entered"
    NUMBER_REMOVED = "number:removed"
    CONVERSATION_READ = "conversation:read"
    WISHES_READ = "wishes:read"
    REPLY_SENT = "reply:sent"
    REPLY_CHANGED = "reply:changed"
    REPLY_TAKEN_BACK = "reply:taken_back"
    LETTER_KEPT = "letter:kept"
    LETTER_TAKEN_BACK = "letter:taken_back"
    CONVERSATION_HANDED_BACK = "conversation:handed_back"
    REQUEST_ANSWERED = "request:answered"
    CONTACT_OFFERED = "contact:offered"
    CONTACT_AGREED = "contact:agreed"
    CONTACT_MOVED = "contact:moved"
    CONTACT_TAKEN_BACK = "contact:taken_back"
    CONTACT_RECORDED = "contact:recorded"
    REVIEW_READ = "review:read"
    BUSY_TIMES_CHANGED = "child:busy_times_changed"
    REVIEW_PLANNED = "review:planned"
    REVIEW_ASKED_EARLIER = "review:asked_earlier"
    REVIEW_CANCELLED = "review:cancelled"
    REVIEW_HELD = "review:held"
    REVIEW_TALK_RECORDED = "review:talk_recorded"
    REVIEW_TAKING_PART_CONFIRMED = "review:taking_part_confirmed"
    REVIEW_FIGURES_READ = "review:figures_read"
    DECISION_MADE = "decision:made"
    DECISION_CHANGED = "decision:changed"
    DECISION_MOVED = "decision:moved"
    DECISION_WITHDRAWN = "decision:withdrawn"
    DECISIONS_TOLD = "decision:told"
    DECISION_CHASED = "decision:chased"
    CHALLENGE_READ = "challenge:read"
    CHALLENGE_OPENED = "challenge:opened"
    CHALLENGE_STEPPED = "challenge:stepped"
    CHALLENGE_RIGHTS_TOLD = "challenge:rights_told"
    CHALLENGE_CLOSED = "challenge:closed"
    CHALLENGES_EXPORTED = "challenge:exported"
    COMPLAINT_READ = "complaint:read"
    COMPLAINT_SEEN = "complaint:seen"
    COMPLAINT_ANSWERED = "complaint:answered"
    COMPLAINT_CLIMBED = "complaint:climbed"
    COMPLAINT_LOOKED_AT = "complaint:looked_at"
    COMPLAINT_EXTENDED = "complaint:extended"
    COMPLAINT_CLOSED = "complaint:closed"
    COMPLAINTS_EXPORTED = "complaint:exported"
    REFERRALS_READ = "referral:read"
    REFERRAL_SENT = "referral:sent"
    REFERRAL_HEARD = "referral:heard"
    CONCERN_OPENED = "concern:opened"
    CONCERN_NOTIFIED = "concern:notified"
    CONCERN_READ = "concern:read"
    CONCERN_TAKEN = "concern:taken"
    CONCERN_HANDED_ON = "concern:handed_on"
    CONCERN_EXCLUDED = "concern:excluded"
    CONCERN_LET_BACK = "concern:let_back"
    CONCERN_STEP_DONE = "concern:step_done"
    CONCERN_STEP_UNDONE = "concern:step_undone"
    CONCERN_FOUND_LATE = "concern:found_late"
    CONCERN_CLOSED = "concern:closed"
    CONCERN_FIGURES_READ = "concern:figures_read"
    FILE_HEARD = "file:heard"
    FILE_JUDGED = "file:judged"
    FILE_SENT = "file:sent"
    FACE_CHANGED = "face:changed"
    FACE_REMOVED = "face:removed"
    MESSAGES_RESCREENED = "messages:rescreened"
    OUTCOMES_EXPORTED = "outcomes:exported"
    RETURN_WRITTEN = "return:written"
    STAFF_SIGNED_IN = "staff:signed_in"
    STAFF_SIGNED_OUT = "staff:signed_out"
    STAFF_REFUSED = "staff:refused"
    STAFF_LOCKED = "staff:locked"
    STAFF_DENIED = "staff:denied"
    STAFF_GIVEN_PASSWORD = "staff:given_password"  # noqa: S105 - the name of an event
    STAFF_AWAY_RECORDED = "staff:away_recorded"
    STAFF_AWAY_ENDED = "staff:away_ended"
    STAFF_DEPUTY_NAMED = "staff:deputy_named"
    STAFF_LEAVING_RECORDED = "staff:leaving_recorded"
    IRO_CHANGE_PLANNED = "iro_change:planned"
    IRO_CHANGE_WITHDRAWN = "iro_change:withdrawn"
    IRO_SAID_GOODBYE = "iro_change:goodbye"
    IRO_INTRODUCED = "iro_change:introduced"
    TOUCH_PROPOSED = "touch:proposed"
    TOUCH_AGREED = "touch:agreed"
    TOUCH_LETTER = "touch:letter"
    SIBLINGS_RECORDED = "child:siblings_recorded"
    STAFF_WAYS_CHOSEN = "staff:ways_chosen"
    STAFF_HOURS_CHOSEN = "staff:hours_chosen"
    DATA_IMPORTED = "data:imported"
    AUDIT_READ = "audit:read"


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the chain does not hold, and why."""

    number: int
    why: str


def record(
    store: Store, event: AuditEvent, now: datetime, *, staff_id: UUID | None = None, child_id: UUID | None = None,
    subject_id: UUID | None = None, detail: str = "",
) -> None:  # fmt: skip
    """Append one event. `detail` holds codes and counts, never words."""
    _wait_for_turn(store)
    last = store.row(
        sa.select(audit_events.c.number, audit_events.c.chained)
        .where(store.here(audit_events))
        .order_by(audit_events.c.number.desc())
    )
    row: dict[str, Any] = {
        "number": (last["number"] if last else 0) + 1, "at": now, "event": str(event), "staff_id": staff_id,
        "child_id": child_id, "subject_id": subject_id, "detail": detail,
        "previous": last["chained"] if last else START,
    }  # fmt: skip
    store.add(audit_events, now, **row, chained=_chain(store, row))
    store.flush()


def verify(store: Store) -> tuple[int, Broken | None]:
    """Walk the whole chain: how many events hold, and where it first does not."""
    previous, expected = START, 1
    query = sa.select(audit_events).where(store.here(audit_events)).order_by(audit_events.c.number)
    for row in store.connection.execute(query).mappings():
        if row["number"] != expected:
            return expected - 1, Broken(expected, f"event {expected} is missing")
        if bytes(row["previous"]) != previous:
            return expected - 1, Broken(expected, f"event {expected} does not follow the one before it")
        if bytes(row["chained"]) != _chain(store, dict(row)):
            return expected - 1, Broken(expected, f"event {expected} was changed after it was written")
        previous, expected = bytes(row["chained"]), expected + 1
    return expected - 1, None


def _chain(store: Store, row: Mapping[str, Any]) -> bytes:
    at = row["at"].astimezone(UTC).isoformat(timespec="microseconds")
    parts = [
        row["previous"].hex(),
        str(row["number"]),
        at,
        row["event"],
        str(row["staff_id"]),
        str(row["child_id"]),
    ]
    parts += [str(row["subject_id"]), row["detail"]]
    return store.keyring.mac(store.connection, "audit", "|".join([store.authority, *parts]).encode())


def _wait_for_turn(store: Store) -> None:
    """One at a time: SQLite has one writer anyway, PostgreSQL takes a lock until the transaction ends."""
    if store.connection.dialect.name == "postgresql":
        store.connection.execute(
            sa.text("SELECT pg_advisory_xact_lock(hashtext('audit' || :a))"), {"a": store.authority}
        )

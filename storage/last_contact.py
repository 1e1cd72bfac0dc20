"""When each child last had real contact with their IRO: held, recorded, or written both ways. Nothing else counts.

A message that only went out, one that was opened, a goodbye, a first hello and what the computer said are no contact.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage.messages import NO_REPLY
from storage.store import Row, Store
from storage.tables import appointments, conversations, messages

ANSWERED_WITHIN = timedelta(days=14)
"""Words from one side and from the other so long apart are still one exchange."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The last one: when, how (call, visit, …, or written), and with whom."""

    at: datetime
    how: str
    staff_id: UUID | None


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Contact]:
    """By child; who never had any is not there."""
    ids = list(child_ids)
    found = _held(store, ids)
    for child_id, written in _written(store, ids).items():
        if child_id not in found or found[child_id].at < written.at:
            found[child_id] = written
    return found


def _held(store: Store, child_ids: list[UUID]) -> dict[UUID, Contact]:
    query = (
        sa.select(
            appointments.c.child_id, appointments.c.held_at, appointments.c.how, appointments.c.staff_id
        )
        .where(store.here(appointments), appointments.c.child_id.in_(child_ids), appointments.c.state == "held")
        .order_by(appointments.c.held_at)
    )  # fmt: skip
    return {row["child_id"]: Contact(row["held_at"], row["how"], row["staff_id"]) for row in store.rows(query)}


def _written(store: Store, child_ids: list[UUID]) -> dict[UUID, Contact]:
    """Where the IRO wrote at all: the last time words had come from both sides."""
    talks = {
        row["id"]: row["child_id"]
        for row in store.rows(
            sa.select(conversations.c.id, conversations.c.child_id).where(
                store.here(conversations), conversations.c.child_id.in_(child_ids)
            )
        )
    }
    wrote = (
        sa.select(messages.c.conversation_id.label("id"))
        .distinct()
        .where(store.here(messages), messages.c.conversation_id.in_(list(talks)), messages.c.author == "iro")
    )
    with_iro = [row["id"] for row in store.rows(wrote)]
    if not with_iro:
        return {}
    query = (
        sa.select(
            messages.c.conversation_id, messages.c.author, messages.c.staff_id, messages.c.kind, messages.c.for_iro,
            messages.c.at,
        )
        .where(store.here(messages), messages.c.conversation_id.in_(with_iro), messages.c.flow != NO_REPLY)
        .order_by(messages.c.conversation_id, messages.c.seq)
    )  # fmt: skip
    by_talk: dict[UUID, list[Row]] = {}
    for row in store.rows(query):
        by_talk.setdefault(row["conversation_id"], []).append(row)
    exchanged = {talks[talk]: last_exchange(said) for talk, said in by_talk.items()}
    return {child_id: contact for child_id, contact in exchanged.items() if contact is not None}


def last_exchange(said: Iterable[Mapping[str, object]]) -> Contact | None:
    """The last message by which both had written to each other, in a conversation oldest first.

    The child's side are words passed on to the IRO, or their own words straight after the IRO's.
    """
    last: Contact | None = None
    asked: datetime | None = None
    answered: Contact | None = None
    before = ""
    for row in said:
        at, author = row["at"], str(row["author"])
        assert isinstance(at, datetime)
        if author == "iro":
            who = row["staff_id"]
            answered = Contact(at, "written", who if isinstance(who, UUID) else None)
            if asked is not None and at - asked <= ANSWERED_WITHIN:
                last = answered
            asked = None
        elif author == "child" and row["kind"] != "choice" and (row["for_iro"] or before == "iro"):
            asked = at
            if answered is not None and at - answered.at <= ANSWERED_WITHIN:
                last = Contact(at, "written", answered.staff_id)
        before = author
    return last

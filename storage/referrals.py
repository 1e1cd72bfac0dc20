"""Referrals to the advocacy service: what the child allowed to be passed on, nothing else, and whether they heard."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Conversation
from storage.errors import BadData, NotFound
from storage.store import Store
from storage.tables import referrals

HOW = ("message", "call", "voice_note", "visit", "other")


@dataclass(frozen=True, slots=True)
class Referral:
    """One. `name`, `number` and `meeting` are empty where the child did not allow them to be passed on."""

    id: UUID
    request_id: UUID
    conversation_id: UUID
    child_id: UUID
    key_id: UUID
    how: str
    name: str
    number: str
    meeting: str
    quick: bool
    private: bool
    hear_by: date
    opened_at: datetime
    sent_at: datetime | None
    sent_by: UUID | None
    asked_at: datetime | None
    heard: str
    heard_at: datetime | None

    def late(self, today: date) -> bool:
        """The child should have heard by now."""
        return self.heard != "yes" and self.hear_by < today


def make(
    store: Store, conversation: Conversation, request_id: UUID, now: datetime, *, how: str, name: str, number: str,
    meeting: str, quick: bool, private: bool, hear_by: date,
) -> UUID:  # fmt: skip
    """Ask for an advocate. Raises `BadData` for a visitor, and where the child allowed no name."""
    if conversation.child_id is None or not name:
        raise BadData("An advocate can only be asked for a child by name.")
    return store.add(
        referrals, now, request_id=request_id, conversation_id=conversation.id, child_id=conversation.child_id,
        key_id=conversation.key_id, how=how if how in HOW else "other", name=name, number=number, meeting=meeting,
        quick=quick, private=private, hear_by=hear_by, opened_at=now, heard="",
    )  # fmt: skip


def sent(store: Store, one: Referral, staff_id: UUID, now: datetime) -> None:
    """It has gone to the advocacy service. Raises `BadData` a second time."""
    if one.sent_at is not None:
        raise BadData("sent")
    store.change(referrals, one.id, sent_at=now, sent_by=staff_id)


def asked(store: Store, one: Referral, now: datetime) -> None:
    """The child was asked whether the advocate has been in touch."""
    store.change(referrals, one.id, asked_at=now)


def heard(store: Store, one: Referral, value: str, now: datetime) -> None:
    """Whether the child has heard from the advocate: yes or no; a no may become a yes."""
    store.change(referrals, one.id, heard=value, heard_at=now)


def load(store: Store, referral_id: UUID) -> Referral:
    """Raises `NotFound`."""
    found = _load(store, referrals.c.id == referral_id)
    if not found:
        raise NotFound("There is no such referral.")
    return found[0]


def last_of(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, Referral]:
    """The newest of each conversation."""
    found = _load(store, referrals.c.conversation_id.in_(list(conversation_ids)))
    return {one.conversation_id: one for one in reversed(found)}


def of_child(store: Store, child_id: UUID) -> list[Referral]:
    """The newest first."""
    return _load(store, referrals.c.child_id == child_id)


def everyone(store: Store) -> list[Referral]:
    """Every referral of the authority, the newest first."""
    return _load(store, sa.true())


def to_ask(store: Store, today: date) -> list[Referral]:
    """Those of which the child should have heard by now, and has not been asked."""
    return _load(store, referrals.c.hear_by < today, referrals.c.asked_at.is_(None), referrals.c.heard == "")


def _load(store: Store, *which: sa.ColumnElement[bool]) -> list[Referral]:
    query = (
        sa.select(referrals)
        .where(store.here(referrals), *which)
        .order_by(referrals.c.opened_at.desc(), referrals.c.id.desc())
    )
    rows = store.opened(referrals, store.rows(query))
    return [Referral(**{field.name: row[field.name] for field in fields(Referral)}) for row in rows]

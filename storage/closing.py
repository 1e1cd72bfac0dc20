"""Ends a child's session on one browser: nothing is shown there any more, and nothing sent there."""

from datetime import datetime

from storage import audit, conversations, doorbells, locks, push_subscriptions
from storage.audit import AuditEvent
from storage.conversations import Address
from storage.push_subscriptions import Holder
from storage.store import Store

CLOSED = "closed"


def close(store: Store, address: Address, why: str, now: datetime) -> None:
    """`why` is forgotten, not_me or tries. The conversation stays as it is, for the child to come back to."""
    conversations.mark_address(store, address.id, state=CLOSED)
    push_subscriptions.forget_all(store, Holder(address=address))
    doorbells.take_down(store, address.id)
    locks.take_off(store, address.id)
    child_id = conversations.children_of(store, [address.conversation_id]).get(address.conversation_id)
    audit.record(store, AuditEvent.DEVICE_CLOSED, now, child_id=child_id, subject_id=address.id, detail=why)

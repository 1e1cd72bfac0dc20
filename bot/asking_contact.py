"""A wish for contact stands from the first word of it; what the child says after that completes the same one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from bot.desk import Desk
from storage import caseload, requests
from storage.requests import Request

BEGUN = "begun"
"""More is to come. "whole": that is all; nothing: a wish of its own, said in one go."""


def is_unfinished(data: Mapping[str, Any]) -> bool:
    return data.get("asking") == BEGUN


def complete(desk: Desk, data: Mapping[str, Any]) -> UUID | None:
    """Add to the wish that the child has begun; None where there is none, and this is a new one."""
    one = _begun(desk) if data.get("asking") else None
    if one is None:
        return None
    requests.say_more(
        desk.store, one, how=str(data.get("how", ""))[:40], when_words=str(data.get("when", "")),
        words=str(data.get("text", "")), safe_here=str(data.get("safe_here", ""))[:40],
        unfinished=is_unfinished(data),
    )  # fmt: skip
    return one.id


def _begun(desk: Desk) -> Request | None:
    """Not one that whoever answers may not know of: what is said now must reach them."""
    found = requests.unfinished(desk.store, desk.conversation.id)
    if not found:
        return None
    child_id = desk.conversation.child_id
    answering = desk.around.answering.get(child_id) if child_id else None
    readers = frozenset(one.id for one in (desk.iro, answering.who if answering else None) if one)
    hidden = caseload.withheld_from(desk.store, readers) if readers else frozenset()
    return next((one for one in found if one.message_id not in hidden), None)

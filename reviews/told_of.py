"""The children of whom somebody was told because nobody had answered in time: they may answer, until somebody has."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from reviews.settings import ReviewSettings
from reviews.standing_in import Answering, for_children
from storage import broken_waits, conversations
from storage.staff import Staff
from storage.store import Store


def told_of(store: Store, member: Staff, now: datetime, numbers: ReviewSettings) -> dict[UUID, Answering]:
    """By child, with the IRO whose place this member of staff takes for this one answer."""
    waits = {one.conversation_id for one in broken_waits.told_of(store, member.id)}
    children = {child for child in conversations.children_of(store, waits).values() if child}
    if not children:
        return {}
    return {
        child_id: replace(one, who=member, why="waited")
        for child_id, one in for_children(store, children, now, numbers).items()
        if one.iro is None or one.iro.id != member.id
    }

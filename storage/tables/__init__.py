"""Every table, by aggregate."""

from storage.tables.care import concern_events, concerns, exclusions, requests
from storage.tables.columns import metadata
from storage.tables.keeping import audit_events, data_keys
from storage.tables.people import allocations, children, invites, reviews, staff, staff_sessions
from storage.tables.talk import (
    addresses,
    answers,
    conversations,
    inbox,
    messages,
    milestones,
    outbox,
    screenings,
    withheld,
)

__all__ = [
    "addresses",
    "allocations",
    "answers",
    "audit_events",
    "children",
    "concern_events",
    "concerns",
    "conversations",
    "data_keys",
    "exclusions",
    "inbox",
    "invites",
    "messages",
    "metadata",
    "milestones",
    "outbox",
    "requests",
    "reviews",
    "screenings",
    "staff",
    "staff_sessions",
    "withheld",
]

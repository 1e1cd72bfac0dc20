"""Every table, by aggregate."""

from storage.tables.care import concern_events, concerns, exclusions, outcomes, requests, ticks
from storage.tables.columns import metadata
from storage.tables.duty import absences, handovers, push_subscriptions
from storage.tables.keeping import audit_events, data_keys
from storage.tables.people import allocations, children, invites, staff, staff_sessions
from storage.tables.review import (
    cancellations,
    challenge_steps,
    challenges,
    check_ins,
    decision_changes,
    decision_views,
    decisions,
    feedback,
    offers,
    participations,
    private_talks,
    reviews,
)
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
    "absences",
    "addresses",
    "allocations",
    "answers",
    "audit_events",
    "cancellations",
    "challenge_steps",
    "challenges",
    "check_ins",
    "children",
    "concern_events",
    "concerns",
    "conversations",
    "data_keys",
    "decision_changes",
    "decision_views",
    "decisions",
    "exclusions",
    "feedback",
    "handovers",
    "inbox",
    "invites",
    "messages",
    "metadata",
    "milestones",
    "offers",
    "outbox",
    "outcomes",
    "participations",
    "private_talks",
    "push_subscriptions",
    "requests",
    "reviews",
    "screenings",
    "staff",
    "staff_sessions",
    "ticks",
    "withheld",
]

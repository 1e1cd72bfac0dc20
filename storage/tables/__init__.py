"""Every table, by aggregate."""

from storage.tables.care import concern_events, concerns, exclusions, outcomes, requests, ticks
from storage.tables.changing import agreements, iro_changes, siblings
from storage.tables.columns import metadata
from storage.tables.contact import appointments, bookable_hours, broken_waits, offered_times
from storage.tables.devices import doorbells, locks, push_subscriptions
from storage.tables.duty import absences, handovers
from storage.tables.files import file_hearings, files
from storage.tables.keeping import audit_events, data_keys
from storage.tables.letters import corrections, letters
from storage.tables.numbers import numbers
from storage.tables.people import allocations, children, invites, staff, staff_sessions
from storage.tables.review import (
    asked_earlier,
    busy_times,
    cancellations,
    challenge_steps,
    challenges,
    check_ins,
    decision_changes,
    decision_views,
    decisions,
    feedback,
    new_days,
    offers,
    participations,
    private_talks,
    reviews,
)
from storage.tables.rights import complained_about, complaint_steps, complaint_words, complaints, referrals
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
    "agreements",
    "allocations",
    "answers",
    "appointments",
    "asked_earlier",
    "audit_events",
    "bookable_hours",
    "broken_waits",
    "busy_times",
    "cancellations",
    "challenge_steps",
    "challenges",
    "check_ins",
    "children",
    "complained_about",
    "complaint_steps",
    "complaint_words",
    "complaints",
    "concern_events",
    "concerns",
    "conversations",
    "corrections",
    "data_keys",
    "decision_changes",
    "decision_views",
    "decisions",
    "doorbells",
    "exclusions",
    "feedback",
    "file_hearings",
    "files",
    "handovers",
    "inbox",
    "invites",
    "iro_changes",
    "letters",
    "locks",
    "messages",
    "metadata",
    "milestones",
    "new_days",
    "numbers",
    "offered_times",
    "offers",
    "outbox",
    "outcomes",
    "participations",
    "private_talks",
    "push_subscriptions",
    "referrals",
    "requests",
    "reviews",
    "screenings",
    "siblings",
    "staff",
    "staff_sessions",
    "ticks",
    "withheld",
]

"""What a human must do: requests of a child, and concerns about one."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Moment, Ref, Sealed, belongs_to, table

requests = table(
    "requests",
    Column("conversation_id", sa.Uuid(), nullable=True),  # None: about a card, not from a child
    Column("child_id", sa.Uuid(), nullable=True),
    Column("key_id", sa.Uuid(), nullable=False),
    Column(
        "kind", Code(), nullable=False
    ),  # contact, message, advocate, complaint, new_card, wrong_person, card_locked
    Column("owner_role", Code(), nullable=False),  # iro, iro_manager, business_support, duty_officer
    Column("how", Code(), nullable=False, default=""),
    Column("safe_here", Code(), nullable=False, default=""),
    Column("words", Sealed(), nullable=False),  # the child's own, "" where there are none
    Column("when_words", Sealed(), nullable=False),
    Column("message_id", sa.Uuid(), nullable=True),
    Column("opened_at", Moment(), nullable=False),
    Column("due_on", sa.Date(), nullable=False),  # what the child was told
    Column("state", Code(), nullable=False),  # open, arranged, done
    Column("arranged_for", Moment(), nullable=True),
    Column("answer", Sealed(), nullable=True),
    Column("answered_at", Moment(), nullable=True),
    Column("answered_by", sa.Uuid(), nullable=True),
    Column("unfinished", sa.Boolean(), nullable=False, default=False),  # contact: not said yet how and when
    Column("taken_back_at", Moment(), nullable=True),  # by the child; nobody has to do it any more
    Column("late_told_at", Moment(), nullable=True),  # the child was told that the day has passed; never cleared
    belongs_to("conversation_id", "conversations"),
)
Index("ix_requests_open", requests.c.authority, requests.c.state, requests.c.due_on)

concerns = table(
    "concerns",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("level", Code(), nullable=False),  # urgent, concern
    Column("categories", Ref(200), nullable=False),
    Column("readable", sa.Boolean(), nullable=False),
    Column("message_id", sa.Uuid(), nullable=False),  # the words that opened it
    Column("opened_at", Moment(), nullable=False),
    Column("clock_from", Moment(), nullable=False),  # re-armed by a later message
    Column("step", sa.Integer(), nullable=False),  # rung of the ladder reached
    Column("next_step_at", Moment(), nullable=True),
    Column("breached_at", Moment(), nullable=True),  # never cleared
    Column("owner_id", sa.Uuid(), nullable=True),
    Column("taken_at", Moment(), nullable=True),
    Column("safe_now", Code(), nullable=False, default=""),  # yes, no, not_sure
    Column("state", Code(), nullable=False),  # open, taken, closed
    Column("found_late", sa.Boolean(), nullable=False, default=False),  # a later screen raised what an earlier missed
    Column("outcome", Code(), nullable=False, default=""),  # acted, false_alarm
    Column("closed_at", Moment(), nullable=True),
    Column("closed_by", sa.Uuid(), nullable=True),
    belongs_to("conversation_id", "conversations"),
    belongs_to("message_id", "messages"),
)
Index("ix_concerns_state", concerns.c.authority, concerns.c.state)
Index("ix_concerns_conversation", concerns.c.authority, concerns.c.conversation_id)

concern_events = table(
    "concern_events",
    Column("concern_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    Column("kind", Code(), nullable=False),  # opened, notified, joined, taken, handed_on, breached, wrote, closed, …
    Column("staff_id", sa.Uuid(), nullable=True),
    Column("message_id", sa.Uuid(), nullable=True),
    Column("note", Sealed(), nullable=True),
    belongs_to("concern_id", "concerns"),
)
Index("ix_concern_events_concern", concern_events.c.authority, concern_events.c.concern_id, concern_events.c.at)

exclusions = table(
    "exclusions",
    Column("concern_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # the concern is about this adult
    belongs_to("concern_id", "concerns"),
    UniqueConstraint("authority", "concern_id", "staff_id"),
)

outcomes = table(
    "outcomes",
    Column("concern_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("done", Sealed(), nullable=False),  # what was done, or why it was a false alarm
    Column("referred", Ref(200), nullable=False),  # social_worker, front_door, lado, police, …
    Column("false_alarm", Code(), nullable=False, default=""),  # the reason, when it was one
    Column("told", Code(), nullable=False, default=""),  # wrote, spoke, not_yet
    Column("told_words", Sealed(), nullable=False),  # what the child was told, or why not yet
    Column("told_at", Moment(), nullable=True),
    Column("rules", Ref(400), nullable=False),  # which raised it; kept here, because the reasons themselves are sealed
    Column("rules_version", Ref(), nullable=False),
    Column("language", Code(), nullable=False),
    Column("at", Moment(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    belongs_to("concern_id", "concerns"),
    UniqueConstraint("authority", "concern_id"),
)

ticks = table(
    "ticks",
    Column("concern_id", sa.Uuid(), nullable=False),
    Column("step", Code(80), nullable=False),  # one step of a suggested check-list
    Column("done", sa.Boolean(), nullable=False),  # False: taken back; the last row counts
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("concern_id", "concerns"),
)
Index("ix_ticks_concern", ticks.c.authority, ticks.c.concern_id, ticks.c.at)

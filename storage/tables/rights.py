"""A child's rights in use: complaints and what came of them, and who is asked to speak for a child."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Moment, Sealed, belongs_to, table

complaints = table(
    "complaints",
    Column("request_id", sa.Uuid(), nullable=False),  # what waits on the page of whoever answers
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("kind", Code(), nullable=False),  # complaint, change_iro
    Column("about", Code(), nullable=False, default=""),  # iro, worker, home, other; "" the child did not say
    Column("handling", Code(), nullable=False, default=""),  # sort_out, formal, different_iro, talk_first
    Column("owner_role", Code(), nullable=False),  # who answers: iro_manager, or whom none of them is left for
    Column("staff_id", sa.Uuid(), nullable=True),  # whose name the child was told
    Column("looked_at_by", Sealed(), nullable=True),  # from outside, as the child reads it: stages 2 and 3
    Column("stage", Code(), nullable=False),  # informal, stage_1, stage_2, stage_3
    Column("extended", sa.Boolean(), nullable=False, default=False),  # this stage has the longer time
    Column("due_on", sa.Date(), nullable=False),  # of this stage, as the child was told
    Column("state", Code(), nullable=False),  # open, answered, closed
    Column("opened_at", Moment(), nullable=False),
    Column("seen_at", Moment(), nullable=True),  # somebody has said that they have it, and the child was told
    Column("formal_at", Moment(), nullable=True),
    Column("answered_at", Moment(), nullable=True),  # at this stage
    Column("late_told_at", Moment(), nullable=True),  # the day of this stage has passed, and the child was told
    Column("breached_at", Moment(), nullable=True),  # the first day that passed without an answer; never cleared
    Column("child_says", Code(), nullable=False, default=""),  # of the answer: yes, no, not_sure
    Column("closed_at", Moment(), nullable=True),
    Column("result", Code(), nullable=False, default=""),
    Column("outcome", Sealed(), nullable=True),  # for the register
    Column("answer", Sealed(), nullable=True),  # the last that was written about it for the child
    belongs_to("request_id", "requests"),
    belongs_to("conversation_id", "conversations"),
    belongs_to("child_id", "children"),
)
Index("ix_complaints_open", complaints.c.authority, complaints.c.state, complaints.c.due_on)
Index("ix_complaints_child", complaints.c.authority, complaints.c.child_id)

complaint_words = table(
    "complaint_words",
    Column("complaint_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("message_id", sa.Uuid(), nullable=True),
    Column("text", Sealed(), nullable=False),
    Column("state", Code(), nullable=False),  # said, taken_out
    Column("at", Moment(), nullable=False),
    belongs_to("complaint_id", "complaints"),
)
Index("ix_complaint_words_complaint", complaint_words.c.authority, complaint_words.c.complaint_id)

complaint_steps = table(
    "complaint_steps",
    Column("complaint_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column(
        "kind", Code(), nullable=False
    ),  # opened, added, seen, answered, climbed, extended, looked_at, late, says, told_ombudsman, closed, reopened
    Column("stage", Code(), nullable=False),
    Column("note", Sealed(), nullable=False),
    Column("due_on", sa.Date(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=True),  # None: the child, or the clock
    Column("at", Moment(), nullable=False),
    belongs_to("complaint_id", "complaints"),
)
Index("ix_complaint_steps_complaint", complaint_steps.c.authority, complaint_steps.c.complaint_id)

complained_about = table(
    "complained_about",
    Column("complaint_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # never answers it, never sees it
    belongs_to("complaint_id", "complaints"),
    UniqueConstraint("authority", "complaint_id", "staff_id"),
)

referrals = table(
    "referrals",
    Column("request_id", sa.Uuid(), nullable=False),
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("how", Code(), nullable=False, default=""),  # message, call, voice_note, visit, other
    Column("name", Sealed(), nullable=False),  # each "" where the child did not allow it
    Column("number", Sealed(), nullable=False),
    Column("meeting", Sealed(), nullable=False),  # day and time of the review
    Column("quick", sa.Boolean(), nullable=False, default=False),  # the review is near
    Column("private", sa.Boolean(), nullable=False, default=False),  # asked inside a complaint: the IRO is not told
    Column("hear_by", sa.Date(), nullable=False),  # as the child was told
    Column("opened_at", Moment(), nullable=False),
    Column("sent_at", Moment(), nullable=True),  # to the advocacy service
    Column("sent_by", sa.Uuid(), nullable=True),
    Column("asked_at", Moment(), nullable=True),  # the child was asked whether they have heard
    Column("heard", Code(), nullable=False, default=""),  # yes, no
    Column("heard_at", Moment(), nullable=True),
    belongs_to("request_id", "requests"),
    belongs_to("conversation_id", "conversations"),
    belongs_to("child_id", "children"),
)
Index("ix_referrals_open", referrals.c.authority, referrals.c.heard, referrals.c.hear_by)
Index("ix_referrals_child", referrals.c.authority, referrals.c.child_id)

"""Reviews: the meeting, what came of it, and whether it happened."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Moment, Ref, Sealed, belongs_to, table

reviews = table(
    "reviews",
    Column("reference", Ref(), nullable=False),
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("number", sa.Integer(), nullable=False),
    Column("kind", Code(), nullable=False),  # first, second, subsequent
    Column("due_by", sa.Date(), nullable=False),
    Column("planned_for", sa.Date(), nullable=True),
    Column("start_time", Code(), nullable=False, default=""),  # 15:45
    Column("held_on", sa.Date(), nullable=True),
    Column("status", Code(), nullable=False),  # held, planned, overdue
    Column("late", sa.Boolean(), nullable=False),
    Column("days_late", sa.Integer(), nullable=False),
    Column("late_reason", Sealed(), nullable=False),
    Column("participation_code", Code(), nullable=True),
    Column("chair_id", sa.Uuid(), nullable=True),
    Column("format", Sealed(), nullable=False),
    Column("notes", Sealed(), nullable=False),
    belongs_to("child_id", "children"),
    UniqueConstraint("authority", "reference"),
)
Index("ix_reviews_child", reviews.c.authority, reviews.c.child_id, reviews.c.planned_for)

cancellations = table(
    "cancellations",
    Column("review_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("was_for", sa.Date(), nullable=False),
    Column("reason", Sealed(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # the IRO who agreed to it
    Column("told_at", Moment(), nullable=True),  # the child
    Column("at", Moment(), nullable=False),
    belongs_to("review_id", "reviews"),
)

new_days = table(
    "new_days",
    Column("review_id", sa.Uuid(), nullable=False),
    Column("was_for", sa.Date(), nullable=True),  # None: it had no day, because it was cancelled
    Column("told_at", Moment(), nullable=True),  # the child
    Column("at", Moment(), nullable=False),
    belongs_to("review_id", "reviews"),
)

asked_earlier = table(
    "asked_earlier",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("reason", Code(), nullable=False),  # child_asked, iro_asked, welfare, … as in reviews/timetable.py
    Column("by_day", sa.Date(), nullable=False),  # the day by which the review is to be
    Column("note", Sealed(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    Column("taken_back_at", Moment(), nullable=True),
    belongs_to("child_id", "children"),
)
Index("ix_asked_earlier_child", asked_earlier.c.authority, asked_earlier.c.child_id)

busy_times = table(
    "busy_times",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("weekday", sa.Integer(), nullable=False),  # 0 is Monday
    Column("starts", Code(), nullable=False),  # 10:00, in London
    Column("ends", Code(), nullable=False),
    Column("why", Code(), nullable=False),  # family_time, therapy, club, other
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("child_id", "children"),
)
Index("ix_busy_times_child", busy_times.c.authority, busy_times.c.child_id)

private_talks = table(
    "private_talks",
    Column("review_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("spoke_on", sa.Date(), nullable=True),  # None: they did not speak, and `reason` says why
    Column("reason", Sealed(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("review_id", "reviews"),
)

participations = table(
    "participations",
    Column("review_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("attended", Code(), nullable=False),  # yes, part, no
    Column("spoke", Code(), nullable=False),  # self, advocate, symbols, nobody
    Column("views", Code(), nullable=False),  # advocate, sent, none: of a child who was not there
    Column("suggested", Code(), nullable=False),
    Column("code", Code(), nullable=False),  # PN0 to PN7, as the IRO confirmed; the last row counts
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("review_id", "reviews"),
)

decisions = table(
    "decisions",
    Column("review_id", sa.Uuid(), nullable=False),
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("number", sa.Integer(), nullable=False),
    Column("kind", Code(), nullable=False),  # decision, recommendation
    Column("words", Sealed(), nullable=False),  # for the record
    Column("plain", Sealed(), nullable=False),  # the line the child is told
    Column("owner", Sealed(), nullable=False),  # who does it
    Column("due_on", sa.Date(), nullable=False),
    Column("answer_id", sa.Uuid(), nullable=True),  # the wish it answers
    Column("wish", Code(), nullable=False, default=""),  # yes, partly, no
    Column("why", Sealed(), nullable=False),  # in the child's words, where the wish was not met or only partly
    Column("state", Code(), nullable=False),  # open, happened, challenged, withdrawn
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("made_at", Moment(), nullable=False),
    Column("told_at", Moment(), nullable=True),  # the child was told
    Column("asked_at", Moment(), nullable=True),  # the child was last asked whether it has happened
    belongs_to("review_id", "reviews"),
    belongs_to("child_id", "children"),
    UniqueConstraint("authority", "review_id", "number"),
)
Index("ix_decisions_child", decisions.c.authority, decisions.c.child_id)
Index("ix_decisions_due", decisions.c.authority, decisions.c.state, decisions.c.due_on)

decision_views = table(
    "decision_views",
    Column("decision_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("view", Code(), nullable=False),  # yes, not_yet, dont_know
    Column("message_id", sa.Uuid(), nullable=True),
    Column("seen_at", Moment(), nullable=True),  # the IRO has acted on a "not yet"
    Column("answer_by", sa.Date(), nullable=True),  # by when the IRO acts on a "not yet"
    Column("at", Moment(), nullable=False),
    belongs_to("decision_id", "decisions"),
)
Index("ix_decision_views_decision", decision_views.c.authority, decision_views.c.decision_id)

decision_changes = table(
    "decision_changes",
    Column("decision_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("kind", Code(), nullable=False),  # moved, withdrawn
    Column("was_due_on", sa.Date(), nullable=False),
    Column("reason", Sealed(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("decision_id", "decisions"),
)
Index("ix_decision_changes_decision", decision_changes.c.authority, decision_changes.c.decision_id)

challenges = table(
    "challenges",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("decision_id", sa.Uuid(), nullable=True),
    Column("topic", Code(), nullable=False),
    Column("issue", Sealed(), nullable=False),
    Column("stage", Code(), nullable=False),  # informal, then the rungs of the formal ladder
    Column("due_on", sa.Date(), nullable=False),  # of this stage
    Column("state", Code(), nullable=False),  # open, closed
    Column("result", Code(), nullable=False, default=""),  # put_right, partly, not_put_right, withdrawn
    Column("outcome", Sealed(), nullable=True),
    Column("rights_told_at", Moment(), nullable=True),  # the child: about an advocate and complaints
    Column("opened_at", Moment(), nullable=False),
    Column("closed_at", Moment(), nullable=True),
    Column("staff_id", sa.Uuid(), nullable=False),
    belongs_to("child_id", "children"),
)
Index("ix_challenges_open", challenges.c.authority, challenges.c.state, challenges.c.due_on)

challenge_steps = table(
    "challenge_steps",
    Column("challenge_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("stage", Code(), nullable=False),
    Column("note", Sealed(), nullable=False),
    Column("due_on", sa.Date(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("challenge_id", "challenges"),
)

offers = table(
    "offers",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("review_id", sa.Uuid(), nullable=False),
    Column("kind", Code(), nullable=False),  # offered, not_reached (told to the IRO)
    Column("at", Moment(), nullable=False),
    belongs_to("conversation_id", "conversations"),
    belongs_to("review_id", "reviews"),
)
Index("ix_offers_review", offers.c.authority, offers.c.review_id)

check_ins = table(
    "check_ins",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("every_weeks", sa.Integer(), nullable=False),  # 0: the child does not want them
    Column("next_on", sa.Date(), nullable=True),
    Column("agreed_at", Moment(), nullable=False),
    belongs_to("conversation_id", "conversations"),
    UniqueConstraint("authority", "conversation_id"),
)

feedback = table(
    "feedback",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("review_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # the IRO it is about; shown in groups of five or more only
    Column("question", Code(), nullable=False),  # listened, explained, difference
    Column("value", Code(), nullable=False),  # yes, partly, no, skipped
    Column("at", Moment(), nullable=False),
    belongs_to("conversation_id", "conversations"),
    belongs_to("review_id", "reviews"),
    UniqueConstraint("authority", "review_id", "question"),
)

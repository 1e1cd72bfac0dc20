"""Contact between a child and their IRO: what is arranged, the times somebody offered, when an IRO can be booked,
and waits that went on too long."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Moment, Sealed, belongs_to, table

appointments = table(
    "appointments",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("conversation_id", sa.Uuid(), nullable=True),  # None: recorded by the IRO, the child has not joined
    Column("key_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # whose diary it stands in
    Column("request_id", sa.Uuid(), nullable=True),  # None: nobody asked for it in the chat
    Column("how", Code(), nullable=False),  # call, video, visit, walk, before_review, message, other
    Column("state", Code(), nullable=False),  # offered, agreed, held, missed_by_iro, missed_by_child, moved, cancelled
    Column("proposed_by", Code(), nullable=False),  # child, iro
    Column("proposed_at", Moment(), nullable=False),
    Column("agreed_at", Moment(), nullable=True),
    Column("starts_at", Moment(), nullable=True),  # None while times are only offered
    Column("minutes", sa.Integer(), nullable=False),
    Column("place", Sealed(), nullable=True),  # the number to ring, or where to meet
    Column("alone", Code(), nullable=False, default=""),  # can the child talk with nobody listening: yes, no, not_sure
    Column("moved_from", sa.Uuid(), nullable=True),  # the appointment it takes the place of
    Column("reminded_at", Moment(), nullable=True),
    Column("missed_said_at", Moment(), nullable=True),  # the child said that nobody came; never cleared
    Column("asked_at", Moment(), nullable=True),  # the child was asked whether it happened
    Column("outcome_at", Moment(), nullable=True),
    Column("outcome_by", sa.Uuid(), nullable=True),  # None: the child said so
    Column("held_at", Moment(), nullable=True),  # when it really began
    Column("note", Sealed(), nullable=True),
    belongs_to("child_id", "children"),
    belongs_to("staff_id", "staff"),
)
Index("ix_appointments_child", appointments.c.authority, appointments.c.child_id)
Index("ix_appointments_diary", appointments.c.authority, appointments.c.staff_id, appointments.c.starts_at)
Index("ix_appointments_state", appointments.c.authority, appointments.c.state, appointments.c.starts_at)

offered_times = table(
    "offered_times",
    Column("appointment_id", sa.Uuid(), nullable=False),
    Column("starts_at", Moment(), nullable=False),
    belongs_to("appointment_id", "appointments"),
    UniqueConstraint("authority", "appointment_id", "starts_at"),
)

bookable_hours = table(
    "bookable_hours",
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("weekday", sa.Integer(), nullable=False),  # Monday is 0
    Column("begins", Code(), nullable=False),  # 16:00, on the clock on the wall
    Column("ends", Code(), nullable=False),
    belongs_to("staff_id", "staff"),
)
Index("ix_bookable_hours_staff", bookable_hours.c.authority, bookable_hours.c.staff_id)

broken_waits = table(
    "broken_waits",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("since", Moment(), nullable=False),  # the first message or request that nobody answered
    Column("promised_by", sa.Date(), nullable=False),
    Column("broken_at", Moment(), nullable=False),  # never cleared
    Column("step", sa.Integer(), nullable=False),  # 1: the deputy has been told, 2: the manager
    Column("stepped_on", sa.Date(), nullable=False),
    Column("first_told_id", sa.Uuid(), nullable=True),  # who was told first; None: there was nobody
    Column("told_staff_id", sa.Uuid(), nullable=True),  # who was told last
    Column("child_told_step", sa.Integer(), nullable=False),
    Column("ended_at", Moment(), nullable=True),
    Column("ended_by", sa.Uuid(), nullable=True),
    Column("ended_how", Code(), nullable=False, default=""),  # reply, held, taken_back
    belongs_to("conversation_id", "conversations"),
    UniqueConstraint("authority", "conversation_id", "since"),
)
Index("ix_broken_waits_open", broken_waits.c.authority, broken_waits.c.ended_at)

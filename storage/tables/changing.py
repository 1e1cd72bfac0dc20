"""A change of IRO on its way, who are brothers and sisters, and what child and IRO agreed about keeping in touch."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Moment, Sealed, belongs_to, table

iro_changes = table(
    "iro_changes",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("old_id", sa.Uuid(), nullable=True),  # None: nobody had the child
    Column("new_id", sa.Uuid(), nullable=False),
    Column("from_day", sa.Date(), nullable=False),
    Column("how", Code(), nullable=False),  # in_person, message
    Column("meet_on", sa.Date(), nullable=True),
    Column("meet_with", Sealed(), nullable=False),  # who brings them together, in words
    Column("planned_at", Moment(), nullable=False),
    Column("planned_by", sa.Uuid(), nullable=True),
    Column("told_at", Moment(), nullable=True),  # the child, by My IRO
    Column("goodbye_at", Moment(), nullable=True),
    Column("introduced_how", Code(), nullable=False, default=""),  # in_person, message
    Column("introduced_on", sa.Date(), nullable=True),
    Column("introduced_at", Moment(), nullable=True),  # when that was put on record
    Column("urged_at", Moment(), nullable=True),
    Column("withdrawn_at", Moment(), nullable=True),
    belongs_to("child_id", "children"),
    belongs_to("new_id", "staff"),
)
Index("ix_iro_changes_child", iro_changes.c.authority, iro_changes.c.child_id)

siblings = table(
    "siblings",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("sibling_id", sa.Uuid(), nullable=False),
    Column("recorded_at", Moment(), nullable=False),
    Column("recorded_by", sa.Uuid(), nullable=True),
    belongs_to("child_id", "children"),
    belongs_to("sibling_id", "children"),
    UniqueConstraint("authority", "child_id", "sibling_id"),
)

agreements = table(
    "agreements",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("iro_id", sa.Uuid(), nullable=False),
    Column("every_weeks", sa.Integer(), nullable=False),
    Column("how", Code(), nullable=False),  # message, call, visit
    Column("proposed_by", Code(), nullable=False),  # child, iro
    Column("proposed_at", Moment(), nullable=False),
    Column("agreed_at", Moment(), nullable=True),  # the other has said yes
    Column("carer", Code(), nullable=False, default=""),  # yes, no: may the carer know? "": not asked
    Column("letter_at", Moment(), nullable=True),  # first opened to be printed or copied
    Column("missed", sa.Integer(), nullable=False, default=0),  # how often it was not kept
    Column("missed_for", sa.Date(), nullable=True),  # the last day that was missed
    Column("ended_at", Moment(), nullable=True),  # another took its place, or one of them said no
    belongs_to("child_id", "children"),
    belongs_to("iro_id", "staff"),
)
Index("ix_agreements_child", agreements.c.authority, agreements.c.child_id)

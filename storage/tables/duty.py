"""Who keeps watch: leave and sickness, and taken concerns whose owner has gone."""

import sqlalchemy as sa
from sqlalchemy import Column, Index

from storage.tables.columns import Code, Moment, belongs_to, table

absences = table(
    "absences",
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("kind", Code(), nullable=False),  # leave, sickness, other
    Column("begins_at", Moment(), nullable=False),
    Column("ends_at", Moment(), nullable=True),  # the first moment back; None: nobody knows yet
    Column("recorded_at", Moment(), nullable=False),
    Column("recorded_by", sa.Uuid(), nullable=True),  # None: by a command
    Column("cancelled_at", Moment(), nullable=True),
    belongs_to("staff_id", "staff"),
)
Index("ix_absences_staff", absences.c.authority, absences.c.staff_id)

handovers = table(
    "handovers",
    Column("concern_id", sa.Uuid(), nullable=False),
    Column("owner_id", sa.Uuid(), nullable=False),  # who has it and is not there any more
    Column("since", Moment(), nullable=False),
    Column("step", sa.Integer(), nullable=False),  # how often others were told
    Column("next_at", Moment(), nullable=False),
    Column("ended_at", Moment(), nullable=True),  # somebody else has it, the owner is back, or it is closed
    belongs_to("concern_id", "concerns"),
)
Index("ix_handovers_open", handovers.c.authority, handovers.c.ended_at)

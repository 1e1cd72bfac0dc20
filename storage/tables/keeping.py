"""Data keys and the audit trail."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Digest, Moment, Ref, table

data_keys = table(
    "data_keys",
    Column("purpose", Code(), nullable=False),  # child, visitor, staff, intake, lookup, audit
    Column("wrapped", sa.LargeBinary(), nullable=True),  # None once destroyed: what it sealed is gone
    Column("master_version", sa.Integer(), nullable=False),
    Column("made_at", Moment(), nullable=False),
    Column("destroyed_at", Moment(), nullable=True),
)
Index("ix_data_keys_purpose", data_keys.c.authority, data_keys.c.purpose)

audit_events = table(
    "audit_events",
    Column("number", sa.BigInteger(), nullable=False),  # 1, 2, 3, … without a gap
    Column("at", Moment(), nullable=False),
    Column("event", Code(), nullable=False),  # subject:action
    Column("staff_id", sa.Uuid(), nullable=True),  # who did it; None: the service, or the child
    Column("child_id", sa.Uuid(), nullable=True),
    Column("subject_id", sa.Uuid(), nullable=True),
    Column("detail", Ref(200), nullable=False, default=""),  # codes and counts only
    Column("previous", Digest(32), nullable=False),
    Column("chained", Digest(32), nullable=False),
    UniqueConstraint("authority", "number"),
)
Index("ix_audit_events_child", audit_events.c.authority, audit_events.c.child_id)

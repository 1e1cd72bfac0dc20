"""Telephone numbers on record, by which a child may be known who texts without a card."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Digest, Moment, Sealed, belongs_to, table

numbers = table(
    "numbers",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("number", Sealed(), nullable=False),  # E.164
    Column("number_digest", Digest(32), nullable=False),  # not unique: brothers and sisters share a phone
    Column("entered_by", sa.Uuid(), nullable=False),
    Column("entered_at", Moment(), nullable=False),
    belongs_to("child_id", "children"),
    UniqueConstraint("authority", "child_id"),
)
Index("ix_numbers_digest", numbers.c.authority, numbers.c.number_digest)

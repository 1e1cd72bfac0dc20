"""What an IRO has written and not sent yet, and why they changed what they had sent."""

import sqlalchemy as sa
from sqlalchemy import Column, Index

from storage.tables.columns import Code, Moment, Sealed, belongs_to, table

letters = table(
    "letters",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # who wrote it
    Column("text", Sealed(), nullable=False),
    Column("state", Code(), nullable=False),  # waiting, held, draft, sent, taken_back
    Column("why", Code(), nullable=False, default=""),  # what it is held for: concern, unsafe, iro_changed
    Column("due_at", Moment(), nullable=False),
    Column("made_at", Moment(), nullable=False),
    Column("changed_at", Moment(), nullable=True),
    Column("ended_at", Moment(), nullable=True),
    Column("message_id", sa.Uuid(), nullable=True),  # as which it was sent
    belongs_to("conversation_id", "conversations"),
)
Index("ix_letters_conversation", letters.c.authority, letters.c.conversation_id)
Index(
    "ix_letters_waiting",
    letters.c.authority,
    letters.c.due_at,
    postgresql_where=letters.c.state == "waiting",
    sqlite_where=letters.c.state == "waiting",
)

corrections = table(
    "corrections",
    Column("message_id", sa.Uuid(), nullable=False),  # the version
    Column("key_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("reason", Sealed(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("message_id", "messages"),
)
Index("ix_corrections_message", corrections.c.authority, corrections.c.message_id)

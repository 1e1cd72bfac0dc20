"""Files: voice notes, drawings and leaflets that belong to a message, and the faces of staff."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Moment, Sealed, SealedBytes, belongs_to, table

files = table(
    "files",
    Column("key_id", sa.Uuid(), nullable=False),  # the child's; of a face the authority's key for staff
    Column("message_id", sa.Uuid(), nullable=True),  # None: a face
    Column("staff_id", sa.Uuid(), nullable=True),  # whose face it is
    Column("kind", Code(), nullable=False),  # voice, drawing, leaflet, face
    Column("mime", Code(), nullable=False),
    Column("seconds", sa.Integer(), nullable=False),  # how long a voice note is; 0 of what has no length
    Column("size", sa.BigInteger(), nullable=False),  # in bytes, before it was sealed
    Column("title", Sealed(), nullable=True),
    Column("body", SealedBytes(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("key_id", "data_keys"),
    belongs_to("message_id", "messages"),
    belongs_to("staff_id", "staff"),
    UniqueConstraint("authority", "staff_id"),
)
Index("ix_files_message", files.c.authority, files.c.message_id)
Index("ix_files_child", files.c.authority, files.c.key_id, files.c.at)

file_hearings = table(
    "file_hearings",
    Column("file_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("at", Moment(), nullable=False),  # when they first listened or looked
    Column("verdict", Code(), nullable=False),  # "", nothing, concern, urgent
    Column("judged_at", Moment(), nullable=True),
    belongs_to("file_id", "files"),
    UniqueConstraint("authority", "file_id", "staff_id"),
)

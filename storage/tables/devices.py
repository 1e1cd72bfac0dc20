"""The browsers of children: what locks them, and whether they are to be told that something is new."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Digest, Moment, PasswordHash, Sealed, belongs_to, table

locks = table(
    "locks",
    Column("address_id", sa.Uuid(), nullable=False),
    Column("kind", Code(), nullable=False),  # word, pattern; card: the child set none, and the device is seen by others
    Column("secret", PasswordHash(), nullable=True),  # of a keyed hash of the word or pattern
    Column("wrong_tries", sa.Integer(), nullable=False, default=0),
    Column("locked_at", Moment(), nullable=True),
    Column("used_at", Moment(), nullable=False),  # when the child last did something here
    belongs_to("address_id", "addresses"),
    UniqueConstraint("authority", "address_id"),
)

doorbells = table(
    "doorbells",
    Column("address_id", sa.Uuid(), nullable=False),
    Column("said_at", Moment(), nullable=True),  # something new has been said since the child last looked
    Column("urgent", sa.Boolean(), nullable=False, default=False),  # by a duty officer
    Column("rung_at", Moment(), nullable=True),
    Column("looking_until", Moment(), nullable=True),  # a page is open, and on the screen
    belongs_to("address_id", "addresses"),
    UniqueConstraint("authority", "address_id"),
)
Index("ix_doorbells_said", doorbells.c.authority, doorbells.c.said_at)

push_subscriptions = table(
    "push_subscriptions",
    Column("staff_id", sa.Uuid(), nullable=True),  # a browser is of a member of staff or is a child's address
    Column("address_id", sa.Uuid(), nullable=True),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("subscription", Sealed(), nullable=False),  # the browser's own: {endpoint, keys}
    Column("endpoint_digest", Digest(32), nullable=False),
    Column("made_at", Moment(), nullable=False),
    belongs_to("staff_id", "staff"),
    belongs_to("address_id", "addresses"),
    UniqueConstraint("authority", "endpoint_digest"),
)
Index("ix_push_subscriptions_staff", push_subscriptions.c.authority, push_subscriptions.c.staff_id)
Index("ix_push_subscriptions_address", push_subscriptions.c.authority, push_subscriptions.c.address_id)

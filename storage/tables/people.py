"""Children, the staff around them, and who has whom."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Digest, Moment, PasswordHash, Ref, Sealed, belongs_to, table

children = table(
    "children",
    Column("key_id", sa.Uuid(), nullable=False),
    Column("reference", Ref(), nullable=False),
    Column("first_name", Sealed(), nullable=False),
    Column("preferred_name", Sealed(), nullable=False),
    Column("birth_date", Sealed(), nullable=False),  # ISO date
    Column("birthday_digest", Digest(32), nullable=False),  # "MM-DD", to find a child who has no card with them
    Column("languages", Sealed(), nullable=False),
    Column("communication_needs", Sealed(), nullable=False),
    Column("lang", Code(), nullable=False),  # BCP 47
    Column("easy_read", sa.Boolean(), nullable=False),
    Column("legal_status", Code(), nullable=False),
    Column("placement", Code(), nullable=False),
    Column("looked_after_since", sa.Date(), nullable=False),
    Column("left_care_on", sa.Date(), nullable=True),
    belongs_to("key_id", "data_keys"),
    UniqueConstraint("authority", "reference"),
)
Index("ix_children_birthday", children.c.authority, children.c.birthday_digest)

staff = table(
    "staff",
    Column("reference", Ref(), nullable=False),
    Column("role", Code(), nullable=False),  # iro, iro_manager, duty_officer, business_support, data_protection
    Column("iro_reference", Ref(), nullable=True),
    Column("first_name", Sealed(), nullable=False),
    Column("last_name", Sealed(), nullable=False),
    Column("job_title", Sealed(), nullable=False),
    Column("email", Sealed(), nullable=False),
    Column("email_digest", Digest(32), nullable=False),
    Column("phone", Sealed(), nullable=False),
    Column("pronouns", Code(), nullable=False, default=""),
    Column("working_pattern", Ref(120), nullable=False),
    Column("alerts", Code(), nullable=False),  # first, escalate, none
    Column("deputy_id", sa.Uuid(), nullable=True),  # who stands in when they are away
    Column("ways", Code(), nullable=False, default=""),  # how they want to be told: email, sms; "" as they come
    Column("languages", Sealed(), nullable=False),
    Column("bio", Sealed(), nullable=False),
    Column("started_on", sa.Date(), nullable=False),
    Column("ends_on", sa.Date(), nullable=True),
    Column("password", PasswordHash(200), nullable=True),
    Column("code_secret", Sealed(), nullable=True),
    Column("last_code", sa.BigInteger(), nullable=False, default=0),  # time step of the last code used: once only
    Column("failures", sa.Integer(), nullable=False, default=0),
    Column("locked_until", Moment(), nullable=True),
    UniqueConstraint("authority", "reference"),
    UniqueConstraint("authority", "email_digest"),
)

staff_sessions = table(
    "staff_sessions",
    Column("token_digest", Digest(32), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("passed_code", sa.Boolean(), nullable=False),
    Column("opened_at", Moment(), nullable=False),
    Column("seen_at", Moment(), nullable=False),
    Column("ended_at", Moment(), nullable=True),
    belongs_to("staff_id", "staff"),
    UniqueConstraint("authority", "token_digest"),
)

allocations = table(
    "allocations",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),
    Column("since", sa.Date(), nullable=False),
    Column("until", sa.Date(), nullable=True),
    belongs_to("child_id", "children"),
    belongs_to("staff_id", "staff"),
)
Index("ix_allocations_child", allocations.c.authority, allocations.c.child_id, allocations.c.since)
Index("ix_allocations_staff", allocations.c.authority, allocations.c.staff_id)

invites = table(
    "invites",
    Column("child_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("word", Sealed(), nullable=False),  # OTTER-42
    Column("word_digest", Digest(32), nullable=False),
    Column("state", Code(), nullable=False),  # open, used, locked, cancelled
    Column("wrong_tries", sa.Integer(), nullable=False, default=0),
    Column("made_at", Moment(), nullable=False),
    Column("made_by", sa.Uuid(), nullable=True),
    Column("used_at", Moment(), nullable=True),
    belongs_to("child_id", "children"),
    UniqueConstraint("authority", "word_digest"),
)
Index("ix_invites_child", invites.c.authority, invites.c.child_id)

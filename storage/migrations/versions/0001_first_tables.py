"""The first tables, and on PostgreSQL the rule that a connection sees one authority's rows only.

Written by storage/migrations/regenerate.py; do not edit.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "audit_events",
    "data_keys",
    "inbox",
    "outbox",
    "staff",
    "absences",
    "bookable_hours",
    "children",
    "staff_sessions",
    "agreements",
    "allocations",
    "appointments",
    "asked_earlier",
    "busy_times",
    "challenges",
    "conversations",
    "invites",
    "iro_changes",
    "numbers",
    "reviews",
    "siblings",
    "addresses",
    "answers",
    "broken_waits",
    "cancellations",
    "challenge_steps",
    "check_ins",
    "decisions",
    "feedback",
    "letters",
    "messages",
    "milestones",
    "new_days",
    "offered_times",
    "offers",
    "participations",
    "private_talks",
    "requests",
    "complaints",
    "concerns",
    "corrections",
    "decision_changes",
    "decision_views",
    "doorbells",
    "files",
    "locks",
    "push_subscriptions",
    "referrals",
    "screenings",
    "withheld",
    "complained_about",
    "complaint_steps",
    "complaint_words",
    "concern_events",
    "exclusions",
    "file_hearings",
    "handovers",
    "outcomes",
    "ticks",
)

OWN_ROWS = "authority = current_setting('app.authority', true)"


def upgrade() -> None:
    op.create_table(
        "audit_events",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("child_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("detail", sa.String(200), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("chained", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_audit_events")),
        sa.UniqueConstraint("authority", "number", name=op.f("uq_audit_events_authority_number")),
    )
    op.create_index("ix_audit_events_child", "audit_events", ["authority", "child_id"], unique=False)
    op.create_table(
        "data_keys",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(40), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=True),
        sa.Column("master_version", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("destroyed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_data_keys")),
    )
    op.create_index("ix_data_keys_purpose", "data_keys", ["authority", "purpose"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("external_id", sa.String(120), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("authority", "channel", "external_id", name=op.f("uq_inbox_authority_channel_external_id")),
    )
    op.create_index(
        "ix_inbox_new",
        "inbox",
        ["authority", "received_at"],
        unique=False,
        postgresql_where=sa.text("state = 'new'"),
        sqlite_where=sa.text("state = 'new'"),
    )
    op.create_table(
        "outbox",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lane", sa.String(40), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("recipient_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("once", sa.String(120), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("trouble", sa.String(40), nullable=False),
        sa.Column("external_id", sa.String(80), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("authority", "once", name=op.f("uq_outbox_authority_once")),
    )
    op.create_index(
        "ix_outbox_recipient",
        "outbox",
        ["authority", "recipient_id", "number"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["authority", "lane", "due_at"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "staff",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(80), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("iro_reference", sa.String(80), nullable=True),
        sa.Column("first_name", sa.LargeBinary(), nullable=False),
        sa.Column("last_name", sa.LargeBinary(), nullable=False),
        sa.Column("job_title", sa.LargeBinary(), nullable=False),
        sa.Column("email", sa.LargeBinary(), nullable=False),
        sa.Column("email_digest", sa.LargeBinary(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("pronouns", sa.String(40), nullable=False),
        sa.Column("working_pattern", sa.String(120), nullable=False),
        sa.Column("alerts", sa.String(40), nullable=False),
        sa.Column("deputy_id", sa.Uuid(), nullable=True),
        sa.Column("ways", sa.String(40), nullable=False),
        sa.Column("languages", sa.LargeBinary(), nullable=False),
        sa.Column("bio", sa.LargeBinary(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("password", sa.String(200), nullable=True),
        sa.Column("code_secret", sa.LargeBinary(), nullable=True),
        sa.Column("last_code", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_staff")),
        sa.UniqueConstraint("authority", "email_digest", name=op.f("uq_staff_authority_email_digest")),
        sa.UniqueConstraint("authority", "reference", name=op.f("uq_staff_authority_reference")),
    )
    op.create_table(
        "absences",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("begins_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"], ["staff.authority", "staff.id"], name=op.f("fk_absences_authority_staff_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_absences")),
    )
    op.create_index("ix_absences_staff", "absences", ["authority", "staff_id"], unique=False)
    op.create_table(
        "bookable_hours",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("begins", sa.String(40), nullable=False),
        sa.Column("ends", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"],
            ["staff.authority", "staff.id"],
            name=op.f("fk_bookable_hours_authority_staff_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_bookable_hours")),
    )
    op.create_index("ix_bookable_hours_staff", "bookable_hours", ["authority", "staff_id"], unique=False)
    op.create_table(
        "children",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(80), nullable=False),
        sa.Column("first_name", sa.LargeBinary(), nullable=False),
        sa.Column("preferred_name", sa.LargeBinary(), nullable=False),
        sa.Column("birth_date", sa.LargeBinary(), nullable=False),
        sa.Column("birthday_digest", sa.LargeBinary(), nullable=False),
        sa.Column("languages", sa.LargeBinary(), nullable=False),
        sa.Column("communication_needs", sa.LargeBinary(), nullable=False),
        sa.Column("lang", sa.String(40), nullable=False),
        sa.Column("easy_read", sa.Boolean(), nullable=False),
        sa.Column("legal_status", sa.String(40), nullable=False),
        sa.Column("placement", sa.String(40), nullable=False),
        sa.Column("looked_after_since", sa.Date(), nullable=False),
        sa.Column("left_care_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "key_id"], ["data_keys.authority", "data_keys.id"], name=op.f("fk_children_authority_key_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_children")),
        sa.UniqueConstraint("authority", "reference", name=op.f("uq_children_authority_reference")),
    )
    op.create_index("ix_children_birthday", "children", ["authority", "birthday_digest"], unique=False)
    op.create_table(
        "staff_sessions",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("passed_code", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"],
            ["staff.authority", "staff.id"],
            name=op.f("fk_staff_sessions_authority_staff_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_staff_sessions")),
        sa.UniqueConstraint("authority", "token_digest", name=op.f("uq_staff_sessions_authority_token_digest")),
    )
    op.create_table(
        "agreements",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("iro_id", sa.Uuid(), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("proposed_by", sa.String(40), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("carer", sa.String(40), nullable=False),
        sa.Column("letter_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("missed", sa.Integer(), nullable=False),
        sa.Column("missed_for", sa.Date(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_agreements_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "iro_id"], ["staff.authority", "staff.id"], name=op.f("fk_agreements_authority_iro_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_agreements")),
    )
    op.create_index("ix_agreements_child", "agreements", ["authority", "child_id"], unique=False)
    op.create_table(
        "allocations",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_allocations_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"], ["staff.authority", "staff.id"], name=op.f("fk_allocations_authority_staff_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_allocations")),
    )
    op.create_index("ix_allocations_child", "allocations", ["authority", "child_id", "since"], unique=False)
    op.create_index("ix_allocations_staff", "allocations", ["authority", "staff_id"], unique=False)
    op.create_table(
        "appointments",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=True),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("proposed_by", sa.String(40), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("alone", sa.String(40), nullable=False),
        sa.Column("moved_from", sa.Uuid(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("missed_said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome_by", sa.Uuid(), nullable=True),
        sa.Column("held_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_appointments_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"], ["staff.authority", "staff.id"], name=op.f("fk_appointments_authority_staff_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_appointments")),
    )
    op.create_index("ix_appointments_child", "appointments", ["authority", "child_id"], unique=False)
    op.create_index("ix_appointments_diary", "appointments", ["authority", "staff_id", "starts_at"], unique=False)
    op.create_index("ix_appointments_state", "appointments", ["authority", "state", "starts_at"], unique=False)
    op.create_table(
        "asked_earlier",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=False),
        sa.Column("by_day", sa.Date(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_asked_earlier_authority_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_asked_earlier")),
    )
    op.create_index("ix_asked_earlier_child", "asked_earlier", ["authority", "child_id"], unique=False)
    op.create_table(
        "busy_times",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.String(40), nullable=False),
        sa.Column("ends", sa.String(40), nullable=False),
        sa.Column("why", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_busy_times_authority_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_busy_times")),
    )
    op.create_index("ix_busy_times_child", "busy_times", ["authority", "child_id"], unique=False)
    op.create_table(
        "challenges",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=True),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("issue", sa.LargeBinary(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("result", sa.String(40), nullable=False),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("rights_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_challenges_authority_child_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_challenges")),
    )
    op.create_index("ix_challenges_open", "challenges", ["authority", "state", "due_on"], unique=False)
    op.create_table(
        "conversations",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.LargeBinary(), nullable=False),
        sa.Column("called", sa.LargeBinary(), nullable=True),
        sa.Column("band", sa.String(40), nullable=False),
        sa.Column("lang", sa.String(40), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("shared_device", sa.String(40), nullable=False),
        sa.Column("safe_to_write", sa.String(40), nullable=False),
        sa.Column("human_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("talking_with", sa.Uuid(), nullable=True),
        sa.Column("talking_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("talking_told", sa.Boolean(), nullable=False),
        sa.Column("waiting_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("child_wrote_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_at", sa.String(40), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_conversations_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "key_id"],
            ["data_keys.authority", "data_keys.id"],
            name=op.f("fk_conversations_authority_key_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_conversations")),
        sa.UniqueConstraint("authority", "child_id", name=op.f("uq_conversations_authority_child_id")),
    )
    op.create_table(
        "invites",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.LargeBinary(), nullable=False),
        sa.Column("word_digest", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"], ["children.authority", "children.id"], name=op.f("fk_invites_authority_child_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_invites")),
        sa.UniqueConstraint("authority", "word_digest", name=op.f("uq_invites_authority_word_digest")),
    )
    op.create_index("ix_invites_child", "invites", ["authority", "child_id"], unique=False)
    op.create_table(
        "iro_changes",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("old_id", sa.Uuid(), nullable=True),
        sa.Column("new_id", sa.Uuid(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("meet_on", sa.Date(), nullable=True),
        sa.Column("meet_with", sa.LargeBinary(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_by", sa.Uuid(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("goodbye_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("introduced_how", sa.String(40), nullable=False),
        sa.Column("introduced_on", sa.Date(), nullable=True),
        sa.Column("introduced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("urged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_iro_changes_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "new_id"], ["staff.authority", "staff.id"], name=op.f("fk_iro_changes_authority_new_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_iro_changes")),
    )
    op.create_index("ix_iro_changes_child", "iro_changes", ["authority", "child_id"], unique=False)
    op.create_table(
        "numbers",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.LargeBinary(), nullable=False),
        sa.Column("number_digest", sa.LargeBinary(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"], ["children.authority", "children.id"], name=op.f("fk_numbers_authority_child_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_numbers")),
        sa.UniqueConstraint("authority", "child_id", name=op.f("uq_numbers_authority_child_id")),
    )
    op.create_index("ix_numbers_digest", "numbers", ["authority", "number_digest"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(80), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("due_by", sa.Date(), nullable=False),
        sa.Column("planned_for", sa.Date(), nullable=True),
        sa.Column("start_time", sa.String(40), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=True),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("days_late", sa.Integer(), nullable=False),
        sa.Column("late_reason", sa.LargeBinary(), nullable=False),
        sa.Column("participation_code", sa.String(40), nullable=True),
        sa.Column("chair_id", sa.Uuid(), nullable=True),
        sa.Column("format", sa.LargeBinary(), nullable=False),
        sa.Column("notes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"], ["children.authority", "children.id"], name=op.f("fk_reviews_authority_child_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("authority", "reference", name=op.f("uq_reviews_authority_reference")),
    )
    op.create_index("ix_reviews_child", "reviews", ["authority", "child_id", "planned_for"], unique=False)
    op.create_table(
        "siblings",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("sibling_id", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_siblings_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "sibling_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_siblings_authority_sibling_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_siblings")),
        sa.UniqueConstraint(
            "authority", "child_id", "sibling_id", name=op.f("uq_siblings_authority_child_id_sibling_id")
        ),
    )
    op.create_table(
        "addresses",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("sender", sa.LargeBinary(), nullable=False),
        sa.Column("sender_digest", sa.LargeBinary(), nullable=False),
        sa.Column("trust", sa.String(40), nullable=False),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_addresses_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_addresses")),
        sa.UniqueConstraint(
            "authority", "channel", "sender_digest", name=op.f("uq_addresses_authority_channel_sender_digest")
        ),
    )
    op.create_index("ix_addresses_conversation", "addresses", ["authority", "conversation_id"], unique=False)
    op.create_table(
        "answers",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("choice", sa.String(40), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("share", sa.String(40), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_answers_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_answers")),
    )
    op.create_index("ix_answers_conversation", "answers", ["authority", "conversation_id", "at"], unique=False)
    op.create_table(
        "broken_waits",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promised_by", sa.Date(), nullable=False),
        sa.Column("broken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("stepped_on", sa.Date(), nullable=False),
        sa.Column("first_told_id", sa.Uuid(), nullable=True),
        sa.Column("told_staff_id", sa.Uuid(), nullable=True),
        sa.Column("child_told_step", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("ended_how", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_broken_waits_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_broken_waits")),
        sa.UniqueConstraint(
            "authority", "conversation_id", "since", name=op.f("uq_broken_waits_authority_conversation_id_since")
        ),
    )
    op.create_index("ix_broken_waits_open", "broken_waits", ["authority", "ended_at"], unique=False)
    op.create_table(
        "cancellations",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("was_for", sa.Date(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"],
            ["reviews.authority", "reviews.id"],
            name=op.f("fk_cancellations_authority_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_cancellations")),
    )
    op.create_table(
        "challenge_steps",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("challenge_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "challenge_id"],
            ["challenges.authority", "challenges.id"],
            name=op.f("fk_challenge_steps_authority_challenge_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_challenge_steps")),
    )
    op.create_table(
        "check_ins",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_check_ins_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_check_ins")),
        sa.UniqueConstraint("authority", "conversation_id", name=op.f("uq_check_ins_authority_conversation_id")),
    )
    op.create_table(
        "decisions",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("plain", sa.LargeBinary(), nullable=False),
        sa.Column("owner", sa.LargeBinary(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answer_id", sa.Uuid(), nullable=True),
        sa.Column("wish", sa.String(40), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_decisions_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"],
            ["reviews.authority", "reviews.id"],
            name=op.f("fk_decisions_authority_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("authority", "review_id", "number", name=op.f("uq_decisions_authority_review_id_number")),
    )
    op.create_index("ix_decisions_child", "decisions", ["authority", "child_id"], unique=False)
    op.create_index("ix_decisions_due", "decisions", ["authority", "state", "due_on"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(40), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_feedback_authority_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"],
            ["reviews.authority", "reviews.id"],
            name=op.f("fk_feedback_authority_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_feedback")),
        sa.UniqueConstraint(
            "authority", "review_id", "question", name=op.f("uq_feedback_authority_review_id_question")
        ),
    )
    op.create_table(
        "letters",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("why", sa.String(40), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_letters_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_letters")),
    )
    op.create_index("ix_letters_conversation", "letters", ["authority", "conversation_id"], unique=False)
    op.create_index(
        "ix_letters_waiting",
        "letters",
        ["authority", "due_at"],
        unique=False,
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "messages",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("address_id", sa.Uuid(), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("choices", sa.LargeBinary(), nullable=True),
        sa.Column("choice", sa.String(40), nullable=True),
        sa.Column("flow", sa.String(40), nullable=False),
        sa.Column("node", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("inbox_id", sa.Uuid(), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("for_iro", sa.Boolean(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_by", sa.Uuid(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_messages_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_messages")),
        sa.UniqueConstraint(
            "authority", "conversation_id", "seq", name=op.f("uq_messages_authority_conversation_id_seq")
        ),
    )
    op.create_index("ix_messages_private", "messages", ["authority", "private"], unique=False)
    op.create_table(
        "milestones",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("value", sa.String(40), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=True),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_milestones_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_milestones")),
    )
    op.create_index("ix_milestones_conversation", "milestones", ["authority", "conversation_id", "kind"], unique=False)
    op.create_table(
        "new_days",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("was_for", sa.Date(), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"],
            ["reviews.authority", "reviews.id"],
            name=op.f("fk_new_days_authority_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_new_days")),
    )
    op.create_table(
        "offered_times",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "appointment_id"],
            ["appointments.authority", "appointments.id"],
            name=op.f("fk_offered_times_authority_appointment_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_offered_times")),
        sa.UniqueConstraint(
            "authority", "appointment_id", "starts_at", name=op.f("uq_offered_times_authority_appointment_id_starts_at")
        ),
    )
    op.create_table(
        "offers",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_offers_authority_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"], ["reviews.authority", "reviews.id"], name=op.f("fk_offers_authority_review_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_offers")),
    )
    op.create_index("ix_offers_review", "offers", ["authority", "review_id"], unique=False)
    op.create_table(
        "participations",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("attended", sa.String(40), nullable=False),
        sa.Column("spoke", sa.String(40), nullable=False),
        sa.Column("views", sa.String(40), nullable=False),
        sa.Column("suggested", sa.String(40), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"],
            ["reviews.authority", "reviews.id"],
            name=op.f("fk_participations_authority_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_participations")),
    )
    op.create_table(
        "private_talks",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("spoke_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "review_id"],
            ["reviews.authority", "reviews.id"],
            name=op.f("fk_private_talks_authority_review_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_private_talks")),
    )
    op.create_table(
        "requests",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("child_id", sa.Uuid(), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("owner_role", sa.String(40), nullable=False),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("safe_here", sa.String(40), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("when_words", sa.LargeBinary(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("arranged_for", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("unfinished", sa.Boolean(), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_requests_authority_conversation_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_requests")),
    )
    op.create_index("ix_requests_open", "requests", ["authority", "state", "due_on"], unique=False)
    op.create_table(
        "complaints",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("about", sa.String(40), nullable=False),
        sa.Column("handling", sa.String(40), nullable=False),
        sa.Column("owner_role", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("looked_at_by", sa.LargeBinary(), nullable=True),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("formal_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("late_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("breached_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("child_says", sa.String(40), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result", sa.String(40), nullable=False),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_complaints_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_complaints_authority_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "request_id"],
            ["requests.authority", "requests.id"],
            name=op.f("fk_complaints_authority_request_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_complaints")),
    )
    op.create_index("ix_complaints_child", "complaints", ["authority", "child_id"], unique=False)
    op.create_index("ix_complaints_open", "complaints", ["authority", "state", "due_on"], unique=False)
    op.create_table(
        "concerns",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("categories", sa.String(200), nullable=False),
        sa.Column("readable", sa.Boolean(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clock_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("next_step_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("breached_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("owner_id", sa.Uuid(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("safe_now", sa.String(40), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("found_late", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_concerns_authority_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "message_id"],
            ["messages.authority", "messages.id"],
            name=op.f("fk_concerns_authority_message_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_concerns")),
    )
    op.create_index("ix_concerns_conversation", "concerns", ["authority", "conversation_id"], unique=False)
    op.create_index("ix_concerns_state", "concerns", ["authority", "state"], unique=False)
    op.create_table(
        "corrections",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "message_id"],
            ["messages.authority", "messages.id"],
            name=op.f("fk_corrections_authority_message_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_corrections")),
    )
    op.create_index("ix_corrections_message", "corrections", ["authority", "message_id"], unique=False)
    op.create_table(
        "decision_changes",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("was_due_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "decision_id"],
            ["decisions.authority", "decisions.id"],
            name=op.f("fk_decision_changes_authority_decision_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_decision_changes")),
    )
    op.create_index("ix_decision_changes_decision", "decision_changes", ["authority", "decision_id"], unique=False)
    op.create_table(
        "decision_views",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("decision_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("view", sa.String(40), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "decision_id"],
            ["decisions.authority", "decisions.id"],
            name=op.f("fk_decision_views_authority_decision_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_decision_views")),
    )
    op.create_index("ix_decision_views_decision", "decision_views", ["authority", "decision_id"], unique=False)
    op.create_table(
        "doorbells",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("address_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("rung_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looking_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "address_id"],
            ["addresses.authority", "addresses.id"],
            name=op.f("fk_doorbells_authority_address_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_doorbells")),
        sa.UniqueConstraint("authority", "address_id", name=op.f("uq_doorbells_authority_address_id")),
    )
    op.create_index("ix_doorbells_said", "doorbells", ["authority", "said_at"], unique=False)
    op.create_table(
        "files",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("mime", sa.String(40), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "key_id"], ["data_keys.authority", "data_keys.id"], name=op.f("fk_files_authority_key_id")
        ),
        sa.ForeignKeyConstraint(
            ["authority", "message_id"],
            ["messages.authority", "messages.id"],
            name=op.f("fk_files_authority_message_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"], ["staff.authority", "staff.id"], name=op.f("fk_files_authority_staff_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_files")),
        sa.UniqueConstraint("authority", "staff_id", name=op.f("uq_files_authority_staff_id")),
    )
    op.create_index("ix_files_child", "files", ["authority", "key_id", "at"], unique=False)
    op.create_index("ix_files_message", "files", ["authority", "message_id"], unique=False)
    op.create_table(
        "locks",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("address_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("secret", sa.String(None), nullable=True),
        sa.Column("wrong_tries", sa.Integer(), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "address_id"],
            ["addresses.authority", "addresses.id"],
            name=op.f("fk_locks_authority_address_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_locks")),
        sa.UniqueConstraint("authority", "address_id", name=op.f("uq_locks_authority_address_id")),
    )
    op.create_table(
        "push_subscriptions",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("address_id", sa.Uuid(), nullable=True),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("subscription", sa.LargeBinary(), nullable=False),
        sa.Column("endpoint_digest", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "address_id"],
            ["addresses.authority", "addresses.id"],
            name=op.f("fk_push_subscriptions_authority_address_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "staff_id"],
            ["staff.authority", "staff.id"],
            name=op.f("fk_push_subscriptions_authority_staff_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_push_subscriptions")),
        sa.UniqueConstraint(
            "authority", "endpoint_digest", name=op.f("uq_push_subscriptions_authority_endpoint_digest")
        ),
    )
    op.create_index("ix_push_subscriptions_address", "push_subscriptions", ["authority", "address_id"], unique=False)
    op.create_index("ix_push_subscriptions_staff", "push_subscriptions", ["authority", "staff_id"], unique=False)
    op.create_table(
        "referrals",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("how", sa.String(40), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("number", sa.LargeBinary(), nullable=False),
        sa.Column("meeting", sa.LargeBinary(), nullable=False),
        sa.Column("quick", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("hear_by", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_by", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("heard", sa.String(40), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "child_id"],
            ["children.authority", "children.id"],
            name=op.f("fk_referrals_authority_child_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "conversation_id"],
            ["conversations.authority", "conversations.id"],
            name=op.f("fk_referrals_authority_conversation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["authority", "request_id"],
            ["requests.authority", "requests.id"],
            name=op.f("fk_referrals_authority_request_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_referrals")),
    )
    op.create_index("ix_referrals_child", "referrals", ["authority", "child_id"], unique=False)
    op.create_index("ix_referrals_open", "referrals", ["authority", "heard", "hear_by"], unique=False)
    op.create_table(
        "screenings",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.String(40), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("categories", sa.String(200), nullable=False),
        sa.Column("because", sa.LargeBinary(), nullable=False),
        sa.Column("readable", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("rules_version", sa.String(80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "message_id"],
            ["messages.authority", "messages.id"],
            name=op.f("fk_screenings_authority_message_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_screenings")),
    )
    op.create_index("ix_screenings_message", "screenings", ["authority", "message_id"], unique=False)
    op.create_table(
        "withheld",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "message_id"],
            ["messages.authority", "messages.id"],
            name=op.f("fk_withheld_authority_message_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_withheld")),
        sa.UniqueConstraint(
            "authority", "message_id", "staff_id", name=op.f("uq_withheld_authority_message_id_staff_id")
        ),
    )
    op.create_table(
        "complained_about",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "complaint_id"],
            ["complaints.authority", "complaints.id"],
            name=op.f("fk_complained_about_authority_complaint_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_complained_about")),
        sa.UniqueConstraint(
            "authority", "complaint_id", "staff_id", name=op.f("uq_complained_about_authority_complaint_id_staff_id")
        ),
    )
    op.create_table(
        "complaint_steps",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "complaint_id"],
            ["complaints.authority", "complaints.id"],
            name=op.f("fk_complaint_steps_authority_complaint_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_complaint_steps")),
    )
    op.create_index("ix_complaint_steps_complaint", "complaint_steps", ["authority", "complaint_id"], unique=False)
    op.create_table(
        "complaint_words",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "complaint_id"],
            ["complaints.authority", "complaints.id"],
            name=op.f("fk_complaint_words_authority_complaint_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_complaint_words")),
    )
    op.create_index("ix_complaint_words_complaint", "complaint_words", ["authority", "complaint_id"], unique=False)
    op.create_table(
        "concern_events",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("message_id", sa.Uuid(), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "concern_id"],
            ["concerns.authority", "concerns.id"],
            name=op.f("fk_concern_events_authority_concern_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_concern_events")),
    )
    op.create_index("ix_concern_events_concern", "concern_events", ["authority", "concern_id", "at"], unique=False)
    op.create_table(
        "exclusions",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "concern_id"],
            ["concerns.authority", "concerns.id"],
            name=op.f("fk_exclusions_authority_concern_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_exclusions")),
        sa.UniqueConstraint(
            "authority", "concern_id", "staff_id", name=op.f("uq_exclusions_authority_concern_id_staff_id")
        ),
    )
    op.create_table(
        "file_hearings",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(40), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "file_id"], ["files.authority", "files.id"], name=op.f("fk_file_hearings_authority_file_id")
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_file_hearings")),
        sa.UniqueConstraint(
            "authority", "file_id", "staff_id", name=op.f("uq_file_hearings_authority_file_id_staff_id")
        ),
    )
    op.create_table(
        "handovers",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["authority", "concern_id"],
            ["concerns.authority", "concerns.id"],
            name=op.f("fk_handovers_authority_concern_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_handovers")),
    )
    op.create_index("ix_handovers_open", "handovers", ["authority", "ended_at"], unique=False)
    op.create_table(
        "outcomes",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("key_id", sa.Uuid(), nullable=False),
        sa.Column("done", sa.LargeBinary(), nullable=False),
        sa.Column("referred", sa.String(200), nullable=False),
        sa.Column("false_alarm", sa.String(40), nullable=False),
        sa.Column("told", sa.String(40), nullable=False),
        sa.Column("told_words", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rules", sa.String(400), nullable=False),
        sa.Column("rules_version", sa.String(80), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "concern_id"],
            ["concerns.authority", "concerns.id"],
            name=op.f("fk_outcomes_authority_concern_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_outcomes")),
        sa.UniqueConstraint("authority", "concern_id", name=op.f("uq_outcomes_authority_concern_id")),
    )
    op.create_table(
        "ticks",
        sa.Column("authority", sa.String(40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["authority", "concern_id"],
            ["concerns.authority", "concerns.id"],
            name=op.f("fk_ticks_authority_concern_id"),
        ),
        sa.PrimaryKeyConstraint("authority", "id", name=op.f("pk_ticks")),
    )
    op.create_index("ix_ticks_concern", "ticks", ["authority", "concern_id", "at"], unique=False)
    keep_authorities_apart()


def downgrade() -> None:
    op.drop_index("ix_ticks_concern", table_name="ticks")
    op.drop_table("ticks")
    op.drop_table("outcomes")
    op.drop_index("ix_handovers_open", table_name="handovers")
    op.drop_table("handovers")
    op.drop_table("file_hearings")
    op.drop_table("exclusions")
    op.drop_index("ix_concern_events_concern", table_name="concern_events")
    op.drop_table("concern_events")
    op.drop_index("ix_complaint_words_complaint", table_name="complaint_words")
    op.drop_table("complaint_words")
    op.drop_index("ix_complaint_steps_complaint", table_name="complaint_steps")
    op.drop_table("complaint_steps")
    op.drop_table("complained_about")
    op.drop_table("withheld")
    op.drop_index("ix_screenings_message", table_name="screenings")
    op.drop_table("screenings")
    op.drop_index("ix_referrals_open", table_name="referrals")
    op.drop_index("ix_referrals_child", table_name="referrals")
    op.drop_table("referrals")
    op.drop_index("ix_push_subscriptions_staff", table_name="push_subscriptions")
    op.drop_index("ix_push_subscriptions_address", table_name="push_subscriptions")
    op.drop_table("push_subscriptions")
    op.drop_table("locks")
    op.drop_index("ix_files_message", table_name="files")
    op.drop_index("ix_files_child", table_name="files")
    op.drop_table("files")
    op.drop_index("ix_doorbells_said", table_name="doorbells")
    op.drop_table("doorbells")
    op.drop_index("ix_decision_views_decision", table_name="decision_views")
    op.drop_table("decision_views")
    op.drop_index("ix_decision_changes_decision", table_name="decision_changes")
    op.drop_table("decision_changes")
    op.drop_index("ix_corrections_message", table_name="corrections")
    op.drop_table("corrections")
    op.drop_index("ix_concerns_state", table_name="concerns")
    op.drop_index("ix_concerns_conversation", table_name="concerns")
    op.drop_table("concerns")
    op.drop_index("ix_complaints_open", table_name="complaints")
    op.drop_index("ix_complaints_child", table_name="complaints")
    op.drop_table("complaints")
    op.drop_index("ix_requests_open", table_name="requests")
    op.drop_table("requests")
    op.drop_table("private_talks")
    op.drop_table("participations")
    op.drop_index("ix_offers_review", table_name="offers")
    op.drop_table("offers")
    op.drop_table("offered_times")
    op.drop_table("new_days")
    op.drop_index("ix_milestones_conversation", table_name="milestones")
    op.drop_table("milestones")
    op.drop_index("ix_messages_private", table_name="messages")
    op.drop_table("messages")
    op.drop_index(
        "ix_letters_waiting",
        table_name="letters",
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.drop_index("ix_letters_conversation", table_name="letters")
    op.drop_table("letters")
    op.drop_table("feedback")
    op.drop_index("ix_decisions_due", table_name="decisions")
    op.drop_index("ix_decisions_child", table_name="decisions")
    op.drop_table("decisions")
    op.drop_table("check_ins")
    op.drop_table("challenge_steps")
    op.drop_table("cancellations")
    op.drop_index("ix_broken_waits_open", table_name="broken_waits")
    op.drop_table("broken_waits")
    op.drop_index("ix_answers_conversation", table_name="answers")
    op.drop_table("answers")
    op.drop_index("ix_addresses_conversation", table_name="addresses")
    op.drop_table("addresses")
    op.drop_table("siblings")
    op.drop_index("ix_reviews_child", table_name="reviews")
    op.drop_table("reviews")
    op.drop_index("ix_numbers_digest", table_name="numbers")
    op.drop_table("numbers")
    op.drop_index("ix_iro_changes_child", table_name="iro_changes")
    op.drop_table("iro_changes")
    op.drop_index("ix_invites_child", table_name="invites")
    op.drop_table("invites")
    op.drop_table("conversations")
    op.drop_index("ix_challenges_open", table_name="challenges")
    op.drop_table("challenges")
    op.drop_index("ix_busy_times_child", table_name="busy_times")
    op.drop_table("busy_times")
    op.drop_index("ix_asked_earlier_child", table_name="asked_earlier")
    op.drop_table("asked_earlier")
    op.drop_index("ix_appointments_state", table_name="appointments")
    op.drop_index("ix_appointments_diary", table_name="appointments")
    op.drop_index("ix_appointments_child", table_name="appointments")
    op.drop_table("appointments")
    op.drop_index("ix_allocations_staff", table_name="allocations")
    op.drop_index("ix_allocations_child", table_name="allocations")
    op.drop_table("allocations")
    op.drop_index("ix_agreements_child", table_name="agreements")
    op.drop_table("agreements")
    op.drop_table("staff_sessions")
    op.drop_index("ix_children_birthday", table_name="children")
    op.drop_table("children")
    op.drop_index("ix_bookable_hours_staff", table_name="bookable_hours")
    op.drop_table("bookable_hours")
    op.drop_index("ix_absences_staff", table_name="absences")
    op.drop_table("absences")
    op.drop_table("staff")
    op.drop_index(
        "ix_outbox_waiting",
        table_name="outbox",
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.drop_index(
        "ix_outbox_recipient",
        table_name="outbox",
        postgresql_where=sa.text("state = 'waiting'"),
        sqlite_where=sa.text("state = 'waiting'"),
    )
    op.drop_table("outbox")
    op.drop_index(
        "ix_inbox_new",
        table_name="inbox",
        postgresql_where=sa.text("state = 'new'"),
        sqlite_where=sa.text("state = 'new'"),
    )
    op.drop_table("inbox")
    op.drop_index("ix_data_keys_purpose", table_name="data_keys")
    op.drop_table("data_keys")
    op.drop_index("ix_audit_events_child", table_name="audit_events")
    op.drop_table("audit_events")


def keep_authorities_apart() -> None:
    """Threat: a query that forgot its authority. The database refuses, the owner of the tables included."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_authority ON {table} USING ({OWN_ROWS}) WITH CHECK ({OWN_ROWS})")

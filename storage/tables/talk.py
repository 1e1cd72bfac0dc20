"""Conversations: where a child is, what came in, what was said, how it was screened, what goes out."""

import sqlalchemy as sa
from sqlalchemy import Column, Index, UniqueConstraint

from storage.tables.columns import Code, Digest, Moment, Ref, Sealed, belongs_to, table

conversations = table(
    "conversations",
    Column("key_id", sa.Uuid(), nullable=False),
    Column("child_id", sa.Uuid(), nullable=True),  # None: a visitor who has not proved who they are
    Column("position", Sealed(), nullable=False),
    Column("called", Sealed(), nullable=True),  # the name the child chose
    Column("band", Code(), nullable=False),
    Column("lang", Code(), nullable=False),
    Column("last_seq", sa.BigInteger(), nullable=False, default=0),
    Column("shared_device", Code(), nullable=False, default=""),
    Column("safe_to_write", Code(), nullable=False, default=""),  # yes, no, not_sure
    Column("human_until", Moment(), nullable=True),  # a duty officer is writing: the bot is silent
    Column("talking_with", sa.Uuid(), nullable=True),  # the IRO who wrote last
    Column("talking_until", Moment(), nullable=True),  # till then the bot is silent on plain messages
    Column("talking_told", sa.Boolean(), nullable=False, default=False),  # the child knows that the IRO sees them
    Column("waiting_since", Moment(), nullable=True),  # first unanswered message; only a real reply stops it
    Column("child_wrote_at", Moment(), nullable=True),
    Column("reminded_at", Moment(), nullable=True),
    Column("answer_at", Code(), nullable=False, default=""),  # the channel the child chose; "": where they wrote last
    Column("opened_at", Moment(), nullable=False),
    belongs_to("key_id", "data_keys"),
    belongs_to("child_id", "children"),
    UniqueConstraint("authority", "child_id"),
)

addresses = table(
    "addresses",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("channel", Code(), nullable=False),
    Column("sender", Sealed(), nullable=False),
    Column("sender_digest", Digest(32), nullable=False),
    Column("trust", Code(), nullable=False),  # none, add_only (sees only what was said there), full
    Column("wrong_tries", sa.Integer(), nullable=False, default=0),
    Column("state", Code(), nullable=False, default="ok"),  # ok, unreachable, stopped (wants no texts), closed
    Column("opened_at", Moment(), nullable=False),
    Column("seen_at", Moment(), nullable=False),
    belongs_to("conversation_id", "conversations"),
    UniqueConstraint("authority", "channel", "sender_digest"),
)
Index("ix_addresses_conversation", addresses.c.authority, addresses.c.conversation_id)

inbox = table(
    "inbox",
    Column("channel", Code(), nullable=False),
    Column("external_id", Ref(120), nullable=False),
    Column("payload", Sealed(), nullable=True),  # the raw arrival; emptied once it is handled
    Column("received_at", Moment(), nullable=False),
    Column("state", Code(), nullable=False),  # new, done, handed_over
    Column("attempts", sa.Integer(), nullable=False, default=0),
    Column("handled_at", Moment(), nullable=True),
    UniqueConstraint("authority", "channel", "external_id"),
)
Index(
    "ix_inbox_new",
    inbox.c.authority,
    inbox.c.received_at,
    postgresql_where=inbox.c.state == "new",
    sqlite_where=inbox.c.state == "new",
)

messages = table(
    "messages",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("address_id", sa.Uuid(), nullable=True),  # where it was written or answered; None: every full address
    Column("seq", sa.BigInteger(), nullable=False),
    Column("author", Code(), nullable=False),  # child, bot, iro, duty
    Column("staff_id", sa.Uuid(), nullable=True),
    Column("channel", Code(), nullable=False),
    Column("kind", Code(), nullable=False),  # text, choice, voice, unsupported, taken_back
    Column("text", Sealed(), nullable=False),
    Column("choices", Sealed(), nullable=True),  # JSON [{id, label, symbol}]
    Column("choice", Code(), nullable=True),  # the id that was tapped
    Column("flow", Code(), nullable=False, default=""),
    Column("node", Code(), nullable=False, default=""),
    Column("at", Moment(), nullable=False),
    Column("sent_at", Moment(), nullable=True),
    Column("inbox_id", sa.Uuid(), nullable=True),
    Column("replaces_id", sa.Uuid(), nullable=True),  # an edit is a new version
    Column("for_iro", sa.Boolean(), nullable=False, default=False),  # waits for a real reply
    Column("read_at", Moment(), nullable=True),  # by the IRO
    Column("read_by", sa.Uuid(), nullable=True),  # which one
    Column("private", sa.Boolean(), nullable=False, default=False),  # from every IRO, whoever it will be
    belongs_to("conversation_id", "conversations"),
    UniqueConstraint("authority", "conversation_id", "seq"),
)

Index("ix_messages_private", messages.c.authority, messages.c.private)

withheld = table(
    "withheld",
    Column("message_id", sa.Uuid(), nullable=False),
    Column("staff_id", sa.Uuid(), nullable=False),  # this adult must never see this message
    belongs_to("message_id", "messages"),
    UniqueConstraint("authority", "message_id", "staff_id"),
)

screenings = table(
    "screenings",
    Column("message_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("level", Code(), nullable=False),
    Column("score", sa.Float(), nullable=False),
    Column("categories", Ref(200), nullable=False),
    Column("because", Sealed(), nullable=False),  # JSON [{rule, quote, category, level}]
    Column("readable", sa.Boolean(), nullable=False),
    Column("language", Code(), nullable=False),
    Column("rules_version", Ref(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("message_id", "messages"),
)
Index("ix_screenings_message", screenings.c.authority, screenings.c.message_id)

answers = table(
    "answers",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("topic", Code(), nullable=False),
    Column("question", Code(), nullable=False),
    Column("text", Sealed(), nullable=False),
    Column("choice", Code(), nullable=True),
    Column("state", Code(), nullable=False),  # said, approved, skipped, taken_out, replaced
    Column("share", Code(), nullable=False),  # iro, review
    Column("message_id", sa.Uuid(), nullable=True),
    Column("channel", Code(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("conversation_id", "conversations"),
)
Index("ix_answers_conversation", answers.c.authority, answers.c.conversation_id, answers.c.at)

milestones = table(
    "milestones",
    Column("conversation_id", sa.Uuid(), nullable=False),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("kind", Code(), nullable=False),  # agreed, explained, knowing, told, shared_device, …
    Column("value", Code(), nullable=False, default=""),
    Column("detail", Sealed(), nullable=True),
    Column("staff_id", sa.Uuid(), nullable=True),  # the IRO it was about
    Column("message_id", sa.Uuid(), nullable=True),
    Column("channel", Code(), nullable=False),
    Column("at", Moment(), nullable=False),
    belongs_to("conversation_id", "conversations"),
)
Index("ix_milestones_conversation", milestones.c.authority, milestones.c.conversation_id, milestones.c.kind)

outbox = table(
    "outbox",
    Column("lane", Code(), nullable=False),  # concern, chat, notice
    Column("channel", Code(), nullable=False),  # telegram, email, sms
    Column("recipient_id", sa.Uuid(), nullable=False),  # an address or a member of staff: order is kept within one
    Column("message_id", sa.Uuid(), nullable=True),
    Column("key_id", sa.Uuid(), nullable=False),
    Column("payload", Sealed(), nullable=False),  # JSON, as the channel needs it
    Column("once", Ref(120), nullable=False),  # idempotency key
    Column("number", sa.BigInteger(), nullable=False),  # order within a recipient
    Column("made_at", Moment(), nullable=False),
    Column("due_at", Moment(), nullable=False),
    Column("lease_until", Moment(), nullable=True),
    Column("attempts", sa.Integer(), nullable=False, default=0),
    Column("state", Code(), nullable=False),  # waiting, sent, failed, dropped
    Column("trouble", Code(), nullable=False, default=""),
    Column("external_id", Ref(80), nullable=False, default=""),  # the channel's own number of what was sent
    Column("sent_at", Moment(), nullable=True),
    Column("delivered_at", Moment(), nullable=True),  # the channel says that it arrived
    UniqueConstraint("authority", "once"),
)
Index(
    "ix_outbox_waiting",
    outbox.c.authority,
    outbox.c.lane,
    outbox.c.due_at,
    postgresql_where=outbox.c.state == "waiting",
    sqlite_where=outbox.c.state == "waiting",
)
Index(
    "ix_outbox_recipient",
    outbox.c.authority,
    outbox.c.recipient_id,
    outbox.c.number,
    postgresql_where=outbox.c.state == "waiting",
    sqlite_where=outbox.c.state == "waiting",
)

"""What was or will be sent to members of staff: by contract without names and without a child's words."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.store import Row, Store
from storage.tables import outbox

BELL = "bell:"
"""How `once` begins where a child's browser is told that something is new: no notice to staff."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What was or will be sent to a member of staff, as the portal shows it."""

    id: UUID
    lane: str
    channel: str
    recipient_id: UUID
    to: str
    subject: str
    text: str
    state: str
    trouble: str
    attempts: int
    made_at: datetime
    due_at: datetime
    sent_at: datetime | None


def latest(store: Store, limit: int = 200, lane: str | None = None, without: Iterable[UUID] = ()) -> list[Notice]:
    """The newest first.

    Those of the concerns `without` are left out: their `once` begins with the concern.
    """
    query = sa.select(outbox).where(store.here(outbox), _to_staff())
    if lane is not None:
        query = query.where(outbox.c.lane == lane)
    for concern_id in without:
        query = query.where(~outbox.c.once.startswith(f"concern:{concern_id.hex}:"))
    rows = store.rows(query.order_by(outbox.c.made_at.desc(), outbox.c.id.desc()).limit(limit))
    return [_notice(row, json.loads(row["payload"])) for row in store.opened(outbox, rows)]


def _to_staff() -> sa.ColumnElement[bool]:
    return sa.and_(outbox.c.message_id.is_(None), ~outbox.c.once.startswith(BELL))


def reached(store: Store, once_prefix: str) -> bool:
    """Did any of the notices whose `once` begins so go out, or may it still?"""
    query = sa.select(outbox.c.id).where(
        store.here(outbox),
        outbox.c.once.startswith(once_prefix, autoescape=True),
        outbox.c.state.in_(("sent", "waiting")),
    )
    return store.row(query.limit(1)) is not None


def troubled(store: Store, since: datetime) -> int:
    """How many notices to staff failed since, or fail now and are tried again."""
    query = sa.select(sa.func.count()).where(
        store.here(outbox), _to_staff(), outbox.c.made_at >= since,
        sa.or_(outbox.c.state == "failed", sa.and_(outbox.c.state == "waiting", outbox.c.trouble != "")),
    )  # fmt: skip
    return int(store.connection.execute(query).scalar_one())


def _notice(row: Row, payload: Mapping[str, Any]) -> Notice:
    names = ("state", "trouble", "attempts", "made_at", "due_at", "sent_at")
    return Notice(
        row["id"], row["lane"], row["channel"], row["recipient_id"], payload.get("to", ""),
        payload.get("subject", ""), payload.get("text", ""), *(row[name] for name in names),
    )  # fmt: skip

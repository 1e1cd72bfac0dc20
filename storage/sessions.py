"""Staff sessions, and the counting of tries to sign in.

Threats: a stolen database gives no session (only digests of tokens are kept); guessing is counted before it is
judged, in one statement, so that many tries at once are not judged at once; a code counts once.
"""

import secrets
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import staff, staff_sessions

TRIES = 5
LOCKED_FOR = timedelta(minutes=15)
HALF_WAY = timedelta(minutes=10)  # between the password and the code
LONGEST = timedelta(hours=13)  # a long shift; then sign in again
SEEN_EVERY = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in on one browser. Without `passed_code` only the password was right: it opens nothing yet."""

    id: UUID
    staff_id: UUID
    passed_code: bool
    opened_at: datetime
    seen_at: datetime


def new_token() -> str:
    """What the browser keeps: 256 random bits."""
    return secrets.token_urlsafe(32)


def open_session(store: Store, staff_id: UUID, token: str, now: datetime, *, passed_code: bool) -> None:
    store.add(
        staff_sessions, now, token_digest=_digest(store, token), staff_id=staff_id, passed_code=passed_code,
        opened_at=now, seen_at=now,
    )  # fmt: skip


def find(store: Store, token: str, now: datetime, idle: timedelta) -> Session | None:
    """The session of this token, unless it was ended, stood idle for `idle`, or is too old."""
    columns = [staff_sessions.c[field.name] for field in fields(Session)]
    row = store.row(
        sa.select(*columns).where(
            store.here(staff_sessions),
            staff_sessions.c.token_digest == _digest(store, token),
            staff_sessions.c.ended_at.is_(None),
        )
    )
    session = Session(**row) if row else None
    return session if session and _is_alive(session, now, idle) else None


def _is_alive(session: Session, now: datetime, idle: timedelta) -> bool:
    longest = LONGEST if session.passed_code else HALF_WAY
    return now - session.seen_at < idle and now - session.opened_at < longest


def is_stale(session: Session, now: datetime) -> bool:
    """Whether it is worth a write to say that this session is in use."""
    return now - session.seen_at >= SEEN_EVERY


def touch(store: Store, session: Session, now: datetime) -> None:
    store.change(staff_sessions, session.id, where=staff_sessions.c.ended_at.is_(None), seen_at=now)


def end(store: Store, session: Session, now: datetime) -> bool:
    """Sign this browser out; False when it was signed out already."""
    return store.change(staff_sessions, session.id, where=staff_sessions.c.ended_at.is_(None), ended_at=now)


def begin_try(store: Store, staff_id: UUID, now: datetime) -> bool:
    """Count one try to sign in before it is judged; False when the account is locked.

    The last try that is allowed locks the account at once: `forgive` opens it again when the try was right.
    """
    free = sa.or_(staff.c.locked_until.is_(None), staff.c.locked_until <= now)
    tries = sa.case((staff.c.locked_until.is_(None), staff.c.failures + 1), else_=1)  # a lock that ran out counts anew
    counted = (
        sa.update(staff)
        .where(store.here(staff), staff.c.id == staff_id, free)
        .values(failures=tries, locked_until=sa.case((tries >= TRIES, now + LOCKED_FOR), else_=None))
    )
    store.flush()
    return bool(store.connection.execute(counted).rowcount)


def forgive(store: Store, staff_id: UUID) -> None:
    """The try counted last was right. Earlier ones still count, until a code was right as well."""
    failures = sa.case((staff.c.failures > 0, staff.c.failures - 1), else_=0)
    forgiven = sa.update(staff).where(store.here(staff), staff.c.id == staff_id)
    store.connection.execute(forgiven.values(failures=failures, locked_until=None))


def refuse(store: Store, staff_id: UUID | None, now: datetime, why: str) -> None:
    """Put a wrong try on the audit trail; None: nobody here has that e-mail. `why`: password, code or locked."""
    audit.record(store, AuditEvent.STAFF_REFUSED, now, staff_id=staff_id, detail=why)
    if staff_id is not None and why != "locked" and _is_locked_since(store, staff_id, now):
        audit.record(store, AuditEvent.STAFF_LOCKED, now, staff_id=staff_id)


def _is_locked_since(store: Store, staff_id: UUID, now: datetime) -> bool:
    query = sa.select(staff.c.locked_until).where(store.here(staff), staff.c.id == staff_id)
    row = store.row(query)
    return row is not None and row["locked_until"] == now + LOCKED_FOR


def _digest(store: Store, token: str) -> bytes:
    return store.digest(f"session|{token}")

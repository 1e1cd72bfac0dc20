"""The second half: a code from the person's phone (RFC 6238). Each code counts once, and one step early or late."""

import base64
import hashlib
import hmac
from datetime import datetime
from uuid import UUID

import pyotp

from portal.desk import Desk
from storage import sessions, staff
from storage.store import Store

SECONDS = 30


def step_of(now: datetime) -> int:
    return int(now.timestamp()) // SECONDS


def code_at(secret: str, step: int) -> str:
    return pyotp.TOTP(secret).generate_otp(step)


def matching_step(secret: str, code: str, now: datetime) -> int | None:
    """The time step this code belongs to: now, the one before or the one after."""
    here = step_of(now)
    given = "".join(code.split()).encode()
    matches = [n for n in (here - 1, here, here + 1) if hmac.compare_digest(code_at(secret, n).encode(), given)]
    return matches[0] if matches else None


def demo_code(secret: str, last_code: int, now: datetime) -> str:
    """The first code that would still be taken: what the demo shows, so that nobody needs a phone."""
    return code_at(secret, min(max(step_of(now), last_code + 1), step_of(now) + 1))


def first_secret(token: str) -> str:
    """The secret offered to somebody who has none yet: made from the browser's token, kept once a code proved it."""
    made = hmac.new(token.encode(), b"secret for codes", hashlib.sha256).digest()
    return base64.b32encode(made[:20]).decode()


def check(store: Store, desk: Desk, staff_id: UUID, code: str, offered: str) -> bool:
    """Judge a code and count the try; the first right one keeps the secret that was `offered`."""
    now = desk.clock()
    if not sessions.begin_try(store, staff_id, now):
        sessions.refuse(store, staff_id, now, "locked")
        return False
    held = staff.credentials(store, staff_id).code_secret
    step = matching_step(held or offered, code, now)
    if step is not None and held is None:
        staff.set_code_secret(store, staff_id, offered)
    if step is None or not staff.use_code(store, staff_id, step):
        sessions.refuse(store, staff_id, now, "code")
        return False
    staff.clear_failures(store, staff_id)
    return True

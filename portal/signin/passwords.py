"""The first half: e-mail and password.

Threat: somebody finds out who works here, or guesses. An unknown e-mail takes as long as a known one and is answered
with the same words; five wrong tries lock an account for a quarter of an hour (`storage/sessions.py` counts).
"""

import asyncio
from functools import cache
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from portal.desk import Desk
from portal.moments import london
from storage import sessions, staff
from storage.store import Store

LONGEST = 1000  # hashing a novel would keep everybody else waiting


@cache
def hasher() -> PasswordHasher:
    """Argon2id with the library's parameters (RFC 9106, low memory)."""
    return PasswordHasher()


@cache
def _nobody() -> str:
    """The hash that a password for an unknown e-mail is compared with."""
    return hasher().hash("nobody has this password")


async def check(desk: Desk, email: str, password: str) -> UUID | None:
    """Whose e-mail and password these are; None, after counting it, when they are nobody's or the account is locked."""
    now = desk.clock()

    def begin(store: Store) -> tuple[UUID | None, str | None, str]:
        member = staff.by_email(store, email)
        if member is None or not member.here_on(london(now).date()):
            return None, None, "password"
        if not sessions.begin_try(store, member.id, now):
            return member.id, None, "locked"
        return member.id, staff.credentials(store, member.id).password, "password"

    staff_id, stored, why = await desk.database.write(begin)
    right = await asyncio.to_thread(_matches, stored, password) and staff_id is not None

    def settle(store: Store) -> None:
        if right and staff_id is not None:
            sessions.forgive(store, staff_id)
        else:
            sessions.refuse(store, staff_id, now, why)

    await desk.database.write(settle)
    return staff_id if right else None


def _matches(stored: str | None, password: str) -> bool:
    try:
        right = hasher().verify(stored or _nobody(), password[:LONGEST])
    except (VerificationError, InvalidHashError):
        return False
    return right and stored is not None

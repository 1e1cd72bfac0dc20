"""Staff: who they are, when they work, and what they sign in with. Sealed with the authority's staff key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound
from storage.store import Row, Store
from storage.tables import staff

ROLES = ("iro", "iro_manager", "duty_officer", "business_support", "data_protection")
MAY_STAND_IN = ("duty_officer", "iro_manager")
"""Whoever else is told of a concern could not open it."""
MAY_STAND_IN_FOR_IRO = ("iro", "iro_manager")
"""An IRO's children are looked after by another IRO or by the manager: nobody else could open their pages."""
WAYS = ("email", "sms")
"""Ways to be told that a member of staff chooses; a browser is told when it has asked to be."""


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff. `working_pattern` is "Mon Tue Wed 09:00-17:00"; `alerts` is first, escalate or none.

    `deputy_id` stands in when they are away; `ways` is how they want to be told ("email sms"), "" as it comes.
    """

    id: UUID
    reference: str
    role: str
    iro_reference: str | None
    first_name: str
    last_name: str
    job_title: str
    email: str
    phone: str
    pronouns: str
    working_pattern: str
    alerts: str
    languages: str
    bio: str
    started_on: date
    ends_on: date | None
    deputy_id: UUID | None = None
    ways: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def initials(self) -> str:
        return f"{self.first_name[:1]}{self.last_name[:1]}".upper()

    def here_on(self, day: date) -> bool:
        """Employed on that day; the end date is the last day at work."""
        return self.started_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a member of staff signs in with: an argon2id hash, a secret for time-based codes, and the lock."""

    staff_id: UUID
    password: str | None
    code_secret: str | None
    last_code: int
    failures: int
    locked_until: datetime | None


def find(store: Store, staff_id: UUID) -> Staff:
    """Raises `NotFound`."""
    found = many(store, [staff_id])
    if staff_id not in found:
        raise NotFound(f"No member of staff has the id {staff_id}.")
    return found[staff_id]


def by_reference(store: Store, reference: str) -> Staff | None:
    return _first(store, staff.c.reference == reference)


def by_email(store: Store, email: str) -> Staff | None:
    """By e-mail address, whatever its capitals and the spaces round it."""
    return _first(store, staff.c.email_digest == email_digest(store, email))


def many(store: Store, staff_ids: Iterable[UUID]) -> dict[UUID, Staff]:
    wanted = set(staff_ids)
    return {member.id: member for member in _load(store, staff.c.id.in_(wanted))} if wanted else {}


def current(store: Store, day: date, role: str | None = None) -> list[Staff]:
    """Everybody employed on that day, in the order of their references; only one role when it is given."""
    employed = sa.and_(staff.c.started_on <= day, sa.or_(staff.c.ends_on.is_(None), staff.c.ends_on >= day))
    return _load(store, employed if role is None else sa.and_(employed, staff.c.role == role))


def everyone(store: Store) -> list[Staff]:
    """Everybody on record, those who have left and those who are still to come as well."""
    return _load(store, sa.true())


def add(store: Store, now: datetime, **values: Any) -> UUID:
    """Put a new member of staff on record; returns the id. Values as in `Staff`."""
    return store.add(staff, now, sealed_with=store.authority_key("staff"), **_as_columns(store, values))


def change(store: Store, staff_id: UUID, **values: Any) -> None:
    """Change what is recorded about a member of staff. Values as in `Staff`."""
    store.change(staff, staff_id, sealed_with=store.authority_key("staff"), **_as_columns(store, values))


def name_deputy(store: Store, staff_id: UUID, deputy_id: UUID | None, by: UUID | None, now: datetime) -> None:
    """Who stands in when they are away. Raises `BadData` when that is they themselves or could not do the work."""
    deputy = find(store, deputy_id) if deputy_id is not None else None
    if deputy_id == staff_id:
        raise BadData("Nobody stands in for themselves. Choose somebody else.")
    if deputy is not None and deputy.role not in may_stand_in_for(find(store, staff_id).role):
        raise BadData(_CANNOT[find(store, staff_id).role == "iro"].format(deputy.full_name))
    store.change(staff, staff_id, deputy_id=deputy_id)
    audit.record(store, AuditEvent.STAFF_DEPUTY_NAMED, now, staff_id=by, subject_id=staff_id)


def may_stand_in_for(role: str) -> tuple[str, ...]:
    """The roles of which somebody may stand in for a member of staff in this role."""
    return MAY_STAND_IN_FOR_IRO if role == "iro" else MAY_STAND_IN


_CANNOT = {
    True: "{} cannot open an IRO's children. Choose another IRO or a manager.",
    False: "{} cannot open concerns. Choose a duty officer or a manager.",
}


def leaves(store: Store, staff_id: UUID, last_day: date | None, by: UUID | None, now: datetime, today: date) -> None:
    """The last day at work; None: they stay after all. Raises `BadData` for a day that has passed."""
    if last_day is not None and last_day < today:
        raise BadData("That day has passed. Choose today or a later day.")
    store.change(staff, staff_id, ends_on=last_day)
    audit.record(store, AuditEvent.STAFF_LEAVING_RECORDED, now, staff_id=by, subject_id=staff_id)


def choose_ways(store: Store, staff_id: UUID, ways: Iterable[str], now: datetime) -> None:
    """How they want to be told. Raises `BadData` for a way there is not."""
    chosen = set(ways)
    if not chosen <= set(WAYS):
        raise BadData(f"Staff are told by {' and '.join(WAYS)}, not by {', '.join(sorted(chosen - set(WAYS)))}.")
    store.change(staff, staff_id, ways=" ".join(way for way in WAYS if way in chosen))
    audit.record(store, AuditEvent.STAFF_WAYS_CHOSEN, now, staff_id=staff_id, subject_id=staff_id)


def credentials(store: Store, staff_id: UUID) -> Credentials:
    """Raises `NotFound`."""
    row = store.row(sa.select(staff).where(store.here(staff), staff.c.id == staff_id))
    if row is None:
        raise NotFound(f"No member of staff has the id {staff_id}.")
    secret = row["code_secret"]
    if secret is not None:
        secret = store.open(staff.c.code_secret, staff_id, store.authority_key("staff"), secret)
    return Credentials(staff_id, row["password"], secret, row["last_code"], row["failures"], row["locked_until"])


def set_password(store: Store, staff_id: UUID, password: str, hasher: Callable[[str], str]) -> None:
    """Give a new password, hashed by `hasher` (`argon2.PasswordHasher().hash`), and lift any lock."""
    store.change(staff, staff_id, password=hasher(password), failures=0, locked_until=None)


def set_code_secret(store: Store, staff_id: UUID, secret: str) -> None:
    """Give a new secret (base32) for time-based codes; a code of the old one does no longer count."""
    store.change(staff, staff_id, sealed_with=store.authority_key("staff"), code_secret=secret, last_code=0)


def forget_code_secret(store: Store, staff_id: UUID) -> None:
    """The next sign-in begins with a new secret: the phone that held the old one is lost."""
    store.change(staff, staff_id, code_secret=None, last_code=0)


def use_code(store: Store, staff_id: UUID, step: int) -> bool:
    """Mark the time step of a code as used; False when it, or a later one, was used before."""
    return store.change(staff, staff_id, where=staff.c.last_code < step, last_code=step)


def count_failure(store: Store, staff_id: UUID, locked_until: datetime | None) -> int:
    """Count one failed sign-in and set the lock when the caller says so; returns the failures so far."""
    failed = sa.update(staff).where(store.here(staff), staff.c.id == staff_id)
    store.connection.execute(failed.values(failures=staff.c.failures + 1, locked_until=locked_until))
    row = store.row(sa.select(staff.c.failures).where(store.here(staff), staff.c.id == staff_id))
    return int(row["failures"]) if row else 0


def clear_failures(store: Store, staff_id: UUID) -> None:
    store.change(staff, staff_id, failures=0, locked_until=None)


def email_digest(store: Store, email: str) -> bytes:
    return store.digest(f"email|{email.strip().casefold()}")


def _as_columns(store: Store, values: dict[str, Any]) -> dict[str, Any]:
    if "email" in values:
        return {**values, "email_digest": email_digest(store, values["email"])}
    return values


def _first(store: Store, which: sa.ColumnElement[bool]) -> Staff | None:
    found = _load(store, which)
    return found[0] if found else None


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Staff]:
    columns = [staff.c.id, *(staff.c[field.name] for field in fields(Staff) if field.name != "id")]
    query = sa.select(*columns).where(store.here(staff), which).order_by(staff.c.reference)
    rows = store.rows(query)
    return [_member(row) for row in store.opened(staff, rows, store.authority_key("staff"))] if rows else []


def _member(row: Row) -> Staff:
    return Staff(**{field.name: row[field.name] for field in fields(Staff)})

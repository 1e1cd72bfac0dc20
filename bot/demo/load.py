"""Load Exampleshire into a database: its people, log-ins for its staff, and cards for six children."""

import base64
import hashlib
import random
from dataclasses import dataclass
from datetime import date, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pyotp
from argon2 import PasswordHasher

from bot.demo import AUTHORITY_NAME
from bot.demo.dates import as_if_today
from bot.importing import Batch, read, store_batch
from safeguarding.rota import LONDON
from storage import allocations, authority, children, invites, iro_changes, staff
from storage.database import Database
from storage.migrate import upgrade
from storage.store import Store

if TYPE_CHECKING:
    pass

TODAY = datetime(2026, 11, 21, 12, 0, tzinfo=LONDON)

PASSWORD = "exampleshire-demo"  # noqa: S105 - known to everybody: these people are invented

_CARDS = {
    "EXC-0038": "OTTER-42",
    "EXC-0036": "HERON-17",
    "EXC-0053": "BADGER-63",
    "EXC-0020": "MAPLE-28",
    "EXC-0023": "FALCON-58",
    "EXC-0043": "CEDAR-31",
}


@dataclass(frozen=True, slots=True)
class LogIn:
    """How one invented member of staff signs in; `code_secret` makes the six digits."""

    staff_id: UUID
    role: str
    name: str
    email: str
    password: str
    code_secret: str

    def code(self, now: datetime) -> str:
        """The six digits that count at this moment."""
        return pyotp.TOTP(self.code_secret).at(now)


@dataclass(frozen=True, slots=True)
class Card:
    """A card of an invented child, with the birthday that goes with it."""

    word: str
    child_id: UUID
    reference: str
    name: str
    birth_date: date
    age: int
    iro_id: UUID | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the demo prints: who can sign in, and which cards bring a child in."""

    log_ins: tuple[LogIn, ...]
    cards: tuple[Card, ...]

    def one_for_each_role(self) -> tuple[LogIn, ...]:
        """The first of each role; of the IROs the one whose child has the first card."""
        first = {log_in.role: log_in for log_in in reversed(self.log_ins)}
        of_first_card = {one.role: one for one in self.log_ins if self.cards and one.staff_id == self.cards[0].iro_id}
        return tuple((first | of_first_card).values())[::-1]


def load(database: Database, now: datetime, *, began: datetime | None = None) -> Loaded:
    """Fill an empty database with Exampleshire as it is on the day of `now`, in one transaction.

    `began` is when all of that was put on record, when some of what follows lies in the past.
    """
    upgrade(database)
    with resources.as_file(resources.files("bot.demo") / "exampleshire") as folder:
        batch = as_if_today(read(Path(folder)), now.astimezone(LONDON).date())
    return database.write_now(lambda store: _load(store, batch, now, began or now))


def _load(store: Store, batch: Batch, now: datetime, began: datetime) -> Loaded:
    authority.prepare(store, began)
    store_batch(store, batch, began)
    _hand_over(store, now, began)
    return Loaded(_log_ins(store), _cards(store, now, began))


def _hand_over(store: Store, now: datetime, began: datetime) -> None:
    """The children of an IRO who leaves go to the one who has begun last, from the day after."""
    today = now.astimezone(LONDON).date()
    iros = staff.current(store, today, "iro")
    manager = staff.current(store, today, "iro_manager")[0]
    newest = max(iros, key=lambda iro: iro.started_on)
    for leaver in (iro for iro in iros if iro.ends_on and iro.ends_on > today):
        for child_id in allocations.children_of(store, leaver.id, today):
            since = date.fromordinal((leaver.ends_on or today).toordinal() + 1)
            child = children.find(store, child_id)
            iro_changes.plan(store, child, newest.id, since, manager.id, began, today)


def _log_ins(store: Store) -> tuple[LogIn, ...]:
    # Weak on purpose: the password is printed on the screen, and the demo has to be ready at once.
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash
    found = []
    for member in staff.everyone(store):
        secret = _code_secret(member.reference)
        staff.set_password(store, member.id, PASSWORD, hasher)
        staff.set_code_secret(store, member.id, secret)
        found.append(LogIn(member.id, member.role, member.full_name, member.email, PASSWORD, secret))
    return tuple(found)


def _cards(store: Store, now: datetime, made_at: datetime) -> tuple[Card, ...]:
    today = now.astimezone(LONDON).date()
    known = {child.reference: child for child in children.everyone(store)}
    cards = []
    for reference, word in _CARDS.items():
        child = known[reference]
        invites.make(store, child.id, made_at, random.SystemRandom(), word=word)
        iro = allocations.iro_of(store, child.id, today)
        cards.append(
            Card(word, child.id, reference, child.name, child.birth_date, child.age(today), iro.id if iro else None)
        )
    return tuple(cards)


def _code_secret(reference: str) -> str:
    digest = hashlib.sha256(f"{AUTHORITY_NAME} {reference}".encode()).digest()
    return base64.b32encode(digest[:20]).decode()

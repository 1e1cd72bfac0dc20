"""Children: who they are, opened with each child's own data key."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa

from storage.allocations import iro_before, iro_next, iro_of
from storage.errors import NotFound
from storage.store import Row, Store
from storage.tables import children

__all__ = [
    "Band",
    "Child",
    "add",
    "band_of",
    "birthday_digest",
    "by_birthday",
    "by_reference",
    "change",
    "everyone",
    "find",
    "iro_before",
    "iro_next",
    "iro_of",
    "many",
    "needs_easy_read",
]

Band = Literal["younger", "middle", "older"]

_EASY_READ = re.compile(r"easy.?read|learning disabilit|symbols|not reading", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Child:
    """A child on record. `lang` is BCP 47; `placement` and `legal_status` are the codes of the SSDA903 return."""

    id: UUID
    key_id: UUID
    reference: str
    first_name: str
    preferred_name: str
    birth_date: date
    languages: str
    communication_needs: str
    lang: str
    easy_read: bool
    legal_status: str
    placement: str
    looked_after_since: date
    left_care_on: date | None

    @property
    def name(self) -> str:
        """What staff call the child until the child says otherwise."""
        return self.preferred_name or self.first_name

    def age(self, today: date) -> int:
        """Whole years; a child born on 29 February has the birthday on 1 March of a common year."""
        return today.year - self.birth_date.year - (_month_and_day(today) < _month_and_day(self.birth_date))

    def band(self, today: date) -> Band:
        """The age band whose words the child reads: to 8, to 12, from 13."""
        return band_of(self.age(today))

    def in_care(self, today: date) -> bool:
        return self.left_care_on is None or self.left_care_on > today


def band_of(age: int) -> Band:
    return "younger" if age <= 8 else "middle" if age <= 12 else "older"


def needs_easy_read(communication_needs: str) -> bool:
    """Whether what is recorded asks for short sentences with symbols."""
    return bool(_EASY_READ.search(communication_needs))


def find(store: Store, child_id: UUID) -> Child:
    """Raises `NotFound`."""
    found = many(store, [child_id])
    if child_id not in found:
        raise NotFound(f"No child has the id {child_id}.")
    return found[child_id]


def by_reference(store: Store, reference: str) -> Child | None:
    found = _load(store, children.c.reference == reference)
    return found[0] if found else None


def by_birthday(store: Store, day: int, month: int) -> list[Child]:
    """Every child born on this day of the year: the keyed digest finds them without opening anybody else."""
    return _load(store, children.c.birthday_digest == birthday_digest(store, day, month))


def many(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, Child]:
    """The children with these ids, in one query (and one for their keys)."""
    wanted = set(child_ids)
    return {child.id: child for child in _load(store, children.c.id.in_(wanted))} if wanted else {}


def everyone(store: Store) -> list[Child]:
    """All children of the authority in the order of their references, those who have left care too."""
    return _load(store, sa.true())


def add(store: Store, now: datetime, **values: Any) -> UUID:
    """Put a new child on record with a data key of their own; returns the id. Values as in `Child`."""
    key_id = store.new_key("child", now)
    return store.add(children, now, key_id=key_id, **_as_columns(store, values))


def change(store: Store, child: Child, **values: Any) -> None:
    """Change what is recorded about a child. Values as in `Child`."""
    store.change(children, child.id, sealed_with=child.key_id, **_as_columns(store, values))


def birthday_digest(store: Store, day: int, month: int) -> bytes:
    return store.digest(f"birthday|{month:02}-{day:02}")


def _as_columns(store: Store, values: dict[str, Any]) -> dict[str, Any]:
    columns = dict(values)
    if "birth_date" in columns:
        born: date = columns["birth_date"]
        columns["birth_date"] = born.isoformat()
        columns["birthday_digest"] = birthday_digest(store, born.day, born.month)
    return columns


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Child]:
    query = sa.select(children).where(store.here(children), which).order_by(children.c.reference)
    return [_child(row) for row in store.opened(children, store.rows(query))]


def _child(row: Row) -> Child:
    values = {field.name: row[field.name] for field in fields(Child)}
    return Child(**{**values, "birth_date": date.fromisoformat(row["birth_date"])})


def _month_and_day(day: date) -> tuple[int, int]:
    return day.month, day.day

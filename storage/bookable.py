"""The hours at which children can book an IRO, as the IRO set them; none set: the authority's usual ones hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.store import Store
from storage.tables import bookable_hours


@dataclass(frozen=True, slots=True)
class Span:
    """Hours of one weekday (Monday is 0) on the clock on the wall, up to but not including `ends`."""

    weekday: int
    begins: time
    ends: time


def of(store: Store, staff_ids: Iterable[UUID]) -> Mapping[UUID, Sequence[Span]]:
    """By member of staff, the hours they set; who set none is not there."""
    query = (
        sa.select(bookable_hours)
        .where(store.here(bookable_hours), bookable_hours.c.staff_id.in_(list(staff_ids)))
        .order_by(bookable_hours.c.weekday, bookable_hours.c.begins)
    )
    found: dict[UUID, list[Span]] = {}
    for row in store.rows(query):
        span = Span(row["weekday"], time.fromisoformat(row["begins"]), time.fromisoformat(row["ends"]))
        found.setdefault(row["staff_id"], []).append(span)
    return found


def choose(store: Store, staff_id: UUID, spans: Sequence[Span], now: datetime) -> None:
    """These hours hold from now on, instead of those before; none: the usual ones. Raises `BadData` for no hours."""
    for span in spans:
        if not 0 <= span.weekday <= 6 or span.begins >= span.ends:
            raise BadData("The end of the hours is not after their beginning.")
    store.flush()
    old = sa.delete(bookable_hours).where(store.here(bookable_hours), bookable_hours.c.staff_id == staff_id)
    store.connection.execute(old)
    for span in spans:
        store.add(
            bookable_hours, now, staff_id=staff_id, weekday=span.weekday, begins=f"{span.begins:%H:%M}",
            ends=f"{span.ends:%H:%M}",
        )  # fmt: skip
    audit.record(store, AuditEvent.STAFF_HOURS_CHOSEN, now, staff_id=staff_id, subject_id=staff_id)

"""Reading the audit trail: who did or read what, newest first, for one child or one member of staff."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import concerns
from storage.store import Store
from storage.tables import audit_events


@dataclass(frozen=True, slots=True)
class Entry:
    """One audit event. `staff_id` None: the service or a child did it; `detail` holds codes and counts."""

    number: int
    at: datetime
    event: str
    staff_id: UUID | None
    child_id: UUID | None
    subject_id: UUID | None
    detail: str


def entries(
    store: Store, limit: int, reader: UUID, *, before: int | None = None, child_id: UUID | None = None,
    staff_id: UUID | None = None,
) -> list[Entry]:  # fmt: skip
    """Up to `limit` events older than number `before`, newest first; none of a concern that is about the reader."""
    about = concerns.about_reader(store, reader)
    query = sa.select(*(audit_events.c[field.name] for field in fields(Entry))).where(
        store.here(audit_events),
        sa.or_(audit_events.c.subject_id.is_(None), audit_events.c.subject_id.not_in(about)),
    )
    if before is not None:
        query = query.where(audit_events.c.number < before)
    if child_id is not None:
        query = query.where(audit_events.c.child_id == child_id)
    if staff_id is not None:
        query = query.where(audit_events.c.staff_id == staff_id)
    return [Entry(**row) for row in store.rows(query.order_by(audit_events.c.number.desc()).limit(limit))]

"""Brothers and sisters, where the record says so. Each is told of the other's IRO, and never of the other's words."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage import audit
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.store import Store
from storage.tables import siblings


def record(store: Store, child_id: UUID, sibling_id: UUID, by: UUID | None, now: datetime) -> None:
    """Both ways; nothing when it is on record already. Raises `BadData` for a child and themselves."""
    if child_id == sibling_id:
        raise BadData("That is the same child.")
    if sibling_id in of_children(store, [child_id]).get(child_id, ()):
        return
    for one, other in ((child_id, sibling_id), (sibling_id, child_id)):
        store.add(siblings, now, child_id=one, sibling_id=other, recorded_at=now, recorded_by=by)
    audit.record(store, AuditEvent.SIBLINGS_RECORDED, now, staff_id=by, child_id=child_id, subject_id=sibling_id)


def of_children(store: Store, child_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """By child, in the order in which they were put on record."""
    query = (
        sa.select(siblings.c.child_id, siblings.c.sibling_id)
        .where(store.here(siblings), siblings.c.child_id.in_(set(child_ids)))
        .order_by(siblings.c.recorded_at, siblings.c.id)
    )
    found: dict[UUID, list[UUID]] = {}
    for row in store.rows(query):
        found.setdefault(row["child_id"], []).append(row["sibling_id"])
    return found

"""Only my own: whether this child is mine today. Anybody else's child is a page that is not there."""

from datetime import datetime

from portal.pages.clocks import today_in_london
from portal.pages.today import Line, line_of
from storage import audit, caseload, children
from storage.audit import AuditEvent
from storage.staff import Staff
from storage.store import Store


def mine(store: Store, iro: Staff, reference: str, now: datetime, reply_within: int) -> Line | None:
    """The child with this reference as their IRO finds them.

    None for another IRO's child and for no child alike, so that the answer confirms nothing; the try is on the audit
    trail, under the child where there is one.
    """
    child = children.by_reference(store, reference)
    case = caseload.of_child(store, iro.id, child, today_in_london(now)) if child else None
    if case is None:
        found = child.id if child else None
        audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=iro.id, child_id=found, detail="child")
        return None
    return line_of(store, case, iro, now, reply_within)

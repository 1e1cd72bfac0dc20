"""Only my own, and those of whom I stand in for: whether a child is mine today. Anybody else's is not there."""

from datetime import datetime

from portal.pages.clocks import today_in_london
from portal.pages.today import Line, eyes, line_of
from reviews.settings import ReviewSettings
from reviews.standing_in import answers_for
from reviews.told_of import told_of
from storage import audit, caseload, children
from storage.audit import AuditEvent
from storage.children import Child
from storage.staff import Staff
from storage.store import Store


def mine(
    store: Store, iro: Staff, reference: str, now: datetime, reply_within: int, numbers: ReviewSettings
) -> Line | None:
    """The child with this reference as their IRO finds them, or whoever stands in for the IRO now.

    None for another IRO's child and for no child alike, so that the answer confirms nothing; the try is on the audit
    trail, under the child where there is one.
    """
    child = children.by_reference(store, reference)
    line = _line(store, iro, child, now, reply_within, numbers) if child else None
    if line is None:
        found = child.id if child else None
        audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=iro.id, child_id=found, detail="child")
    return line


def after(
    store: Store, iro: Staff, child: Child, done: str, now: datetime, reply_within: int, numbers: ReviewSettings
) -> str:
    """Where somebody comes to who has `done` something for a child: whoever was only to answer once is out again."""
    if _line(store, iro, child, now, reply_within, numbers) is None:
        return "/staff/today?answered=yes"
    return f"/staff/children/{child.reference}?done={done}"


def _line(
    store: Store, iro: Staff, child: Child, now: datetime, reply_within: int, numbers: ReviewSettings
) -> Line | None:
    case = caseload.of_child(store, iro.id, child, today_in_london(now))
    if case is not None:
        return line_of(store, case, iro, now, reply_within)
    return _stood_in(store, iro, child, now, reply_within, numbers)


def _stood_in(
    store: Store, reader: Staff, child: Child, now: datetime, reply_within: int, numbers: ReviewSettings
) -> Line | None:
    told = told_of(store, reader, now, numbers).get(child.id)
    one = told or answers_for(store, child.id, now, numbers)
    if not one.stands_in or one.who is None or one.who.id != reader.id or not child.in_care(today_in_london(now)):
        return None
    case = caseload.of_children(store, {child.id: one.iro.id if one.iro else None}, eyes(reader, one))[0]
    return line_of(store, case, reader, now, reply_within, one)

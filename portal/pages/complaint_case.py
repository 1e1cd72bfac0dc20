"""A complaint as whoever answers it may find it. For an adult it is about, and for any IRO, it is not there."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.desk import Desk
from portal.pages.clocks import today_in_london
from portal.pages.review_case import ChildCase
from storage import allocations, audit, children, complaints, conversations
from storage.audit import AuditEvent
from storage.complaints import Complaint
from storage.errors import NotFound
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class ComplaintCase:
    """One complaint, the child who made it, and who looks."""

    complaint: Complaint
    child: ChildCase
    desk: Desk
    now: datetime

    @property
    def who(self) -> Staff:
        return self.child.who

    @property
    def late(self) -> bool:
        return self.complaint.late(self.child.today)

    def record(self, store: Store, event: AuditEvent, detail: str = "") -> None:
        audit.record(
            store, event, self.now, staff_id=self.who.id, child_id=self.complaint.child_id,
            subject_id=self.complaint.id, detail=detail,
        )  # fmt: skip


def mine(store: Store, desk: Desk, who: Staff, now: datetime) -> list[ComplaintCase]:
    """Every complaint somebody in this role answers and that is not about them, the newest first."""
    found = [one for one in complaints.everyone(store) if one.owner_role == who.role]
    about = complaints.about_whom(store, [one.id for one in found])
    return [_case(store, desk, who, one, now) for one in found if who.id not in about.get(one.id, ())]


def opened(store: Store, desk: Desk, who: Staff, wanted: str, now: datetime) -> ComplaintCase | None:
    """None for one that is not theirs and for one that is not there alike; the try is on the audit trail."""
    try:
        one = complaints.load(store, UUID(wanted))
    except (ValueError, NotFound):
        one = None
    about = complaints.about_whom(store, [one.id]).get(one.id, set()) if one else set()
    if one is None or one.owner_role != who.role or who.id in about:
        child_id = one.child_id if one else None
        audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=who.id, child_id=child_id, detail="complaint")
        return None
    return _case(store, desk, who, one, now)


def _case(store: Store, desk: Desk, who: Staff, one: Complaint, now: datetime) -> ComplaintCase:
    today, child = today_in_london(now), children.find(store, one.child_id)
    talk = conversations.load(store, one.conversation_id)
    iro = allocations.iro_of(store, child.id, today)
    return ComplaintCase(one, ChildCase(child, talk, iro, who, today), desk, now)

"""Who did or read what: the data protection officer's page. Looking is itself on the trail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.rendering import render, signed_in
from storage import audit, children, staff, trail
from storage.audit import AuditEvent, Broken
from storage.children import Child
from storage.staff import Staff
from storage.store import Store
from storage.trail import Entry

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer looks for: references, "" for any; events before this number only."""

    child: str = ""
    staff: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """`unknown` names a reference that nobody has."""

    entries: Sequence[Entry]
    older: int | None
    children: Mapping[UUID, Child]
    everybody: Sequence[Staff]
    unknown: str = ""

    @property
    def people(self) -> Mapping[UUID, Staff]:
        return {member.id: member for member in self.everybody}


@dataclass(frozen=True, slots=True)
class Chain:
    """What walking the whole chain showed."""

    events: int
    broken: Broken | None


async def show(request: web.Request) -> web.Response:
    desk, asked = request.config_dict[DESK], _asked(request)
    found = await desk.database.write(lambda store: look(store, desk, signed_in(request), asked))
    return render(request, "audit.html", asked=asked, found=found, chain=None)


async def verify(request: web.Request) -> web.Response:
    desk, asked = request.config_dict[DESK], Asked()
    chain = Chain(*await desk.database.read(audit.verify))
    found = await desk.database.write(lambda store: look(store, desk, signed_in(request), asked))
    return render(request, "audit.html", asked=asked, found=found, chain=chain)


def look(store: Store, desk: Desk, officer: Staff, asked: Asked) -> Found:
    """Find the events that were asked for, and note that they were read."""
    child = children.by_reference(store, asked.child) if asked.child else None
    member = staff.by_reference(store, asked.staff) if asked.staff else None
    everybody = staff.everyone(store)
    if (asked.child and child is None) or (asked.staff and member is None):
        return Found((), None, {}, everybody, unknown=asked.child if child is None and asked.child else asked.staff)
    child_id, staff_id = child.id if child else None, member.id if member else None
    read = trail.entries(store, SHOWN + 1, officer.id, before=asked.before, child_id=child_id, staff_id=staff_id)
    shown = read[:SHOWN]
    audit.record(
        store, AuditEvent.AUDIT_READ, desk.clock(), staff_id=officer.id, child_id=child_id,
        subject_id=staff_id, detail=str(len(shown)),
    )  # fmt: skip
    named = children.many(store, {entry.child_id for entry in shown if entry.child_id})
    return Found(shown, shown[-1].number if len(read) > SHOWN else None, named, everybody)


def _asked(request: web.Request) -> Asked:
    before = request.query.get("before", "")
    return Asked(
        request.query.get("child", "").strip().upper()[:80], request.query.get("staff", "").strip()[:80],
        int(before[:18]) if before.isascii() and before.isdigit() else None,
    )  # fmt: skip


PAGES = (
    Page("GET", "/audit", May.SEE_AUDIT_TRAIL, show),
    Page("POST", "/audit/verify", May.SEE_AUDIT_TRAIL, verify),
)

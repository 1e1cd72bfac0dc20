"""For the office: contact that a child says has not come about. Who has to be rung, and nothing the child wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.rendering import render
from storage import appointments, children
from storage import staff as people
from storage.appointments import Appointment
from storage.staff import Staff
from storage.store import Store

FRESH = timedelta(minutes=60)
"""So soon after the time it may still be kept today."""


@dataclass(frozen=True, slots=True)
class NotKept:
    """One contact that was not kept, with whom, and the child's name."""

    one: Appointment
    who: Staff
    name: str


async def not_kept_page(request: web.Request) -> web.Response:
    desk = request.config_dict[DESK]
    now = desk.clock()

    def read(store: Store) -> Sequence[NotKept]:
        found = appointments.said_missed(store)
        known: Mapping[UUID, children.Child] = children.many(store, [one.child_id for one in found])
        staff = people.many(store, {one.staff_id for one in found})
        return [NotKept(one, staff[one.staff_id], known[one.child_id].name) for one in found]

    return render(request, "not-kept.html", found=await desk.database.read(read), fresh=now - FRESH)


PAGES = (Page("GET", "/not-kept", May.RING_STAFF, not_kept_page),)

"""The e-mails and texts to staff: what was sent, what waits, what could not be sent. They hold no child's words.

Threat: that colleagues were told of something, and oneself was not, says enough to an adult whom a concern is about.
"""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.rendering import render, signed_in
from storage import concerns, staff, staff_notices
from storage.staff import Staff
from storage.staff_notices import Notice
from storage.store import Store

SHOWN = 100
TROUBLES_SHOWN_FOR = timedelta(days=7)


async def show(request: web.Request) -> web.Response:
    desk, reader = request.config_dict[DESK], signed_in(request)
    since = desk.clock() - TROUBLES_SHOWN_FOR

    def look(store: Store) -> tuple[list[Notice], Mapping[UUID, Staff], int]:
        found = staff_notices.latest(store, SHOWN, without=concerns.about(store, reader.id))
        people = staff.many(store, {notice.recipient_id for notice in found})
        return found, people, staff_notices.troubled(store, since)

    notices, people, troubled = await desk.database.read(look)
    return render(request, "notices.html", notices=notices, people=people, troubled=troubled, shown=SHOWN)


PAGES = (Page("GET", "/notices", May.SEE_SENT_NOTICES, show),)

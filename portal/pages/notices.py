"""The e-mails and texts to staff: what was sent, what waits, what could not be sent. They hold no child's words."""

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.rendering import render
from storage import outbox, staff

SHOWN = 100


async def show(request: web.Request) -> web.Response:
    desk = request.config_dict[DESK]

    notices, people = await desk.database.read(
        lambda store: (
            found := outbox.notices(store, SHOWN),
            staff.many(store, {notice.recipient_id for notice in found}),
        )
    )
    return render(request, "notices.html", notices=notices, people=people, shown=SHOWN)


PAGES = (Page("GET", "/notices", May.SEE_SENT_NOTICES, show),)

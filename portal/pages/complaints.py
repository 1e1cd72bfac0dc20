"""Complaints that somebody answers: the open ones with their days, and how those that are closed ended."""

from datetime import date

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages import complaint, referrals
from portal.pages.clocks import today_in_london
from portal.pages.complaint_case import ComplaintCase, mine
from portal.rendering import render, signed_in
from reviews.complaints import Tally, tally
from storage.store import Store


async def complaints_page(request: web.Request) -> web.Response:
    desk, who, now = request.config_dict[DESK], signed_in(request), request.config_dict[DESK].clock()

    def read(store: Store) -> tuple[list[ComplaintCase], Tally]:
        found = mine(store, desk, who, now)
        return found, tally([one.complaint for one in found], today_in_london(now))

    found, counted = await desk.database.read(read)
    waiting = [one for one in found if one.complaint.state != "closed"]
    return render(
        request, "complaints.html", waiting=sorted(waiting, key=_pressing),
        closed=[one for one in found if one.complaint.state == "closed"], tally=counted,
    )  # fmt: skip


def _pressing(case: ComplaintCase) -> tuple[int, date]:
    """What waits for an answer first, then what is answered and not sorted out, then what can be closed."""
    one = case.complaint
    return (0 if one.state == "open" else 1 if one.child_says == "no" else 2), one.due_on


PAGES = (
    Page("GET", "/complaints", May.ANSWER_COMPLAINTS, complaints_page),
    *complaint.PAGES,
    *referrals.PAGES,
)

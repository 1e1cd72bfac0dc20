"""The challenges that somebody may see: which are open, at which stage, and how the others ended."""

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages import challenge
from portal.pages.challenge_case import Listed, listed
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from reviews.challenges import tally
from storage import audit
from storage.audit import AuditEvent
from storage.store import Store


async def challenges_page(request: web.Request) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def work(store: Store) -> list[Listed]:
        audit.record(store, AuditEvent.CHALLENGE_READ, now, staff_id=who.id, detail="list")
        return listed(store, who, now)

    lines = await desk.database.write(work)
    counted = tally([line.standing.challenge for line in lines], today_in_london(now))
    return render(
        request, "challenges.html", open=[one for one in lines if one.standing.challenge.state == "open"],
        closed=[one for one in lines if one.standing.challenge.state != "open"], tally=counted,
    )  # fmt: skip


PAGES = (Page("GET", "/challenges", May.SEE_CHALLENGES, challenges_page), *challenge.PAGES)

"""Whether what is sent arrives: by channel and month, and which children no message reaches. No words, no addresses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from storage import allocations, children, delivery_figures, reachable, staff
from storage.delivery_figures import Sent
from storage.staff import Staff
from storage.store import Store

LOOKED_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Lost:
    """A child in care whom no message reaches; `failed` are the channels that do not any more, and why."""

    reference: str
    iro: Staff | None
    failed: Sequence[tuple[str, str]]


def lost_children(store: Store, now: datetime) -> list[Lost]:
    """By reference, in its order."""
    today = today_in_london(now)
    there = {child_id: places for child_id, places in reachable.places(store).items() if reachable.lost(places)}
    known = children.many(store, there)
    held = allocations.on(store, today, list(there)) if there else {}
    iros = staff.many(store, {one.staff_id for one in held.values()})
    found = [
        Lost(
            known[child_id].reference, iros.get(held[child_id].staff_id) if child_id in held else None,
            sorted({(one.channel, one.state) for one in places if one.trust == "full"}),
        )
        for child_id, places in there.items() if known[child_id].in_care(today)
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.reference)


def _joined(store: Store, now: datetime) -> int:
    """Children in care with at least one place where we could write to them, working or not."""
    today = today_in_london(now)
    return sum(child.in_care(today) for child in children.many(store, reachable.places(store)).values())


async def delivery_page(request: web.Request) -> web.Response:
    desk, now = request.config_dict[DESK], request.config_dict[DESK].clock()
    signed_in(request)

    def read(store: Store) -> tuple[list[Sent], list[Lost], int]:
        return delivery_figures.by_month(store, now - LOOKED_BACK), lost_children(store, now), _joined(store, now)

    sent, lost, joined = await desk.database.read(read)
    return render(request, "delivery.html", sent=sent, lost=lost, joined=joined)


PAGES = (Page("GET", "/figures/delivery", May.SEE_FIGURES, delivery_page),)

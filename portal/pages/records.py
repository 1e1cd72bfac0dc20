"""What is on record, in numbers, and bringing in what another system says: all or nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Imported
from portal.moments import london
from portal.pages.cards import about_cards
from portal.rendering import render, signed_in
from storage import allocations, children, invites, referrals, reviews, staff
from storage.errors import BadData
from storage.store import Store

FILES = ("children.csv", "iros.csv", "staff.csv", "reviews.csv")
LINES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Counts:
    """`cards` by state; `without_iro` counts children in care whom nobody has today.

    `waiting` is what there is to do about cards, `to_send` how many wait to be passed on to the advocacy service.
    """

    children: int
    without_iro: int
    staff: Mapping[str, int]
    reviews: Mapping[str, int]
    cards: Mapping[str, int]
    waiting: int
    to_send: int


async def show(request: web.Request) -> web.Response:
    return await _page(request)


async def take_files(request: web.Request) -> web.Response:
    desk, who, form = request.config_dict[DESK], signed_in(request), await request.post()
    import_files = desk.import_files
    if import_files is None:
        raise web.HTTPNotFound
    given = {name: _content(form.get(name)) for name in FILES}
    files = {name: content for name, content in given.items() if content is not None}
    missing = [name for name in FILES if name not in files]
    if missing:
        return await _page(request, status=400, missing=missing)
    try:
        imported = await desk.database.write(lambda store: import_files(store, files, who.id, desk.clock()))
    except BadData as trouble:
        return await _page(request, status=400, bad=trouble.lines)
    return await _page(request, imported=imported)


async def _page(
    request: web.Request, *, status: int = 200, missing: list[str] | None = None, bad: tuple[str, ...] = (),
    imported: Imported | None = None,
) -> web.Response:  # fmt: skip
    desk = request.config_dict[DESK]
    today = london(desk.clock()).date()
    return render(
        request, "records.html", status=status, counts=await desk.database.read(lambda store: count(store, today)),
        files=FILES, missing=missing or [], bad=bad[:LINES_SHOWN], bad_more=max(0, len(bad) - LINES_SHOWN),
        imported=imported,
    )  # fmt: skip


def count(store: Store, today: date) -> Counts:
    in_care = {child.id for child in children.everyone(store) if child.in_care(today)}
    return Counts(
        children=len(in_care),
        without_iro=len(in_care - allocations.on(store, today).keys()),
        staff=Counter(member.role for member in staff.current(store, today)),
        reviews=Counter(review.status for review in reviews.everyone(store)),
        cards={state: len(invites.in_state(store, state)) for state in ("open", "used", "locked")},
        waiting=len(about_cards(store)),
        to_send=sum(one.sent_at is None or one.heard == "no" for one in referrals.everyone(store)),
    )


def _content(field: object) -> bytes | None:
    if not isinstance(field, web.FileField) or not field.filename:
        return None
    return field.file.read()


PAGES = (
    Page("GET", "/records", May.MANAGE_RECORDS, show),
    Page("POST", "/records", May.MANAGE_RECORDS, take_files, takes_files=True),
)

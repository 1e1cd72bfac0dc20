"""Rota and leave: who is on duty now, when nobody will be, who is away and who stands in for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from aiohttp import web

from portal.access import May, Page, allows
from portal.desk import DESK, Desk
from portal.moments import london
from portal.rendering import render, signed_in
from safeguarding import watch
from safeguarding.rota import from_when, until_when
from safeguarding.watch import Gap
from storage import absences
from storage import staff as people
from storage.absences import Away
from storage.errors import BadData, NotAllowed
from storage.staff import Staff
from storage.store import Store

AHEAD = timedelta(days=14)
LOOK_EVERY = timedelta(minutes=30)
GAPS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Watching:
    """Somebody on duty now, and for whom they stand in (None: it is their own shift)."""

    member: Staff
    instead_of: Staff | None


@dataclass(frozen=True, slots=True)
class Rota:
    """Everything on the page. `mine`: the reader may change the leave of these; `next_on` comes on duty next."""

    watching: Sequence[Watching]
    next_on: Sequence[Staff]
    gaps: Sequence[Gap]
    away: Sequence[tuple[Away, Staff]]
    ladder: Sequence[Staff]
    everyone: Sequence[Staff]
    deputies: dict[str, Sequence[Staff]]
    iros: Sequence[Staff]
    names: dict[UUID, str]


def rota_of(store: Store, desk: Desk, now: datetime) -> Rota:
    """Look it all up; the rota itself is reckoned by `safeguarding.watch`."""
    everyone = people.current(store, london(now).date())
    known = {member.reference: member for member in everyone}
    members = desk.members(store)
    there = watch.people(members, now)
    start = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    watching = [
        Watching(known[reference], known.get(there.standing_in.get(reference, "")))
        for reference in there.on_duty
        if reference in known
    ]
    by_id = {member.id: member for member in everyone}
    return Rota(
        watching,
        [known[reference] for reference in there.next_on_duty[:2] if reference in known],
        list(watch.gaps(members, start, start + AHEAD, LOOK_EVERY)),
        [(away, by_id[away.staff_id]) for away in absences.since(store, now) if away.staff_id in by_id],
        [member for member in everyone if member.alerts in ("first", "escalate")],
        everyone,
        {
            role: [member for member in everyone if member.role in people.may_stand_in_for(role)]
            for role in {member.role for member in everyone}
        },
        [member for member in everyone if member.role == "iro"],
        {member.id: member.full_name for member in everyone},
    )


async def show(request: web.Request) -> web.Response:
    return await _page(request)


async def _page(request: web.Request, error: str = "", form: dict[str, str] | None = None) -> web.Response:
    desk, now = request.config_dict[DESK], request.config_dict[DESK].clock()
    rota = await desk.database.read(lambda store: rota_of(store, desk, now))
    return render(
        request, "rota.html", rota=rota, at=now, error=error, form=form or {}, kinds=absences.KINDS,
        shown=GAPS_SHOWN, status=400 if error else 200,
    )  # fmt: skip


async def away(request: web.Request) -> web.StreamResponse:
    """Somebody is away: they say so themselves, or a manager or business support does."""
    desk, who, form = request.config_dict[DESK], signed_in(request), await _form(request)
    now = desk.clock()

    def work(store: Store) -> None:
        whom = _whom(who, form)
        begin, end = _moments(form, now)
        absences.record(store, people.find(store, whom).id, form.get("kind", ""), begin, end, who.id, now)

    return await _done(request, work, form)


async def back(request: web.Request) -> web.StreamResponse:
    """They are back, or not away after all."""
    desk, who, form = request.config_dict[DESK], signed_in(request), await _form(request)
    now = desk.clock()

    def work(store: Store) -> None:
        one = absences.get(store, _id(form.get("absence", "")))
        _may(who, one.staff_id)
        absences.end(store, one.id, who.id, now)

    return await _done(request, work, form)


async def deputy(request: web.Request) -> web.StreamResponse:
    """Who stands in for somebody."""
    desk, who, form = request.config_dict[DESK], signed_in(request), await _form(request)
    now = desk.clock()

    def work(store: Store) -> None:
        stands_in = _id(form["deputy"]) if form.get("deputy") else None
        people.name_deputy(store, _whom(who, form), stands_in, who.id, now)

    return await _done(request, work, form)


async def _done(request: web.Request, work: Callable[[Store], None], form: dict[str, str]) -> web.StreamResponse:
    desk = request.config_dict[DESK]
    try:
        await desk.database.write(work)
    except BadData as trouble:
        return await _page(request, error=str(trouble), form=form)
    desk.wake(["concerns"])
    raise web.HTTPSeeOther("/staff/rota")


def _whom(who: Staff, form: dict[str, str]) -> UUID:
    whom = _id(form["who"]) if form.get("who") else who.id
    _may(who, whom)
    return whom


def _may(who: Staff, whom: UUID) -> None:
    """One's own leave and deputy, and with `MANAGE_ROTA` everybody's."""
    if whom != who.id and not allows(who.role, May.MANAGE_ROTA):
        raise NotAllowed("This is somebody else's leave.")


def _moments(form: dict[str, str], now: datetime) -> tuple[datetime, datetime | None]:
    """From when to when; a missing day is now, or open. Raises `BadData`."""
    begin, end = (f"{form.get(f'{name}_day', '')} {form.get(f'{name}_time', '')}".strip() for name in ("from", "to"))
    if not begin and form.get("from_time", ""):
        raise BadData("Choose the day as well.")
    try:
        return (from_when(begin) if begin else now), (until_when(end) if end else None)
    except ValueError:
        raise BadData("Choose a day, and a time such as 17:00 or none.") from None


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadData("Choose somebody first.") from None


async def _form(request: web.Request) -> dict[str, str]:
    posted = await request.post()
    return {name: str(value).strip() for name, value in posted.items()}


PAGES = (
    Page("GET", "/rota", May.USE_THE_PORTAL, show),
    Page("POST", "/rota/away", May.USE_THE_PORTAL, away),
    Page("POST", "/rota/back", May.USE_THE_PORTAL, back),
    Page("POST", "/rota/deputy", May.USE_THE_PORTAL, deputy),
)

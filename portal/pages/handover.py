"""Handing over at the end of a shift: the open concerns of whoever goes, and those that somebody left behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.moments import london
from portal.pages.concerns import Line, lines_of
from portal.rendering import render, signed_in
from safeguarding import watch
from safeguarding.handover import left_since
from safeguarding.watch import Member
from storage import audit, concerns, handovers
from storage import staff as people
from storage.audit import AuditEvent
from storage.concerns import Concern
from storage.errors import BadData, NotFound
from storage.staff import MAY_STAND_IN, Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Sheet:
    """`mine` are the reader's own; `left` are others' who are not there any more. `ends_at`: the reader's shift."""

    mine: Sequence[Line]
    left: Sequence[Line]
    ends_at: datetime | None
    colleagues: Sequence[Staff]
    suggested: UUID | None


def sheet_of(store: Store, desk: Desk, reader: Staff, now: datetime) -> Sheet:
    queue = {one.id: one for one in concerns.queue(store, reader.id) if one.state == "taken"}
    members = {member.reference: member for member in desk.members(store)}
    everyone = people.current(store, london(now).date())
    known = {member.id: member for member in everyone}
    mine = [one for one in queue.values() if one.owner_id == reader.id]
    left = [
        queue[one.concern_id]
        for one in handovers.held(store)
        if one.concern_id in queue and one.owner_id != reader.id
        and left_since(_member(known.get(one.owner_id), members), one.last_did, now)
    ]  # fmt: skip
    me = members.get(reference := reader.reference)
    ends_at = me.shift.end_of_turn(now) if me else None
    colleagues = [member for member in everyone if member.role in MAY_STAND_IN and member.reference != reference]
    return Sheet(
        lines_of(store, mine, now), lines_of(store, left, now), ends_at, colleagues,
        _next(colleagues, list(members.values()), ends_at or now),
    )  # fmt: skip


def _member(owner: Staff | None, members: dict[str, Member]) -> Member | None:
    return members.get(owner.reference) if owner else None


def _next(colleagues: Sequence[Staff], members: Sequence[Member], at: datetime) -> UUID | None:
    """Who is on duty when the shift ends, or whose shift is next."""
    there = watch.people(members, at)
    order = [*there.on_duty, *there.next_on_duty]
    ids = {member.reference: member.id for member in colleagues}
    return next((ids[reference] for reference in order if reference in ids), None)


async def show(request: web.Request) -> web.Response:
    return await _page(request)


async def _page(request: web.Request, error: str = "", note: str = "", kept: int = 0) -> web.Response:
    desk, reader = request.config_dict[DESK], signed_in(request)
    now = desk.clock()
    sheet = await desk.database.read(lambda store: sheet_of(store, desk, reader, now))
    status = 400 if error else 200
    return render(request, "handover.html", sheet=sheet, error=error, note=note, kept=kept, status=status)


async def pass_on(request: web.Request) -> web.StreamResponse:
    """All of mine, or those that were ticked, to one colleague with one note."""
    desk, reader, form = request.config_dict[DESK], signed_in(request), await request.post()
    note, now = str(form.get("note", "")).strip(), desk.clock()
    wanted = {str(one) for one in form.getall("concern", [])}

    def work(store: Store) -> tuple[int, int]:
        to = _colleague(store, str(form.get("to", "")), now)
        mine = [one for one in concerns.queue(store, reader.id) if one.owner_id == reader.id and one.state == "taken"]
        chosen = [one for one in mine if str(one.id) in wanted]
        done = [_give(store, desk, one, reader, to, note, now) for one in chosen]
        return len(chosen), done.count(False)

    if not note:
        return await _page(request, error="no_note")
    try:
        chosen, kept = await desk.database.write(work)
    except (BadData, NotFound) as trouble:
        return await _page(request, error=str(trouble), note=note)
    desk.wake(["concerns", "outbox"])
    if not chosen:
        return await _page(request, error="none_chosen", note=note)
    if kept:
        return await _page(request, note=note, kept=kept)
    raise web.HTTPSeeOther("/staff/handover")


async def take_over(request: web.Request) -> web.StreamResponse:
    """One that somebody left behind is mine now."""
    desk, reader, form = request.config_dict[DESK], signed_in(request), await request.post()
    now, wanted = desk.clock(), _id(str(form.get("concern", "")))

    def work(store: Store) -> None:
        left = {line.concern.id: line.concern for line in sheet_of(store, desk, reader, now).left}
        if wanted not in left:
            raise BadData("not_left")
        _give(store, desk, left[wanted], reader, reader.id, "", now)

    try:
        await desk.database.write(work)
    except BadData as trouble:
        return await _page(request, error=str(trouble))
    desk.wake(["concerns", "outbox"])
    raise web.HTTPSeeOther(f"/staff/concerns/{wanted}")


def _give(store: Store, desk: Desk, one: Concern, giver: Staff, to: UUID, note: str, now: datetime) -> bool:
    """False when it cannot go to this colleague: it stays where it is, and is not said to be about them."""
    try:
        concerns.hand_on(store, one.id, giver.id, to, note, now)
    except BadData:
        return False
    audit.record(
        store, AuditEvent.CONCERN_HANDED_ON, now, staff_id=giver.id, child_id=one.child_id, subject_id=one.id,
        detail=str(to),
    )  # fmt: skip
    if to != giver.id:
        desk.ring(store, one.id, to)
    return True


def _colleague(store: Store, text: str, now: datetime) -> UUID:
    found = people.many(store, [_id(text)])
    for member in found.values():
        if member.role in MAY_STAND_IN and member.here_on(london(now).date()):
            return member.id
    raise BadData("nobody_chosen")


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadData("nobody_chosen") from None


PAGES = (
    Page("GET", "/handover", May.WORK_CONCERNS, show),
    Page("POST", "/handover", May.WORK_CONCERNS, pass_on),
    Page("POST", "/handover/take-over", May.WORK_CONCERNS, take_over),
)

"""Referrals to the advocacy service: what each child allowed to be passed on, and no word more."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from storage import audit, children, referrals, requests
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound
from storage.referrals import Referral
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Line:
    """One referral. `reference` is the child's number in the office, for the office's own file alone."""

    referral: Referral
    reference: str
    meeting_on: date | None
    meeting_at: str
    late: bool


async def referrals_page(request: web.Request) -> web.Response:
    return await _show(request)


async def _show(request: web.Request, *, error: str = "", status: int = 200) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def work(store: Store) -> list[Line]:
        found = lines_of(store, today_in_london(now))
        audit.record(store, AuditEvent.REFERRALS_READ, now, staff_id=who.id, detail=str(len(found)))
        return found

    lines = await desk.database.write(work)
    return render(
        request, "referrals.html", waiting=[one for one in lines if one.referral.heard != "yes"],
        settled=[one for one in lines if one.referral.heard == "yes"], error=error,
        done=request.query.get("done", ""), status=status,
    )  # fmt: skip


def lines_of(store: Store, today: date) -> list[Line]:
    """Every referral, those first that are to be sent, then by the day the child should hear."""
    found = referrals.everyone(store)
    known = children.many(store, {one.child_id for one in found})
    lines = [_line(one, known[one.child_id].reference, today) for one in found]
    return sorted(lines, key=lambda line: (line.referral.sent_at is not None, line.referral.hear_by))


def _line(one: Referral, reference: str, today: date) -> Line:
    day, _, at = one.meeting.partition(" ")
    return Line(one, reference, date.fromisoformat(day) if day else None, at, one.late(today))


Act = Callable[[Store, Referral, Staff, datetime], AuditEvent]


def _sent(store: Store, one: Referral, who: Staff, now: datetime) -> AuditEvent:
    referrals.sent(store, one, who.id, now)
    return AuditEvent.REFERRAL_SENT


def _heard(store: Store, one: Referral, who: Staff, now: datetime) -> AuditEvent:
    """The service says that they have been in touch with the child."""
    referrals.heard(store, one, "yes", now)
    if requests.get(store, one.request_id).state != "done":
        requests.finish(store, one.request_id, who.id, "", now)
    return AuditEvent.REFERRAL_HEARD


def _page(act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        desk, who, now = request.config_dict[DESK], signed_in(request), request.config_dict[DESK].clock()

        def work(store: Store) -> None:
            one = referrals.load(store, _uuid(request.match_info["referral"]))
            event = act(store, one, who, now)
            audit.record(store, event, now, staff_id=who.id, child_id=one.child_id, subject_id=one.id)

        try:
            await desk.database.write(work)
        except BadData as error:
            return await _show(request, error=str(error), status=400)
        raise web.HTTPSeeOther(f"/staff/referrals?done={act.__name__.strip('_')}")

    return handle


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("There is no such referral.") from None


PAGES = (
    Page("GET", "/referrals", May.REFER_TO_ADVOCATES, referrals_page),
    Page("POST", "/referrals/{referral}/sent", May.REFER_TO_ADVOCATES, _page(_sent)),
    Page("POST", "/referrals/{referral}/heard", May.REFER_TO_ADVOCATES, _page(_heard)),
)

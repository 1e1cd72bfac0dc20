"""How IRO and child keep in touch: propose, say yes, and the letter for the carer where the child agrees to one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.pages.child_case import mine
from portal.pages.today import Line
from portal.rendering import render, signed_in
from reviews import touching
from reviews.touching import Kept
from storage import agreements, conversations
from storage.agreements import Agreement
from storage.errors import BadData, NotFound, OutOfDate
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is agreed with this child (None: nothing yet), and what one of them has proposed."""

    line: Line
    kept: Kept | None
    proposed: Agreement | None


def sheet_of(store: Store, desk: Desk, iro: Staff, reference: str, now: datetime) -> Sheet | None:
    """Only of one's own children: whoever stands in keeps what was agreed, and agrees nothing new."""
    line = mine(store, iro, reference, now, desk.reply_within_working_days, desk.reviews)
    if line is None:
        return None
    child_id = line.case.child.id
    waiting = agreements.proposed(store, child_id)
    ours = waiting if waiting is not None and waiting.iro_id == line.case.iro_id else None
    return Sheet(line, touching.of_children(store, [child_id], line.today).get(child_id), ours)


async def show(request: web.Request) -> web.Response:
    return await _page(request)


async def _page(request: web.Request, error: str = "", template: str = "agreement.html") -> web.Response:
    desk, iro = request.config_dict[DESK], signed_in(request)
    reference, now = request.match_info["reference"], desk.clock()
    sheet = await desk.database.write(lambda store: sheet_of(store, desk, iro, reference, now))
    if sheet is None:
        raise web.HTTPNotFound
    return render(
        request, template, sheet=sheet, error=error, done=request.query.get("done", ""), status=400 if error else 200
    )


async def letter(request: web.Request) -> web.Response:
    """One page to print or copy. It says what was agreed, and nothing the child said."""
    desk, iro = request.config_dict[DESK], signed_in(request)
    reference, now = request.match_info["reference"], desk.clock()

    def work(store: Store) -> Sheet | None:
        sheet = sheet_of(store, desk, iro, reference, now)
        if sheet is None or sheet.kept is None or sheet.kept.agreement.carer != "yes":
            return None
        agreements.letter_opened(store, sheet.kept.agreement, iro.id, now)
        return sheet

    sheet = await desk.database.write(work)
    if sheet is None:
        raise web.HTTPNotFound
    return render(request, "agreement-letter.html", sheet=sheet)


def _propose(store: Store, desk: Desk, iro: Staff, sheet: Sheet, form: dict[str, str], now: datetime) -> UUID:
    case = sheet.line.case
    weeks = int(form["weeks"]) if form.get("weeks", "").isdecimal() else 0
    agreements.propose(store, case.child.id, iro.id, weeks, form.get("how", ""), "iro", now)
    return _tell(store, desk, sheet, "touch_offered", now)


def _agree(store: Store, desk: Desk, iro: Staff, sheet: Sheet, form: dict[str, str], now: datetime) -> UUID:  # noqa: ARG001
    agreements.agree(store, sheet.line.case.child.id, "iro", now)
    return _tell(store, desk, sheet, "touch_agreed", now)


def _tell(store: Store, desk: Desk, sheet: Sheet, flow: str, now: datetime) -> UUID:
    child = sheet.line.case.child
    talk = conversations.ensure_for_child(store, child.id, child.band(sheet.line.today), child.lang, now)
    if talk.safe_to_write == "no":
        raise BadData("They asked not to be written to here. Agree it when you meet.")
    desk.tell(store, talk.id, flow, {})
    return talk.id


Work = Callable[[Store, Desk, Staff, Sheet, dict[str, str], datetime], UUID]


def _act(work: Work) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        desk, iro = request.config_dict[DESK], signed_in(request)
        form = {name: str(value).strip() for name, value in (await request.post()).items()}
        reference, now = request.match_info["reference"], desk.clock()

        def do(store: Store) -> UUID | None:
            sheet = sheet_of(store, desk, iro, reference, now)
            if sheet is not None and sheet.line.standing_in is not None:
                raise NotFound("Whoever stands in agrees nothing new.")
            return work(store, desk, iro, sheet, form, now) if sheet else None

        try:
            where = await desk.database.write(do)
        except (BadData, OutOfDate) as trouble:
            return await _page(request, str(trouble))
        if where is None:
            raise web.HTTPNotFound
        desk.wake([where, "outbox"])
        raise web.HTTPSeeOther(f"/staff/children/{reference}/agreement?done={work.__name__.strip('_')}")

    return handle


PAGES = (
    Page("GET", "/children/{reference}/agreement", May.SEE_OWN_CHILDREN, show),
    Page("GET", "/children/{reference}/agreement/letter", May.SEE_OWN_CHILDREN, letter),
    Page("POST", "/children/{reference}/agreement/propose", May.REPLY_AS_IRO, _act(_propose)),
    Page("POST", "/children/{reference}/agreement/agree", May.REPLY_AS_IRO, _act(_agree)),
)

"""What an IRO does for a child: say what happened. Writing is in `child_write`, contact in `contact_work`."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.pages import child_sheet
from portal.pages.child_case import after, mine
from portal.pages.clocks import today_in_london
from portal.pages.today import Line, eyes
from portal.rendering import signed_in
from storage import audit, caseload, conversations, requests
from storage.audit import AuditEvent
from storage.caseload import Eyes
from storage.errors import BadData, NotFound, OutOfDate
from storage.files import Upload
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One thing an IRO does for one of their children, with what the form said."""

    desk: Desk
    iro: Staff
    line: Line
    form: dict[str, str]
    asked: str
    now: datetime
    beside: Sequence[Upload] = ()

    def field(self, name: str) -> str:
        return self.form.get(name, "").strip()

    def record(self, store: Store, event: AuditEvent, subject: UUID | None = None, detail: str = "") -> None:
        audit.record(
            store, event, self.now, staff_id=self.iro.id, child_id=self.line.case.child.id, subject_id=subject,
            detail=detail,
        )  # fmt: skip

    @property
    def eyes(self) -> Eyes:
        return eyes(self.iro, self.line.standing_in)

    def must_be_safe(self) -> str:
        """A child who asked not to be written to here is written to only by somebody who says they checked."""
        talk = self.line.case.conversation
        if talk is None or talk.safe_to_write != "no":
            return ""
        if not self.field("checked"):
            raise BadData("unsafe")
        return "checked it is safe"


Act = Callable[[Store, Step], UUID]


def _done(store: Store, step: Step) -> UUID:
    request = asked_of_me(store, step)
    if not step.field("answer"):
        raise BadData("no_answer")
    if request.kind == "contact":  # done only when it was held: portal/pages/contact_work.py
        raise NotFound("There is no such request.")
    requests.finish(store, request.id, step.iro.id, step.field("answer"), step.now)
    step.record(store, AuditEvent.REQUEST_ANSWERED, request.id, "done")
    return conversation_of(store, step)


def conversation_of(store: Store, step: Step) -> UUID:
    """The child's conversation; it is made when the IRO is the first to write."""
    case = step.line.case
    if case.conversation is not None:
        return case.conversation.id
    band = case.child.band(today_in_london(step.now))
    return conversations.ensure_for_child(store, case.child.id, band, case.child.lang, step.now).id


def asked_of_me(store: Store, step: Step) -> Request:
    """The request the address names, when it is this child's and for the IRO to see. Raises `NotFound`."""
    try:
        request = requests.get(store, UUID(step.asked))
    except ValueError:
        raise NotFound("There is no such request.") from None
    if request.child_id != step.line.case.child.id or request.owner_role != "iro":
        raise NotFound("There is no such request.")
    if request.message_id in caseload.withheld_from(store, step.eyes):
        raise NotFound("There is no such request.")
    return request


def page(act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        desk, iro = request.config_dict[DESK], signed_in(request)
        reference, asked = request.match_info["reference"], request.match_info.get("request", "")
        form = {name: str(value) for name, value in (await request.post()).items()}
        now = desk.clock()

        def work(store: Store) -> tuple[UUID, str] | None:
            days, numbers = desk.reply_within_working_days, desk.reviews
            line = mine(store, iro, reference, now, days, numbers)
            if line is None:
                return None
            talk = act(store, Step(desk, iro, line, form, asked, now))
            return talk, after(store, iro, line.case.child, act.__name__.strip("_"), now, days, numbers)

        try:
            done = await desk.database.write(work)
        except BadData as error:
            return await child_sheet.show(request, error=str(error), form=form | {"request": asked}, status=400)
        except OutOfDate:
            return await child_sheet.show(request, error="answered", form={}, status=409)
        if done is None:
            raise web.HTTPNotFound
        conversation, to = done
        desk.wake([conversation, "outbox"])
        raise web.HTTPSeeOther(to)

    return handle


PAGES = (Page("POST", "/children/{reference}/requests/{request}/done", May.REPLY_AS_IRO, page(_done)),)

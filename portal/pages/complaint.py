"""One complaint: the child's words, its dates, the answer in words the child can read, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.case_form import case_form
from portal.pages.complaint_case import ComplaintCase, opened
from portal.pages.review_case import Wrong
from portal.plain import look
from portal.rendering import render, signed_in
from reviews import complaints as rules
from storage import complaints, messages, milestones, referrals, requests
from storage import staff as people
from storage.audit import AuditEvent
from storage.complaints import Step, Words
from storage.errors import BadData
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the page. `advocate` is the last answer to an offer; `longer` the day of the longer time."""

    case: ComplaintCase
    words: Sequence[Words]
    steps: Sequence[Step]
    about: Sequence[Staff]
    advocate: str
    above: str | None
    outside: bool
    has_it: Staff | None
    longer: date | None
    results: Sequence[str]
    people: Mapping[UUID, Staff]


async def complaint_page(request: web.Request) -> web.Response:
    return await _show(request)


async def _show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    desk, who, now = request.config_dict[DESK], signed_in(request), request.config_dict[DESK].clock()

    def work(store: Store) -> Sheet | None:
        case = opened(store, desk, who, request.match_info["complaint"], now)
        if case is None:
            return None
        case.record(store, AuditEvent.COMPLAINT_READ)
        return sheet_of(store, case)

    sheet = await desk.database.write(work)
    if sheet is None:
        raise web.HTTPNotFound
    said = (form or {}).get("text", "")
    return render(
        request, "complaint.html", sheet=sheet, error=error, form=form or {}, done=request.query.get("done", ""),
        plainness=look(said, sheet.case.child.band), nothing=look("", sheet.case.child.band), status=status,
    )  # fmt: skip


def sheet_of(store: Store, case: ComplaintCase) -> Sheet:
    one = case.complaint
    steps = complaints.steps_of(store, [one.id]).get(one.id, [])
    began = next((step.at for step in reversed(steps) if step.kind in ("opened", "climbed")), one.opened_at)
    known = {member.id: member for member in people.everyone(store)}
    about = complaints.about_whom(store, [one.id]).get(one.id, set())
    return Sheet(
        case, complaints.words_of(store, [one.id]).get(one.id, []), steps, [known[i] for i in about if i in known],
        _advocate(store, one.conversation_id), rules.above(one.stage) if one.kind == "complaint" else None,
        one.state != "closed" and one.stage in complaints.FROM_OUTSIDE,
        known.get(one.staff_id) if one.staff_id else None,
        rules.longer(one, began) if one.state == "open" else None,
        complaints.CHANGE_RESULTS if one.kind == rules.CHANGE else complaints.RESULTS, known,
    )  # fmt: skip


def _advocate(store: Store, conversation_id: UUID) -> str:
    """Asked for one, or what they said to the last offer; "" when none was made."""
    if referrals.last_of(store, [conversation_id]):
        return "asked"
    reached = milestones.of_conversations(store, [conversation_id]).get(conversation_id, ())
    return next((one.value for one in reversed(reached) if one.kind == "advocate_offered"), "")


def _seen(store: Store, case: ComplaintCase, form: Mapping[str, str]) -> UUID | None:  # noqa: ARG001
    """The child hears that somebody has it, and by when they answer."""
    one = case.complaint
    complaints.seen(store, one, case.who.id, case.now)
    case.record(store, AuditEvent.COMPLAINT_SEEN)
    if case.child.unsafe:
        return None
    facts = {"complaint_to": case.who.first_name, "complaint_by": one.due_on}
    case.desk.tell(store, one.conversation_id, "complaint_seen", facts)
    return one.conversation_id


def _answer(store: Store, case: ComplaintCase, form: Mapping[str, str]) -> UUID | None:
    """The answer goes to the child, who is then asked whether that sorts it out; or it was given face to face."""
    one, text, told = case.complaint, form.get("text", ""), form.get("told", "")
    complaints.must_be_open(one)
    if not text and not told:
        raise Wrong("text", "no_answer")
    if text:
        _write(store, case, text, form)
    complaints.answered(store, one, case.who.id, text, case.now, told=told)
    case.record(store, AuditEvent.COMPLAINT_ANSWERED, one.stage)
    if not text:
        return None
    case.desk.tell(store, one.conversation_id, "complaint_answered", {})
    return one.conversation_id


def _write(store: Store, case: ComplaintCase, text: str, form: Mapping[str, str]) -> None:
    """In the chat, with the writer's name; kept from every IRO."""
    if case.child.unsafe and not form.get("checked"):
        raise Wrong("checked", "unsafe")
    message = case.desk.say(store, case.complaint.conversation_id, case.who.id, "manager", text)
    messages.keep_private(store, [message])
    case.record(store, AuditEvent.REPLY_SENT)


def _climb(store: Store, case: ComplaintCase, form: Mapping[str, str]) -> UUID | None:
    """Up a stage, because the child asks for it or the manager sees that it has to; the child hears the new day."""
    one = case.complaint
    stage = rules.above(one.stage) if one.kind == "complaint" else None
    if stage is None:
        raise Wrong("note", "no_stage")
    if not form.get("note"):
        raise Wrong("note", "no_note")
    by = rules.due_on(stage, case.now, case.desk.reviews)
    complaints.climb(store, one, stage, by, case.now, staff_id=case.who.id, note=form["note"])
    complaints.has_it(store, one, case.who.id)
    case.record(store, AuditEvent.COMPLAINT_CLIMBED, stage)
    return _moved(store, case, stage, by)


def _look(store: Store, case: ComplaintCase, form: Mapping[str, str]) -> UUID | None:
    """Who looks into it from outside; the child hears the name."""
    one, who = case.complaint, form.get("who", "")
    try:
        complaints.looked_at(store, one, who, case.who.id, case.now)
    except BadData as error:
        raise Wrong("who", str(error)) from None
    case.record(store, AuditEvent.COMPLAINT_LOOKED_AT, one.stage)
    return _moved(store, case, "looked_at", one.due_on, who)


def _extend(store: Store, case: ComplaintCase, form: Mapping[str, str]) -> UUID | None:
    """The longer time of the Regulations, with the reason, and the child is told of the new day."""
    one, note = case.complaint, form.get("note", "")
    sheet = sheet_of(store, case)
    if sheet.longer is None:
        raise Wrong("extend_note", "extended")
    if not note:
        raise Wrong("extend_note", "no_reason")
    complaints.extend(store, one, sheet.longer, case.who.id, note, case.now)
    case.record(store, AuditEvent.COMPLAINT_EXTENDED, one.stage)
    return _moved(store, case, "longer", sheet.longer)


def _moved(store: Store, case: ComplaintCase, stage: str, by: date, who: str = "") -> UUID | None:
    """What the child hears where it is safe to write."""
    if case.child.unsafe:
        return None
    facts = {"complaint_stage": stage, "complaint_to": case.who.first_name, "complaint_by": by, "complaint_who": who}
    case.desk.tell(store, case.complaint.conversation_id, "complaint_moved", facts)
    return case.complaint.conversation_id


def _close(store: Store, case: ComplaintCase, form: Mapping[str, str]) -> UUID | None:
    """How it ended: for the register, and for the child, who hears as well what they can do if they are not happy.

    One that was answered may be closed without more words: the answer is what was decided.
    """
    one, result, text, told = case.complaint, form.get("result", ""), form.get("text", ""), form.get("told", "")
    complaints.must_be_open(one)
    if result and result != "taken_back" and one.state == "open" and not text and not told:
        raise Wrong("text", "no_words")
    try:
        complaints.close(
            store, one, case.who.id, case.now, result=result, outcome=form.get("outcome", ""), text=text,
            about=form.get("about", ""),
        )  # fmt: skip
    except BadData as error:
        raise Wrong("outcome" if str(error) == "no_outcome" else "result", str(error)) from None
    if text:
        _write(store, case, text, form)
    if requests.get(store, one.request_id).state != "done":
        requests.finish(store, one.request_id, case.who.id, told, case.now)
    case.record(store, AuditEvent.COMPLAINT_CLOSED, result)
    if case.child.unsafe and not text:
        return None
    facts = {"complaint_state": "now" if text else "before"}
    case.desk.tell(store, one.conversation_id, "complaint_closed", facts)
    return one.conversation_id


async def plain(request: web.Request) -> web.Response:
    """How easily this child reads what is being written; nothing of it is kept."""
    desk, who, form = request.config_dict[DESK], signed_in(request), await request.post()
    wanted = request.match_info["complaint"]
    case = await desk.database.write(lambda store: opened(store, desk, who, wanted, desk.clock()))
    if case is None:
        raise web.HTTPNotFound
    return render(request, "review-plain-piece.html", plainness=look(str(form.get("text", "")), case.child.band))


_page = partial(case_form, "complaint", opened, _show)

PAGES = (
    Page("GET", "/complaints/{complaint}", May.ANSWER_COMPLAINTS, complaint_page),
    Page("POST", "/complaints/{complaint}/plain", May.ANSWER_COMPLAINTS, plain),
    Page("POST", "/complaints/{complaint}/seen", May.ANSWER_COMPLAINTS, _page(_seen)),
    Page("POST", "/complaints/{complaint}/answer", May.ANSWER_COMPLAINTS, _page(_answer)),
    Page("POST", "/complaints/{complaint}/climb", May.ANSWER_COMPLAINTS, _page(_climb)),
    Page("POST", "/complaints/{complaint}/extend", May.ANSWER_COMPLAINTS, _page(_extend)),
    Page("POST", "/complaints/{complaint}/look", May.ANSWER_COMPLAINTS, _page(_look)),
    Page("POST", "/complaints/{complaint}/close", May.ANSWER_COMPLAINTS, _page(_close)),
)

"""One child's change of IRO, for the two IROs: a goodbye in one's own words, an introduction of the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.attaching import attached, say_with, words_of
from portal.desk import DESK, Desk
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from reviews.changing import introduce_by, late
from storage import answers, audit, children, conversations, iro_changes
from storage import staff as people
from storage.audit import AuditEvent
from storage.children import Child
from storage.conversations import Conversation
from storage.errors import BadData, NotFound, OutOfDate
from storage.files import Upload
from storage.iro_changes import Change
from storage.staff import Staff
from storage.store import Store

FIRST = "handover_know"
"""What the child wants the next IRO to know first; it was said for them."""


@dataclass(frozen=True, slots=True)
class ChangeCase:
    """What either IRO sees: nothing of the child's history, but what the child said for the new one."""

    change: Change
    child: Child
    talk: Conversation | None
    old: Staff | None
    new: Staff
    by: date
    late: bool
    know_first: str
    today: date
    who: Staff

    @property
    def name(self) -> str:
        return (self.talk and self.talk.called) or self.child.name

    @property
    def mine_to_end(self) -> bool:
        return self.old is not None and self.old.id == self.who.id

    @property
    def mine_to_begin(self) -> bool:
        return self.new.id == self.who.id

    @property
    def unsafe(self) -> bool:
        return self.talk is not None and self.talk.safe_to_write == "no"


def opened(store: Store, who: Staff, wanted: str, now: datetime) -> ChangeCase | None:
    """The change, for its two IROs and the manager; None for anybody else, with the try on the audit trail."""
    try:
        change = iro_changes.get(store, UUID(wanted))
    except (ValueError, NotFound):
        change = None
    if change is None or (who.id not in (change.old_id, change.new_id) and who.role != "iro_manager"):
        found = change.child_id if change else None
        audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=who.id, child_id=found, detail="change")
        return None
    child, today = children.find(store, change.child_id), today_in_london(now)
    talk = conversations.of_children(store, [child.id]).get(child.id)
    new = people.find(store, change.new_id)
    said = answers.current(store, talk.id).get(FIRST) if talk else None
    return ChangeCase(
        change, child, talk, people.find(store, change.old_id) if change.old_id else None, new,
        introduce_by(new.working_pattern, change), late(new.working_pattern, change, today),
        said.text if said and said.state != "skipped" else "", today, who,
    )  # fmt: skip


async def show(request: web.Request) -> web.Response:
    return await _page(request)


async def _page(request: web.Request, error: str = "", form: dict[str, str] | None = None) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)

    def work(store: Store) -> ChangeCase | None:
        case = opened(store, who, request.match_info["change"], desk.clock())
        if case is not None and case.know_first:
            audit.record(
                store, AuditEvent.CONVERSATION_READ, desk.clock(), staff_id=who.id, child_id=case.child.id,
                detail="for the next",
            )  # fmt: skip
        return case

    case = await desk.database.write(work)
    if case is None:
        raise web.HTTPNotFound
    return render(
        request, "change.html", case=case, error=error, form=form or {}, done=request.query.get("done", ""),
        status=400 if error else 200,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """What came with the form: its words, and what is sent beside them."""

    form: Mapping[str, str]
    beside: Sequence[Upload] = ()


def _goodbye(store: Store, desk: Desk, case: ChangeCase, written: Written, now: datetime) -> UUID:
    if not case.mine_to_end or case.change.from_day <= case.today:
        raise NotFound("There is nothing to say goodbye to.")
    iro_changes.said_goodbye(store, case.change, case.who.id, now)
    return _write(store, desk, case, written, now)


def _introduce(store: Store, desk: Desk, case: ChangeCase, written: Written, now: datetime) -> UUID | None:
    if not case.mine_to_begin:
        raise NotFound("There is nobody to be introduced to.")
    if written.form.get("how") == "in_person":
        iro_changes.introduced(store, case.change, "in_person", _met_on(written.form), case.who.id, now, case.today)
        return case.talk.id if case.talk else None
    iro_changes.introduced(store, case.change, "message", case.today, case.who.id, now, case.today)
    return _write(store, desk, case, written, now)


def _met_on(form: Mapping[str, str]) -> date:
    try:
        return date.fromisoformat(form.get("met_on", ""))
    except ValueError:
        raise BadData("Choose the day on which you met.") from None


def _write(store: Store, desk: Desk, case: ChangeCase, written: Written, now: datetime) -> UUID:
    form = written.form
    if not form.get("text"):
        raise BadData("Write your message first.")
    if case.unsafe and not form.get("checked"):
        raise BadData("They asked not to be written to here. Say that you have checked, or meet them.")
    band = case.child.band(case.today)
    talk = case.talk or conversations.ensure_for_child(store, case.child.id, band, case.child.lang, now)
    message = say_with(store, desk, talk.id, case.who.id, form["text"], written.beside, now, reply=False)
    audit.record(store, AuditEvent.REPLY_SENT, now, staff_id=case.who.id, child_id=case.child.id, subject_id=message)
    return talk.id


async def goodbye(request: web.Request) -> web.StreamResponse:
    return await _act(request, "goodbye")


async def introduce(request: web.Request) -> web.StreamResponse:
    return await _act(request, "introduce")


async def _act(request: web.Request, what: str) -> web.StreamResponse:
    desk, who = request.config_dict[DESK], signed_in(request)
    posted = await request.post()
    form = {name: value.strip() for name, value in words_of(posted).items()}
    try:
        written = Written(form, await attached(posted, desk))
    except BadData as trouble:
        return await _page(request, str(trouble), form)

    def work(store: Store) -> UUID | None:
        case = opened(store, who, request.match_info["change"], desk.clock())
        if case is None:
            return None
        do = _goodbye if what == "goodbye" else _introduce
        return do(store, desk, case, written, desk.clock()) or case.change.id

    try:
        where = await desk.database.write(work)
    except (BadData, OutOfDate) as trouble:
        return await _page(request, str(trouble), form)
    if where is None:
        raise web.HTTPNotFound
    desk.wake([where, "outbox"])
    raise web.HTTPSeeOther(f"/staff/changes/{request.match_info['change']}?done={what}")


PAGES = (
    Page("GET", "/changes/{change}", May.WORK_ON_CHANGES, show),
    Page("POST", "/changes/{change}/goodbye", May.WORK_ON_CHANGES, goodbye, takes_files=True),
    Page("POST", "/changes/{change}/introduce", May.WORK_ON_CHANGES, introduce, takes_files=True),
)

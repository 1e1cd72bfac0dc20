"""One concern: the exact words, what surrounds them, why it was raised, who knows of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page, Role
from portal.desk import DESK
from portal.pages.clocks import minutes_between, today_in_london
from portal.rendering import render, signed_in
from safeguarding.checklists import STEPS, CheckList, suggested
from storage import allocations, audit, caseload, checklists, children, concerns, conversations, messages, milestones
from storage import files as sent_files
from storage import outcomes as recorded
from storage import staff as people
from storage.audit import AuditEvent
from storage.checklists import Tick
from storage.children import Child
from storage.concerns import Concern, ConcernEvent
from storage.conversations import Address, Conversation
from storage.errors import NotFound
from storage.files import File
from storage.messages import Message
from storage.milestones import Milestone
from storage.outcomes import FALSE_ALARMS, REFERRED, TOLD, Closed
from storage.staff import Staff
from storage.store import Store

AROUND = 8
NOT_JUDGED = ("not_heard", "no_verdict")
"""Why what somebody made of a voice note was not kept (`portal/pages/files.py`)."""


@dataclass(frozen=True, slots=True)
class Why:
    """What one message may be about, the child's words it stands on, and the rules that noticed them.

    `like` are known, invented examples that the words read like, where the model noticed them.
    """

    category: str
    quotes: Sequence[str]
    rules: Sequence[str]
    like: Sequence[str] = ()


def why(because: Sequence[Mapping[str, str]]) -> list[Why]:
    """One line a kind, in the order they were found; a quote within a longer one is not said twice."""
    kinds = dict.fromkeys(reason["category"] for reason in because)
    lines = []
    for kind in kinds:
        mine = [reason for reason in because if reason["category"] == kind]
        quotes = list(dict.fromkeys(reason["quote"] for reason in mine if reason["quote"]))
        whole = [one for one in quotes if not any(one != other and one in other for other in quotes)]
        rules = list(dict.fromkeys(reason["rule"].rpartition(".")[2] for reason in mine))
        like = tuple(dict.fromkeys(reason["like"] for reason in mine if reason.get("like")))
        lines.append(Why(kind, whole, rules, like))
    return lines


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a duty officer needs to act. `child` and `iro` are None for a visitor.

    `words` are the messages that belong to the concern, `around` what was said before, between and after them;
    `reasons` are by message.
    """

    concern: Concern
    child: Child | None
    name: str | None
    age: int | None
    conversation: Conversation
    addresses: Sequence[Address]
    iro: Staff | None
    owner: Staff | None
    words: Sequence[Message]
    around: Sequence[Message]
    earlier: int
    reasons: Mapping[UUID, Sequence[Why]]
    events: Sequence[ConcernEvent]
    people: Mapping[UUID, Staff]
    about: Sequence[Staff]
    colleagues: Sequence[Staff]
    everyone: Sequence[Staff]
    waiting: int
    next_in: int | None
    lists: Sequence[tuple[CheckList, Sequence[str]]]
    ticks: Mapping[str, Tick]
    closed: Closed | None
    may_let_back: Sequence[Staff]
    said_of_themselves: Sequence[Milestone]
    files: Mapping[UUID, Sequence[File]]
    referred: Sequence[str] = REFERRED
    false_alarms: Sequence[str] = FALSE_ALARMS
    told: Sequence[str] = TOLD


async def concern_page(request: web.Request) -> web.Response:
    trouble = request.query.get("done", "")
    return await show(request, concern_id(request), error=trouble if trouble in NOT_JUDGED else "")


def concern_id(request: web.Request) -> UUID:
    """The concern the address names; what is no such address is a page that is not there."""
    try:
        return UUID(request.match_info["id"])
    except ValueError:
        raise web.HTTPNotFound from None


async def show(
    request: web.Request, wanted: UUID, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    """The page of one concern; every reading of it is on the audit trail."""
    desk, reader = request.config_dict[DESK], signed_in(request)
    now = desk.clock()
    whole = "all" in request.query

    def work(store: Store) -> Sheet | None:
        try:
            sheet = sheet_of(store, wanted, reader, now, whole=whole)
        except NotFound:
            audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=reader.id, detail="concern")
            return None
        audit.record(
            store, AuditEvent.CONCERN_READ, now, staff_id=reader.id, child_id=sheet.concern.child_id, subject_id=wanted
        )
        return sheet

    sheet = await desk.database.write(work)
    if sheet is None:
        raise web.HTTPNotFound
    return render(request, "concern.html", sheet=sheet, error=error, form=form or {}, status=status)


def sheet_of(store: Store, wanted: UUID, reader: Staff, now: datetime, *, whole: bool = False) -> Sheet:
    """Raises `NotFound` when there is no such concern, or it is about the reader."""
    one = concerns.get(store, wanted, reader.id)
    today = today_in_london(now)
    child = children.find(store, one.child_id) if one.child_id else None
    talk = conversations.load(store, one.conversation_id)
    history = concerns.events(store, wanted)
    said = caseload.heard_by(store, one.conversation_id, reader.id)
    belonging = {one.message_id} | {e.message_id for e in history if e.message_id}
    words = [m for m in said if m.id in belonging and m.author == "child"]
    first = next((place for place, m in enumerate(said) if m.id in belonging), 0)
    start = 0 if whole else max(0, first - AROUND)
    staff_now = people.current(store, today)
    known = {member.id: member for member in people.everyone(store)}
    about = concerns.excluded(store, wanted)
    adults = [known[member] for member in about if member in known]
    lists = suggested(one.categories, about_staff=bool(about))
    return Sheet(
        concern=one, child=child, name=((talk.called or child.name) if child else None),
        age=child.age(today) if child else None, conversation=talk,
        addresses=conversations.addresses_at(store, talk.id),
        iro=allocations.iro_of(store, child.id, today) if child else None,
        owner=known.get(one.owner_id) if one.owner_id else None, words=words, around=said[start:], earlier=start,
        reasons={
            message: why(found["because"])
            for message, found in messages.screenings_of(store, [m.id for m in words]).items()
        }, events=history, people=known,
        about=adults,
        colleagues=[m for m in staff_now if m.role in ("duty_officer", "iro_manager") and m.id not in about],
        everyone=[member for member in staff_now if member.id not in about],
        waiting=minutes_between(one.clock_from, now),
        next_in=minutes_between(now, one.next_step_at) if one.next_step_at else None,
        lists=[(each, STEPS[each]) for each in lists], ticks=checklists.done_for(store, wanted),
        closed=recorded.of_concern(store, wanted), may_let_back=adults if reader.role == Role.IRO_MANAGER else (),
        said_of_themselves=_said_of_themselves(store, talk),
        files=sent_files.of_messages(store, [m.id for m in said]),
    )  # fmt: skip


def _said_of_themselves(store: Store, talk: Conversation) -> list[Milestone]:
    """What a visitor said when asked how a person may find them: the last word on each, and what they would not say."""
    reached = milestones.of_conversations(store, [talk.id]).get(talk.id, [])
    return list({one.value: one for one in reached if one.kind == "find_me"}.values())


PAGES = (Page("GET", "/concerns/{id}", May.WORK_CONCERNS, concern_page),)

"""What is addressed to a role and no complaint: words for the leaving-care team, a wish for records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from storage import allocations, audit, caseload, children, conversations, messages, requests
from storage.audit import AuditEvent
from storage.children import Child
from storage.conversations import Conversation
from storage.errors import BadData, NotFound, OutOfDate
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store

HAVE_THEIR_OWN_PAGE = frozenset({"complaint", "change_iro"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, who asked, and whose child they are. `child` is None for a visitor."""

    request: Request
    child: Child | None
    name: str | None
    age: int | None
    conversation: Conversation | None
    iro: Staff | None
    late: bool


async def requests_page(request: web.Request) -> web.Response:
    return await _show(request)


async def _show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    desk, manager = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def work(store: Store) -> list[Asked]:
        found = asked_of(store, manager, now)
        for one in found:
            audit.record(
                store, AuditEvent.CONVERSATION_READ, now, staff_id=manager.id, child_id=one.request.child_id,
                subject_id=one.request.id, detail="request",
            )  # fmt: skip
        return found

    found = await desk.database.write(work)
    return render(
        request, "figures-requests.html", asked=found, error=error, form=form or {}, done=request.query.get("done", ""),
        status=status,
    )  # fmt: skip


def asked_of(store: Store, manager: Staff, now: datetime) -> list[Asked]:
    """What waits for somebody in this role, without what is about them."""
    hidden, today = caseload.withheld_from(store, manager.id), today_in_london(now)
    waiting = [
        one for one in requests.open_for_role(store, manager.role)
        if one.message_id not in hidden and one.kind not in HAVE_THEIR_OWN_PAGE
    ]  # fmt: skip
    known = children.many(store, {one.child_id for one in waiting if one.child_id})
    found = []
    for one in waiting:
        child = known.get(one.child_id) if one.child_id else None
        talk = conversations.load(store, one.conversation_id) if one.conversation_id else None
        name = ((talk and talk.called) or child.name) if child else None
        found.append(
            Asked(
                one, child, name, child.age(today) if child else None, talk,
                allocations.iro_of(store, child.id, today) if child else None,
                one.state == "open" and one.due_on < today,
            )
        )  # fmt: skip
    return found


async def answer(request: web.Request) -> web.StreamResponse:
    """The manager writes to the child (when it is safe to), and keeps what was done."""
    desk, manager = request.config_dict[DESK], signed_in(request)
    form = {name: str(value).strip() for name, value in (await request.post()).items()}
    now, wanted = desk.clock(), request.match_info["request"]

    def work(store: Store) -> UUID | None:
        return _answer(store, desk, manager, wanted, form, now)

    try:
        conversation = await desk.database.write(work)
    except BadData as error:
        return await _show(request, error=str(error), form=form | {"request": wanted}, status=400)
    except OutOfDate:
        return await _show(request, error="answered", status=409)
    desk.wake([conversation, "outbox"] if conversation else ["outbox"])
    raise web.HTTPSeeOther("/staff/requests?done=1")


def _answer(
    store: Store, desk: Desk, manager: Staff, wanted: str, form: Mapping[str, str], now: datetime
) -> UUID | None:
    one = next((a for a in asked_of(store, manager, now) if str(a.request.id) == wanted), None)
    if one is None:
        raise NotFound("There is no such request.")
    if not form.get("answer"):
        raise BadData("no_answer")
    text = form.get("text", "")
    if text and one.conversation is not None:
        if one.conversation.safe_to_write == "no" and not form.get("checked"):
            raise BadData("unsafe")
        message = desk.say(store, one.conversation.id, manager.id, "manager", text)
        messages.keep_private(store, [message])  # between the child and whoever answers
        audit.record(
            store, AuditEvent.REPLY_SENT, now, staff_id=manager.id, child_id=one.request.child_id, subject_id=message
        )
    requests.finish(store, one.request.id, manager.id, form["answer"], now)
    audit.record(
        store, AuditEvent.REQUEST_ANSWERED, now, staff_id=manager.id, child_id=one.request.child_id,
        subject_id=one.request.id, detail=one.request.kind,
    )  # fmt: skip
    return one.conversation.id if one.conversation else None


PAGES = (
    Page("GET", "/requests", May.ANSWER_FOR_THE_SERVICE, requests_page),
    Page("POST", "/requests/{request}", May.ANSWER_FOR_THE_SERVICE, answer),
)

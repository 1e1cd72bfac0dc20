"""A child's page: what waits, what they want to happen, what was said, and whether they know their IRO."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.desk import DESK
from portal.pages import contact_sheet
from portal.pages.child_case import mine
from portal.pages.child_writing import Writing, writing
from portal.pages.contact_sheet import ContactSide
from portal.pages.file_case import is_released
from portal.pages.today import Line, eyes
from portal.plain import look
from portal.rendering import render, signed_in
from reviews import touching, wishes
from reviews.settings import ReviewSettings
from reviews.touching import Kept
from storage import agreements, audit, caseload, conversations, files, messages, referrals, requests
from storage import reviews as review_rows
from storage import staff as people
from storage.agreements import Agreement
from storage.audit import AuditEvent
from storage.conversations import Address
from storage.files import File
from storage.messages import Message
from storage.milestones import Milestone
from storage.referrals import Referral
from storage.requests import Request
from storage.reviews import Review
from storage.staff import Staff
from storage.store import Store

SHOWN_AT_FIRST = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an IRO sees of one child. `levels` are the screening levels of the child's messages, by message.

    `files` are what was sent beside or without words, by message; those in `released` may be opened now.
    """

    line: Line
    last_review: Review | None
    waiting: Sequence[Message]
    said: Sequence[Message]
    earlier: int
    levels: Mapping[UUID, str]
    wishes: wishes.Wishes
    requests: Sequence[Request]
    knowing: Sequence[Milestone]
    advocate: Referral | None
    offers: Sequence[Milestone]
    problems: Sequence[Milestone]
    addresses: Sequence[Address]
    people: Mapping[UUID, Staff]
    writing: Writing
    files: Mapping[UUID, Sequence[File]]
    released: frozenset[UUID]
    contact: ContactSide
    kept: Kept | None = None
    asked_touch: Agreement | None = None


async def show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    """The page of one of my children; every reading of it is on the audit trail."""
    desk, iro = request.config_dict[DESK], signed_in(request)
    now, whole = desk.clock(), "all" in request.query

    def work(store: Store) -> Sheet | None:
        line = mine(store, iro, request.match_info["reference"], now, desk.reply_within_working_days, desk.reviews)
        return sheet_of(store, line, iro, now, desk.reviews, whole=whole) if line else None

    sheet = await desk.database.write(work)
    if sheet is None:
        raise web.HTTPNotFound
    desk.wake([sheet.line.case.conversation.id] if sheet.line.case.conversation else [])
    case, said = sheet.line.case, (form or {}).get("text", "")
    band = case.conversation.band if case.conversation else case.child.band(sheet.line.today)
    return render(
        request,
        "child.html",
        sheet=sheet,
        case=case,
        band=band,
        plainness=look(said, band),
        error=error,
        form=form or {},
        done=request.query.get("done", ""),
        status=status,
    )


def sheet_of(store: Store, line: Line, iro: Staff, now: datetime, numbers: ReviewSettings, *, whole: bool) -> Sheet:
    """Everything on the page; marks what the IRO now sees as read."""
    case = line.case
    talk = case.conversation
    reader, how = eyes(iro, line.standing_in), "standing in" if line.standing_in else ""
    hidden = caseload.withheld_from(store, reader)
    said = caseload.heard_by(store, talk.id, reader) if talk else []
    told = wishes.of_child(store, case.child.id, reader=reader)
    screened = messages.screenings_of(store, [m.id for m in said if m.author == "child"])
    asked = agreements.proposed(store, case.child.id)
    start = 0 if whole else _start(said)
    if talk:
        shown = [one.id for one in said[start:] if one.author == "child" and one.read_at is None]
        caseload.mark_read(store, talk.id, reader, now, by=iro.id, shown=shown)
        audit.record(store, AuditEvent.CONVERSATION_READ, now, staff_id=iro.id, child_id=case.child.id, detail=how)
        if not told.empty:
            audit.record(store, AuditEvent.WISHES_READ, now, staff_id=iro.id, child_id=case.child.id, detail=how)
    sent = files.of_messages(store, [m.id for m in said])
    return Sheet(
        line=line,
        last_review=review_rows.last_of(store, case.child.id),
        waiting=caseload.unanswered(said),
        said=said[start:],
        earlier=start,
        levels={message: row["level"] for message, row in screened.items()},
        wishes=told,
        requests=[
            one for one in requests.of_child(store, case.child.id)
            if one.owner_role == "iro" and one.message_id not in hidden
        ],
        advocate=next((one for one in referrals.of_child(store, case.child.id) if not one.private), None),
        offers=[one for one in case.milestones if one.kind == "advocate_offered"],
        problems=[one for one in case.milestones if one.kind == "problem" and one.detail],
        knowing=[one for one in case.milestones if one.kind in ("told", "explained", "knowing")],
        addresses=conversations.addresses_at(store, talk.id) if talk else [],
        people={member.id: member for member in people.everyone(store)},
        kept=touching.of_children(store, [case.child.id], line.today).get(case.child.id),
        asked_touch=asked if asked and asked.proposed_by == "child" and asked.iro_id == case.iro_id else None,
        files=sent,
        released=frozenset(one.id for many in sent.values() for one in many if is_released(one, iro.id)),
        contact=contact_sheet.of_child(
            store, case.child, iro, talk.id if talk else None, line.touch, hidden, now, numbers
        ),
        writing=writing(store, line, iro, said, numbers, now),
    )  # fmt: skip


def _start(said: Sequence[Message]) -> int:
    """What nobody has read yet is always shown: the child is told that it was seen."""
    unread = (number for number, one in enumerate(said) if one.author == "child" and one.read_at is None)
    return max(0, min(len(said) - SHOWN_AT_FIRST, next(unread, len(said))))

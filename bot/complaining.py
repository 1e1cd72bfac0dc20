"""A child complains: the words go round everybody they are about, to somebody with a name and a date.

It is the manager's, and no IRO sees any of it. Where a child names the manager, another manager has it, and where there
is none, the duty officer.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any
from uuid import UUID

from bot.alarm import about as named_in
from bot.desk import Desk
from conversations.turn import Call, Fact, Outcome
from reviews import complaints as rules
from storage import complaints, messages, requests
from storage.complaints import Complaint
from storage.days import london_day
from storage.staff import Staff

KINDS = ("complaint", "change_iro")
MANAGER, NO_MANAGER_LEFT = "iro_manager", "duty_officer"


def ask(desk: Desk, kind: str, data: Mapping[str, Any], message_id: UUID | None) -> UUID:
    """Open a complaint, or add to the open one: `more` is add, or again for words instead of those before."""
    text, more = str(data.get("text", "")), str(data.get("more", ""))
    one = complaints.open_of(desk.store, desk.conversation.id, kind) if more else None
    if one is None:
        return _open(desk, kind, str(data.get("about", "")), text, message_id)
    (complaints.say_again if more == "again" else complaints.add)(desk.store, one, text, message_id, desk.now)
    _keep_from(desk, one, _named(desk, text, one.about), message_id)
    return one.request_id


def _open(desk: Desk, kind: str, about: str, text: str, message_id: UUID | None) -> UUID:
    about = "iro" if kind == rules.CHANGE else about
    by, named = rules.due_on(complaints.INFORMAL, desk.now, desk.reviews, kind=kind), _named(desk, text, about)
    role = MANAGER if _managers(desk, named) else NO_MANAGER_LEFT
    conversation, who = desk.conversation, next(iter(_answering(desk, role, named)), None)
    request_id = requests.ask(
        desk.store, desk.now, kind=kind, owner_role=role, due_on=by, key_id=conversation.key_id,
        conversation_id=conversation.id, child_id=conversation.child_id, words=text, message_id=message_id,
    )  # fmt: skip
    if conversation.child_id is None:  # somebody who has not proved who they are: a request and no more
        return request_id
    desk.store.flush()
    found = complaints.start(
        desk.store, conversation, request_id, desk.now, kind=kind, about=about, owner_role=role, due_on=by,
        staff_ids=named, text=text, message_id=message_id, staff_id=who.id if who else None,
    )  # fmt: skip
    _withhold(desk, named, message_id)
    for member in _answering(desk, role, named):
        desk.alarm.notices.waiting(
            desk.store, member, "/staff/complaints", f"complaint:{found.hex}:{member.reference}", desk.now
        )
    return request_id


def _keep_from(desk: Desk, one: Complaint, named: Set[UUID], message_id: UUID | None) -> None:
    """What the child adds may be about whoever has it now; then somebody else has it."""
    complaints.keep_from(desk.store, one, named, desk.now)
    everybody = complaints.about_whom(desk.store, [one.id]).get(one.id, set())
    before = [words.message_id for words in complaints.words_of(desk.store, [one.id]).get(one.id, ())]
    for earlier in {message_id, *before}:
        _withhold(desk, everybody, earlier)
    if one.owner_role == MANAGER and not _managers(desk, everybody):
        complaints.owned_by(desk.store, one, NO_MANAGER_LEFT)
        requests.hand_to(desk.store, one.request_id, NO_MANAGER_LEFT)
        for member in _answering(desk, NO_MANAGER_LEFT, everybody):
            once = f"complaint:{one.id.hex}:{member.reference}"
            desk.alarm.notices.waiting(desk.store, member, "/staff/complaints", once, desk.now)


def _withhold(desk: Desk, staff_ids: Set[UUID], message_id: UUID | None) -> None:
    ids = {one for one in (message_id, desk.message_id) if one is not None}
    if ids:
        messages.keep_private(desk.store, ids)
        messages.withhold(desk.store, ids, staff_ids, desk.now)


def _named(desk: Desk, text: str, about: str) -> set[UUID]:
    """Staff these words may be about; a tap on "my IRO" says it without a name."""
    found = {one.id for one in named_in(text, desk.conversation, desk.around, desk.now, desk.before)} if text else set()
    return found | ({desk.iro.id} if about == "iro" and desk.iro else set())


def _managers(desk: Desk, about: Set[UUID]) -> list[Staff]:
    return [one for one in desk.around.staff if one.role == MANAGER and one.id not in about]


def _answering(desk: Desk, role: str, about: Set[UUID]) -> list[Staff]:
    if role == MANAGER:
        return _managers(desk, about)
    return desk.around.roster.on_watch(desk.now, set(about))


def record(desk: Desk, data: Mapping[str, Any]) -> None:
    """What the child wants done with it, whether the answer sorted it out, and that they were told of the Ombudsman."""
    one = complaints.latest_of(desk.store, desk.conversation.id)
    if one is None:
        return
    what, value = str(data["what"]), str(data.get("value", ""))
    if what == "ombudsman":
        complaints.told_of_ombudsman(desk.store, one, desk.now)
    elif what == "handling" and one.state != "closed":
        complaints.handle_as(desk.store, one, value, desk.now)
    elif what == "says" and one.state != "closed":
        complaints.child_said(desk.store, one, value, desk.now)
    if what == "up" or (what == "handling" and value == "formal" and not one.formal):
        _up(desk, one)


def _up(desk: Desk, one: Complaint) -> None:
    """The child takes it up a stage, also once it was closed; those who answer hear of it."""
    stage = rules.above(one.stage)
    if stage is None or one.kind != "complaint":
        return
    complaints.climb(desk.store, one, stage, rules.due_on(stage, desk.now, desk.reviews), desk.now)
    about = complaints.about_whom(desk.store, [one.id]).get(one.id, set())
    for member in _answering(desk, one.owner_role, about):
        once = f"complaint_up:{one.id.hex}:{stage}:{member.reference}"
        desk.alarm.notices.waiting(desk.store, member, "/staff/complaints", once, desk.now)


def standing(desk: Desk, call: Call) -> Outcome:
    """The complaint that is open: who has it, by when, in which words; nothing where others might be reading."""
    one = complaints.open_of(desk.store, desk.conversation.id)
    return Outcome(call.name, "some", facts_of(desk, one)) if one and _full(desk) else Outcome(call.name, "none")


def mine(desk: Desk, call: Call) -> Outcome:
    """The same, or where none is open what came of the last: `open`, `closed` or `none`."""
    one = complaints.latest_of(desk.store, desk.conversation.id)
    if one is None or not _full(desk):
        return Outcome(call.name, "none")
    return Outcome(call.name, "closed" if one.state == "closed" else "open", facts_of(desk, one))


def _full(desk: Desk) -> bool:
    return desk.address is None or desk.address.trust == "full"


def facts_of(desk: Desk, one: Complaint) -> dict[str, Fact]:
    about = complaints.about_whom(desk.store, [one.id]).get(one.id, set())
    who = who_has_it(one, _answering(desk, one.owner_role, about))
    words = complaints.words_of(desk.store, [one.id]).get(one.id, ())
    return {
        "complaint_to": who.first_name if who else "",
        "complaint_by": one.due_on,
        "complaint_words": "\n".join(part.text for part in words),
        "complaint_stage": one.stage,
        "complaint_state": "late" if one.late(london_day(desk.now)) else one.state,
        "complaint_kind": one.kind,
        "complaint_next": next_of(one),
        "complaint_seen": one.seen_at is not None,
        "complaint_who": one.looked_at_by or "",
        "complaint_answer": one.answer or "",
        "complaint_result": one.result,
        "complaint_on": london_day(one.closed_at or one.answered_at or one.opened_at),
    }


def who_has_it(one: Complaint, answering: Sequence[Staff]) -> Staff | None:
    """Whose name the child was told, while they may still answer it; else the first who may."""
    return next((member for member in answering if member.id == one.staff_id), next(iter(answering), None))


def next_of(one: Complaint) -> str:
    """The stage that the child may still take it up to; "" at the top, and for a wish for another IRO."""
    return (rules.above(one.stage) or "") if one.kind == "complaint" else ""


ANSWERS: Mapping[str, Callable[[Desk, Call], Outcome]] = {"complaint": standing, "my_complaint": mine}

"""What an IRO does about contact: say yes to a child's time, offer others, move it, say what came of it."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from portal.access import May, Page
from portal.pages.child_work import Step, asked_of_me, conversation_of, page
from portal.pages.clocks import from_form
from reviews import arranging
from reviews.kept_times import kept, opened
from reviews.slots import minutes_for
from storage import appointments, caseload, requests
from storage.appointments import HOW, Appointment, Wanted
from storage.audit import AuditEvent
from storage.errors import BadData, NotFound
from storage.store import Store

OWN = 3
"""Times of one's own that can be offered beside those suggested."""
LONGEST = 24 * 60


def _offer(store: Store, step: Step) -> UUID:
    """Up to three times. What stands already, and does not fit any more, gives way to them."""
    conversation, moved = conversation_of(store, step), _standing(store, step)
    request = asked_of_me(store, step) if step.asked else None
    times = _times(step.form)
    if not times:
        raise BadData("no_time")
    if len(times) > appointments.OFFERED_AT_MOST:
        raise BadData("too_many_times")
    if times[0] <= step.now:
        raise BadData("past")
    here = step.field("told") != "another_way"
    detail = step.must_be_safe() if here else "told another way"
    if not here and len(times) > 1:
        raise BadData("one_time")
    request_id = moved.request_id if moved else request.id if request else None
    how = _how(step.field("how") or (moved.how if moved else request.how if request else "call"))
    wanted = Wanted(
        step.line.case.child.id, conversation, step.line.case.child.key_id, step.iro.id, how,
        minutes_for(how, step.desk.reviews), request_id, (moved.place if moved else "") or step.field("place"),
        moved.alone if moved else "", moved.id if moved else None,
    )  # fmt: skip
    for one in _same(store, step, moved, request_id):
        arranging.give_way(store, one, step.now, step.iro.id)
    if not here:
        return _agreed(store, step, appointments.agree(store, wanted, "iro", times[0], step.now), conversation, detail)
    offered = appointments.offer(store, wanted, "iro", times, step.now)
    step.record(store, AuditEvent.CONTACT_MOVED if moved else AuditEvent.CONTACT_OFFERED, offered, detail)
    was_agreed = moved is not None and moved.state == "agreed"
    facts = {"times": kept(times), "how": how, "moved": "yes" if was_agreed else ""}
    step.desk.tell(store, conversation, "contact_proposed", facts)
    return conversation


def _accept(store: Store, step: Step) -> UUID:
    """Yes to a time the child gave. What was agreed before it gives way, and leaves its number or place to it."""
    one, conversation = _standing(store, step), conversation_of(store, step)
    at = next(iter(opened(step.field("at"))), None)
    if one is None or at is None:
        raise NotFound("There is no such contact.")
    if at <= step.now:
        raise BadData("past")
    detail = step.must_be_safe()
    before = appointments.get(store, one.moved_from) if one.moved_from else None
    if before is not None and before.state in ("offered", "agreed"):
        arranging.give_way(store, before, step.now, step.iro.id)
    place, alone = (before.place or "", before.alone) if before else ("", "")
    appointments.accept(store, one.id, at, step.now, place=place, alone=alone)
    step.desk.tell(store, conversation, "contact_agreed", {"at": kept([at]), "how": one.how})
    return _agreed(store, step, one.id, conversation, detail)


def _agreed(store: Store, step: Step, appointment_id: UUID, conversation: UUID, detail: str) -> UUID:
    arranging.request_arranged(store, appointment_id)
    step.record(store, AuditEvent.CONTACT_AGREED, appointment_id, detail or "iro")
    return conversation


def _outcome(store: Store, step: Step) -> UUID:
    """What came of what was agreed."""
    one, conversation = _standing(store, step), conversation_of(store, step)
    what = step.field("what")
    if one is None:
        raise NotFound("There is no such contact.")
    if what not in appointments.OUTCOMES:
        raise BadData("no_outcome")
    if what == "cancelled":
        _take_back(store, step, one)
    else:
        held_at = _when(step) if what == "held" else None
        if what == "held" and (held_at or one.starts_at or step.now) > step.now:
            raise BadData("not_yet")
        if what != "held" and (one.starts_at is None or one.starts_at > step.now):
            raise BadData("not_yet")
        came = arranging.Outcome(what, held_at or one.starts_at, _minutes(step), step.field("note"))
        arranging.record_outcome(store, one.id, came, step.iro.id, step.now)
    step.record(store, AuditEvent.CONTACT_RECORDED, one.id, what)
    return conversation


def _take_back(store: Store, step: Step, one: Appointment) -> None:
    if not step.field("note"):
        raise BadData("no_answer")
    appointments.supersede(store, one.id, "cancelled", step.now, step.iro.id)
    if one.request_id is not None:
        requests.finish(store, one.request_id, step.iro.id, step.field("note"), step.now)


def _record(store: Store, step: Step) -> UUID:
    """Contact that was not arranged here, or that a child asked for and has had without a time being fixed."""
    conversation = conversation_of(store, step)
    request = asked_of_me(store, step) if step.asked else None
    if request is not None and request.state == "done":
        raise NotFound("There is no such request.")
    if request is not None and step.field("what") == "not_wanted":
        if not step.field("note"):
            raise BadData("no_answer")
        requests.finish(store, request.id, step.iro.id, step.field("note"), step.now)
        step.record(store, AuditEvent.REQUEST_ANSWERED, request.id, "not wanted")
        return conversation
    at, child = _when(step), step.line.case.child
    if at is None:
        raise BadData("no_time")
    if at > step.now:
        raise BadData("not_yet")
    how = _how(step.field("how"))
    minutes = _minutes(step) or minutes_for(how, step.desk.reviews)
    request_id = request.id if request else None
    wanted = Wanted(child.id, conversation, child.key_id, step.iro.id, how, minutes, request_id)
    held = appointments.record_held(store, wanted, at, step.iro.id, step.field("note"), step.now)
    for one in _same(store, step, None, request_id):
        arranging.give_way(store, one, step.now, step.iro.id)
    if request_id is not None:
        requests.happened(store, request_id, step.iro.id, step.field("note"), step.now)
    arranging.in_touch(store, conversation, at, step.iro.id, step.now)
    step.record(store, AuditEvent.CONTACT_RECORDED, held, "held")
    return conversation


def _same(store: Store, step: Step, moved: Appointment | None, request_id: UUID | None) -> list[Appointment]:
    """What stands of the same request, and what is moved."""
    standing = appointments.standing(store, step.line.case.child.id)
    return [
        one for one in standing
        if (moved is not None and one.id == moved.id) or (request_id is not None and one.request_id == request_id)
    ]  # fmt: skip


def _standing(store: Store, step: Step) -> Appointment | None:
    """The contact the form names, when it is this child's and nothing withheld. Raises `NotFound`."""
    wanted = step.field("appointment")
    if not wanted:
        return None
    try:
        one = appointments.get(store, UUID(wanted))
    except ValueError:
        raise NotFound("There is no such contact.") from None
    if one.child_id != step.line.case.child.id:
        raise NotFound("There is no such contact.")
    if one.request_id is not None:
        message = requests.get(store, one.request_id).message_id
        if message in caseload.withheld_from(store, step.eyes):
            raise NotFound("There is no such contact.")
    return one


def _times(form: Mapping[str, str]) -> list[datetime]:
    """What was ticked, and what was written."""
    ticked = [at for name, value in form.items() if name.startswith("slot") for at in opened(value)]
    own = [from_form(form.get(f"day{n}", ""), form.get(f"time{n}", "")) for n in range(1, OWN + 1)]
    if any(
        (form.get(f"day{n}", "").strip() != "") != (form.get(f"time{n}", "").strip() != "") for n in range(1, OWN + 1)
    ):
        raise BadData("no_time")
    return sorted({at for at in (*ticked, *own) if at is not None})


def _when(step: Step) -> datetime | None:
    day, at = step.field("day"), step.field("time")
    return from_form(day, at) if day or at else None


def _minutes(step: Step) -> int | None:
    said = step.field("minutes")
    if not said:
        return None
    if not said.isdigit() or not 1 <= int(said) <= LONGEST:
        raise BadData("bad_minutes")
    return int(said)


def _how(said: str) -> str:
    return said if said in HOW else "other"


PAGES = (
    Page("POST", "/children/{reference}/contact/offer", May.REPLY_AS_IRO, page(_offer)),
    Page("POST", "/children/{reference}/contact/accept", May.REPLY_AS_IRO, page(_accept)),
    Page("POST", "/children/{reference}/contact/outcome", May.REPLY_AS_IRO, page(_outcome)),
    Page("POST", "/children/{reference}/contact/record", May.REPLY_AS_IRO, page(_record)),
    Page("POST", "/children/{reference}/requests/{request}/offer", May.REPLY_AS_IRO, page(_offer)),
    Page("POST", "/children/{reference}/requests/{request}/record", May.REPLY_AS_IRO, page(_record)),
)

"""Answers what the flows about contact ask: free times, a booking, a move, a contact that did not come about."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot import contact_times, unkept
from bot.contact_times import Found
from bot.desk import Desk
from bot.facts import london_day
from conversations.turn import Call, Fact, Outcome
from reviews import arranging
from reviews.free_times import times_for
from reviews.kept_times import kept, opened
from reviews.slots import Times, minutes_for
from storage import appointments, audit, requests
from storage.appointments import Appointment, Wanted
from storage.audit import AuditEvent
from storage.children import Child
from storage.errors import BadData, OutOfDate
from storage.requests import Request
from storage.staff import Staff

STILL_TALKED_ABOUT = timedelta(days=7)
"""A contact whose time passed so long ago is not what "she has not rung" means."""
NUMBER_ENDS = 3


@dataclass(frozen=True, slots=True)
class Parties:
    """The child, and who answers for them now."""

    child: Child
    who: Staff


def contact_times_call(desk: Desk, call: Call) -> Outcome:
    """Free times for what the child said: one, a few, or none."""
    parties = _parties(desk)
    if parties is None:
        return Outcome(call.name, "words")
    args, moving = call.args, _standing(desk) if call.args.get("moving") else None
    how = args.get("how") or (moving.how if moving else _asked_how(desk) or "call")
    words, offered = args.get("words", ""), opened(args.get("offered", ""))
    times = _times(desk, parties, how, words, moving)
    if args.get("proposed"):  # only what the IRO offered can be picked here, also outside their hours
        picked = contact_times.picked(words, offered, desk.now)
        found = Found("one", [picked]) if picked else Found("words")
    else:
        found = contact_times.understood(words, offered, times, tried=bool(args.get("tried")))
    facts: dict[str, Fact] = {"free_times": kept(found.times), "number_ends": _number_ends(desk), "meet_how": how}
    return Outcome(call.name, found.result, facts)


def contact_book(desk: Desk, call: Call) -> Outcome:
    """Both sides have a time: it stands in the diary of whoever answers for the child."""
    parties, at = _parties(desk), next(iter(opened(call.args.get("at", ""))), None)
    if parties is None or at is None:
        return Outcome(call.name, "taken")
    standing = _standing(desk) if call.args.get("moving") else None
    how = standing.how if standing else call.args.get("how") or _asked_how(desk) or "call"
    place, alone = _place(desk, call.args.get("place", "")), call.args.get("alone", "")
    appointments.lock_diary(desk.store, parties.who.id)
    if standing is not None and at in _offered_by_iro(desk, standing):
        try:
            appointments.accept(desk.store, standing.id, at, desk.now, place=place, alone=alone)
        except (OutOfDate, BadData):
            return Outcome(call.name, "taken")
        booked = standing.id
    elif not _times(desk, parties, how, "", standing, asked=True).is_free(at):
        return Outcome(call.name, "taken")
    else:
        booked = _book(desk, parties, standing, how, at, place, alone)
    _arranged(desk, parties, booked)
    minutes = appointments.get(desk.store, booked).minutes
    return Outcome(call.name, "booked", {"meet_minutes": minutes, "meet_phone": parties.who.phone})


def contact_coming(desk: Desk, call: Call) -> Outcome:
    """What is arranged and still to come, or only just past; else what is asked for and has no time yet."""
    only_begun = bool(call.args.get("begun"))
    standing = None if only_begun else _standing(desk)
    if standing is not None and standing.starts_at is not None:
        return Outcome(call.name, "some", _facts(standing))
    request = _wish(desk, only_begun=only_begun)
    if request is None:
        return Outcome(call.name, "none")
    return Outcome(call.name, "begun" if request.unfinished else "asked", {"meet_how": request.how})


def contact_missed(desk: Desk, call: Call) -> Outcome:
    """The child says that nobody has come: the IRO and the office hear of it at once."""
    standing = _standing(desk)
    if standing is None or standing.starts_at is None:
        return Outcome(call.name, "none")
    if standing.starts_at > desk.now:
        return Outcome(call.name, "coming", _facts(standing))
    unkept.say_missed(desk.store, desk.alarm.notices, standing, desk.now)
    return Outcome(call.name, "missed", _facts(standing))


def contact_words(desk: Desk, call: Call) -> Outcome:
    """What the child gives in words: times that are plain in it can be accepted by the IRO with one tap."""
    parties, words = _parties(desk), call.args.get("words", "")
    if parties is None:
        return Outcome(call.name, "kept")
    moving = _standing(desk) if call.args.get("moving") else None
    how = (moving.how if moving else call.args.get("how")) or "other"
    request = arranging.open_request(desk.store, desk.conversation.id)
    if call.args.get("moving") and request is not None and words:
        requests.add_when(desk.store, request, words)
    times = contact_times.wanted(words, _times(desk, parties, how, words, moving))
    if times:
        for one in appointments.standing(desk.store, parties.child.id):
            if one.state == "offered" and one.proposed_by == "child":
                appointments.supersede(desk.store, one.id, "moved", desk.now, None)
        wanted = _wanted(desk, parties, how, request.id if request else None, moved_from=moving.id if moving else None)
        appointments.offer(desk.store, wanted, "child", times, desk.now)
    if moving is not None:
        _tell(desk, parties.who, f"contact_words:{moving.id.hex}:{desk.message_id}")
    return Outcome(call.name, "kept")


def contact_cancel(desk: Desk, call: Call) -> Outcome:
    """The child does not want it any more: what was arranged is off, what they asked for is taken back."""
    only_begun = bool(call.args.get("begun"))
    parties, standing = _parties(desk), None if only_begun else _standing(desk)
    request = _wish(desk, only_begun=only_begun)
    request_id = standing.request_id if standing else request.id if request else None
    if standing is not None:
        appointments.supersede(desk.store, standing.id, "cancelled", desk.now, None)
        _record(desk, AuditEvent.CONTACT_MOVED, standing.id, "cancelled")
        if parties is not None:
            _tell(desk, parties.who, f"contact_cancelled:{standing.id.hex}")
    if request_id is not None:
        arranging.taken_back(desk.store, request_id, desk.conversation, desk.now)
        _record(desk, AuditEvent.CONTACT_TAKEN_BACK, request_id, "")
    return Outcome(call.name, "ok")


def contact_happened(desk: Desk, call: Call) -> Outcome:
    """The child says whether it happened, where nobody else has said so."""
    standing = _standing(desk)
    if standing is not None and standing.to_report(desk.now):
        if call.args.get("value") == "yes":
            held = arranging.Outcome("held")
            arranging.record_outcome(desk.store, standing.id, held, None, desk.now, desk.conversation)
        else:
            unkept.say_missed(desk.store, desk.alarm.notices, standing, desk.now)
    return Outcome(call.name, "ok")


def contact_someone(desk: Desk, call: Call) -> Outcome:
    """Whoever comes after the IRO is asked to be in touch instead."""
    answering = desk.around.answering.get(desk.conversation.child_id) if desk.conversation.child_id else None
    then = answering.then if answering else ()
    if not then:
        return Outcome(call.name, "nobody")
    someone, standing = then[0], _standing(desk)
    unkept.ask_someone(desk.store, desk.alarm.notices, desk.conversation, standing, someone, desk.now)
    return Outcome(call.name, "told", {"someone": someone.first_name})


ANSWERS: Mapping[str, Callable[[Desk, Call], Outcome]] = {
    "contact_times": contact_times_call,
    "contact_book": contact_book,
    "contact_coming": contact_coming,
    "contact_missed": contact_missed,
    "contact_words": contact_words,
    "contact_cancel": contact_cancel,
    "contact_happened": contact_happened,
    "contact_someone": contact_someone,
}


def _parties(desk: Desk) -> Parties | None:
    child_id = desk.conversation.child_id
    child = desk.around.children.get(child_id) if child_id else None
    answering = desk.around.answering.get(child_id) if child_id else None
    if child is None or answering is None or answering.who is None:
        return None
    return Parties(child, answering.who)


def _standing(desk: Desk) -> Appointment | None:
    """What a child means by "it": agreed before offered, the nearest first; nothing that is long past."""
    child_id = desk.conversation.child_id
    found = appointments.standing(desk.store, child_id) if child_id else []
    recent = desk.now - STILL_TALKED_ABOUT
    agreed = [one for one in found if one.state == "agreed" and one.starts_at and one.starts_at > recent]
    offered = [one for one in found if one.state == "offered" and one.proposed_by == "iro"]
    return next(iter([*agreed, *offered]), None)


def _wish(desk: Desk, *, only_begun: bool) -> Request | None:
    """What the child asked for last and has not had; of what they are still asking for, that."""
    if only_begun:
        return next(iter(requests.unfinished(desk.store, desk.conversation.id)), None)
    return arranging.open_request(desk.store, desk.conversation.id)


def _asked_how(desk: Desk) -> str:
    """How the child wants it that has no time yet."""
    request = arranging.open_request(desk.store, desk.conversation.id)
    return request.how if request else ""


def _times(
    desk: Desk, parties: Parties, how: str, words: str, moving: Appointment | None, *, asked: bool = False
) -> Times:
    in_school = asked or contact_times.asks_for_school_time(words, london_day(desk.now))
    return times_for(
        desk.store, parties.child, parties.who, how, desk.now, desk.reviews, in_school_too=in_school,
        but=moving.id if moving else None,
    )  # fmt: skip


def _offered_by_iro(desk: Desk, standing: Appointment) -> list[datetime]:
    if standing.state != "offered" or standing.proposed_by != "iro":
        return []
    return list(appointments.times_of(desk.store, [standing.id]).get(standing.id, ()))


def _book(
    desk: Desk, parties: Parties, standing: Appointment | None, how: str, at: datetime, place: str, alone: str
) -> UUID:
    request = arranging.open_request(desk.store, desk.conversation.id)
    if standing is not None:
        arranging.give_way(desk.store, standing, desk.now, None)
        place, alone = place or standing.place or "", alone or standing.alone
    request_id = standing.request_id if standing else request.id if request else None
    wanted = _wanted(
        desk, parties, how, request_id, place=place, alone=alone, moved_from=standing.id if standing else None
    )
    return appointments.agree(desk.store, wanted, "child", at, desk.now)


def _wanted(
    desk: Desk, parties: Parties, how: str, request_id: UUID | None, *, place: str = "", alone: str = "",
    moved_from: UUID | None = None,
) -> Wanted:  # fmt: skip
    return Wanted(
        parties.child.id, desk.conversation.id, desk.conversation.key_id, parties.who.id, how,
        minutes_for(how, desk.reviews), request_id, place, alone, moved_from,
    )  # fmt: skip


def _arranged(desk: Desk, parties: Parties, booked: UUID) -> None:
    """The request waits for it to happen; whoever it is with hears of it."""
    arranging.request_arranged(desk.store, booked)
    _record(desk, AuditEvent.CONTACT_AGREED, booked, "child")
    _tell(desk, parties.who, f"contact:{booked.hex}:booked")


def _record(desk: Desk, event: AuditEvent, subject: UUID, detail: str) -> None:
    audit.record(
        desk.store, event, desk.now, child_id=desk.conversation.child_id, subject_id=subject, detail=detail
    )  # fmt: skip


def _tell(desk: Desk, who: Staff, once: str) -> None:
    desk.alarm.notices.waiting(desk.store, who, "/staff/today", once, desk.now)


def _facts(one: Appointment) -> dict[str, Fact]:
    return {"meet_at": kept([one.starts_at] if one.starts_at else []), "meet_how": one.how}


def _number_ends(desk: Desk) -> str:
    """The last figures of the number the child texts from."""
    if desk.address is None or desk.address.channel != "sms":
        return ""
    return desk.address.sender[-NUMBER_ENDS:]


def _place(desk: Desk, said: str) -> str:
    if said == "this":
        return desk.address.sender if desk.address and desk.address.channel == "sms" else ""
    return said[:200]

"""What the manager and the office do in the conversations of the demo, and an IRO who agrees how to keep in touch."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.demo.scenes import in_working_days
from bot.facts import london_day
from storage import (
    absences,
    agreements,
    allocations,
    complaints,
    iro_changes,
    messages,
    referrals,
    requests,
    reviews,
    staff,
)
from storage.audit import AuditEvent
from storage.complaints import Complaint
from storage.errors import StorageError
from storage.referrals import Referral
from storage.staff import Staff

if TYPE_CHECKING:
    from bot.demo.acting import Acting


def deputies(acting: "Acting", named: Mapping[str, str]) -> None:
    """Who stands in for whom, by reference."""
    manager = _first(acting, "iro_manager")
    for away, stands_in in named.items():
        staff.name_deputy(
            acting.store, _member(acting, away).id, _member(acting, stands_in).id, manager.id, acting.now
        )  # fmt: skip


def leave(acting: "Acting", working_days: int) -> None:
    """The child's IRO is on leave from now, for so many of their working days."""
    back = in_working_days(acting.iro.working_pattern, acting.now, working_days, "09:00")
    absences.record(acting.store, acting.iro.id, "leave", acting.now, back, acting.iro.id, acting.now)


def introduce_in_person(acting: "Acting", with_whom: str) -> None:
    """The change that is planned for this child is one in person now: they meet at the next review."""
    review, today = reviews.next_of(acting.store, acting.child.id), london_day(acting.now)
    following = allocations.around(acting.store, [acting.child.id], today)[2].get(acting.child.id)
    planned = iro_changes.of_child(acting.store, acting.child.id)
    if review is None or following is None or not planned:
        raise StorageError(f"bot/demo/conversations.yaml: {acting.child.reference} has no change to come or no review.")
    iro_changes.plan(
        acting.store, acting.child, planned[-1].new_id, planned[-1].from_day, _first(acting, "iro_manager").id,
        acting.now, today, how="in_person", meet_on=review.on, meet_with=with_whom,
    )  # fmt: skip


def propose(acting: "Acting", what: Mapping[str, Any]) -> None:
    """The IRO proposes how to keep in touch: every so many `weeks`, `how`."""
    iro, child = acting.iro, acting.child
    agreements.propose(acting.store, child.id, iro.id, what["weeks"], what["how"], "iro", acting.now)
    acting.speaker.tell(acting.store, acting.conversation_id, "touch_offered", {}, acting.now)


def complaint_seen(acting: "Acting", _: str) -> None:
    """The manager says that they have it."""
    one, manager = _complaint(acting), _first(acting, "iro_manager")
    complaints.seen(acting.store, one, manager.id, acting.now)
    acting.record(AuditEvent.COMPLAINT_SEEN, manager, one.id)
    facts = {"complaint_to": manager.first_name, "complaint_by": one.due_on}
    acting.speaker.tell(acting.store, acting.conversation_id, "complaint_seen", facts, acting.now)


def complaint_answer(acting: "Acting", text: str) -> None:
    """The manager answers, between the child and them, and the child is asked whether that sorts it out."""
    store, where = acting.store, acting.conversation_id
    one, manager = _complaint(acting), _first(acting, "iro_manager")
    said = acting.speaker.say(store, where, manager.id, "manager", text.strip(), acting.now)
    messages.keep_private(store, [said])
    acting.record(AuditEvent.REPLY_SENT, manager, said)
    complaints.answered(store, one, manager.id, text.strip(), acting.now)
    acting.record(AuditEvent.COMPLAINT_ANSWERED, manager, one.id, one.stage)
    acting.speaker.tell(store, where, "complaint_answered", {}, acting.now)


def advocate_sent(acting: "Acting", _: str) -> None:
    """The office has passed the child's wish on to the advocacy service."""
    one, office = _referral(acting), _first(acting, "business_support")
    referrals.sent(acting.store, one, office.id, acting.now)
    acting.record(AuditEvent.REFERRAL_SENT, office, one.id)


def advocate_heard(acting: "Acting", _: str) -> None:
    """The service says that they have been in touch with the child."""
    one, office = _referral(acting), _first(acting, "business_support")
    referrals.heard(acting.store, one, "yes", acting.now)
    requests.finish(acting.store, one.request_id, office.id, "", acting.now)
    acting.record(AuditEvent.REFERRAL_HEARD, office, one.id)


def _complaint(acting: "Acting") -> Complaint:
    return complaints.open_of(acting.store, acting.conversation_id) or _nothing(acting, "open complaint")


def _referral(acting: "Acting") -> Referral:
    found = referrals.last_of(acting.store, [acting.conversation_id])
    return found.get(acting.conversation_id) or _nothing(acting, "wish for an advocate")


def _first(acting: "Acting", role: str) -> Staff:
    return staff.current(acting.store, london_day(acting.now), role)[0]


def _member(acting: "Acting", reference: str) -> Staff:
    return staff.by_reference(acting.store, reference) or _nothing(acting, f"colleague {reference}")


def _nothing(acting: "Acting", what: str) -> Any:
    raise StorageError(f"bot/demo/conversations.yaml: {acting.child.reference} has no {what}.")


ACTS: Mapping[str, Callable[["Acting", Any], None]] = {
    "deputies": deputies,
    "leave": leave,
    "introduce_in_person": introduce_in_person,
    "propose": propose,
    "complaint_seen": complaint_seen,
    "complaint_answer": complaint_answer,
    "advocate_sent": advocate_sent,
    "advocate_heard": advocate_heard,
}

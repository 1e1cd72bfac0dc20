"""A review as the person who looks may find it: the child's IRO, whoever stands in for that IRO, and managers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from portal.access import Role
from portal.desk import Desk
from portal.pages.clocks import today_in_london
from reviews.settings import ReviewSettings
from reviews.standing_in import answers_for
from storage import allocations, answers, audit, caseload, children, conversations, reviews
from storage.answers import LIVE, Answer
from storage.audit import AuditEvent
from storage.children import Child
from storage.conversations import Conversation
from storage.days import london_day
from storage.errors import BadData
from storage.reviews import Review
from storage.staff import Staff
from storage.store import Store


class Wrong(BadData):
    """Something in a form is wrong: `field` says where, the line or its code what."""

    def __init__(self, field: str, line: str) -> None:
        super().__init__(line)
        self.field = field


@dataclass(frozen=True, slots=True)
class ChildCase:
    """A child and who has them today. `who` looks, as the child's IRO when they are `iro`."""

    child: Child
    talk: Conversation | None
    iro: Staff | None
    who: Staff
    today: date

    @property
    def name(self) -> str:
        """What the child chose to be called, else the name on record."""
        return (self.talk and self.talk.called) or self.child.name

    @property
    def mine(self) -> bool:
        return self.iro is not None and self.iro.id == self.who.id

    @property
    def band(self) -> str:
        return self.talk.band if self.talk else self.child.band(self.today)

    @property
    def unsafe(self) -> bool:
        """The child asked not to be written to here."""
        return self.talk is not None and self.talk.safe_to_write == "no"


@dataclass(frozen=True, slots=True)
class ReviewCase(ChildCase):
    """The same for one of the child's reviews."""

    review: Review


def opened(store: Store, who: Staff, reference: str, now: datetime, numbers: ReviewSettings) -> ReviewCase | None:
    """The review with this reference, or None when it is not for them or not there: the answer confirms nothing.

    The try is on the audit trail, under the child where there is one.
    """
    review = reviews.by_reference(store, reference)
    case = of_child(store, who, review.child_id if review else None, now, "review", numbers)
    if review is None or case is None:
        return None
    return ReviewCase(case.child, case.talk, case.iro, case.who, case.today, review)


def of_child(
    store: Store, who: Staff, child_id: UUID | None, now: datetime, what: str, numbers: ReviewSettings
) -> ChildCase | None:
    """The child, when they may work for it; a try that is refused is on the audit trail as one to open `what`."""
    child = children.find(store, child_id) if child_id else None
    today = today_in_london(now)
    iro = allocations.iro_of(store, child.id, today) if child else None
    if child is None or not may_work_for(store, who, child, iro, now, numbers):
        found = child.id if child else None
        audit.record(store, AuditEvent.STAFF_DENIED, now, staff_id=who.id, child_id=found, detail=what)
        return None
    talk = conversations.of_children(store, [child.id]).get(child.id)
    return ChildCase(child, talk, iro, who, today)


def may_work_for(
    store: Store, who: Staff, child: Child, iro: Staff | None, now: datetime, numbers: ReviewSettings
) -> bool:
    """Whether somebody may work for this child: as their IRO, while standing in for the IRO, or as manager.

    From when on somebody stands in is for the authority to say: `numbers`.
    """
    if who.role == Role.IRO_MANAGER or (iro is not None and who.id == iro.id):
        return True
    answering = answers_for(store, child.id, now, numbers)
    return answering.who is not None and answering.who.id == who.id and child.in_care(today_in_london(now))


def wishes_for(store: Store, case: ReviewCase) -> list[Answer]:
    """What the child said for this review and this reader may know: since the review before it, the newest of each.

    What the child kept for the IRO alone is nobody else's to read, nor what is withheld from the reader.
    """
    if case.talk is None:
        return []
    found = answers.of_conversations(store, [case.talk.id]).get(case.talk.id, [])
    hidden = caseload.withheld_from(store, case.who.id)
    begins, ends = _round_of(store, case.review)
    standing = {
        one.question: one for one in found
        if one.state in LIVE and (begins is None or _day(one) > begins) and (ends is None or _day(one) <= ends)
    }  # fmt: skip
    told = [one for one in standing.values() if one.state != "skipped" and one.message_id not in hidden]
    return [one for one in told if case.mine or one.share == "review"]


def _round_of(store: Store, review: Review) -> tuple[date | None, date | None]:
    """After which day, and up to which, answers belong to this review."""
    before = [one.held_on for one in reviews.of_child(store, review.child_id) if one.held_on and one.id != review.id]
    until = review.held_on
    return max((day for day in before if until is None or day < until), default=None), until


def _day(answer: Answer) -> date:
    return london_day(answer.at)


def write_to_child(store: Store, desk: Desk, case: ChildCase, form: Mapping[str, str], now: datetime) -> UUID:
    """Send what was typed as `text` to the child, signed by who writes; the conversation.

    Raises `Wrong` for nothing typed, or where the child asked not to be written to and nobody has checked.
    """
    text = form.get("text", "").strip()
    if not text:
        raise Wrong("text", "empty")
    detail = must_be_safe(case, form)
    talk = case.talk or conversations.ensure_for_child(store, case.child.id, case.band, case.child.lang, now)
    message = desk.say(store, talk.id, case.who.id, "manager" if case.who.role == Role.IRO_MANAGER else "iro", text)
    audit.record(
        store, AuditEvent.REPLY_SENT, now, staff_id=case.who.id, child_id=case.child.id, subject_id=message,
        detail=detail,
    )  # fmt: skip
    return talk.id


def must_be_safe(case: ChildCase, form: Mapping[str, str]) -> str:
    """A child who asked not to be written to here is written to only by somebody who says they checked."""
    if not case.unsafe:
        return ""
    if not form.get("checked"):
        raise Wrong("checked", "unsafe")
    return "checked it is safe"

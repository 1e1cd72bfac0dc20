"""Keeps what comes out of a step: records become answers, milestones and choices; requests reach whoever must act."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bot import advocating, complaining, deadlines, wrong_card
from bot.alarm import Alarm
from bot.facts import Surroundings, london_day
from bot.settings import Settings
from conversations.turn import Record, Request
from reviews.settings import ReviewSettings
from reviews.timetable import OFFICE, add_months
from reviews.working_days import next_working_day
from safeguarding.screening import Level
from storage import (
    agreements,
    allocations,
    answers,
    check_ins,
    concerns,
    feedback,
    iro_changes,
    messages,
    milestones,
    requests,
    reviews,
)
from storage.answers import Round
from storage.closing import close
from storage.concerns import Concern
from storage.conversations import Address, Conversation
from storage.errors import BadData
from storage.messages import Heard
from storage.staff import Staff
from storage.store import Store

PASSED_ON_LOOK_BACK = 100
OWNERS = {
    "contact": "iro", "message": "iro", "change_worker": "iro", "leaving_care": "iro_manager",
    "records": "data_protection", "interpreter": "iro", "new_card": "business_support",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Saying:
    """One message to a child that is written down and has still to go out."""

    message_id: UUID
    text: str
    choices: Sequence[Mapping[str, Any]] = ()
    again: str = ""
    """Why it goes out once more; "" the first time."""
    flow: str = ""


@dataclass(slots=True)
class Desk:
    """One child's turn being kept: the conversation is locked, `message_id` is what the child just sent."""

    store: Store
    conversation: Conversation
    address: Address | None
    around: Surroundings
    settings: Settings
    alarm: Alarm
    now: datetime
    message_id: UUID | None = None
    said: str = ""
    before: Sequence[Heard] = ()
    reviews: ReviewSettings = field(default_factory=ReviewSettings)
    shares_changed: bool = False
    private: bool = False
    """What is said now is kept from the child's IRO."""
    to_post: list[Saying] = field(default_factory=list)

    @property
    def channel(self) -> str:
        return self.address.channel if self.address else "service"

    @property
    def iro(self) -> Staff | None:
        child_id = self.conversation.child_id
        return self.around.iros.get(child_id) if child_id else None


def keep(desk: Desk, record: Record) -> None:
    """Raises `BadData` for a kind nobody keeps: what a flow records is never dropped in silence."""
    try:
        _KEEPERS[record.kind](desk, record.data)
    except KeyError as error:
        raise BadData(f"Nothing keeps the record {record.kind} with {sorted(record.data)}: missing {error}.") from error


def ask(desk: Desk, request: Request) -> UUID:
    """Open a request for whoever owns its kind."""
    data, conversation = request.data, desk.conversation
    words = str(data.get("text", ""))
    message_id = _message_of(desk, words) if words else desk.message_id
    if request.kind in complaining.KINDS:
        return complaining.ask(desk, request.kind, data, message_id)
    if request.kind in wrong_card.KINDS:
        return wrong_card.ask(desk, request.kind)
    if request.kind == "advocate":
        return advocating.ask(desk, data)
    request_id = requests.ask(
        desk.store, desk.now, kind=request.kind, owner_role=OWNERS[request.kind], due_on=_due_on(desk, request.kind),
        key_id=conversation.key_id, conversation_id=conversation.id, child_id=conversation.child_id,
        how=str(data.get("how", ""))[:40], safe_here=str(data.get("safe_here", ""))[:40], words=words,
        when_words=_when(request.kind, data, words), message_id=message_id,
    )  # fmt: skip
    if data.get("safe_here"):
        conversation.safe_to_write = str(data["safe_here"])
    if request.kind in ("message", "change_worker") and message_id is not None:
        messages.mark_for_iro(desk.store, message_id)
    if request.kind in ("message", "contact", "change_worker"):
        conversation.waiting_since = conversation.waiting_since or desk.now
        _named(desk)
    return request_id


def _when(kind: str, data: Mapping[str, Any], words: str) -> str:
    return deadlines.pressing(words) if kind == "leaving_care" else str(data.get("when", ""))


def _named(desk: Desk) -> None:
    """The answer to what is passed on names the IRO: the child has been told who it is, without being asked."""
    iro = desk.iro
    if iro is not None and iro.id not in desk.around.named.get(desk.conversation.id, ()):
        _milestone("told", "what")(desk, {"what": "iro"})


def _due_on(desk: Desk, kind: str) -> date:
    if kind == "records":
        return add_months(london_day(desk.now), 1)
    if kind == "leaving_care":
        return next_working_day(OFFICE, desk.now)
    whose = desk.conversation.child_id if OWNERS[kind] == "iro" else None
    return desk.around.answer_by(whose, desk.now, desk.settings.reply_within_working_days)


def _message_of(desk: Desk, words: str) -> UUID | None:
    """The message in which the child said these words: this one, or a recent one they now pass on."""
    if words == desk.said:
        return desk.message_id
    before = desk.before
    if not any(_says(m, words) for m in before):
        desk.store.flush()
        found = messages.recent_words(desk.store, [desk.conversation.id], PASSED_ON_LOOK_BACK)
        before = found.get(desk.conversation.id, [])
    return next((m.id for m in reversed(before) if _says(m, words)), desk.message_id)


def _says(message: Heard, words: str) -> bool:
    return message.author == "child" and message.text == words


def _milestone(kind: str, value: str = "", detail: str = "") -> Callable[[Desk, Mapping[str, Any]], None]:
    def reach(desk: Desk, data: Mapping[str, Any]) -> None:
        milestones.reach(
            desk.store, desk.conversation, desk.now, kind, channel=desk.channel,
            value=str(data.get(value, "")) if value else "", detail=str(data[detail]) if data.get(detail) else None,
            staff_id=desk.iro.id if desk.iro else None, message_id=desk.message_id,
        )  # fmt: skip

    return reach


def _explained(desk: Desk, data: Mapping[str, Any]) -> None:
    milestones.reach(
        desk.store, desk.conversation, desk.now, "explained", channel=desk.channel,
        value=f"{data['what']} {data.get('right', 0)}/{data.get('asked', 0)}",
        detail=f"{data.get('how', 'chat')}, {data.get('band', '')}", message_id=desk.message_id,
        staff_id=desk.iro.id if desk.iro else None,
    )  # fmt: skip


def _name(desk: Desk, data: Mapping[str, Any]) -> None:
    desk.conversation.called = str(data["name"])[:80]


def _shared_device(desk: Desk, data: Mapping[str, Any]) -> None:
    desk.conversation.shared_device = str(data["value"])
    _milestone("shared_device", "value")(desk, data)


def _answer(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.give(
        desk.store, desk.conversation, desk.now, topic=data["topic"], question=data["question"],
        text=str(data["text"]), choice=data.get("choice") or None, channel=desk.channel, message_id=desk.message_id,
        share=_share_before(desk, data["question"]),
    )  # fmt: skip


def _skipped(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.give(
        desk.store, desk.conversation, desk.now, topic=data["topic"], question=data["question"], text="",
        channel=desk.channel, message_id=desk.message_id, state="skipped", share=_share_before(desk, data["question"]),
    )  # fmt: skip


def _share_before(desk: Desk, question: str) -> str | None:
    """Who may hear the answer so far; None when this turn has changed that and it must be looked up."""
    if desk.shares_changed:
        return None
    return desk.around.rounds.get(desk.conversation.id, Round()).shares.get(question, "iro")


def _share(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.share(desk.store, desk.conversation.id, data["question"], data["who"])
    desk.shares_changed = True


def _taken_out(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.take_out(desk.store, desk.conversation.id, data["question"])
    desk.shares_changed = True


def _approved(desk: Desk, data: Mapping[str, Any]) -> None:
    answers.approve(desk.store, desk.conversation.id)
    _milestone("approved")(desk, data)


def _safety(desk: Desk, data: Mapping[str, Any]) -> None:
    """ "Are you safe right now?": "no" is urgent, with or without a concern before it; "not sure" tells them again."""
    _milestone("safety", "value")(desk, data)
    desk.store.flush()
    value, concern = str(data["value"]), _open_concern(desk)
    if concern is None and value == "no" and desk.message_id is not None:
        desk.alarm.not_safe(desk.store, desk.conversation, desk.message_id, desk.around, desk.now)
        concern = _open_concern(desk)
    if concern is None:
        return
    concerns.set_safe_now(desk.store, concern.id, value)
    concerns.event(desk.store, concern.id, concern.key_id, desk.now, f"safe_{value}", message_id=desk.message_id)
    if value == "no":
        desk.alarm.rearm(desk.store, concern, Level.urgent, desk.around.roster, desk.now)
    elif value == "not_sure":
        desk.alarm.remind(desk.store, concern, desk.around.roster, desk.now)


def _open_concern(desk: Desk) -> Concern | None:
    return concerns.open_in(desk.store, [desk.conversation.id]).get(desk.conversation.id)


def _safe_to_write(desk: Desk, data: Mapping[str, Any]) -> None:
    desk.conversation.safe_to_write = str(data["value"])
    _milestone("safe_to_write", "value")(desk, data)


def _answer_at(desk: Desk, data: Mapping[str, Any]) -> None:
    value = str(data["value"])
    desk.conversation.answer_at = "" if value == "last" else value
    _milestone("answer_at", "value")(desk, data)


def _not_me(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    """Somebody else has the child's device: a human hears of it, and on the web nothing more is shown there."""
    ask(desk, Request("wrong_person", {}))
    if desk.address is not None and desk.address.channel == "web":
        close(desk.store, desk.address, "not_me", desk.now)


def _feedback(desk: Desk, data: Mapping[str, Any]) -> None:
    """About the IRO of the last review, who must not see it, nor that it was said."""
    child_id = desk.conversation.child_id
    review = reviews.last_of(desk.store, child_id) if child_id else None
    about = (review.chair_id if review else None) or (desk.iro.id if desk.iro else None)
    if review is not None and about is not None:
        feedback.give(
            desk.store, desk.conversation.id, review.id, about, str(data["question"]), str(data["value"]), desk.now
        )
    _only_manager(desk, data)


def _only_manager(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    """Whoever was, is or will be this child's IRO does not see what was just said."""
    child_id = desk.conversation.child_id
    if child_id is None or desk.message_id is None:
        return
    iros = {one.staff_id for one in allocations.history(desk.store, child_id)}
    chair = reviews.last_of(desk.store, child_id)
    iros |= {chair.chair_id} if chair and chair.chair_id else set()
    messages.withhold(desk.store, [desk.message_id], iros, desk.now)


def _check_in(desk: Desk, data: Mapping[str, Any]) -> None:
    """What is low, and what is said in words, is for the IRO to answer."""
    value, said = str(data.get("value", "")), str(data.get("text", ""))
    milestones.reach(
        desk.store, desk.conversation, desk.now, "check_in", channel=desk.channel, value=f"{data['about']} {value}",
        detail=said or None, staff_id=desk.iro.id if desk.iro else None, message_id=desk.message_id,
    )  # fmt: skip
    if desk.message_id is not None and value in ("bad", "no", "words"):
        messages.mark_for_iro(desk.store, desk.message_id)
        desk.conversation.waiting_since = desk.conversation.waiting_since or desk.now


def _check_in_rhythm(desk: Desk, data: Mapping[str, Any]) -> None:
    check_ins.agree(desk.store, desk.conversation.id, int(data["weeks"]), desk.now)


def _deputy_told(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    """Once in an absence: `bot.facts` looks for whom it was about."""
    child_id = desk.conversation.child_id
    one = desk.around.answering.get(child_id) if child_id else None
    if one is not None and one.who is not None:
        milestones.reach(
            desk.store, desk.conversation, desk.now, "deputy_told", channel=desk.channel, staff_id=one.who.id
        )


def _to_iro(desk: Desk, data: Mapping[str, Any]) -> None:
    """Said to the IRO themselves: it waits for them. One request stands for all of it, so that it is late once."""
    if desk.message_id is None:
        return
    if requests.message_open(desk.store, desk.conversation.id):
        messages.mark_for_iro(desk.store, desk.message_id)
        desk.conversation.waiting_since = desk.conversation.waiting_since or desk.now
    else:
        ask(desk, Request("message", {"text": str(data["text"])}))


def _iro_sees(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    desk.conversation.talking_told = True


def _computer_asked(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    desk.conversation.talking_until = None


def _touch_proposed(desk: Desk, data: Mapping[str, Any]) -> None:
    """For the IRO to say yes to: it waits on their page, and counts as something asked of them."""
    if desk.conversation.child_id is not None and desk.iro is not None:
        weeks, how = int(data["weeks"]), str(data["how"])
        agreements.propose(desk.store, desk.conversation.child_id, desk.iro.id, weeks, how, "child", desk.now)
        _named(desk)


def _touch_answered(desk: Desk, *, yes: bool) -> None:
    child_id = desk.conversation.child_id
    waiting = agreements.proposed(desk.store, child_id) if child_id else None
    if child_id is None or waiting is None or waiting.proposed_by != "iro":
        return  # taken back meanwhile, or answered at another place
    if yes:
        agreements.agree(desk.store, child_id, "child", desk.now)
    else:
        agreements.refuse(desk.store, child_id, desk.now)


def _touch_carer(desk: Desk, data: Mapping[str, Any]) -> None:
    if desk.conversation.child_id is not None:
        agreements.carer_may_know(desk.store, desk.conversation.child_id, str(data["value"]))


def _change_told(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    """Who has heard of a change by asking is not told it again."""
    child_id = desk.conversation.child_id
    for change in iro_changes.of_child(desk.store, child_id) if child_id else ():
        iro_changes.told(desk.store, change.id, desk.now)


_KEEPERS: Mapping[str, Callable[[Desk, Mapping[str, Any]], None]] = {
    "agreed": _milestone("agreed"),
    "name": _name,
    "shared_device": _shared_device,
    "grown_up_near": _milestone("grown_up_near", "value"),
    "explained": _explained,
    "knowing": _milestone("knowing", "outcome", "said"),
    "told": _milestone("told", "what"),
    "deputy_told": _deputy_told,
    "change_told": _change_told,
    "touch_proposed": _touch_proposed,
    "touch_agreed": lambda desk, _: _touch_answered(desk, yes=True),
    "touch_refused": lambda desk, _: _touch_answered(desk, yes=False),
    "touch_carer": _touch_carer,
    "answer": _answer,
    "skipped": _skipped,
    "share": _share,
    "taken_out": _taken_out,
    "approved": _approved,
    "answer_at": _answer_at,
    "safety": _safety,
    "safe_to_write": _safe_to_write,
    "talk_choice": _milestone("talk_choice", "value", "text"),
    "no_reminders": _milestone("no_reminders"),
    "offer_declined": _milestone("offer_declined"),
    "unchanged": _milestone("unchanged"),
    "helped": _milestone("helped", "who"),
    "school_hours": _milestone("school_hours"),
    "feedback": _feedback,
    "only_manager": _only_manager,
    "check_in": _check_in,
    "check_in_rhythm": _check_in_rhythm,
    "to_iro": _to_iro,
    "iro_sees": _iro_sees,
    "computer_asked": _computer_asked,
    "complaint": complaining.record,
    "advocate_offered": _milestone("advocate_offered", "answer", "at"),
    "advocate_heard": advocating.heard,
    "rights_told": _milestone("rights_told", "what"),
    "problem": _milestone("problem", "about", "text"),
    "not_me": _not_me,
    "find_me": _milestone("find_me", "what", "text"),
}

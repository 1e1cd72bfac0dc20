"""Keeps what comes out of a step: records become answers, milestones and choices."""

from collections.abc import Callable, Mapping
from typing import Any

from bot import advocating, complaining, keeping_answers
from bot.asking import ask, named
from bot.desk import Desk
from bot.stopping import stopped
from conversations.turn import Record, Request
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
from storage.closing import close
from storage.concerns import Concern
from storage.errors import BadData


def keep(desk: Desk, record: Record) -> None:
    """Raises `BadData` for a kind nobody keeps: what a flow records is never dropped in silence."""
    try:
        _KEEPERS[record.kind](desk, record.data)
    except KeyError as error:
        raise BadData(f"Nothing keeps the record {record.kind} with {sorted(record.data)}: missing {error}.") from error


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
        named(desk)


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
    "answer": keeping_answers.answer,
    "skipped": keeping_answers.skipped,
    "share": keeping_answers.share,
    "taken_out": keeping_answers.taken_out,
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
    "stopped": stopped,
    "complaint": complaining.record,
    "advocate_offered": _milestone("advocate_offered", "answer", "at"),
    "advocate_heard": advocating.heard,
    "rights_told": _milestone("rights_told", "what"),
    "problem": _milestone("problem", "about", "text"),
    "not_me": _not_me,
    "find_me": _milestone("find_me", "what", "text"),
}

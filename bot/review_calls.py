"""Answers what a flow must ask about a review: what was decided, what is due, and what the child says of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from bot import advocating, complaining, contact_calls, deadlines
from bot.answers_read import lines
from bot.desk import Desk
from bot.facts import london_day
from conversations.turn import Call, Fact, Outcome
from reviews.timetable import OFFICE
from reviews.wishes import TOPICS
from reviews.working_days import add_working_days
from storage import answers, decisions, reviews
from storage.decisions import Decision
from storage.errors import BadData

SHOWN_OF_LAST_TIME = 5
NEVER_MISSED = frozenset({"home_how", "siblings_see", "school_getting"})
"""Where a child lives, brothers and sisters, the way to school: what most often ends in a dispute."""


def told_to(desk: Desk) -> Sequence[Decision]:
    """What the child has been told of the last review that was told; nothing where others might be reading."""
    child_id = desk.conversation.child_id
    if child_id is None or (desk.address is not None and desk.address.trust != "full"):
        return ()
    told = [one for one in decisions.of_child(desk.store, child_id) if one.told_at and one.state != "withdrawn"]
    when = {one.id: one.on for one in reviews.of_child(desk.store, child_id)}
    last = max((one.review_id for one in told), key=lambda review: when.get(review, date.min), default=None)
    return sorted((one for one in told if one.review_id == last), key=lambda one: one.number)


def decision(desk: Desk, call: Call) -> Outcome:
    """The decision after the number `after`, of those the child has been told."""
    after = int(call.args.get("after") or 0)
    ahead = [one for one in told_to(desk) if one.number > after]
    if not ahead:
        return Outcome(call.name, "none")
    return Outcome(call.name, "some", {**_facts(desk, ahead[0]), "decisions_left": len(ahead) - 1})


def due_decision(desk: Desk, call: Call) -> Outcome:
    """The next decision that is due and asked about, of which the child has not said anything since."""
    seen, today = set(call.args.get("seen", "").split()), london_day(desk.now)
    child_id = desk.conversation.child_id
    if child_id is None or (desk.address is not None and desk.address.trust != "full"):
        return Outcome(call.name, "none")
    asked = [
        one for one in decisions.of_child(desk.store, child_id)
        if one.asked_at and one.state in ("open", "challenged") and one.due_on <= today and one.id.hex not in seen
    ]  # fmt: skip
    views = decisions.views_of(desk.store, [one.id for one in asked])
    for one in asked:
        said = views.get(one.id, ())
        if not said or (one.asked_at is not None and said[-1].at < one.asked_at):
            return Outcome(call.name, "some", _facts(desk, one))
    return Outcome(call.name, "none")


def promised(desk: Desk, call: Call) -> Outcome:
    """The next thing that was decided, that the child was told of, and that has not happened."""
    seen = set(call.args.get("seen", "").split())
    for one in told_to(desk):
        if one.state in ("open", "challenged") and one.id.hex not in seen:
            return Outcome(call.name, "some", _facts(desk, one))
    return Outcome(call.name, "none")


def decision_view(desk: Desk, call: Call) -> Outcome:
    """Keep what the child says of a decision; with "not yet" the IRO is told and has until the day given back."""
    one = decisions.load(desk.store, UUID(hex=call.args["decision"]))
    if one.child_id != desk.conversation.child_id:
        raise BadData("This decision is about another child.")
    view, iro = call.args["view"], desk.iro
    act_by = add_working_days(
        iro.working_pattern if iro else OFFICE, london_day(desk.now), desk.reviews.not_yet_answer_working_days
    )
    decisions.view(desk.store, one, view, desk.now, message_id=desk.message_id, answer_by=act_by)
    if view == "not_yet" and iro is not None:
        once = f"not_yet:{one.id.hex}:{london_day(desk.now)}"
        desk.alarm.notices.waiting(desk.store, iro, "/staff/today", once, desk.now)
    return Outcome(call.name, "ok", {"act_by": act_by})


def last_time(desk: Desk, call: Call) -> Outcome:
    """What the child said for the last review and what was decided then; nothing to somebody who may only add."""
    since = desk.around.since.get(desk.conversation.id)
    full = desk.address is None or desk.address.trust == "full"
    if since is None or not full or desk.conversation.id in desk.around.unchanged:
        return Outcome(call.name, "none")
    given = answers.current(desk.store, desk.conversation.id).values()
    before = {a.question: a for a in given if a.state != "skipped" and london_day(a.at) <= since}
    if not before:
        return Outcome(call.name, "none")
    shown = sorted(before.values(), key=lambda a: (_place(a.topic), a.at))[:SHOWN_OF_LAST_TIME]
    return Outcome(call.name, "some", {
        "answers": lines(desk.store, shown),
        "last_on": since,
        "last_decided": "\n".join(one.plain for one in told_to(desk)[:SHOWN_OF_LAST_TIME]),
        "last_missing": not before.keys() >= NEVER_MISSED,
    })  # fmt: skip


def _place(topic: str) -> int:
    return TOPICS.index(topic) if topic in TOPICS else len(TOPICS)


_ANSWERS: Mapping[str, Callable[[Desk, Call], Outcome]] = {
    "decision": decision,
    "due_decision": due_decision,
    "promised": promised,
    "decision_view": decision_view,
    "last_time": last_time,
    **complaining.ANSWERS,
    **advocating.ANSWERS,
    **deadlines.ANSWERS,
    **contact_calls.ANSWERS,
}


def answered(desk: Desk, call: Call) -> Outcome:
    """What comes of a call about a review or about contact. Raises `BadData` for a call nobody answers."""
    if call.name not in _ANSWERS:
        raise BadData(f"Nothing answers the call {call.name}.")
    return _ANSWERS[call.name](desk, call)


def _facts(desk: Desk, one: Decision) -> dict[str, Fact]:
    return {
        "decision_id": one.id.hex,
        "decision_number": one.number,
        "decision_plain": one.plain,
        "decision_owner": one.owner,
        "decision_due": one.due_on,
        "decision_asked": _wish(desk, one.answer_id),
        "decision_wish": one.wish,
        "decision_why": one.why,
    }


def _wish(desk: Desk, answer_id: UUID | None) -> str:
    """The child's own words; nothing when they have been taken out since."""
    if answer_id is None:
        return ""
    said = answers.of_conversations(desk.store, [desk.conversation.id]).get(desk.conversation.id, [])
    return next((a.text for a in said if a.id == answer_id and a.state != "taken_out"), "")

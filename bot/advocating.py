"""Somebody to speak for the child: asked for with what the child allows and nothing else, offered seldom, followed up.

An advocate is never made to wait for anybody's approval (Children Act 1989, s26A): the referral goes to the office at
once, and the IRO hears only that one was asked for; not even that, where it was asked inside a complaint.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bot.desk import Desk
from bot.good_time import OF_ONE_KIND, good_hour, may_speak_first
from conversations.turn import Call, Fact, Outcome
from reviews.settings import ReviewSettings
from reviews.timetable import OFFICE
from reviews.working_days import add_working_days, working_days_between
from storage import children, conversations, milestones, referrals, requests, reviews
from storage.days import london_day
from storage.referrals import Referral
from storage.reviews import Review
from storage.store import Store

if TYPE_CHECKING:
    from bot.speaking import Speaker

TALKS_FROM_AGE = 4
OFFERED = "advocate_offered"


def ask(desk: Desk, data: Mapping[str, Any]) -> UUID:
    """Refer the child; what was not allowed is left empty, and no word of theirs goes along but the number."""
    conversation, share = desk.conversation, set(str(data.get("share", "")).split())
    child = desk.around.children.get(conversation.child_id) if conversation.child_id else None
    near = _review(desk)
    by = add_working_days(OFFICE, london_day(desk.now), desk.reviews.advocate_hear_working_days)
    how = str(data.get("how", ""))
    request_id = requests.ask(
        desk.store, desk.now, kind="advocate", owner_role="business_support", due_on=by, key_id=conversation.key_id,
        conversation_id=conversation.id, child_id=conversation.child_id, how=how if how in referrals.HOW else "other",
        message_id=desk.message_id,
    )  # fmt: skip
    name = (conversation.called or child.name) if child and "name" in share else ""
    if name:
        desk.store.flush()
        meeting = f"{near.planned_for.isoformat()} {near.start_time}".strip() if near and near.planned_for else ""
        referrals.make(
            desk.store, conversation, request_id, desk.now, how=how, name=name, hear_by=by, private=desk.private,
            number=str(data.get("number", ""))[:80] if "number" in share else "",
            meeting=meeting if "meeting" in share else "", quick=_quick(near, desk.now, desk.reviews),
        )  # fmt: skip
    _tell(desk, child.reference if child else "")
    return request_id


def _tell(desk: Desk, reference: str) -> None:
    """The office refers; the child's IRO may know that it was asked for, if nothing private is around it."""
    today = london_day(desk.now)
    notices = desk.alarm.notices
    for member in desk.around.staff:
        if member.role == "business_support":
            once = f"advocate:{today}:{member.reference}"
            notices.waiting(desk.store, member, "/staff/referrals", once, desk.now)
    if desk.iro is not None and not desk.private:
        once = f"advocate:{desk.conversation.id.hex}:{today}"
        notices.waiting(desk.store, desk.iro, f"/staff/children/{reference}", once, desk.now)


def _review(desk: Desk) -> Review | None:
    return desk.around.reviews.get(desk.conversation.child_id) if desk.conversation.child_id else None


def _quick(review: Review | None, now: datetime, numbers: ReviewSettings) -> bool:
    """The review is so near that the service must come at once."""
    if review is None or review.planned_for is None or review.planned_for < london_day(now):
        return False
    return working_days_between(OFFICE, london_day(now), review.planned_for) <= numbers.advocate_quick_working_days


def standing(desk: Desk, call: Call) -> Outcome:
    """`asked` where one was asked for this review; else `due`, or `quiet` so soon after an offer."""
    where = desk.conversation.id
    last = referrals.last_of(desk.store, [where]).get(where)
    since = desk.around.since.get(where)
    current = last if last is not None and (since is None or london_day(last.opened_at) > since) else None
    by = add_working_days(OFFICE, london_day(desk.now), desk.reviews.advocate_hear_working_days)
    facts: dict[str, Fact] = {
        "hear_by": current.hear_by if current else by,
        "quick": "yes" if current and current.quick else "no",
    }
    if current is not None:
        return Outcome(call.name, "asked", facts)
    due = may_offer(desk.store, where, desk.now, desk.reviews)
    return Outcome(call.name, "due" if due else "quiet", facts)


def may_offer(store: Store, conversation_id: UUID, now: datetime, numbers: ReviewSettings) -> bool:
    """Long enough after the last offer, whatever the answer was."""
    offered = milestones.last_reached(store, [conversation_id], OFFERED).get(conversation_id)
    return offered is None or now - offered >= timedelta(days=numbers.advocate_offer_again_days)


def heard(desk: Desk, data: Mapping[str, Any]) -> None:
    """Whether the advocate has been in touch; with a no the office and the managers hear of it now."""
    where, value = desk.conversation.id, str(data["value"])
    last = referrals.last_of(desk.store, [where]).get(where)
    if last is None:
        return
    referrals.heard(desk.store, last, value, desk.now)
    if value == "no":
        for member in desk.around.staff:
            if member.role in ("business_support", "iro_manager"):
                once = f"advocate_no:{last.id.hex}:{london_day(desk.now)}:{member.reference}"
                desk.alarm.notices.waiting(desk.store, member, "/staff/referrals", once, desk.now)
    elif last.sent_by is not None:
        _finish(desk.store, last, last.sent_by, desk.now)


def _finish(store: Store, one: Referral, staff_id: UUID, now: datetime) -> None:
    if requests.get(store, one.request_id).state != "done":
        requests.finish(store, one.request_id, staff_id, "", now)


ANSWERS: Mapping[str, Callable[[Desk, Call], Outcome]] = {"advocate": standing}


@dataclass(frozen=True, slots=True)
class Advocacy:
    """What the service says first about advocates: an offer before a review, and whether one has come."""

    speaker: "Speaker"

    def offer_now(self, store: Store, now: datetime) -> set[Hashable]:
        """To children whose review is near, who have nobody asked for and no offer since long; whom to wake."""
        numbers, today = self.speaker.reviews, london_day(now)
        if not good_hour(now, numbers):
            return set()
        last = add_working_days(OFFICE, today, numbers.advocate_offer_working_days)
        near = {one.child_id: one for one in reviews.planned_between(store, today + timedelta(days=1), last)}
        talks = conversations.of_children(store, near)
        there = conversations.reachable(store, [talk.id for talk in talks.values()])
        known = children.many(store, near)
        referred = referrals.last_of(store, [talk.id for talk in talks.values()])
        wake: set[Hashable] = set()
        for child_id, talk in talks.items():
            since = reviews.last_of(store, child_id) if talk.id in referred else None
            done = _this_round(referred.get(talk.id), since.held_on if since else None)
            if done or talk.id not in there or known[child_id].age(today) < TALKS_FROM_AGE or len(wake) >= OF_ONE_KIND:
                continue
            wake |= self._offer(store, talk.id, now)
        return wake | {"outbox"} if wake else wake

    def _offer(self, store: Store, where: UUID, now: datetime) -> set[Hashable]:
        """Looks once the conversation is locked, so that one worker does it once."""
        conversation = conversations.lock(store, [where])[where]
        if not may_offer(store, where, now, self.speaker.reviews) or not may_speak_first(store, conversation, now):
            return set()
        milestones.reach(store, conversation, now, OFFERED, channel="service", value="offered", detail="review")
        self.speaker.tell(store, where, "advocate_offer", {}, now, proved=True)
        return {where}

    def ask_now(self, store: Store, now: datetime) -> set[Hashable]:
        """The day has come by which a child should have heard: they are asked once."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        wake: set[Hashable] = set()
        for one in referrals.to_ask(store, london_day(now))[:OF_ONE_KIND]:
            conversation = conversations.lock(store, [one.conversation_id])[one.conversation_id]
            if referrals.load(store, one.id).asked_at is None and may_speak_first(store, conversation, now):
                referrals.asked(store, one, now)
                self.speaker.tell(store, one.conversation_id, "advocate_heard", {}, now, proved=True)
                wake.add(one.conversation_id)
        return wake | {"outbox"} if wake else wake


def _this_round(last: Referral | None, since: date | None) -> bool:
    return last is not None and (since is None or london_day(last.opened_at) > since)

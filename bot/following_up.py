"""After a review: the child is told what was decided, asked whether it has happened, and told when a day is off."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from bot.facts import london_day
from bot.good_time import OF_ONE_KIND, good_hour, may_speak_first, reachable
from bot.speaking import Speaker
from reviews.settings import Hours
from reviews.standing_in import answers_for
from reviews.timetable import OFFICE
from reviews.working_days import add_working_days
from safeguarding.rota import LONDON
from storage import cancellations, children, conversations, decisions, new_days, reviews
from storage.conversations import Conversation
from storage.decisions import Decision
from storage.errors import BadData
from storage.reviews import Review
from storage.store import Store

WAKING = Hours(time(7), time(21))
LOOK_BACK = timedelta(days=60)
"""Nobody is chased for a review that was longer ago."""


@dataclass(frozen=True, slots=True)
class FollowingUp:
    """What the service says first once a review is over."""

    speaker: Speaker

    def tell_decisions(self, store: Store, review_id: UUID, now: datetime) -> int:
        """Tell the child what this review decided and they have not been told; how many decisions that were.

        Raises `BadData` when it is not safe to write to the child here.
        """
        review, untold = reviews.load(store, review_id), decisions.untold(store, review_id)
        if not untold:
            return 0
        conversation = _conversation_of(store, review, now)
        if conversation.safe_to_write == "no":
            raise BadData("The child has said it is not safe to write to them here. Tell them in person.")
        decisions.told(store, [one.id for one in untold], now)
        facts = {
            "number": str(untold[0].number - 1),
            "decisions": len(untold),
            "held_on": review.held_on or review.planned_for,
        }
        self.speaker.tell(store, conversation.id, "decided", facts, now, proved=True)
        return len(untold)

    def ask_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Has it happened? One round for each child, with everything that is due, at a good hour."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        wake: set[Hashable] = set()
        for child_id in _children_of(decisions.to_ask(store, london_day(now))):
            if len(wake) >= OF_ONE_KIND:
                break
            wake |= self._ask_one(store, child_id, now)
        return wake | {"outbox"} if wake else wake

    def _ask_one(self, store: Store, child_id: UUID, now: datetime) -> set[Hashable]:
        """Looks again once the conversation is locked: another worker may have asked meanwhile."""
        known = conversations.of_children(store, [child_id]).get(child_id)
        if known is None:
            return set()
        conversation = conversations.lock(store, [known.id])[known.id]
        due = [one for one in decisions.to_ask(store, london_day(now)) if one.child_id == child_id]
        if not due or not may_speak_first(store, conversation, now):
            return set()
        decisions.asked(store, [one.id for one in due], now)
        self.speaker.tell(store, conversation.id, "happened_yet", {}, now, proved=True)
        return {conversation.id}

    def off_now(self, store: Store, now: datetime) -> set[Hashable]:
        """A review was cancelled: the child hears it at the next good hour, or at once when its day is here."""
        today, wake = london_day(now), set[Hashable]()
        for one in cancellations.untold(store):
            soon = one.was_for <= today + timedelta(days=1) and WAKING.cover(now.astimezone(LONDON).time())
            known = conversations.of_children(store, [one.child_id]).get(one.child_id)
            if known is None or not (soon or good_hour(now, self.speaker.reviews)):
                continue
            conversation = conversations.lock(store, [known.id])[known.id]
            if reachable(store, conversation) and cancellations.told(store, one.id, now):
                facts = {"was_for": one.was_for, "new_day": reviews.load(store, one.review_id).planned_for}
                self.speaker.tell(store, conversation.id, "review_off", facts, now, proved=True)
                wake |= {conversation.id, "outbox"}
        return wake

    def moved_now(self, store: Store, now: datetime) -> set[Hashable]:
        """A review has another day: the child hears it at the next good hour, or at once when either day is here."""
        today, wake = london_day(now), set[Hashable]()
        for one in new_days.untold(store):
            review = reviews.load(store, one.review_id)
            day = review.planned_for
            if review.held_on is not None or day is None or day < today or day == one.was_for:
                new_days.told(store, one.id, now)  # nothing is left to tell
                continue
            near = min(day, one.was_for or day) <= today + timedelta(days=1)
            soon = near and WAKING.cover(now.astimezone(LONDON).time())
            known = conversations.of_children(store, [one.child_id]).get(one.child_id)
            if known is None or not (soon or good_hour(now, self.speaker.reviews)):
                continue
            conversation = conversations.lock(store, [known.id])[known.id]
            if reachable(store, conversation) and new_days.told(store, one.id, now):
                facts = {"was_for": one.was_for, "new_day": day, "new_time": review.start_time or None}
                self.speaker.tell(store, conversation.id, "review_moved", facts, now, proved=True)
                wake |= {conversation.id, "outbox"}
        return wake

    def urge_now(self, store: Store, now: datetime) -> None:
        """The day by which a child should know has come, and lines stand written that nobody has sent: the IRO hears.

        A child is told only what an IRO has sent.
        """
        today = london_day(now)
        for review_id in decisions.untold_anywhere(store):
            review = reviews.load(store, review_id)
            held = review.held_on
            if held is None or held < today - LOOK_BACK or self._told_by(held) > today:
                continue
            iro = answers_for(store, review.child_id, now, self.speaker.reviews).who
            if iro is not None:
                self.speaker.alarm.notices.waiting(store, iro, "/staff/today", f"untold:{review.id.hex}", now)

    def _told_by(self, held: date) -> date:
        return add_working_days(OFFICE, held, self.speaker.reviews.decisions_told_within_working_days)


def _conversation_of(store: Store, review: Review, now: datetime) -> Conversation:
    child = children.find(store, review.child_id)
    known = conversations.ensure_for_child(store, child.id, child.band(london_day(now)), child.lang, now)
    return conversations.lock(store, [known.id])[known.id]


def _children_of(due: Iterable[Decision]) -> list[UUID]:
    return list(dict.fromkeys(one.child_id for one in due))

"""Before a review: the child is offered to say what they think, seldom and at a good hour; else the IRO hears of it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.facts import london_day
from bot.good_time import OF_ONE_KIND, good_hour, may_speak_first, reachable
from bot.speaking import Speaker
from reviews.standing_in import answers_for
from reviews.timetable import OFFICE, back_working_days
from reviews.working_days import add_working_days, working_days_between
from safeguarding.rota import LONDON
from storage import answers, children, conversations, milestones, offers, reviews
from storage.children import Child
from storage.conversations import Conversation
from storage.offers import Offer
from storage.reviews import Review
from storage.store import Store

TALKS_FROM_AGE = 4
"""Younger children are not asked in words (they are PN0 in the return)."""
TOO_LATE = 3
"""With so many working days left nothing is offered any more: the IRO needs them."""
SPOKEN = frozenset({"approved", "unchanged"})
SAID_NO = "offer_declined"


@dataclass(frozen=True, slots=True)
class Preparing:
    """Looks at every review that is near."""

    speaker: Speaker

    def offer_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Offer, or tell the IRO that the child has not been reached; whom to wake."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        today, wake = london_day(now), set[Hashable]()
        near = self._near(store, today)
        made = offers.of_reviews(store, [one.id for one in near])
        known = children.many(store, [one.child_id for one in near])
        for review in near:
            if any(one.kind == "not_reached" for one in made.get(review.id, ())):
                continue
            if known[review.child_id].age(today) < TALKS_FROM_AGE or len(wake) >= OF_ONE_KIND:
                continue
            wake |= self._look_at(store, review, known[review.child_id], now)
        return wake | {"outbox"} if wake else wake

    def _near(self, store: Store, today: date) -> list[Review]:
        last = add_working_days(OFFICE, today, self.speaker.reviews.offer_from_working_days)
        return reviews.planned_between(store, today + timedelta(days=1), last)

    def _look_at(self, store: Store, review: Review, child: Child, now: datetime) -> set[Hashable]:
        """The conversation is locked, so that one worker does it once."""
        talk = conversations.ensure_for_child(store, child.id, child.band(london_day(now)), child.lang, now)
        conversation = conversations.lock(store, [talk.id])[talk.id]
        said = offers.of_reviews(store, [review.id]).get(review.id, [])
        if any(one.kind == "not_reached" for one in said) or self._has_spoken(store, conversation, review):
            return set()
        offered = [one for one in said if one.kind == "offered"]
        if self._may_offer(store, conversation, review, offered, now):
            offers.make(store, conversation.id, review.id, "offered", now)
            self.speaker.tell(store, conversation.id, "getting_ready", {}, now, proved=True)
            return {conversation.id}
        if self._given_up(store, conversation, review, offered, now):
            offers.make(store, conversation.id, review.id, "not_reached", now)
            self._tell_the_iro(store, review, now)
            return {conversation.id}
        return set()

    def _has_spoken(self, store: Store, conversation: Conversation, review: Review) -> bool:
        """Since it was time to: an answer, a question left out, all read back, or that nothing has changed."""
        since = self._opens(review)
        given = answers.of_conversations(store, [conversation.id]).get(conversation.id, ())
        reached = milestones.of_conversations(store, [conversation.id]).get(conversation.id, ())
        moments = [one.at for one in given] + [one.at for one in reached if one.kind in SPOKEN]
        return any(at.astimezone(LONDON).date() >= since for at in moments)

    def _may_offer(
        self, store: Store, conversation: Conversation, review: Review, offered: Sequence[Offer], now: datetime
    ) -> bool:
        numbers, today = self.speaker.reviews, london_day(now)
        if len(offered) >= numbers.offers_at_most or _left(review, today) <= TOO_LATE:
            return False
        if offered and _since(offered, today) < numbers.offer_again_after_working_days:
            return False
        return not self._said_no(store, conversation, review) and may_speak_first(store, conversation, now)

    def _given_up(
        self, store: Store, conversation: Conversation, review: Review, offered: Sequence[Offer], now: datetime
    ) -> bool:
        numbers, today = self.speaker.reviews, london_day(now)
        if not reachable(store, conversation) or _left(review, today) <= TOO_LATE:
            return True
        last = len(offered) >= numbers.offers_at_most or self._said_no(store, conversation, review)
        return bool(offered) and last and _since(offered, today) >= numbers.not_reached_after_working_days

    def _said_no(self, store: Store, conversation: Conversation, review: Review) -> bool:
        reached = milestones.of_conversations(store, [conversation.id]).get(conversation.id, ())
        return any(one.kind == SAID_NO and london_day(one.at) >= self._opens(review) for one in reached)

    def _opens(self, review: Review) -> date:
        """The first day on which it may be offered."""
        return back_working_days(review.on, self.speaker.reviews.offer_from_working_days)

    def _tell_the_iro(self, store: Store, review: Review, now: datetime) -> None:
        iro = answers_for(store, review.child_id, now, self.speaker.reviews).who
        if iro is not None:
            once = f"not_reached:{london_day(now)}:{iro.reference}"
            self.speaker.alarm.notices.waiting(store, iro, "/staff/today", once, now)


def _left(review: Review, today: date) -> int:
    """Working days until the review."""
    return working_days_between(OFFICE, today, review.on)


def _since(offered: Sequence[Offer], today: date) -> int:
    return working_days_between(OFFICE, london_day(offered[-1].at), today)

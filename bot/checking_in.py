"""Between reviews: did they listen, how are things. Seldom, at a good hour, and only what the child agreed to."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.facts import london_day
from bot.good_time import OF_ONE_KIND, good_hour, may_speak_first
from bot.speaking import Speaker
from storage import check_ins, children, conversations, decisions, messages, offers, reviews
from storage.conversations import Conversation
from storage.reviews import Review
from storage.store import Store

ASK_AFTER = timedelta(days=1)
"""After the child was told what was decided: time to think."""
ASK_WITHIN = timedelta(days=45)
"""After the review: later nobody remembers."""


@dataclass(frozen=True, slots=True)
class CheckingIn:
    """Asks first, where the child may be asked."""

    speaker: Speaker

    def listened_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Three questions about the IRO, once after each review."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        today, wake = london_day(now), set[Hashable]()
        held = reviews.held_between(store, today - ASK_WITHIN, today)
        made = offers.of_reviews(store, [one.id for one in held])
        told = decisions.of_reviews(store, [one.id for one in held])
        for review in held:
            asked = any(one.kind == "feedback" for one in made.get(review.id, ()))
            moments = [one.told_at for one in told.get(review.id, ()) if one.told_at is not None]
            if not asked and moments and max(moments) <= now - ASK_AFTER and len(wake) < OF_ONE_KIND:
                wake |= self._ask_about(store, review, now)
        return wake | {"outbox"} if wake else wake

    def _ask_about(self, store: Store, review: Review, now: datetime) -> set[Hashable]:
        conversation = self._free(store, review.child_id, now)
        if conversation is None:
            return set()
        if any(one.kind == "feedback" for one in offers.of_reviews(store, [review.id]).get(review.id, ())):
            return set()
        offers.make(store, conversation.id, review.id, "feedback", now)
        self.speaker.tell(store, conversation.id, "did_they_listen", {}, now, proved=True)
        return {conversation.id}

    def check_in_now(self, store: Store, now: datetime) -> set[Hashable]:
        """How are things? Who did not answer the last time is left alone for another round."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        wake: set[Hashable] = set()
        due = check_ins.due(store, london_day(now))
        whose = conversations.children_of(store, due)
        for conversation_id in due:
            child_id = whose.get(conversation_id)
            if child_id is None or len(wake) >= OF_ONE_KIND:
                continue
            wake |= self._check_in(store, child_id, now)
        return wake | {"outbox"} if wake else wake

    def _check_in(self, store: Store, child_id: UUID, now: datetime) -> set[Hashable]:
        conversation = self._free(store, child_id, now)
        if conversation is None or conversation.id not in check_ins.due(store, london_day(now)):
            return set()
        check_ins.asked(store, conversation.id, now)
        wrote = conversation.child_wrote_at
        if wrote is not None and messages.said_since(store, conversation.id, ["check_in"], wrote):
            return set()
        self.speaker.tell(store, conversation.id, "check_in", {}, now, proved=True)
        return {conversation.id}

    def _free(self, store: Store, child_id: UUID, now: datetime) -> Conversation | None:
        """The child's conversation, locked, where they may be spoken to first now."""
        known = conversations.of_children(store, [child_id]).get(child_id)
        if known is None or not children.find(store, child_id).in_care(london_day(now)):
            return None
        conversation = conversations.lock(store, [known.id])[known.id]
        return conversation if may_speak_first(store, conversation, now) else None

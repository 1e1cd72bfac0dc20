"""Does the child know their IRO? Asked first by the computer, seldom, at a good hour, as one question."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.facts import london_day
from bot.good_time import OF_ONE_KIND, good_hour, may_speak_first
from bot.speaking import Speaker
from reviews.asking_again import Asked, asked
from reviews.knowing import ASKED_FROM
from storage import allocations, children, conversations, milestones
from storage.allocations import Allocation
from storage.store import Store


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """Looks at every child in care who has an IRO."""

    speaker: Speaker

    def ask_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Those whose day has come, one after another; whom to wake."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        wake: set[Hashable] = set()
        for child_id, held in self._due(store, london_day(now)).items():
            if len(wake) >= OF_ONE_KIND:
                break
            wake |= self._ask(store, child_id, held, now)
        return wake | {"outbox"} if wake else wake

    def _due(self, store: Store, today: date) -> dict[UUID, Allocation]:
        held = allocations.on(store, today)
        talks = conversations.of_children(store, list(held))
        there = conversations.reachable(store, [talk.id for talk in talks.values()])
        known = asked(store, there)
        return {
            child: held[child]
            for child, talk in talks.items()
            if talk.id in there and self._is_due(known, talk.id, held[child], today)
        }

    def _is_due(self, known: Asked, where: UUID, held: Allocation, today: date) -> bool:
        first = known.ask_from(where, held.staff_id, held.since, self.speaker.reviews)
        return first is not None and first <= today

    def _ask(self, store: Store, child_id: UUID, held: Allocation, now: datetime) -> set[Hashable]:
        """Looks again once the conversation is locked: another worker may have asked meanwhile."""
        child, today = children.find(store, child_id), london_day(now)
        if not child.in_care(today) or child.age(today) < ASKED_FROM:
            return set()
        known = conversations.of_children(store, [child_id])[child_id]
        conversation = conversations.lock(store, [known.id])[known.id]
        if not self._is_due(asked(store, [conversation.id]), conversation.id, held, today):
            return set()
        if not may_speak_first(store, conversation, now):
            return set()
        milestones.reach(store, conversation, now, "knowing_asked", channel="service", staff_id=held.staff_id)
        self.speaker.tell(store, conversation.id, "know_iro", {}, now, proved=True)
        return {conversation.id}

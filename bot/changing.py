"""The IRO of a child changes: the child hears it from My IRO, and whoever forgets to introduce themselves is told."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from bot.facts import london_day
from bot.good_time import OF_ONE_KIND, good_hour, reachable
from bot.speaking import Speaker
from reviews.changing import introduce_by, late
from storage import children, concerns, conversations, iro_changes, staff
from storage.conversations import Conversation
from storage.iro_changes import Change
from storage.store import Store

SLIP = timedelta(hours=1)
"""For so long a manager can take a change back before any child has heard of it."""


@dataclass(frozen=True, slots=True)
class Changing:
    """Looks at every change of IRO."""

    speaker: Speaker

    def tell_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Each child once, at a good hour; while a concern is open not before the day is here."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        settled = [change for change in iro_changes.to_tell(store) if now - change.planned_at >= SLIP]
        talks = conversations.of_children(store, {change.child_id for change in settled})
        there = conversations.reachable(store, [talk.id for talk in talks.values()])
        wake: set[Hashable] = set()
        for change in settled:
            if len(wake) >= OF_ONE_KIND:
                break
            talk = talks.get(change.child_id)
            if talk is not None and talk.id in there:
                wake |= self._tell_one(store, change, talk.id, now)
        return wake | {"outbox"} if wake else wake

    def _tell_one(self, store: Store, change: Change, where: UUID, now: datetime) -> set[Hashable]:
        today = london_day(now)
        if not children.find(store, change.child_id).in_care(today):
            return set()
        conversation = conversations.lock(store, [where])[where]
        if not self._may_hear(store, conversation, change, today) or not iro_changes.told(store, change.id, now):
            return set()
        flow = "iro_changes" if change.from_day > today else "iro_changed"
        self.speaker.tell(store, conversation.id, flow, {}, now, proved=True)
        return {conversation.id}

    def _may_hear(self, store: Store, conversation: Conversation, change: Change, today: date) -> bool:
        if not reachable(store, conversation):
            return False
        soon = change.from_day <= today + timedelta(days=1)
        return soon or not concerns.open_in(store, [conversation.id])

    def urge_now(self, store: Store, now: datetime) -> None:
        """On the day by which a new IRO should have been introduced they are reminded; then the manager hears."""
        today = london_day(now)
        notices = self.speaker.alarm.notices
        waiting = iro_changes.introductions(store)
        iros = staff.many(store, {change.new_id for change in waiting})
        for change in waiting:
            new = iros[change.new_id]
            if introduce_by(new.working_pattern, change) == today:
                notices.waiting(store, new, "/staff/today", f"introduce:{today}:{new.reference}", now)
            if change.urged_at is not None or not late(new.working_pattern, change, today):
                continue
            if iro_changes.urged(store, change.id, now):
                for manager in staff.current(store, today, "iro_manager"):
                    once = f"introduce-late:{today}:{manager.reference}"
                    notices.waiting(store, manager, "/staff/changes", once, now)

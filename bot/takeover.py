"""Taken concerns whose owner is not there any more: whoever is there is told, until somebody has each again.

The owner stays on the record until then, so nobody who still works on it loses it; the clock does not stop for that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.alarm import Alarm
from bot.watch import Roster, roster
from safeguarding.escalation import EVERYONE, Step, notice
from safeguarding.escalation import Ladder as Steps
from safeguarding.handover import left_since
from safeguarding.screening import Level
from storage import concerns, handovers
from storage.handovers import Handover, Held
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Takeover:
    """Looks after what was left."""

    alarm: Alarm

    def look(self, store: Store, now: datetime) -> bool:
        """Find what was left, end what somebody has again, tell of the rest; True when anything moved."""
        held = handovers.held(store, lock=True)
        waiting = {one.concern_id: one for one in handovers.waiting(store)}
        if not held and not waiting:
            return False
        there = roster(store, now)
        left = {one.concern_id: since for one in held if (since := _left(one, there, now)) is not None}
        moved = _end_those_had_again(store, waiting, held, left, now)
        for one in held:
            if one.concern_id in left:
                handover = waiting.get(one.concern_id)
                if handover is None or handover.owner_id != one.owner_id:
                    handover = handovers.begin(store, one, left[one.concern_id], now)
                    concerns.event(store, one.concern_id, one.key_id, now, "left", staff_id=one.owner_id)
                if handover.next_at <= now:
                    self._tell(store, one, handover, there, now)
                    moved = True
        return moved

    def _tell(self, store: Store, one: Held, handover: Handover, there: Roster, now: datetime) -> None:
        level, every = Level[one.level], self._every(Level[one.level])
        steps = Steps({level: (Step(timedelta(0), ("on_duty",)), Step(every, EVERYONE))})
        excluded = there.references({*concerns.excluded(store, one.concern_id), one.owner_id})
        due = notice(level, handover.since, handover.step, there.people(now), excluded=excluded, ladder=steps)
        rung = f"left-{handover.since.timestamp():.0f}-{handover.step}"
        for member in there.named(due.tell):
            self.alarm.notices.concern(
                store, member, f"{one.concern_id.hex}:{rung}", urgent=one.level == "urgent", now=now
            )
            concerns.event(store, one.concern_id, one.key_id, now, "notified", staff_id=member.id)
        handovers.told(store, handover, now + every)

    def _every(self, level: Level) -> timedelta:
        """As often as a concern of this level that nobody has."""
        ladder = self.alarm.ladder
        return ladder.again.get(level) or ladder.steps[level][-1].after


def _left(one: Held, there: Roster, now: datetime) -> datetime | None:
    owner = next((m for m in there.staff if m.id == one.owner_id), None)
    member = next((m for m in there.members if owner is not None and m.reference == owner.reference), None)
    return left_since(member, one.last_did, now)


def _end_those_had_again(
    store: Store, waiting: dict[UUID, Handover], held: Sequence[Held], left: dict[UUID, datetime], now: datetime
) -> bool:
    owners = {one.concern_id: one.owner_id for one in held}
    ended = [w for w in waiting.values() if w.concern_id not in left or owners.get(w.concern_id) != w.owner_id]
    for one in ended:
        handovers.end(store, one.id, now)
    return bool(ended)

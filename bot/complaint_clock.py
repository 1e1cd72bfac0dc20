"""The day by which a child was to have an answer to a complaint has passed: the child hears the truth, and it goes up.

What was only to be sorted out becomes formal by itself. Above that the child decides (SI 2006/1738, regs 15 and 18 let
them ask for the next stage), and is told that they can.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from reviews import complaints as rules
from storage import complaints, conversations, staff
from storage.complaints import INFORMAL, Complaint
from storage.days import london_day
from storage.staff import Staff
from storage.store import Store

if TYPE_CHECKING:
    from bot.speaking import Speaker


@dataclass(frozen=True, slots=True)
class ComplaintClock:
    """Looks at every open complaint."""

    speaker: "Speaker"

    def late_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Tell each child once a stage, and whoever answers; whom to wake."""
        wake: set[Hashable] = set()
        for one in complaints.late_untold(store, london_day(now)):
            was_due = one.due_on
            complaints.late_told(store, one, now)
            step = self._go_up(store, one, now)
            self._tell_those_who_answer(store, one, now)
            wake |= {"outbox"}
            if conversations.load(store, one.conversation_id).safe_to_write == "no":
                continue
            who = next(iter(answering(store, one, now)), None)
            facts = {
                "was_for": was_due, "complaint_to": who.first_name if who else "", "complaint_stage": step,
                "complaint_by": complaints.load(store, one.id).due_on,
            }  # fmt: skip
            self.speaker.tell(store, one.conversation_id, "complaint_late", facts, now, proved=True)
            wake.add(one.conversation_id)
        return wake

    def _go_up(self, store: Store, one: Complaint, now: datetime) -> str:
        """`up` when it did; `change` for a wish for another IRO, which has no stages; else `same`."""
        if one.kind == rules.CHANGE:
            return "change"
        if one.stage != INFORMAL:
            return "same"
        by = rules.due_on("stage_1", now, self.speaker.reviews)
        complaints.climb(store, complaints.load(store, one.id), "stage_1", by, now)
        return "up"

    def _tell_those_who_answer(self, store: Store, one: Complaint, now: datetime) -> None:
        for member in answering(store, one, now):
            once = f"complaint_late:{one.id.hex}:{one.stage}:{member.reference}"
            self.speaker.alarm.notices.waiting(store, member, "/staff/complaints", once, now)


def answering(store: Store, one: Complaint, now: datetime) -> list[Staff]:
    """Whoever may answer it today: those of its role whom it is not about."""
    about = complaints.about_whom(store, [one.id]).get(one.id, set())
    return [member for member in staff.current(store, london_day(now), one.owner_role) if member.id not in about]

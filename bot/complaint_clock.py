"""The day by which a child was to have an answer to a complaint has passed: the child hears the truth, and it goes up.

What was only to be sorted out becomes formal by itself. Above that the child decides (SI 2006/1738, regs 15 and 18 let
them ask for the next stage), and is told that they can; at the top they hear of the Ombudsman. Each time it is with the
next person who may answer, and the child is told that name.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.complaining import next_of, who_has_it
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
            everybody = answering(store, one, now)
            before, after = who_has_it(one, everybody), whose_turn(one, everybody)
            complaints.late_told(store, one, now)
            if after is not None:
                complaints.has_it(store, one, after.id)
            step = self._go_up(store, one, now)
            self._tell_those_who_answer(store, one, everybody, now)
            wake |= {"outbox"}
            if conversations.load(store, one.conversation_id).safe_to_write == "no":
                continue
            facts = {
                "was_for": one.due_on, "complaint_was": before.first_name if before else "",
                "complaint_to": after.first_name if after else "", "complaint_stage": step,
                "complaint_by": complaints.load(store, one.id).due_on,
            }  # fmt: skip
            self.speaker.tell(store, one.conversation_id, "complaint_late", facts, now, proved=True)
            wake.add(one.conversation_id)
        return wake

    def _go_up(self, store: Store, one: Complaint, now: datetime) -> str:
        """`up` when it did; `change` for a wish for another IRO, which has no stages; `top` above all; else `same`."""
        if one.kind == rules.CHANGE:
            return "change"
        if one.stage != INFORMAL:
            return "same" if next_of(one) else "top"
        by = rules.due_on("stage_1", now, self.speaker.reviews)
        complaints.climb(store, complaints.load(store, one.id), "stage_1", by, now)
        return "up"

    def _tell_those_who_answer(self, store: Store, one: Complaint, everybody: Sequence[Staff], now: datetime) -> None:
        for member in everybody:
            once = f"complaint_late:{one.id.hex}:{one.stage}:{member.reference}"
            self.speaker.alarm.notices.waiting(store, member, "/staff/complaints", once, now)


def answering(store: Store, one: Complaint, now: datetime) -> list[Staff]:
    """Whoever may answer it today: those of its role whom it is not about."""
    about = complaints.about_whom(store, [one.id]).get(one.id, set())
    return [member for member in staff.current(store, london_day(now), one.owner_role) if member.id not in about]


def whose_turn(one: Complaint, everybody: Sequence[Staff]) -> Staff | None:
    """Whoever comes after the one who had it and did not answer; the same where nobody else may."""
    had = who_has_it(one, everybody)
    return everybody[(everybody.index(had) + 1) % len(everybody)] if had else None

"""A child who waits longer than promised: who stands in hears, then the manager, and the child is told each time.

The clock runs from the first message or request that no human has answered. A message of the computer, a page that was
opened, a read mark or a time that was only booked does not stop it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from bot.facts import london_day
from bot.speaking import Speaker
from reviews.standing_in import Answering, for_children
from reviews.timetable import OFFICE
from reviews.working_days import add_working_days, reply_by, works_on
from safeguarding.rota import LONDON, Shift
from storage import appointments, broken_waits, conversations, requests, staff
from storage.appointments import Appointment
from storage.broken_waits import BrokenWait, Waiting
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store

MANAGER_STEP = 2


@dataclass(frozen=True, slots=True)
class Waited:
    """Looks at every clock that runs."""

    speaker: Speaker

    def climb_now(self, store: Store, now: datetime) -> set[Hashable]:
        """In office hours: whoever is next is told."""
        if not _office_is_open(now):
            return set()
        running = broken_waits.waiting(store)
        broken = broken_waits.open_ones(store)
        self._end_answered(store, running, broken, now)
        if not running:
            return set()
        answering = for_children(store, [one.child_id for one in running], now, self.speaker.reviews)
        arranged = appointments.of_children(store, [one.child_id for one in running])
        told = False
        for one in running:
            known, who = broken.get(one.conversation_id), answering[one.child_id]
            if known is None:
                told |= self._break(store, one, who, arranged.get(one.child_id, ()), now)
            elif self._manager_due(known, now):
                told |= self._tell_manager(store, one, who, now)
        return {"outbox"} if told else set()

    def own_up_now(self, store: Store, now: datetime) -> set[Hashable]:
        """At an hour good for children: each is told who has been told."""
        wake: set[Hashable] = set()
        for conversation_id, found in broken_waits.open_ones(store).items():
            one = self._locked(store, conversation_id) if found.child_told_step < found.step else None
            if one is None or one.child_told_step >= one.step:
                continue
            broken_waits.child_told(store, one)
            if conversations.load(store, one.conversation_id).safe_to_write == "no":
                continue
            who = self._told(store, one)
            job = _job(who, one.step)
            facts = {"who": who.first_name if who else "", "job": job}
            self.speaker.tell(store, one.conversation_id, "contact_waited", facts, now)
            wake |= {one.conversation_id, "outbox"}
        return wake

    def _end_answered(
        self, store: Store, running: Sequence[Waiting], broken: dict[UUID, BrokenWait], now: datetime
    ) -> None:
        """One whose clock was stopped by what does not end the row itself."""
        still = {one.conversation_id for one in running}
        for conversation_id in broken.keys() - still:
            broken_waits.end(store, conversation_id, None, "reply", now)

    def _break(
        self, store: Store, one: Waiting, who: Answering, arranged: Sequence[Appointment], now: datetime
    ) -> bool:
        today, promised = london_day(now), self._promised(store, one, who, arranged, now)
        if promised >= today:
            return False
        next_one = next(iter(who.then), None)
        if self._locked(store, one.conversation_id) is not None:  # another worker was faster
            return False
        broken_waits.break_promise(store, one, promised, next_one.id if next_one else None, today, now)
        for member in filter(None, (who.who, next_one)):
            self._notify(store, member, one.conversation_id, 1, now)
        return True

    def _promised(
        self, store: Store, one: Waiting, who: Answering, arranged: Sequence[Appointment], now: datetime
    ) -> date:
        """The day the child was told: of a request still open, or of the time that was agreed with them."""
        asked = [r for r in requests.of_conversation(store, one.conversation_id) if _runs(r)]
        days = [r.due_on for r in asked]
        if not days:
            pattern = who.who.working_pattern if who.who else OFFICE
            days = [reply_by(pattern, one.since, self.speaker.settings.reply_within_working_days)]
        ahead = [london_day(a.starts_at) for a in arranged if a.state == "agreed" and a.starts_at and a.starts_at > now]
        return max([min(days), *ahead[-1:]])

    def _manager_due(self, known: BrokenWait, now: datetime) -> bool:
        due = add_working_days(OFFICE, known.stepped_on, self.speaker.reviews.manager_after_working_days)
        return known.step < MANAGER_STEP and london_day(now) >= due

    def _locked(self, store: Store, conversation_id: UUID) -> BrokenWait | None:
        """The broken wait of a conversation as it stands now, with the conversation locked: one worker does it once."""
        conversations.lock(store, [conversation_id])
        return broken_waits.open_ones(store, [conversation_id]).get(conversation_id)

    def _tell_manager(self, store: Store, one: Waiting, who: Answering, now: datetime) -> bool:
        """Whoever is the manager; nobody twice."""
        known = self._locked(store, one.conversation_id)
        if known is None or not self._manager_due(known, now):
            return False
        managers = [m for m in (who.who, *who.then) if m and m.role == "iro_manager"]
        manager = next((m for m in managers if m.id != known.told_staff_id), None)
        if manager is None:
            broken_waits.climb(store, known, known.told_staff_id, london_day(now), silently=True)
            return False
        broken_waits.climb(store, known, manager.id, london_day(now))
        self._notify(store, manager, known.conversation_id, MANAGER_STEP, now)
        return True

    def _notify(self, store: Store, member: Staff, where: UUID, step: int, now: datetime) -> None:
        path = "/staff/figures#waiting" if member.role == "iro_manager" else "/staff/today"
        once = f"waited:{where.hex}:{step}:{london_day(now)}:{member.reference}"
        self.speaker.alarm.notices.waiting(store, member, path, once, now)

    def _told(self, store: Store, one: BrokenWait) -> Staff | None:
        return staff.find(store, one.told_staff_id) if one.told_staff_id else None


def _job(who: Staff | None, step: int) -> str:
    """What the child is told of whoever was told: manager_too where somebody else was told before."""
    if who is None:
        return "office"
    if who.role != "iro_manager":
        return "deputy"
    return "manager" if step == 1 else "manager_too"


def _runs(request: Request) -> bool:
    return request.kind in requests.FOR_THE_IRO and request.owner_role == "iro" and request.state != "done"


def _office_is_open(now: datetime) -> bool:
    return works_on(OFFICE, now.astimezone(LONDON).date()) and Shift.parse(OFFICE).covers(now)

"""Contact that is arranged, by the clock: both are reminded before it; afterwards somebody says what came of it."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.good_time import good_hour
from bot.speaking import Speaker
from reviews.kept_times import kept
from storage import appointments, concerns, conversations, staff
from storage.appointments import Appointment
from storage.store import Store


@dataclass(frozen=True, slots=True)
class KeepingTimes:
    """What is due around what was agreed."""

    speaker: Speaker

    @property
    def before(self) -> timedelta:
        """How long before it both are reminded."""
        return timedelta(minutes=self.speaker.reviews.contact_remind_minutes)

    def remind_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Once, with the time and never what it is about. Booked at short notice it is fresh in mind, and not said."""
        wake: set[Hashable] = set()
        for one in appointments.to_remind(store, now, self.before):
            appointments.mark(store, one.id, reminded_at=now)
            if one.agreed_at is not None and now - one.agreed_at < self.before:
                continue
            self._remind_staff(store, one, now)
            wake |= {"outbox", *self._say(store, one, "contact_reminder", now)}
        return wake

    def ask_now(self, store: Store, now: datetime) -> set[Hashable]:
        """Nobody has said what came of it: the child is asked, once, at a good hour; no answer changes nothing."""
        if not good_hour(now, self.speaker.reviews):
            return set()
        wake: set[Hashable] = set()
        after = timedelta(hours=self.speaker.reviews.contact_ask_after_hours)
        for one in appointments.to_ask(store, now, after):
            appointments.mark(store, one.id, asked_at=now)
            if one.conversation_id and not concerns.open_in(store, [one.conversation_id]):
                wake |= {"outbox", *self._say(store, one, "contact_happened", now)}
        return wake

    def next_due(self, store: Store, now: datetime) -> datetime | None:
        """When the next reminder is due, for a clock that is moved by hand."""
        return appointments.next_reminder(store, now, self.before)

    def _remind_staff(self, store: Store, one: Appointment, now: datetime) -> None:
        who = staff.find(store, one.staff_id)
        self.speaker.alarm.notices.soon(store, who, "/staff/today", f"soon:{one.id.hex}:{who.reference}", now)

    def _say(self, store: Store, one: Appointment, flow: str, now: datetime) -> set[Hashable]:
        where = one.conversation_id
        if where is None or one.starts_at is None or conversations.load(store, where).safe_to_write == "no":
            return set()
        facts = {"how": one.how, "at": kept([one.starts_at])}
        self.speaker.tell(store, where, flow, facts, now, proved=True)
        return {where}

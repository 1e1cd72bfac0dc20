"""From a screening to a human: opens a concern or joins the open one, tells who must be told, keeps the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from bot.facts import Surroundings
from bot.notices import concern_notice
from bot.watch import on_watch, people
from safeguarding.escalation import Clock, notice
from safeguarding.exclusion import StaffName, named_adults
from safeguarding.screening import Level, Screening
from storage import audit, concerns
from storage.audit import AuditEvent
from storage.concerns import Concern
from storage.conversations import Conversation
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Alarm:
    """What raises alarms in one service: where the portal is."""

    portal_url: str

    def heard(
        self, store: Store, conversation: Conversation, message_id: UUID, text: str, screening: Screening,
        around: Surroundings, now: datetime,
    ) -> UUID | None:  # fmt: skip
        """One message of a child and what the screen says of it. The concern it opened or joined, if any."""
        concern = around.concerns.get(conversation.id)
        if screening.level >= Level.concern:
            about = _about(text, conversation, around, now)
            if concern is None:
                return self._open(store, conversation, message_id, screening, about, around.staff, now)
            self._join(store, concern, message_id, screening.level, about, around.staff, now)
        elif concern is not None:
            concerns.event(store, concern.id, concern.key_id, now, "joined", message_id=message_id)
        return concern.id if concern else None

    def unread(
        self, store: Store, conversation: Conversation, message_id: UUID, around: Surroundings, now: datetime
    ) -> UUID | None:
        """Something the screen could not even look at (a voice note, a failed arrival): a human must."""
        screening = Screening(Level.concern, 1.0, ("unreadable",), (), readable=False)
        return self.heard(store, conversation, message_id, "", screening, around, now)

    def not_safe(
        self, store: Store, conversation: Conversation, message_id: UUID, around: Surroundings, now: datetime
    ) -> UUID | None:
        """The child tapped that they are not safe: no words to judge, and none are needed."""
        screening = Screening(Level.urgent, 1.0, ("not_safe_now",), ())
        return self.heard(store, conversation, message_id, "", screening, around, now)

    def _open(
        self, store: Store, conversation: Conversation, message_id: UUID, screening: Screening, about: Sequence[Staff],
        everyone: Sequence[Staff], now: datetime,
    ) -> UUID:  # fmt: skip
        concern_id = concerns.open_concern(
            store, now, conversation_id=conversation.id, key_id=conversation.key_id, message_id=message_id,
            level=screening.level.name, categories=screening.categories, readable=screening.readable,
        )  # fmt: skip
        audit.record(store, AuditEvent.CONCERN_OPENED, now, child_id=conversation.child_id, subject_id=concern_id)
        for adult in about:
            concerns.exclude(store, concern_id, adult.id, None, now)
        concern = concerns.open_in(store, [conversation.id])[conversation.id]
        self.tell_rung(store, concern, everyone, now)
        return concern_id

    def _join(
        self, store: Store, concern: Concern, message_id: UUID, level: Level, about: Sequence[Staff],
        everyone: Sequence[Staff], now: datetime,
    ) -> None:  # fmt: skip
        concerns.event(store, concern.id, concern.key_id, now, "joined", message_id=message_id)
        for adult in about:
            concerns.exclude(store, concern.id, adult.id, None, now)
        self.rearm(store, concern, level, everyone, now)

    def rearm(self, store: Store, concern: Concern, level: Level, everyone: Sequence[Staff], now: datetime) -> None:
        """The child wrote again: whoever has it is told; a worse level starts the ladder anew."""
        clock = Clock(Level[concern.level], concern.clock_from, concern.taken_at, concern.breached_at)
        again = clock.rearm(level, now)
        concerns.set_clock(
            store, concern.id, step=concern.step, next_step_at=concern.next_step_at, clock_from=again.started,
            level=again.level.name, breached_at=again.breached_at,
        )  # fmt: skip
        if concern.state == "taken":
            self.remind(store, concern, everyone, now)
        elif again.started != concern.clock_from:
            fresh = concerns.open_in(store, [concern.conversation_id])[concern.conversation_id]
            self.tell_rung(store, fresh, everyone, now, step=0)

    def remind(self, store: Store, concern: Concern, everyone: Sequence[Staff], now: datetime) -> None:
        """Tell whoever has it, or whoever is on duty, once more, now."""
        owner = [m for m in everyone if m.id == concern.owner_id and concern.state == "taken"]
        for member in owner or on_watch(everyone, now, concerns.excluded(store, concern.id)):
            self._tell(store, concern, member, f"again-{now.timestamp():.0f}", now)

    def tell_rung(
        self, store: Store, concern: Concern, everyone: Sequence[Staff], now: datetime, step: int | None = None
    ) -> None:
        """Tell everybody on this rung of the ladder (the concern's own unless given) and set when the next is due."""
        step = concern.step if step is None else step
        excluded = {m.reference for m in everyone if m.id in concerns.excluded(store, concern.id)}
        due = notice(Level[concern.level], concern.clock_from, step, people(everyone, now), excluded=excluded)
        for member in everyone:
            if member.reference in due.tell:
                self._tell(store, concern, member, str(step), now)
        concerns.set_clock(
            store, concern.id, step=step + 1, next_step_at=due.next_due, breached_at=now if step > 0 else None
        )

    def _tell(self, store: Store, concern: Concern, member: Staff, rung: str, now: datetime) -> None:
        concern_notice(store, member, concern.id, rung, self.portal_url, now)
        concerns.event(store, concern.id, concern.key_id, now, "notified", staff_id=member.id)


def _about(text: str, conversation: Conversation, around: Surroundings, now: datetime) -> list[Staff]:
    """The members of staff these words may be about: they are kept out of it."""
    iro = around.iros.get(conversation.child_id) if conversation.child_id else None
    watching = {m.id for m in on_watch(around.staff, now)}
    names = [
        StaffName(m.reference, m.first_name, m.last_name, role=m.role, own_iro=m == iro, on_duty=m.id in watching)
        for m in around.staff
    ]
    found = named_adults(text, names)
    return [m for m in around.staff if m.reference in found]

"""From a screening to a human: opens a concern or joins the open one, tells who must be told, keeps the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from bot.facts import Surroundings
from bot.notices import Notices
from bot.watch import Roster
from safeguarding.escalation import DEFAULT, Clock, Ladder, notice, step_due
from safeguarding.exclusion import StaffName, named_adults
from safeguarding.screening import Level, Screening
from storage import audit, concerns, staff_notices
from storage.audit import AuditEvent
from storage.concerns import TO_HEAR, Concern
from storage.conversations import Conversation
from storage.messages import Heard
from storage.staff import Staff
from storage.store import Store

WROTE_AGAIN = timedelta(minutes=10)
"""However much a child writes, whoever has their concern hears of it once in so long, unless it gets worse."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """What raises alarms in one service: how staff are told, and the ladder of whom next."""

    notices: Notices
    ladder: Ladder = DEFAULT

    def heard(
        self, store: Store, conversation: Conversation, message_id: UUID, text: str, screening: Screening,
        around: Surroundings, now: datetime, before: Sequence[Heard] = (),
    ) -> UUID | None:  # fmt: skip
        """One message of a child and what the screen says of it. The concern it opened or joined, if any.

        Who is named in it, or was just before it, is kept out; also in quiet words that join ("it was Graham").
        """
        concern = around.concerns.get(conversation.id)
        if screening.level >= Level.concern:
            named = about(text, conversation, around, now, before)
            if concern is None:
                return self._open(store, conversation, message_id, screening, named, around.roster, now)
            self._join(store, concern, message_id, screening.level, named, around.roster, now)
            if concern.only_to_hear and TO_HEAR not in screening.categories:
                self._more_than_to_hear(store, concern, screening, around.roster, now)
        elif concern is not None:
            concerns.event(store, concern.id, concern.key_id, now, "joined", message_id=message_id)
            for adult in about(text, conversation, around, now):
                concerns.exclude(store, concern.id, adult.id, None, now)
            if not (conversation.human_until and conversation.human_until > now):
                concern = concerns.open_in(store, [conversation.id])[conversation.id]  # its owner may be kept out now
                self._wrote_again(store, concern, around.roster, now)
        return concern.id if concern else None

    def unread(
        self, store: Store, conversation: Conversation, message_id: UUID, around: Surroundings, now: datetime, *,
        kept: bool = False,
    ) -> UUID | None:  # fmt: skip
        """Something the screen could not even look at: a human must.

        `kept`: a voice note or a drawing is there to be heard or seen. Else there is nothing but that it came: a
        picture that was not taken, a failed arrival.
        """
        screening = Screening(Level.concern, 1.0, (TO_HEAR if kept else "unreadable",), (), readable=False)
        return self.heard(store, conversation, message_id, "", screening, around, now)

    def not_safe(
        self, store: Store, conversation: Conversation, message_id: UUID, around: Surroundings, now: datetime
    ) -> UUID | None:
        """The child tapped that they are not safe: no words to judge, and none are needed."""
        screening = Screening(Level.urgent, 1.0, ("not_safe_now",), ())
        return self.heard(store, conversation, message_id, "", screening, around, now)

    def _open(
        self, store: Store, conversation: Conversation, message_id: UUID, screening: Screening, about: Sequence[Staff],
        roster: Roster, now: datetime,
    ) -> UUID:  # fmt: skip
        concern_id = concerns.open_concern(
            store, now, conversation_id=conversation.id, key_id=conversation.key_id, message_id=message_id,
            level=screening.level.name, categories=screening.categories, readable=screening.readable,
        )  # fmt: skip
        audit.record(store, AuditEvent.CONCERN_OPENED, now, child_id=conversation.child_id, subject_id=concern_id)
        for adult in about:
            concerns.exclude(store, concern_id, adult.id, None, now)
        concern = concerns.open_in(store, [conversation.id])[conversation.id]
        self.tell_rung(store, concern, roster, now)
        return concern_id

    def _join(
        self, store: Store, concern: Concern, message_id: UUID, level: Level, about: Sequence[Staff],
        roster: Roster, now: datetime,
    ) -> None:  # fmt: skip
        concerns.event(store, concern.id, concern.key_id, now, "joined", message_id=message_id)
        for adult in about:
            concerns.exclude(store, concern.id, adult.id, None, now)
        self.rearm(store, concern, level, roster, now)

    def _more_than_to_hear(
        self, store: Store, concern: Concern, screening: Screening, roster: Roster, now: datetime
    ) -> None:
        """A worry in words after a voice note that nobody has heard yet: whoever knows of that hears of it at once."""
        concerns.no_longer_only_to_hear(store, concern.id, screening.categories)
        if concern.state == "open" and screening.level.name == concern.level:
            self.remind(store, concern, roster, now)

    def rearm(self, store: Store, concern: Concern, level: Level, roster: Roster, now: datetime) -> None:
        """The child wrote again: whoever has it is told; a worse level starts the ladder anew."""
        clock = _clock(concern)
        again = clock.rearm(level, now, self.ladder)
        concerns.set_clock(
            store, concern.id, step=concern.step, next_step_at=concern.next_step_at, clock_from=again.started,
            level=again.level.name, breached_at=again.breached_at,
        )  # fmt: skip
        if concern.state == "taken":
            self.remind(store, concern, roster, now)
        elif (again.started, again.level) != (clock.started, clock.level):
            fresh = concerns.open_in(store, [concern.conversation_id])[concern.conversation_id]
            self.tell_rung(store, fresh, roster, now, step=0)

    def _wrote_again(self, store: Store, concern: Concern, roster: Roster, now: datetime) -> None:
        """Quiet words in a concern that somebody has: they are told, but not of every single message."""
        rung = f"wrote-{now.timestamp() // WROTE_AGAIN.total_seconds():.0f}"
        owner = next((m for m in roster.staff if m.id == concern.owner_id and concern.state == "taken"), None)
        if owner is not None and not staff_notices.reached(store, f"concern:{concern.id.hex}:{rung}:"):
            self.tell(store, concern, owner, rung, now)

    def remind(self, store: Store, concern: Concern, roster: Roster, now: datetime) -> None:
        """Tell whoever has it, or whoever is on duty, once more, now."""
        owner = [m for m in roster.staff if m.id == concern.owner_id and concern.state == "taken"]
        for member in owner or roster.on_watch(now, concerns.excluded(store, concern.id)):
            self.tell(store, concern, member, f"again-{now.timestamp():.0f}", now)

    def tell_rung(self, store: Store, concern: Concern, roster: Roster, now: datetime, step: int | None = None) -> None:
        """Tell everybody on this rung of the ladder (the concern's own unless given) and set when the next is due.

        After a time in which nothing ran, only the rung that ought to have been reached is told, not each before it.
        """
        level, step = Level[concern.level], concern.step if step is None else step
        step = max(step, step_due(level, concern.clock_from, now, self.ladder) or 0)
        excluded = roster.references(concerns.excluded(store, concern.id))
        due = notice(level, concern.clock_from, step, roster.people(now), excluded=excluded, ladder=self.ladder)
        if due.nobody_on_duty:
            concerns.event(store, concern.id, concern.key_id, now, "nobody_on_duty")
        for member in roster.named(due.tell):
            self.tell(store, concern, member, f"{concern.level}-{concern.clock_from.timestamp():.0f}-{step}", now)
        breached = _clock(concern).seen(now, self.ladder).breached_at
        concerns.set_clock(store, concern.id, step=step + 1, next_step_at=due.next_due, breached_at=breached)

    def tell(self, store: Store, concern: Concern, member: Staff, rung: str, now: datetime) -> None:
        """One notice to one person; a child who re-arms the clock makes new ones (`rung` holds when it started)."""
        self.notices.concern(store, member, f"{concern.id.hex}:{rung}", urgent=concern.level == "urgent", now=now)
        concerns.event(store, concern.id, concern.key_id, now, "notified", staff_id=member.id)


def _clock(concern: Concern) -> Clock:
    return Clock(Level[concern.level], concern.clock_from, concern.taken_at, concern.breached_at)


def about(
    text: str, conversation: Conversation, around: Surroundings, now: datetime, before: Sequence[Heard] = ()
) -> list[Staff]:
    """The members of staff these words may be about: they are kept out of it."""
    iro = around.iros.get(conversation.child_id) if conversation.child_id else None
    watching = {m.id for m in around.roster.on_watch(now)}
    names = [
        StaffName(m.reference, m.first_name, m.last_name, role=m.role, own_iro=m == iro, on_duty=m.id in watching)
        for m in around.staff
    ]
    found = named_adults(text, names, [m.text for m in before if m.author == "child" and m.kind == "text"])
    return [m for m in around.staff if m.reference in found]

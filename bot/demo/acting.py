"""What staff do in the conversations of the demo: the same steps as their pages take, with the same audit events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NoReturn
from uuid import UUID

from bot.demo import leading, reviewing
from bot.demo.scenes import in_working_days
from bot.facts import london_day
from bot.speaking import Speaker
from reviews import arranging
from reviews.kept_times import kept
from reviews.slots import minutes_for
from safeguarding.rota import Shift
from storage import allocations, appointments, audit, caseload, concerns, outcomes, requests, staff
from storage.appointments import Wanted
from storage.audit import AuditEvent
from storage.children import Child
from storage.concerns import Concern
from storage.errors import StorageError
from storage.outcomes import Outcome
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True)
class Acting:
    """One member of staff at one moment with one child."""

    store: Store
    speaker: Speaker
    child: Child
    conversation_id: UUID
    now: datetime

    @cached_property
    def iro(self) -> Staff:
        found = allocations.iro_of(self.store, self.child.id, london_day(self.now))
        return found or self._nobody("IRO")

    @cached_property
    def concern(self) -> Concern:
        found = concerns.of_conversation(self.store, self.conversation_id)
        return found[-1] if found else self._nobody("concern")

    @cached_property
    def officer(self) -> Staff:
        """Whoever took the concern, else who is on duty."""
        if self.concern.owner_id:
            return staff.many(self.store, [self.concern.owner_id])[self.concern.owner_id]
        officers = staff.current(self.store, london_day(self.now), "duty_officer")
        on_duty = (one for one in officers if Shift.parse(one.working_pattern).covers(self.now))
        return next(on_duty, None) or self._nobody("officer on duty")

    def request(self, state: str) -> Request:
        """What the child asked for last of what is in this state."""
        asked = requests.of_child(self.store, self.child.id)
        found = (one for one in reversed(asked) if one.state == state and one.kind == "contact")
        return next(found, None) or self._nobody(f"{state} request")

    def record(self, event: AuditEvent, who: Staff, subject: UUID | None = None, detail: str = "") -> None:
        audit.record(
            self.store, event, self.now, staff_id=who.id, child_id=self.child.id, subject_id=subject, detail=detail
        )

    def _nobody(self, what: str) -> NoReturn:
        raise StorageError(f"bot/demo/conversations.yaml: {self.child.reference} has no {what} at {self.now}.")


def act(acting: Acting, kind: str, what: Any) -> None:
    """Do one step. Raises `KeyError` for a step nobody knows."""
    _ACTS[kind](acting, what)


def _read(acting: Acting, _: str) -> None:
    caseload.mark_read(acting.store, acting.conversation_id, acting.iro.id, acting.now, by=acting.iro.id)
    acting.record(AuditEvent.CONVERSATION_READ, acting.iro, acting.conversation_id)


def _reply(acting: Acting, text: str) -> None:
    said = acting.speaker.say(acting.store, acting.conversation_id, acting.iro.id, "iro", text, acting.now)
    acting.record(AuditEvent.REPLY_SENT, acting.iro, said)


def _arrange(acting: Acting, what: Mapping[str, Any]) -> None:
    """The IRO and the child have found a time; the child is told of it."""
    request, iro, child = acting.request("open"), acting.iro, acting.child
    at = in_working_days(iro.working_pattern, acting.now, what["in_working_days"], what["time"])
    wanted = Wanted(
        child.id, acting.conversation_id, child.key_id, iro.id, request.how or "other",
        minutes_for(request.how, acting.speaker.reviews), request.id, what["answer"],
    )  # fmt: skip
    agreed = appointments.agree(acting.store, wanted, "iro", at, acting.now)
    arranging.request_arranged(acting.store, agreed)
    acting.record(AuditEvent.CONTACT_AGREED, iro, agreed, "iro")
    facts = {"at": kept([at]), "how": request.how}
    acting.speaker.tell(acting.store, acting.conversation_id, "contact_agreed", facts, acting.now)


def _done(acting: Acting, answer: str) -> None:
    """The contact that was agreed has been held."""
    agreed = next(one for one in appointments.standing(acting.store, acting.child.id) if one.state == "agreed")
    came = arranging.Outcome("held", agreed.starts_at, 30, answer)
    arranging.record_outcome(acting.store, agreed.id, came, acting.iro.id, acting.now)
    acting.record(AuditEvent.CONTACT_RECORDED, acting.iro, agreed.id, "held")


def _take(acting: Acting, _: str) -> None:
    officer = acting.officer
    concerns.take(acting.store, acting.concern.id, officer.id, acting.now)
    acting.record(AuditEvent.CONCERN_TAKEN, officer, acting.concern.id)
    facts = {"who": officer.first_name, "job": officer.job_title}
    acting.speaker.tell(acting.store, acting.conversation_id, "officer_took_it", facts, acting.now)


def _write(acting: Acting, text: str) -> None:
    officer, concern = acting.officer, acting.concern
    said = acting.speaker.say(acting.store, acting.conversation_id, officer.id, "duty", text, acting.now)
    concerns.event(
        acting.store, concern.id, concern.key_id, acting.now, "wrote", staff_id=officer.id, message_id=said
    )  # fmt: skip
    acting.record(AuditEvent.REPLY_SENT, officer, concern.id)


def _note(acting: Acting, text: str) -> None:
    concerns.note(acting.store, acting.concern.id, acting.officer.id, text, acting.now)


def _close(acting: Acting, what: Mapping[str, Any]) -> None:
    concern, officer = acting.concern, acting.officer
    outcome = Outcome(
        what["done"].strip(), tuple(what.get("referred", ())), what.get("false_alarm", ""), what.get("told", ""),
        what.get("words", "").strip(), acting.now if what.get("told") in ("wrote", "spoke") else None,
    )  # fmt: skip
    outcomes.close(acting.store, concern.id, officer.id, outcome, acting.now)
    acting.record(AuditEvent.CONCERN_CLOSED, officer, concern.id, outcome.false_alarm or outcome.referred[0])
    facts = {"who": officer.first_name}
    acting.speaker.tell(acting.store, acting.conversation_id, "concern_closed", facts, acting.now)


_ACTS: Mapping[str, Callable[[Acting, Any], None]] = {
    "read": _read,
    "reply": _reply,
    "arrange": _arrange,
    "done": _done,
    "take": _take,
    "write": _write,
    "note": _note,
    "close": _close,
    **reviewing.ACTS,
    **leading.ACTS,
}

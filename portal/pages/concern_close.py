"""Closing a concern: a person says what was done, who has it now, what the child was told. Nothing else does."""

from datetime import datetime

from portal.access import May, Page
from portal.pages.clocks import from_form
from portal.pages.concern_work import Step, own, page, write_to_child
from storage import concerns, conversations, outcomes
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.outcomes import Outcome
from storage.store import Store


def outcome_of(step: Step) -> Outcome:
    """What the form says. Raises `BadData` with the code of what is missing."""
    said = {name: value.strip() for name, value in step.form.items()}
    if said.get("outcome") not in ("acted", "false_alarm"):
        raise BadData("no_outcome")
    if said["outcome"] == "false_alarm":
        outcome = Outcome(said.get("why", ""), false_alarm=said.get("reason") or "none_given")
    else:
        told = said.get("told", "")
        outcome = Outcome(
            said.get("done", ""), tuple(said.get("referred", "").split()), told=told,
            told_words=said.get(f"words_{told}", ""), told_at=_told_at(step, told),
        )  # fmt: skip
    if lacking := outcomes.missing(outcome):
        raise BadData(lacking)
    return outcome


def _told_at(step: Step, told: str) -> datetime | None:
    """Now when it is written in the chat; when they spoke, what the form says, never still to come."""
    if told != "spoke":
        return step.now if told == "wrote" else None
    at = from_form(step.form.get("told_day", ""), step.form.get("told_time", ""))
    if at is None or at > step.now:
        raise BadData("no_told_at")
    return at


def _close(store: Store, step: Step) -> None:
    own(step)
    outcome = outcome_of(step)
    outcomes.close(store, step.concern.id, step.officer.id, outcome, step.now)
    step.record(store, AuditEvent.CONCERN_CLOSED, detail=outcome.false_alarm or outcome.referred[0])
    if outcome.told == "wrote":
        write_to_child(store, step, outcome.told_words)
    talk = conversations.load(store, step.concern.conversation_id)
    another = concerns.open_in(store, [talk.id])
    if talk.safe_to_write != "no" and not another:
        step.desk.tell(store, talk.id, "concern_closed", {"who": step.officer.first_name})


PAGES = (Page("POST", "/concerns/{id}/close", May.WORK_CONCERNS, page(_close, after="/staff/concerns")),)

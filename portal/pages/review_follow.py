"""After the decisions: telling the child, moving or withdrawing one, and acting on a "not yet"."""

from uuid import UUID

from portal.access import May, Page
from portal.pages.review_case import Wrong, write_to_child
from portal.pages.review_step import Step, page
from reviews.challenges import INFORMAL, due_on
from storage import challenges, decisions
from storage.audit import AuditEvent
from storage.decisions import Decision
from storage.store import Store


def _tell(store: Store, step: Step) -> UUID | None:
    """Release what was decided: My IRO tells the child, or the IRO says that they told them face to face."""
    case = step.case
    untold = decisions.untold(store, case.review.id)
    if not untold:
        raise Wrong("", "nothing_to_tell")
    if case.talk is None or case.unsafe or step.field("how") == "myself":
        if step.field("how") != "myself":
            raise Wrong("how", "not_joined" if case.talk is None else "unsafe_to_tell")
        decisions.told(store, [one.id for one in untold], step.now)
        step.record(store, AuditEvent.DECISIONS_TOLD, detail=f"{len(untold)} told in person")
        return None
    count = step.desk.tell_decisions(store, case.review.id)
    if not count:
        raise Wrong("", "not_told")
    step.record(store, AuditEvent.DECISIONS_TOLD, detail=f"{count} told here")
    return case.talk.id


def _withdraw(store: Store, step: Step) -> UUID | None:
    decision = step.decision(store)
    _must_stand(decision)
    if not step.field("reason"):
        raise Wrong("reason", "no_withdraw_reason")
    decisions.withdraw(store, decision, step.field("reason"), step.case.who.id, step.now)
    _acted(store, step, decision)
    step.record(store, AuditEvent.DECISION_WITHDRAWN, decision.id)
    return None


def _move(store: Store, step: Step) -> UUID | None:
    """Another day with a reason; the child is asked again when it has come."""
    decision, day = step.decision(store), step.day("due_on")
    _must_stand(decision)
    if day is None or day < step.case.today:
        raise Wrong("due_on", "no_new_day")
    if not step.field("reason"):
        raise Wrong("reason", "no_move_reason")
    decisions.move_for(store, decision, day, step.field("reason"), step.case.who.id, step.now)
    _acted(store, step, decision)
    step.record(store, AuditEvent.DECISION_MOVED, decision.id)
    return None


def _chase(store: Store, step: Step) -> UUID | None:
    """Write to the child what was done about it."""
    decision = step.decision(store)
    talk = write_to_child(store, step.desk, step.case, step.form, step.now)
    _acted(store, step, decision)
    step.record(store, AuditEvent.DECISION_CHASED, decision.id)
    return talk


def _challenge(store: Store, step: Step) -> UUID | None:
    """Take it up with the authority: informally first."""
    decision = step.decision(store) if step.number else None
    if step.field("topic") not in challenges.TOPICS:
        raise Wrong("topic", "no_topic")
    if not step.field("issue"):
        raise Wrong("issue", "no_issue")
    opened = challenges.start(
        store, step.case.child, step.case.who.id, step.now, topic=step.field("topic"), issue=step.field("issue"),
        stage=INFORMAL, due_on=due_on(INFORMAL, step.now, step.desk.reviews),
        decision_id=decision.id if decision else None,
    )  # fmt: skip
    if decision is not None:
        decisions.settle(store, decision, "challenged")
        _acted(store, step, decision)
    step.record(store, AuditEvent.CHALLENGE_OPENED, opened, step.field("topic"))
    return None


def _must_stand(decision: Decision) -> None:
    if decision.state == "withdrawn":
        raise Wrong("", "withdrawn_already")


def _acted(store: Store, step: Step, decision: Decision) -> None:
    """Every "not yet" of this decision has been acted on: its clock stops."""
    for view in decisions.views_of(store, [decision.id]).get(decision.id, ()):
        if view.view == "not_yet" and view.seen_at is None:
            decisions.acted_on(store, view.id, step.now)


ONE = "/reviews/{review}/decisions/{number}"
PAGES = (
    Page("POST", "/reviews/{review}/tell", May.WORK_FOR_REVIEWS, page(_tell, "decisions")),
    Page("POST", "/reviews/{review}/challenge", May.WORK_FOR_REVIEWS, page(_challenge, "challenge")),
    Page("POST", f"{ONE}/withdraw", May.WORK_FOR_REVIEWS, page(_withdraw, "decisions")),
    Page("POST", f"{ONE}/move", May.WORK_FOR_REVIEWS, page(_move, "decisions")),
    Page("POST", f"{ONE}/chase", May.WORK_FOR_REVIEWS, page(_chase, "decisions")),
    Page("POST", f"{ONE}/challenge", May.WORK_FOR_REVIEWS, page(_challenge, "decisions")),
)

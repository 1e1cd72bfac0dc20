"""Working a concern: take it, write to the child, note, hand on, keep an adult out of it or let them back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page, Role
from portal.desk import DESK, Desk
from portal.pages.concern import concern_id, show
from portal.rendering import signed_in
from safeguarding.checklists import ALL_STEPS
from storage import audit, checklists, concerns, conversations
from storage.audit import AuditEvent
from storage.concerns import Concern
from storage.errors import BadData, NotAllowed, NotFound, OutOfDate
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Step:
    """One thing an officer does to a concern, with what the form said."""

    desk: Desk
    officer: Staff
    concern: Concern
    form: dict[str, str]
    now: datetime

    def record(self, store: Store, event: AuditEvent, detail: str = "") -> None:
        audit.record(
            store, event, self.now, staff_id=self.officer.id, child_id=self.concern.child_id,
            subject_id=self.concern.id, detail=detail,
        )  # fmt: skip

    def colleague(self, field: str) -> UUID:
        """Raises `BadData` when nobody was chosen."""
        try:
            return UUID(self.form.get(field, ""))
        except ValueError:
            raise BadData("nobody_chosen") from None


Act = Callable[[Store, Step], None]


def _take(store: Store, step: Step) -> None:
    concerns.take(store, step.concern.id, step.officer.id, step.now)
    step.record(store, AuditEvent.CONCERN_TAKEN)
    facts = {"who": step.officer.first_name, "job": step.officer.job_title}
    step.desk.tell(store, step.concern.conversation_id, "officer_took_it", facts)


def _write(store: Store, step: Step) -> None:
    text = step.form.get("text", "").strip()
    if not text:
        raise BadData("empty")
    own(step)
    write_to_child(store, step, text)


def _note(store: Store, step: Step) -> None:
    if not step.form.get("note", "").strip():
        raise BadData("no_note")
    concerns.note(store, step.concern.id, step.officer.id, step.form["note"].strip(), step.now)


def _hand_on(store: Store, step: Step) -> None:
    own(step)
    to = step.colleague("to")
    note = step.form.get("note", "").strip()
    if not note:
        raise BadData("no_note")
    concerns.hand_on(store, step.concern.id, step.officer.id, to, note, step.now)
    step.record(store, AuditEvent.CONCERN_HANDED_ON, detail=str(to))
    step.desk.ring(store, step.concern.id, to)


def _exclude(store: Store, step: Step) -> None:
    """`storage.concerns.exclude` writes the audit event itself."""
    concerns.exclude(store, step.concern.id, step.colleague("who"), step.officer.id, step.now)


def _let_back(store: Store, step: Step) -> None:
    """Only a manager may find that a concern is not about somebody after all, and never about themselves."""
    if step.officer.role != Role.IRO_MANAGER:
        raise NotAllowed("only_manager")
    if not step.form.get("reason", "").strip():
        raise BadData("no_let_back_reason")
    concerns.let_back(
        store, step.concern.id, step.colleague("who"), step.officer.id, step.form["reason"].strip(), step.now
    )


def _tick(store: Store, step: Step) -> None:
    """A step of a check-list was done, or was not after all. Also after closing: some steps come days later."""
    wanted, done = step.form.get("step", ""), step.form.get("done") == "yes"
    if wanted not in ALL_STEPS:
        raise BadData("no_such_step")
    checklists.tick(store, step.concern.id, wanted, step.officer.id, step.now, done=done)
    step.record(store, AuditEvent.CONCERN_STEP_DONE if done else AuditEvent.CONCERN_STEP_UNDONE, detail=wanted)


def write_to_child(store: Store, step: Step, text: str) -> None:
    """In the officer's own words; where the child asked not to be written to, only after saying how it was checked."""
    checked = step.form.get("checked", "").strip()
    safe = conversations.load(store, step.concern.conversation_id).safe_to_write
    if safe == "no" and not checked:
        raise BadData("unsafe")
    message = step.desk.say(store, step.concern.conversation_id, step.officer.id, "duty", text)
    concerns.event(
        store, step.concern.id, step.concern.key_id, step.now, "wrote", staff_id=step.officer.id, message_id=message,
        note=checked or None,
    )  # fmt: skip
    step.record(store, AuditEvent.REPLY_SENT)


def own(step: Step) -> None:
    """Whoever acts on a concern has taken it first, so that two people never act past each other."""
    if step.concern.owner_id != step.officer.id or step.concern.state != "taken":
        raise OutOfDate("not_yours")


def page(act: Act, after: str = "") -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        desk, officer, wanted = request.config_dict[DESK], signed_in(request), concern_id(request)
        posted = await request.post()
        form = {name: " ".join(str(value) for value in posted.getall(name)) for name in posted}
        now = desk.clock()

        def work(store: Store) -> UUID:
            concern = concerns.get(store, wanted, officer.id)
            act(store, Step(desk, officer, concern, form, now))
            return concern.conversation_id

        try:
            conversation = await desk.database.write(work)
        except NotFound:
            raise web.HTTPNotFound from None
        except BadData as error:
            return await show(request, wanted, error=str(error), form=form, status=400)
        except OutOfDate as error:
            code = "taken" if act is _take else str(error)
            return await show(request, wanted, error=code, form=form, status=409)
        desk.wake(["concerns", "outbox", conversation])
        gone = act is _exclude and form.get("who") == str(officer.id)
        raise web.HTTPSeeOther("/staff/concerns" if gone else after or f"/staff/concerns/{wanted}")

    return handle


PAGES = (
    Page("POST", "/concerns/{id}/take", May.WORK_CONCERNS, page(_take)),
    Page("POST", "/concerns/{id}/write", May.WORK_CONCERNS, page(_write)),
    Page("POST", "/concerns/{id}/note", May.WORK_CONCERNS, page(_note)),
    Page("POST", "/concerns/{id}/hand-on", May.WORK_CONCERNS, page(_hand_on)),
    Page("POST", "/concerns/{id}/exclude", May.WORK_CONCERNS, page(_exclude)),
    Page("POST", "/concerns/{id}/let-back", May.WORK_CONCERNS, page(_let_back)),
    Page("POST", "/concerns/{id}/step", May.WORK_CONCERNS, page(_tick)),
)

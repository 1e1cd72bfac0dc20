"""Writing a decision: for the record, and the line in the child's words, with how easily that line is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.review_case import ReviewCase, Wrong, opened, wishes_for
from portal.pages.review_step import Step, step_of
from portal.plain import Plainness, look
from portal.rendering import render, signed_in
from storage import decisions
from storage.answers import Answer
from storage.audit import AuditEvent
from storage.decisions import Decision
from storage.errors import BadData
from storage.store import Store

FIELDS = ("kind", "words", "plain", "owner", "due_on", "answer", "wish", "why")


@dataclass(frozen=True, slots=True)
class Draft:
    """The form: whose review, the decision that is changed (None: a new one), and the wishes it may answer."""

    case: ReviewCase
    decision: Decision | None
    wishes: list[Answer]


async def new_page(request: web.Request) -> web.Response:
    return await _form(request)


async def change_page(request: web.Request) -> web.Response:
    return await _form(request)


async def save(request: web.Request) -> web.StreamResponse:
    """Keep it; or show the form again with what is wrong beside its field, and nothing lost that was typed."""
    desk, make = request.config_dict[DESK], await step_of(request)
    form = {name: str(value) for name, value in (await request.post()).items()}

    def work(store: Store) -> bool:
        step = make(store)
        if step is None:
            return False
        _keep(store, step)
        return True

    try:
        found = await desk.database.write(work)
    except BadData as error:
        field = error.field if isinstance(error, Wrong) else ""
        return await _form(request, form=form, error=str(error), field=field, status=400)
    if not found:
        raise web.HTTPNotFound
    where = f"/staff/reviews/{request.match_info['review']}"
    if form.get("then") == "another":
        raise web.HTTPSeeOther(f"{where}/decisions/new?done=kept")
    raise web.HTTPSeeOther(f"{where}?done=kept#decisions")


async def plain(request: web.Request) -> web.Response:
    """How easily a line is read by this child, as a piece of a page; nothing of it is kept."""
    make, form = await step_of(request), await request.post()
    step = await request.config_dict[DESK].database.write(make)
    if step is None:
        raise web.HTTPNotFound
    return render(request, "review-plain-piece.html", plainness=look(str(form.get("text", "")), step.case.band))


async def _form(
    request: web.Request, *, form: Mapping[str, str] | None = None, error: str = "", field: str = "", status: int = 200
) -> web.Response:
    desk, who, now = request.config_dict[DESK], signed_in(request), request.config_dict[DESK].clock()
    draft = await desk.database.write(lambda store: _draft(store, request, who, now))
    if draft is None:
        raise web.HTTPNotFound
    said = dict(form) if form is not None else _as_form(draft.decision)
    seen: dict[str, Plainness] = {name: look(said.get(name, ""), draft.case.band) for name in ("plain", "why")}
    return render(
        request, "review-decision.html", draft=draft, form=said, error=error, field=field, plainness=seen,
        done=request.query.get("done", ""), status=status,
    )  # fmt: skip


def _draft(store: Store, request: web.Request, who: Any, now: datetime) -> Draft | None:
    case = opened(store, who, request.match_info["review"], now, request.config_dict[DESK].reviews)
    if case is None:
        return None
    number = request.match_info.get("number", "")
    decision = Step(request.config_dict[DESK], case, {}, number, now).decision(store) if number else None
    if request.method == "GET" and decision and (decision.told_at or decision.state == "withdrawn"):
        raise web.HTTPSeeOther(f"/staff/reviews/{case.review.reference}#decisions")
    return Draft(case, decision, wishes_for(store, case))


def _as_form(decision: Decision | None) -> dict[str, str]:
    if decision is None:
        return {}
    return {
        "kind": decision.kind, "words": decision.words, "plain": decision.plain, "owner": decision.owner,
        "due_on": decision.due_on.isoformat(), "answer": str(decision.answer_id or ""), "wish": decision.wish,
        "why": decision.why,
    }  # fmt: skip


def _keep(store: Store, step: Step) -> UUID:
    """Raises `Wrong` for the first field that cannot be kept."""
    case = step.case
    if case.review.held_on is None:
        raise Wrong("", "not_held")
    said: dict[str, Any] = {
        "kind": step.field("kind") or "decision", "words": step.field("words"), "plain": step.field("plain"),
        "owner": step.field("owner"), "answer_id": _wish(store, step), "wish": step.field("wish"),
        "why": step.field("why"),
    }  # fmt: skip
    field, line = decisions.wrong_with(**said)
    if line:
        raise Wrong(field, line)
    due_on = _due_on(step)
    if step.number:
        decision = step.decision(store)
        decisions.rewrite(store, decision, due_on=due_on, **said)
        step.record(store, AuditEvent.DECISION_CHANGED, decision.id)
        return decision.id
    made = decisions.make(store, case.review, case.who.id, step.now, due_on=due_on, **said)
    step.record(store, AuditEvent.DECISION_MADE, made)
    return made


def _due_on(step: Step) -> date:
    due_on, held = step.day("due_on"), step.case.review.held_on
    if due_on is None:
        raise Wrong("due_on", "no_due_day")
    if held is not None and due_on < held:
        raise Wrong("due_on", "before_review")
    return due_on


def _wish(store: Store, step: Step) -> UUID | None:
    """The wish that was chosen, when it is one that this reader may know."""
    chosen = step.field("answer")
    if not chosen:
        return None
    known = {str(one.id): one.id for one in wishes_for(store, step.case)}
    if chosen not in known:
        raise Wrong("answer", "no_such_wish")
    return known[chosen]


PAGES = (
    Page("GET", "/reviews/{review}/decisions/new", May.WORK_FOR_REVIEWS, new_page),
    Page("POST", "/reviews/{review}/decisions/new", May.WORK_FOR_REVIEWS, save),
    Page("GET", "/reviews/{review}/decisions/{number}", May.WORK_FOR_REVIEWS, change_page),
    Page("POST", "/reviews/{review}/decisions/{number}", May.WORK_FOR_REVIEWS, save),
    Page("POST", "/reviews/{review}/plain", May.WORK_FOR_REVIEWS, plain),
)

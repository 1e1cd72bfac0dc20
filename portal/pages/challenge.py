"""One challenge: its rungs, what the child has been told of their rights, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.case_form import case_form
from portal.pages.challenge_case import ChallengeCase, opened
from portal.pages.review_case import Wrong, write_to_child
from portal.rendering import render, signed_in
from reviews.challenges import CAFCASS, check_step, climbs, days_at, due_on, may_follow, rights_owed
from storage import challenges, decisions
from storage import staff as people
from storage.audit import AuditEvent
from storage.challenges import Step
from storage.days import london_day
from storage.errors import BadData
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the page. `days` are the working days at each rung so far."""

    case: ChallengeCase
    steps: Sequence[Step]
    days: Sequence[tuple[str, int]]
    owed: bool
    above: Sequence[str]
    people: Mapping[UUID, Staff]


async def challenge_page(request: web.Request) -> web.Response:
    return await _show(request)


async def _show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    desk, who, now = request.config_dict[DESK], signed_in(request), request.config_dict[DESK].clock()

    def work(store: Store) -> Sheet | None:
        case = opened(store, desk, who, request.match_info["challenge"], now)
        if case is None:
            return None
        case.record(store, AuditEvent.CHALLENGE_READ)
        steps = challenges.steps_of(store, [case.challenge.id]).get(case.challenge.id, [])
        end = london_day(case.challenge.closed_at) if case.challenge.closed_at else case.child.today
        return Sheet(
            case, steps, days_at(steps, end), rights_owed(case.challenge, steps),
            (case.challenge.stage, *may_follow(case.challenge.stage, desk.reviews)),
            {member.id: member for member in people.everyone(store)},
        )  # fmt: skip

    sheet = await desk.database.write(work)
    if sheet is None:
        raise web.HTTPNotFound
    return render(
        request, "challenge.html", sheet=sheet, error=error, form=form or {}, done=request.query.get("done", ""),
        results=challenges.RESULTS, status=status,
    )  # fmt: skip


def _step(store: Store, case: ChallengeCase, form: Mapping[str, str]) -> UUID | None:
    """What was done: at the stage it stands on, at a higher one, or with Cafcass beside it."""
    stage, note = form.get("stage", ""), form.get("note", "")
    _must_be_open(case)
    try:
        check_step(case.challenge, stage, case.desk.reviews)
    except BadData:
        raise Wrong("stage", "no_stage") from None
    if not note:
        raise Wrong("note", "no_note")
    higher = climbs(case.challenge, stage)
    by = due_on(stage, case.now, case.desk.reviews) if higher or stage == CAFCASS else case.challenge.due_on
    challenges.note(store, case.challenge, case.who.id, case.now, stage=stage, note=note, due_on=by)
    if higher:
        challenges.climb(store, case.challenge, stage, by)
    case.record(store, AuditEvent.CHALLENGE_STEPPED, stage)
    return None


def _rights(store: Store, case: ChallengeCase, form: Mapping[str, str]) -> UUID | None:
    """The child hears that they may have an advocate and may complain: here, or from the IRO face to face."""
    if form.get("myself"):
        challenges.rights_told(store, case.challenge, case.now)
        case.record(store, AuditEvent.CHALLENGE_RIGHTS_TOLD, "in person")
        return None
    if not form.get("text"):
        raise Wrong("text", "no_rights")
    talk = write_to_child(store, case.desk, case.child, form, case.now)
    challenges.rights_told(store, case.challenge, case.now)
    case.record(store, AuditEvent.CHALLENGE_RIGHTS_TOLD, "here")
    return talk


def _close(store: Store, case: ChallengeCase, form: Mapping[str, str]) -> UUID | None:
    """How it ended; what was challenged stands open again, so that the child is asked whether it has happened."""
    _must_be_open(case)
    if form.get("result") not in challenges.RESULTS:
        raise Wrong("result", "no_result")
    if not form.get("outcome"):
        raise Wrong("outcome", "no_outcome")
    talk = write_to_child(store, case.desk, case.child, form, case.now) if form.get("text") else None
    challenges.close(store, case.challenge, case.now, result=form["result"], outcome=form["outcome"])
    if case.challenge.decision_id is not None:
        decision = decisions.load(store, case.challenge.decision_id)
        if decision.state == "challenged":
            decisions.settle(store, decision, "open")
            decisions.move(store, decision, decision.due_on)
    case.record(store, AuditEvent.CHALLENGE_CLOSED, form["result"])
    return talk


def _must_be_open(case: ChallengeCase) -> None:
    if case.challenge.state != "open":
        raise Wrong("", "closed")


_page = partial(case_form, "challenge", opened, _show)

PAGES = (
    Page("GET", "/challenges/{challenge}", May.WORK_FOR_REVIEWS, challenge_page),
    Page("POST", "/challenges/{challenge}/step", May.WORK_FOR_REVIEWS, _page(_step)),
    Page("POST", "/challenges/{challenge}/rights", May.WORK_FOR_REVIEWS, _page(_rights)),
    Page("POST", "/challenges/{challenge}/close", May.WORK_FOR_REVIEWS, _page(_close)),
)

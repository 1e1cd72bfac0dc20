"""A review's page: when it is, what is still to do, how the child took part, what was decided, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from aiohttp import web

from portal.desk import DESK
from portal.pages.review_case import ReviewCase, opened, wishes_for
from portal.pages.review_due import Telling, ToDo, telling, to_do
from portal.rendering import render, signed_in
from reviews import participation as taking_part
from reviews.participation import Part, Suggestion
from reviews.settings import ReviewSettings
from reviews.timetable import OFFICE, DueReview, Earlier, Lateness, lateness, next_due
from reviews.working_days import works_on
from storage import (
    answers,
    asked_earlier,
    audit,
    cancellations,
    caseload,
    challenges,
    decisions,
    offers,
    participations,
    private_talks,
    referrals,
    reviews,
)
from storage import staff as people
from storage.answers import Answer
from storage.asked_earlier import AskedEarlier
from storage.audit import AuditEvent
from storage.cancellations import Cancellation
from storage.challenges import Challenge
from storage.days import london_day
from storage.decisions import Change, Decision, View
from storage.offers import NotReached
from storage.participations import Participation
from storage.private_talks import PrivateTalk
from storage.referrals import Referral
from storage.staff import Staff
from storage.store import Store

SCHOOL_AGE = range(4, 17)


@dataclass(frozen=True, slots=True)
class Made:
    """One decision, the wish it answers (None: none, or not for this reader), and what came of it."""

    decision: Decision
    wish: Answer | None
    views: Sequence[View]
    changes: Sequence[Change]
    challenge: Challenge | None

    @property
    def waits(self) -> View | None:
        """The child's "not yet" that nobody has acted on."""
        last = self.views[-1] if self.views else None
        return last if last and last.view == "not_yet" and last.seen_at is None and self.open else None

    @property
    def open(self) -> bool:
        return self.decision.state == "open"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the page. `views_sent` counts the child's answers that this reader may know."""

    case: ReviewCase
    lateness: Lateness
    in_school: bool
    to_do: Sequence[ToDo]
    next_due: DueReview
    asked: Sequence[AskedEarlier]
    talk_before: PrivateTalk | None
    taken_part: Sequence[Participation]
    suggestion: Suggestion
    part: Part
    views_sent: int
    made: Sequence[Made]
    telling: Telling | None
    cancelled: Sequence[Cancellation]
    not_reached: NotReached | None
    advocate: Referral | None
    people: Mapping[UUID, Staff]


async def show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    """The page of a review; every reading of it is on the audit trail."""
    desk, who = request.config_dict[DESK], signed_in(request)
    now, reference = desk.clock(), request.match_info["review"]
    part = part_of(form if form and form.get("form") == "part" else request.query)
    if part is None and "attended" in request.query:
        error, form = error or "no_part", form or {"form": "part", "field": "attended"}

    def work(store: Store) -> Sheet | None:
        case = opened(store, who, reference, now, desk.reviews)
        return sheet_of(store, case, part, desk.reviews, now) if case else None

    sheet = await desk.database.write(work)
    if sheet is None:
        raise web.HTTPNotFound
    return render(
        request, "review.html", sheet=sheet, error=error, form=form or {}, done=request.query.get("done", ""),
        suggested="attended" in request.query, topics=challenges.TOPICS, status=status,
    )  # fmt: skip


def sheet_of(store: Store, case: ReviewCase, part: Part | None, settings: ReviewSettings, now: datetime) -> Sheet:
    """Gather the page, and write down that it was read."""
    review = case.review
    found = decisions.of_review(store, review.id)
    sent = wishes_for(store, case)
    before = participations.of_review(store, review.id)
    part = part or _part_so_far(before, sent)
    audit.record(store, AuditEvent.REVIEW_READ, now, staff_id=case.who.id, child_id=case.child.id, subject_id=review.id)
    talk = private_talks.of_review(store, review.id)
    told = telling(review, found, settings, case.today)
    done = {"private_talk": talk is not None, "views_asked": bool(sent), "decisions_told": bool(told and not told.open)}
    held = [one.held_on for one in reviews.of_child(store, case.child.id) if one.held_on]
    asked = asked_earlier.standing(store, case.child.id, max(held, default=None))
    return Sheet(
        case=case,
        lateness=lateness(review.due_by, case.today, held_on=review.held_on, planned_for=review.planned_for),
        in_school=in_school(case, settings),
        to_do=to_do(review, settings, case.child.looked_after_since, done=done),
        next_due=next_due(case.child.looked_after_since, held, [Earlier(one.reason, one.by_day) for one in asked]),
        asked=asked,
        talk_before=talk,
        taken_part=before,
        suggestion=taking_part.suggest(case.child.birth_date, review.on, part),
        part=part,
        views_sent=len(sent),
        made=_made(store, case, found, sent),
        telling=told,
        cancelled=cancellations.of_review(store, review.id),
        not_reached=next((one for one in offers.not_reached(store) if one.review_id == review.id), None),
        advocate=_advocate(store, case),
        people={member.id: member for member in people.everyone(store)},
    )


def part_of(said: Mapping[str, str]) -> Part | None:
    """What the form about taking part says so far; None when it says nothing that counts."""
    attended, spoke, views = (said.get(name, "") for name in ("attended", "spoke", "views"))
    if attended in ("yes", "part") and spoke in participations.SPOKE:
        return Part(attended, spoke, "")
    if attended == "no" and views in participations.VIEWS:
        return Part("no", "", views)
    return None


def in_school(case: ReviewCase, settings: ReviewSettings) -> bool:
    """Whether the day and time that are planned fall into school hours of a child who goes to school."""
    planned, start = case.review.planned_for, case.review.start_time
    if planned is None or not start or case.child.age(planned) not in SCHOOL_AGE:
        return False
    return works_on(OFFICE, planned) and settings.school_hours.cover(time.fromisoformat(start))


def _advocate(store: Store, case: ReviewCase) -> Referral | None:
    """The child asked for one for this review: what the code of how they took part may rest on."""
    held = [one.held_on for one in reviews.of_child(store, case.child.id) if one.held_on and one.on < case.review.on]
    since = max(held, default=None)
    asked = [one for one in referrals.of_child(store, case.child.id) if not one.private]
    return next((one for one in asked if since is None or london_day(one.opened_at) > since), None)


def _part_so_far(before: Sequence[Participation], sent: Sequence[Answer]) -> Part:
    """What was confirmed last; else that nobody knows yet who was there, and whether views were sent."""
    if before:
        last = before[-1]
        return Part(last.attended, last.spoke, last.views)
    return Part("", "", "sent" if taking_part.sent_views(sent) else "none")


def _made(store: Store, case: ReviewCase, found: Sequence[Decision], sent: Sequence[Answer]) -> list[Made]:
    ids = [one.id for one in found]
    hidden = caseload.withheld_from(store, case.who.id)
    views, changes = decisions.views_of(store, ids), decisions.changes_of(store, ids)
    known = {one.id: one for one in (*sent, *_linked(store, case))}
    challenged = {one.decision_id: one for one in reversed(challenges.of_children(store, [case.child.id]))}
    return [
        Made(
            one,
            known.get(one.answer_id) if one.answer_id else None,
            [view for view in views.get(one.id, ()) if view.message_id not in hidden],
            changes.get(one.id, ()),
            challenged.get(one.id),
        )
        for one in found
    ]


def _linked(store: Store, case: ReviewCase) -> list[Answer]:
    """Every version of the answers this reader may know: a wish that was decided on may have changed since."""
    if case.talk is None:
        return []
    hidden = caseload.withheld_from(store, case.who.id)
    found = answers.of_conversations(store, [case.talk.id]).get(case.talk.id, [])
    return [one for one in found if one.message_id not in hidden and (case.mine or one.share == "review")]

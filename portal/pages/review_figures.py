"""The manager's figures about reviews: told in time, "not yet" waiting, challenges by stage, feedback in groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.clocks import today_in_london
from portal.pages.review_due import telling
from portal.rendering import render, signed_in
from reviews.challenges import Tally, tally
from reviews.settings import ReviewSettings
from storage import audit, challenges, children, decisions, feedback, reviews
from storage import staff as people
from storage.audit import AuditEvent
from storage.decisions import Decision, View
from storage.feedback import QUESTIONS, Told
from storage.reviews import Review
from storage.staff import Staff
from storage.store import Store

PERIOD = timedelta(days=365)


@dataclass(slots=True)
class Row:
    """Reviews one IRO held in the last year, by whether their child was told in time.

    `nothing` counts reviews of which no decision is written here: they are in no percentage.
    """

    iro: Staff | None
    held: int = 0
    in_time: int = 0
    late: int = 0
    waiting: int = 0
    nothing: int = 0
    not_yets: int = 0
    not_yets_late: int = 0

    @property
    def percent(self) -> int | None:
        """Of the reviews whose time to tell is over or whose child has been told; None where there is none."""
        over = self.in_time + self.late
        return round(100 * self.in_time / over) if over else None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything on the page. `late` are reviews whose child is told late or still has to be, with the child's name."""

    rows: Sequence[Row]
    total: Row
    late: Sequence[tuple[Review, str, Staff | None]]
    challenges: Tally
    feedback: Mapping[UUID, Mapping[str, Told]]
    people: Mapping[UUID, Staff]
    since: date
    least: int
    questions: Sequence[str] = QUESTIONS


def figures_of(store: Store, settings: ReviewSettings, today: date) -> Figures:
    """Count everything in a fixed number of queries."""
    since = today - PERIOD
    known = {member.id: member for member in people.everyone(store)}
    held = {one.id: one for one in reviews.everyone(store) if one.held_on and one.held_on > since}
    made = decisions.of_reviews(store, held)
    rows: dict[UUID | None, Row] = {}
    late: list[Review] = []
    total = Row(None)
    for review in held.values():
        row = rows.setdefault(review.chair_id, Row(known.get(review.chair_id) if review.chair_id else None))
        if _count((row, total), review, made.get(review.id, ()), settings, today):
            late.append(review)
    _count_not_yets(store, held, rows, total, today)
    names = {child.id: child.name for child in children.many(store, {one.child_id for one in late}).values()}
    return Figures(
        sorted(rows.values(), key=lambda row: row.iro.first_name if row.iro else "~"),
        total,
        [
            (one, names[one.child_id], known.get(one.chair_id) if one.chair_id else None)
            for one in sorted(late, key=lambda one: one.on)
        ],
        tally([one for one in challenges.everyone(store) if _since(one.closed_at, since)], today),
        feedback.in_groups(store, settings.feedback_group, since),
        known,
        since,
        settings.feedback_group,
    )


def _count(
    rows: Sequence[Row], review: Review, found: Sequence[Decision], settings: ReviewSettings, today: date
) -> bool:  # fmt: skip
    """Put one review into its rows; whether its child still waits to be told although the time is over."""
    stands = telling(review, found, settings, today)
    if stands is None:
        return False
    for row in rows:
        row.held += 1
        if not stands.all:
            row.nothing += 1
        elif stands.late or (not stands.open and stands.in_time < stands.all):
            row.late += 1
        elif stands.open:
            row.waiting += 1
        else:
            row.in_time += 1
    return stands.late and stands.all > 0


def _count_not_yets(
    store: Store, held: Mapping[UUID, Review], rows: Mapping[UUID | None, Row], total: Row, today: date
) -> None:  # fmt: skip
    found: list[tuple[Decision, View]] = decisions.not_yets(store, {one.child_id for one in held.values()})
    for decision, view in found:
        review = held.get(decision.review_id)
        if review is None:
            continue
        for row in (rows[review.chair_id], total):
            row.not_yets += 1
            row.not_yets_late += view.answer_by is not None and view.answer_by < today


def _since(closed: datetime | None, since: date) -> bool:
    return closed is None or closed.date() > since


async def figures_page(request: web.Request) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def work(store: Store) -> Figures:
        audit.record(store, AuditEvent.REVIEW_FIGURES_READ, now, staff_id=who.id)
        return figures_of(store, desk.reviews, today_in_london(now))

    return render(request, "figures-reviews.html", figures=await desk.database.write(work))


PAGES = (Page("GET", "/figures/reviews", May.SEE_FIGURES, figures_page),)

"""The IRO's day: who needs me, which reviews are near, and all my children."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages import contact_sheet
from portal.pages.after_reviews import AfterReview, NotYet, after_reviews, not_yets_of
from portal.pages.between import Between, between_of
from portal.pages.clocks import today_in_london
from portal.pages.contact_sheet import Touch
from portal.rendering import render, signed_in
from reviews.knowing import judge
from reviews.settings import ReviewSettings
from reviews.standing_in import Answering, children_stood_in_for
from reviews.told_of import told_of
from reviews.waiting import Wait, wait
from storage import caseload, children, concerns, letters, offers, reach, reachable, requests
from storage.caseload import Case, Eyes
from storage.concerns import Concern
from storage.reachable import Place, lost
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store

REVIEW_IS_NEAR = 20
NEVER = date.max


@dataclass(frozen=True, slots=True)
class Line:
    """One child today. `knowing` is a state of `reviews.knowing`; `not_yets` wait for the IRO to act.

    `standing_in` says for whom the reader stands in; None for a child of their own.
    """

    case: Case
    wait: Wait | None
    requests: Sequence[Request]
    concern: Concern | None
    knowing: str
    today: date
    now: datetime
    not_yets: Sequence[NotYet] = ()
    standing_in: Answering | None = None
    places: Sequence[Place] = ()
    touch: Touch = field(default_factory=Touch)

    @property
    def lost(self) -> bool:
        """No message reaches this child any more."""
        return lost(self.places)

    letter_stopped: bool = False
    """Something written for later did not go, and waits to be looked at."""

    @property
    def needs_me(self) -> bool:
        asked = [one for one in self.requests if one.state == "open" or one.kind != "contact"]
        about_contact = self.touch.to_report(self.now) or self.touch.to_accept() or self.touch.broken
        waits = self.wait or asked or about_contact or self.not_yets or self.letter_stopped
        return bool(waits or self.case.to_read_first)

    @property
    def review_in(self) -> int | None:
        """Days to the next review (negative: past); None without one on record."""
        return (self.case.review.on - self.today).days if self.case.review else None

    @property
    def review_late(self) -> bool:
        return self.case.review is not None and self.case.review.overdue(self.today)

    @property
    def review_near(self) -> bool:
        return self.review_late or (self.review_in is not None and self.review_in <= REVIEW_IS_NEAR)

    @property
    def late(self) -> bool:
        """Something promised to this child has not been kept."""
        broken = self.wait is not None and self.wait.breached
        unanswered = any(one.by < self.today for one in self.not_yets)
        missed = any(one.missed_said_at for one in self.touch.to_report(self.now))
        late = missed or self.touch.broken is not None or any(self.is_late(one) for one in self.requests)
        return broken or unanswered or late

    def is_late(self, request: Request) -> bool:
        return request.state == "open" and request.due_on < self.today

    def to_report(self, request: Request) -> bool:
        """The time that was agreed has come and gone, and nobody has said what happened."""
        return request.arranged_for is not None and request.arranged_for <= self.now

    @property
    def order(self) -> tuple[bool, datetime, date, bool, bool, int, str]:
        """A waiting message first, by its age; then requests by what was promised; then what to read first."""
        promised = [one.due_on for one in self.requests if one.state == "open"]
        due = min((*promised, *(one.by for one in self.not_yets)), default=NEVER)
        return (
            self.wait is None, self.wait.since if self.wait else self.now, due, not (self.requests or self.not_yets),
            not self.case.to_read_first, self.review_in if self.review_in is not None else 9999,
            self.case.child.reference,
        )  # fmt: skip


def lines_of(store: Store, iro: Staff, now: datetime, reply_within: int, numbers: ReviewSettings) -> list[Line]:
    """My children, and those of whom I stand in for, sorted by what needs me."""
    cases = caseload.of_iro(store, iro.id, today_in_london(now))
    lines = _lines(store, cases, iro, now, reply_within)
    for one, stood_in in _stood_in_for(store, iro, now, numbers):
        found = caseload.of_children(store, dict.fromkeys(stood_in, one.iro.id if one.iro else None), eyes(iro, one))
        lines += _lines(store, found, iro, now, reply_within, one)
    return sorted(lines, key=lambda line: line.order)


def _stood_in_for(
    store: Store, member: Staff, now: datetime, numbers: ReviewSettings
) -> list[tuple[Answering, list[UUID]]]:
    """The children in care somebody stands in for now, by whose they are."""
    by_iro: dict[tuple[UUID | None, str], tuple[Answering, list[UUID]]] = {}
    found = {**told_of(store, member, now, numbers), **children_stood_in_for(store, member, now, numbers)}
    known = children.many(store, found)
    for child_id, one in found.items():
        if known[child_id].in_care(today_in_london(now)):
            by_iro.setdefault((one.iro.id if one.iro else None, one.why), (one, []))[1].append(child_id)
    return list(by_iro.values())


def eyes(reader: Staff, standing_in: Answering | None) -> Eyes:
    """With whose eyes somebody reads: who stands in sees nothing the IRO may not see; the manager may."""
    iro = standing_in.iro if standing_in else None
    return reader.id if iro is None or reader.role == "iro_manager" else frozenset({reader.id, iro.id})


def line_of(
    store: Store, case: Case, iro: Staff, now: datetime, reply_within: int, standing_in: Answering | None = None
) -> Line:
    """One child of mine, or of whom I stand in for."""
    return _lines(store, [case], iro, now, reply_within, standing_in)[0]


def _lines(
    store: Store, cases: Sequence[Case], iro: Staff, now: datetime, reply_within: int,
    standing_in: Answering | None = None,
) -> list[Line]:  # fmt: skip
    today = today_in_london(now)
    hidden = caseload.withheld_from(store, eyes(iro, standing_in))
    asked: dict[UUID | None, list[Request]] = {}
    for request in requests.open_of_children(store, [case.child.id for case in cases]):
        if request.message_id not in hidden:
            asked.setdefault(request.child_id, []).append(request)
    alarms = {one.child_id: one for one in concerns.queue(store, iro.id)}
    reached = reach.of_children(store, [case.child.id for case in cases])
    not_yet = not_yets_of(store, cases, hidden)
    places = reachable.places(store, [case.child.id for case in cases])
    stopped = letters.stopped_in(store, [case.conversation.id for case in cases if case.conversation])
    talks = {case.child.id: case.conversation.id for case in cases if case.conversation}
    touches = contact_sheet.of_children(store, [case.child.id for case in cases], talks, hidden, now)
    lines = []
    for case in cases:
        since = case.waiting_since
        waiting = wait(iro.working_pattern, since, now, working_days=reply_within) if since else None
        mine = [one for one in asked.get(case.child.id, ()) if one.kind != "message" or waiting is None]
        knows, _ = judge(reached[case.child.id], case.iro_id, case.child.age(today))
        late, there = not_yet.get(case.child.id, ()), places.get(case.child.id, ())
        alarm, touch = alarms.get(case.child.id), touches[case.child.id]
        waits = case.conversation is not None and case.conversation.id in stopped
        lines.append(Line(case, waiting, mine, alarm, knows, today, now, late, standing_in, there, touch, waits))
    return lines


async def today_page(request: web.Request) -> web.Response:
    desk, iro = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def read(store: Store) -> tuple[list[Line], list[AfterReview], frozenset[UUID], Between]:
        lines = lines_of(store, iro, now, desk.reply_within_working_days, desk.reviews)
        held = after_reviews(store, [line.case for line in lines], desk.reviews, today_in_london(now))
        between = between_of(store, iro, [line.case.child.id for line in lines], now, desk.reviews)
        return lines, held, frozenset(one.review_id for one in offers.not_reached(store)), between

    lines, held, not_reached, between = await desk.database.read(read)
    return render(
        request, "today.html", lines=lines, today=today_in_london(now), held=held,
        not_reached=not_reached, between=between, answered="answered" in request.query,
        mine=[line for line in lines if line.standing_in is None],
        stood_in=[line for line in lines if line.standing_in is not None],
        needing=[line for line in lines if line.needs_me],
        reviews=sorted((line for line in lines if line.review_near), key=lambda line: line.review_in or 0),
    )  # fmt: skip


PAGES = (Page("GET", "/today", May.SEE_OWN_CHILDREN, today_page),)

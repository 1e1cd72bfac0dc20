"""The manager's figures: which children know their IRO and which do not, who waits too long, whose review is late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages import concern_figures, manager_requests
from portal.pages.clocks import today_in_london
from portal.pages.delivery import lost_children
from portal.rendering import render, signed_in
from reviews import knowing, rights_used, touching
from reviews.knowing import NOT_REACHED, Tally
from reviews.rights_used import RightsUsed
from reviews.settings import ReviewSettings
from reviews.touching import Kept
from reviews.waiting import Wait, wait
from storage import broken_waits, caseload, concerns, last_contact, requests, staff_notices
from storage import staff as people
from storage.broken_waits import BrokenWait
from storage.caseload import Case
from storage.last_contact import Contact
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store

OFFICE_HOURS = "Mon Tue Wed Thu Fri 09:00-17:00"
LEAVES_SOON = 60
NOTICES_LOOKED_AT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Row:
    """One IRO (None: nobody is allocated) and their children, counted by what these know."""

    iro: Staff | None
    children: int
    knows: Tally
    waiting: int
    late: int
    reviews_late: int
    reviews_soon_without_views: int
    agreed: int = 0
    not_kept: int = 0

    @property
    def why_not(self) -> list[tuple[str, int]]:
        """The reasons why children were not reached, the commonest first."""
        return [(state, n) for state, n in self.knows.states.most_common() if state in NOT_REACHED]


@dataclass(frozen=True, slots=True)
class Waiter:
    """A child who waits for a reply: who, for whom, since when. Never what they wrote."""

    case: Case
    iro: Staff | None
    wait: Wait


@dataclass(frozen=True, slots=True)
class OutOfTouch:
    """A child who has had no real contact with their IRO for too long; `last` None: never, as far as is on record."""

    case: Case
    iro: Staff | None
    last: Contact | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything on the page. `broken` are requests whose promised day has passed, with the child's case."""

    rows: Sequence[Row]
    total: Row
    waiting: Sequence[Waiter]
    broken: Sequence[tuple[Request, Case, Staff | None]]
    reviews_late: Sequence[tuple[Case, Staff | None]]
    breaches: int
    open_concerns: int
    for_me: int
    notices_failed: int
    rights: RightsUsed
    out_of_touch: Sequence[OutOfTouch]
    waits: Mapping[UUID, BrokenWait]
    told: Mapping[UUID, Staff]
    missed: int = 0
    lost: int = 0


def figures_of(store: Store, reader: Staff, now: datetime, reply_within: int, numbers: ReviewSettings) -> Figures:
    """Count everything in a fixed number of queries."""
    today = today_in_london(now)
    cases = caseload.everyone(store, reader.id, today)
    iros = {member.id: member for member in people.current(store, today, "iro")}
    iros |= people.many(store, {case.iro_id for case in cases if case.iro_id} - set(iros))
    waiters = [_waiter(case, iros.get(case.iro_id) if case.iro_id else None, now, reply_within) for case in cases]
    waiting = sorted((one for one in waiters if one), key=lambda one: one.wait.since)
    hidden = caseload.withheld_from(store, reader.id)
    by_child = {case.child.id: case for case in cases}
    broken = [
        (one, by_child[one.child_id], iros.get(by_child[one.child_id].iro_id or one.id))
        for one in requests.late(store, today)
        # A message that waits for a reply stands among the waiting already.
        if one.message_id not in hidden
        and one.owner_role == "iro"
        and one.kind != "message"
        and one.child_id in by_child
    ]
    kept = touching.of_children(store, by_child, today)
    late = [(case, iros.get(case.iro_id) if case.iro_id else None) for case in cases if _review_late(case, now)]
    waits = broken_waits.open_ones(store)
    known = knowing.load(store, today)
    tallies = knowing.by_iro(known)
    rows = [
        _row(iro, [c for c in cases if c.iro_id == iro.id], tallies.get(iro.id, Tally()), waiting, now, kept)
        for iro in iros.values()
    ]
    without = [case for case in cases if case.iro_id is None]
    if without:
        rows.append(_row(None, without, tallies.get(None, Tally()), waiting, now, kept))
    return Figures(
        sorted(rows, key=lambda row: (row.iro is None, row.iro.first_name if row.iro else "")),
        _row(None, cases, knowing.in_all(known), waiting, now, kept), waiting, broken, late,
        concerns.breaches(store, reader.id), len(concerns.queue(store, reader.id)),
        len(manager_requests.asked_of(store, reader, now)), staff_notices.troubled(store, now - NOTICES_LOOKED_AT),
        rights_used.count(store, today),
        _out_of_touch(store, cases, iros, now - timedelta(weeks=numbers.without_contact_weeks)),
        waits, people.many(store, {one.told_staff_id for one in waits.values() if one.told_staff_id}),
        sum(one.agreement.missed for one in kept.values()), len(lost_children(store, now)),
    )  # fmt: skip


def _out_of_touch(store: Store, cases: Sequence[Case], iros: Mapping[UUID, Staff], since: datetime) -> list[OutOfTouch]:
    """Those with no contact since then, whoever never had any first; a child who came into care later is not late."""
    last = last_contact.of_children(store, [case.child.id for case in cases])
    found = [
        OutOfTouch(case, iros.get(case.iro_id) if case.iro_id else None, last.get(case.child.id))
        for case in cases
        if case.child.looked_after_since <= today_in_london(since)
        and (case.child.id not in last or last[case.child.id].at < since)
    ]
    return sorted(found, key=lambda one: (one.last is not None, one.last.at if one.last else since))


def _waiter(case: Case, iro: Staff | None, now: datetime, reply_within: int) -> Waiter | None:
    if case.waiting_since is None:
        return None
    pattern = iro.working_pattern if iro else OFFICE_HOURS
    return Waiter(case, iro, wait(pattern, case.waiting_since, now, working_days=reply_within))


def _row(
    iro: Staff | None,
    cases: Sequence[Case],
    knows: Tally,
    waiting: Sequence[Waiter],
    now: datetime,
    kept: Mapping[UUID, Kept],
) -> Row:
    ids = {case.child.id for case in cases}
    mine = [one for one in waiting if one.case.child.id in ids]
    today = today_in_london(now)
    soon = [c for c in cases if c.review and 0 <= (c.review.on - today).days <= 20 and not c.views]
    return Row(
        iro, len(cases), knows, len(mine), sum(one.wait.breached for one in mine),
        sum(_review_late(case, now) for case in cases), len(soon), sum(one in kept for one in ids),
        sum(kept[one].late for one in ids if one in kept),
    )  # fmt: skip


def _review_late(case: Case, now: datetime) -> bool:
    return case.review is not None and case.review.overdue(today_in_london(now))


async def figures_page(request: web.Request) -> web.Response:
    desk, reader = request.config_dict[DESK], signed_in(request)
    now = desk.clock()
    figures = await desk.database.read(
        lambda store: figures_of(store, reader, now, desk.reply_within_working_days, desk.reviews)
    )
    return render(
        request, "figures.html", figures=figures, weeks=desk.reviews.without_contact_weeks, today=today_in_london(now)
    )


PAGES = (Page("GET", "/figures", May.SEE_FIGURES, figures_page), *concern_figures.PAGES, *manager_requests.PAGES)

"""The manager's page of changes: who leaves, which children have nobody after, what is planned and what came of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from reviews.changing import introduce_by, late
from storage import allocations, children, conversations, iro_changes, siblings
from storage import staff as people
from storage.children import Child
from storage.errors import BadData, OutOfDate
from storage.iro_changes import Change
from storage.staff import Staff
from storage.store import Store

SHOWN_FOR = timedelta(days=60)
"""After the day: what came of it, also where it was too late."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One change with who it is about. `by` is when the new IRO is introduced at latest."""

    change: Change
    child: Child
    name: str
    old: Staff | None
    new: Staff
    by: date
    late: bool


@dataclass(frozen=True, slots=True)
class Load:
    """An IRO with their children, and those of them who have nobody after the last day."""

    iro: Staff
    children: int
    without_next: Sequence[tuple[Child, str]]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything on the page. `nobody` are children who have no IRO today."""

    loads: Sequence[Load]
    nobody: Sequence[tuple[Child, str]]
    planned: Sequence[Planned]


def changes_of(store: Store, today: date) -> Changes:
    """Look it all up."""
    here = {child.id: child for child in children.everyone(store) if child.in_care(today)}
    held = allocations.on(store, today, here)
    following = allocations.around(store, here, today)[2]
    names = _names(store, here)
    iros = people.current(store, today, "iro")
    loads = []
    for iro in iros:
        mine = [child_id for child_id, one in held.items() if one.staff_id == iro.id]
        ends = [c for c in mine if c not in following and (iro.ends_on or held[c].until)]
        loads.append(Load(iro, len(mine), _named(here, names, ends)))
    there = {iro.id for iro in iros}
    nobody = [c for c in here if c not in held or held[c].staff_id not in there]
    return Changes(loads, _named(here, names, nobody), _planned(store, today, here, names))


def _named(here: dict[UUID, Child], names: dict[UUID, str], wanted: Sequence[UUID]) -> list[tuple[Child, str]]:
    return sorted(((here[one], names[one]) for one in wanted), key=lambda one: one[0].reference)


def _names(store: Store, here: dict[UUID, Child]) -> dict[UUID, str]:
    talks = conversations.of_children(store, list(here))
    return {one: (one in talks and talks[one].called) or child.name for one, child in here.items()}


def _planned(store: Store, today: date, here: dict[UUID, Child], names: dict[UUID, str]) -> list[Planned]:
    found = {one.id: one for one in (*iro_changes.since(store, today - SHOWN_FOR), *iro_changes.introductions(store))}
    staff = people.many(store, {i for one in found.values() for i in (one.old_id, one.new_id) if i})
    planned = [
        Planned(
            one, here[one.child_id], names[one.child_id], staff.get(one.old_id) if one.old_id else None,
            staff[one.new_id], introduce_by(staff[one.new_id].working_pattern, one),
            late(staff[one.new_id].working_pattern, one, today),
        )
        for one in found.values()
        if one.child_id in here
    ]  # fmt: skip
    return sorted(planned, key=lambda one: (one.change.from_day, one.child.reference))


async def show(request: web.Request) -> web.Response:
    return await _page(request)


async def _page(request: web.Request, error: str = "", form: dict[str, str] | None = None) -> web.Response:
    desk = request.config_dict[DESK]
    today = today_in_london(desk.clock())
    found = await desk.database.read(lambda store: changes_of(store, today))
    return render(
        request, "changes.html", changes=found, today=today, error=error, form=form or {},
        done=request.query.get("done", ""), status=400 if error else 200,
    )  # fmt: skip


def _plan(store: Store, who: Staff, form: dict[str, str], now: datetime) -> None:
    """One child, or every child of an IRO who has nobody after, or all of them."""
    today = today_in_london(now)
    whom = _whose(store, form, today)
    from_day, new = _day(form, "from_day", "Choose the first day of the new one."), _id(form.get("new", ""))
    meet = date.fromisoformat(form["meet_on"]) if form.get("meet_on") else None
    for child_id in whom:
        iro_changes.plan(
            store, children.find(store, child_id), new, from_day, who.id, now, today, how=form.get("how", ""),
            meet_on=meet, meet_with=form.get("meet_with", ""),
        )  # fmt: skip


def _whose(store: Store, form: dict[str, str], today: date) -> list[UUID]:
    if form.get("child"):
        return [_child(store, form["child"]).id]
    if not form.get("old"):
        raise BadData("Write a child's reference, or choose whose children.")
    found = allocations.children_of(store, _id(form["old"]), today)
    if not found:
        raise BadData("They have no children today.")
    return found


def _leaves(store: Store, who: Staff, form: dict[str, str], now: datetime) -> None:
    last = _day(form, "last_day", "Choose the last day at work.") if not form.get("stays") else None
    iro = people.find(store, _id(form.get("who", "")))
    if iro.role != "iro":
        raise BadData(f"{iro.full_name} is no IRO.")
    people.leaves(store, iro.id, last, who.id, now, today_in_london(now))


def _siblings(store: Store, who: Staff, form: dict[str, str], now: datetime) -> None:
    one, other = _child(store, form.get("one", "")), _child(store, form.get("other", ""))
    siblings.record(store, one.id, other.id, who.id, now)


def _withdraw(store: Store, who: Staff, form: dict[str, str], now: datetime) -> None:
    iro_changes.withdraw(store, iro_changes.get(store, _id(form.get("change", ""))), who.id, now, today_in_london(now))


def _child(store: Store, reference: str) -> Child:
    found = children.by_reference(store, reference.upper())
    if found is None:
        raise BadData(f"No child has the reference {reference or 'you left empty'}.")
    return found


def _day(form: dict[str, str], name: str, missing: str) -> date:
    try:
        return date.fromisoformat(form.get(name, ""))
    except ValueError:
        raise BadData(missing) from None


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise BadData("Choose somebody first.") from None


Work = Callable[[Store, Staff, dict[str, str], datetime], None]


def _act(work: Work) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handle(request: web.Request) -> web.StreamResponse:
        desk, who = request.config_dict[DESK], signed_in(request)
        form = {name: str(value).strip() for name, value in (await request.post()).items()}
        try:
            await desk.database.write(lambda store: work(store, who, form, desk.clock()))
        except (BadData, OutOfDate) as trouble:
            return await _page(request, str(trouble), form)
        raise web.HTTPSeeOther(f"/staff/changes?done={work.__name__.strip('_')}")

    return handle


PAGES = (
    Page("GET", "/changes", May.PLAN_CHANGES, show),
    Page("POST", "/changes/plan", May.PLAN_CHANGES, _act(_plan)),
    Page("POST", "/changes/leaves", May.PLAN_CHANGES, _act(_leaves)),
    Page("POST", "/changes/siblings", May.PLAN_CHANGES, _act(_siblings)),
    Page("POST", "/changes/withdraw", May.PLAN_CHANGES, _act(_withdraw)),
)

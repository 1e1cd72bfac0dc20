"""Invite cards: who has one, making and printing them, and what waits for business support. No child's words here."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from importlib import resources
from uuid import UUID

import segno
import yaml
from aiohttp import web
from markupsafe import Markup

from portal.access import May, Page
from portal.desk import DESK
from portal.moments import london
from portal.rendering import render, signed_in
from storage import allocations, audit, children, invites, numbers, requests, staff
from storage.audit import AuditEvent
from storage.children import Child
from storage.errors import NotFound
from storage.invites import Invite
from storage.requests import Request
from storage.staff import Staff
from storage.store import Store

STATES = ("none", "open", "used", "locked", "cancelled")
ROLE = "business_support"
ELSEWHERE = frozenset({"advocate"})
"""What business support does on a page of its own: here it could be ended by mistake."""


@dataclass(frozen=True, slots=True)
class Line:
    """One child: who they are, who their IRO is, and their newest card."""

    child_id: UUID
    reference: str
    name: str
    iro: str
    state: str
    since: datetime | None
    card_id: UUID | None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A request for business support without anything the child said; `child` None: the service cannot know who.

    `card_id` is the card of this child that is still to be cancelled.
    """

    id: UUID
    kind: str
    child: Child | None
    card_id: UUID | None
    opened_at: datetime
    due_on: date


@dataclass(frozen=True, slots=True)
class Card:
    """What is printed. `link` opens the chat with the word already in it."""

    name: str
    iro: str
    word: str
    link: str

    @property
    def picture(self) -> Markup:
        code = segno.make(self.link, error="m", micro=False)
        return Markup(code.svg_inline(omitsize=True, svgclass="card__qr", lineclass=None))  # noqa: S704  segno's own


@cache
def helplines() -> Mapping[str, str]:
    """The numbers every child may see, from where the chat has them too."""
    text = resources.files("conversations").joinpath("helplines.yaml").read_text(encoding="utf-8")
    return {name: str(value) for name, value in yaml.safe_load(text).items()}


async def show(request: web.Request) -> web.Response:
    desk = request.config_dict[DESK]
    today = london(desk.clock()).date()
    lines, tasks = await desk.database.read(lambda store: (lines_of(store, today), tasks_of(store)))
    only = request.query.get("state", "")
    return render(
        request, "cards.html", tasks=tasks, only=only if only in STATES else "", made=request.query.get("made", ""),
        lines=[line for line in lines if only not in STATES or line.state == only],
        counts={state: sum(line.state == state for line in lines) for state in STATES}, total=len(lines),
    )  # fmt: skip


async def make(request: web.Request) -> web.Response:
    """A new card for every child that was ticked; the card they had can no longer be used."""
    desk, who, chosen = request.config_dict[DESK], signed_in(request), await _ticked(request)

    def work(store: Store) -> None:
        for child_id in chosen:
            invites.make(store, child_id, desk.clock(), random.SystemRandom(), made_by=who.id)

    await desk.database.write(work)
    raise web.HTTPSeeOther(f"/staff/cards?made={len(chosen)}")


async def cancel(request: web.Request) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    card_id = _uuid(str((await request.post()).get("card", "")))
    await desk.database.write(
        lambda store: invites.cancel(store, invites.get(store, card_id), desk.clock(), by=who.id)
    )  # fmt: skip
    raise web.HTTPSeeOther("/staff/cards")


async def print_cards(request: web.Request) -> web.Response:
    """The cards of the children that were ticked, for those whose card can still be used; each is on the trail."""
    desk, who, chosen = request.config_dict[DESK], signed_in(request), await _ticked(request)

    def work(store: Store) -> tuple[list[Card], int]:
        now = desk.clock()
        cards = cards_of(store, chosen, london(now).date(), desk.public_url)
        for invite, _ in cards:
            audit.record(
                store, AuditEvent.CARD_PRINTED, now, staff_id=who.id, child_id=invite.child_id, subject_id=invite.id
            )
        return [card for _, card in cards], len(chosen) - len(cards)

    cards, left_out = await desk.database.write(work)
    return render(request, "cards_print.html", cards=cards, left_out=left_out, helplines=helplines())


async def done(request: web.Request) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    request_id = _uuid(request.match_info["id"])

    def work(store: Store) -> None:
        wanted = requests.get(store, request_id)
        if wanted.owner_role != ROLE or wanted.kind in ELSEWHERE:
            raise NotFound("There is no such request.")
        requests.finish(store, request_id, who.id, "", desk.clock())
        audit.record(
            store, AuditEvent.REQUEST_ANSWERED, desk.clock(), staff_id=who.id, child_id=wanted.child_id,
            subject_id=request_id, detail=wanted.kind,
        )  # fmt: skip

    await desk.database.write(work)
    raise web.HTTPSeeOther("/staff/cards#waiting")


def lines_of(store: Store, today: date) -> list[Line]:
    """Every child in care, in the order of their references."""
    held = allocations.on(store, today)
    iros = staff.many(store, {allocation.staff_id for allocation in held.values()})
    newest: dict[UUID, Invite] = {}
    for card in sorted((c for s in STATES[1:] for c in invites.in_state(store, s)), key=lambda c: (c.made_at, c.id)):
        newest[card.child_id] = card
    here = [child for child in children.everyone(store) if child.in_care(today)]
    known = numbers.of_children(store, [child.id for child in here])
    return [
        replace(
            _line(child, iros.get(held[child.id].staff_id) if child.id in held else None, newest.get(child.id)),
            number=known[child.id].number if child.id in known else "",
        )
        for child in here
    ]


def _line(child: Child, iro: Staff | None, card: Invite | None) -> Line:
    since = (card.used_at or card.made_at) if card else None
    return Line(
        child.id, child.reference, child.name, iro.full_name if iro else "",
        card.state if card else "none", since, card.id if card else None,
    )  # fmt: skip


def about_cards(store: Store) -> Sequence[Request]:
    """What waits for business support on the page of cards."""
    return [one for one in requests.open_for_role(store, ROLE) if one.kind not in ELSEWHERE]


def tasks_of(store: Store) -> list[Task]:
    waiting = about_cards(store)
    known = children.many(store, {one.child_id for one in waiting if one.child_id})
    live = {card.child_id: card.id for state in ("open", "locked") for card in invites.in_state(store, state)}
    return [_task(one, known.get(one.child_id) if one.child_id else None, live) for one in waiting]


def _task(one: Request, child: Child | None, live: Mapping[UUID, UUID]) -> Task:
    return Task(one.id, one.kind, child, live.get(child.id) if child else None, one.opened_at, one.due_on)


def cards_of(store: Store, child_ids: Sequence[UUID], today: date, public_url: str) -> list[tuple[Invite, Card]]:
    """The card of each of these children that can be used now, in the order given."""
    known = children.many(store, child_ids)
    usable = {invite.child_id: invite for invite in invites.in_state(store, "open")}
    held = allocations.on(store, today, child_ids)
    iros = staff.many(store, {allocation.staff_id for allocation in held.values()})
    return [
        (usable[child_id], Card(
            known[child_id].name, iros[held[child_id].staff_id].first_name if child_id in held else "",
            usable[child_id].word, f"{public_url}/#card={usable[child_id].word}",
        ))
        for child_id in child_ids if child_id in usable and child_id in known
    ]  # fmt: skip


async def _ticked(request: web.Request) -> list[UUID]:
    """The children that were ticked; back to the list when there are none."""
    chosen = [_uuid(str(value)) for value in (await request.post()).getall("child", [])]
    if not chosen:
        raise web.HTTPSeeOther("/staff/cards?made=0")
    return list(dict.fromkeys(chosen))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("There is no such thing here.") from None


PAGES = (
    Page("GET", "/cards", May.MANAGE_RECORDS, show),
    Page("POST", "/cards/make", May.MANAGE_RECORDS, make),
    Page("POST", "/cards/print", May.MANAGE_RECORDS, print_cards),
    Page("POST", "/cards/cancel", May.MANAGE_RECORDS, cancel),
    Page("POST", "/cards/requests/{id}/done", May.MANAGE_RECORDS, done),
)

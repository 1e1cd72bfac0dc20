"""The duty officer's queue: what stands open, urgent first, each with its clock; it moves without a reload."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import aiohttp_jinja2
from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK, Desk
from portal.live import LINES
from portal.pages import concern, concern_close, concern_work
from portal.pages.clocks import minutes_between, today_in_london
from portal.rendering import render, signed_in
from safeguarding import watch
from safeguarding.watch import Member
from storage import children, concerns, conversations, handovers
from storage import staff as people
from storage.concerns import Concern
from storage.staff import Staff
from storage.store import Store

CLOSED_SHOWN_FOR = timedelta(days=7)
LOOK_EVERY = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """One concern in the queue. `name` and `age` are None for a visitor who has not said who they are."""

    concern: Concern
    name: str | None
    age: int | None
    owner: Staff | None
    waiting: int
    next_in: int | None


@dataclass(frozen=True, slots=True)
class Queue:
    """What one member of staff may see of it at this moment; minutes are whole."""

    untaken: Sequence[Line]
    taken: Sequence[Line]
    at: datetime
    nobody_on_duty: bool = False
    left_behind: frozenset[UUID] = frozenset()

    @property
    def urgent(self) -> int:
        return sum(line.concern.level == "urgent" for line in self.untaken)


def queue_of(store: Store, reader: Staff, now: datetime, members: Sequence[Member] = ()) -> Queue:
    """The open concerns, without those that are about the reader; `members` say whether anybody is on shift."""
    lines = lines_of(store, concerns.queue(store, reader.id), now)
    taken = [line for line in lines if line.concern.state != "open"]
    left = {one.concern_id for one in handovers.waiting(store)} if taken else set()
    return Queue(
        [line for line in lines if line.concern.state == "open"],
        taken,
        now,
        bool(members) and not watch.people(members, now).on_duty,
        frozenset(line.concern.id for line in taken if line.concern.id in left),
    )


def lines_of(store: Store, found: Sequence[Concern], now: datetime) -> list[Line]:
    ids = {one.child_id for one in found if one.child_id}
    known, talks = children.many(store, ids), conversations.of_children(store, ids)
    owners = people.many(store, {one.owner_id for one in found if one.owner_id})
    lines = []
    for one in found:
        child = known.get(one.child_id) if one.child_id else None
        talk = talks.get(one.child_id) if one.child_id else None
        lines.append(
            Line(
                one,
                ((talk and talk.called) or child.name) if child else None,
                child.age(today_in_london(now)) if child else None,
                owners.get(one.owner_id) if one.owner_id else None,
                minutes_between(one.clock_from, now),
                minutes_between(now, one.next_step_at) if one.next_step_at else None,
            )
        )
    return lines


async def queue_page(request: web.Request) -> web.Response:
    desk, reader = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def work(store: Store) -> tuple[Queue, list[Line]]:
        closed = concerns.closed(store, reader.id, now - CLOSED_SHOWN_FOR)
        return queue_of(store, reader, now, desk.members(store)), lines_of(store, closed, now)

    queue, closed = await desk.database.read(work)
    return render(request, "concerns.html", queue=queue, closed=closed, screen_trouble=desk.screen_trouble())


async def live(request: web.Request) -> web.StreamResponse:
    """Server-sent events: the queue as HTML, whenever it looks different from what was sent last.

    The stream ends after a minute and the browser opens it again, so that whoever was signed out sees no more.
    """
    desk, reader = request.config_dict[DESK], signed_in(request)
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
    await response.prepare(request)
    lines = request.config_dict[LINES]
    sent = ""
    try:
        await response.write(b"retry: 1000\n\n")
        async with desk.listen("concerns") as something:
            for _ in range(round(60 / LOOK_EVERY)):
                something.clear()
                html = await _queue_html(request, desk, reader)
                await response.write(_event(html) if html != sent else b"event: alive\ndata: yes\n\n")
                sent = html
                if not await lines.pause(something, LOOK_EVERY):
                    break
    except ConnectionResetError:
        pass  # the page was closed
    return response


async def _queue_html(request: web.Request, desk: Desk, reader: Staff) -> str:
    now = desk.clock()
    queue = await desk.database.read(lambda store: queue_of(store, reader, now, desk.members(store)))
    return aiohttp_jinja2.render_string("concerns-queue.html", request, {"queue": queue})


def _event(html: str) -> bytes:
    lines = "".join(f"data: {line}\n" for line in html.splitlines())
    return f"event: queue\n{lines}\n".encode()


PAGES = (
    Page("GET", "/concerns", May.WORK_CONCERNS, queue_page),
    Page("GET", "/concerns/live", May.WORK_CONCERNS, live),
    *concern.PAGES,
    *concern_work.PAGES,
    *concern_close.PAGES,
)

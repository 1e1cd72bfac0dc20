"""When a child is with their family or away every week, so that nobody speaks to them first then."""

from collections.abc import Callable, Mapping
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.child_case import mine
from portal.rendering import render, signed_in
from storage import audit, busy_times
from storage.audit import AuditEvent
from storage.busy_times import BusyTime
from storage.children import Child
from storage.errors import BadData
from storage.store import Store

Act = Callable[[Store, Child, UUID], None]


async def show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    """The times on record, and a form for another."""
    desk, iro = request.config_dict[DESK], signed_in(request)
    now, reference = desk.clock(), request.match_info["reference"]

    def work(store: Store) -> tuple[Child, str, list[BusyTime]] | None:
        line = mine(store, iro, reference, now, desk.reply_within_working_days, desk.reviews)
        child = line.case.child if line else None
        return (child, line.case.name, busy_times.of_child(store, child.id)) if line and child else None

    found = await desk.database.read(work)
    if found is None:
        raise web.HTTPNotFound
    child, name, times = found
    return render(
        request, "busy-times.html", child=child, name=name, times=times, why=busy_times.WHY, error=error,
        form=form or {}, status=status,
    )  # fmt: skip


async def add(request: web.Request) -> web.StreamResponse:
    """Keep one more."""
    form = {name: str(value) for name, value in (await request.post()).items()}
    weekday = int(form["weekday"]) if form.get("weekday", "") in set("0123456") else -1

    def act(store: Store, child: Child, iro: UUID) -> None:
        busy_times.keep(
            store, child.id, iro, weekday, form.get("starts", ""), form.get("ends", ""), form.get("why", ""),
            request.config_dict[DESK].clock(),
        )  # fmt: skip

    try:
        return await _changed(request, act)
    except BadData as error:
        return await show(request, error=str(error), form=form, status=400)


async def remove(request: web.Request) -> web.StreamResponse:
    """It is not so any more."""
    try:
        gone = UUID(request.match_info["time"])
    except ValueError:
        raise web.HTTPNotFound from None
    return await _changed(request, lambda store, child, _: busy_times.remove(store, child.id, gone))


async def _changed(request: web.Request, act: Act) -> web.StreamResponse:
    desk, iro = request.config_dict[DESK], signed_in(request)
    now, reference = desk.clock(), request.match_info["reference"]

    def work(store: Store) -> bool:
        line = mine(store, iro, reference, now, desk.reply_within_working_days, desk.reviews)
        if line is None:
            return False
        act(store, line.case.child, iro.id)
        audit.record(store, AuditEvent.BUSY_TIMES_CHANGED, now, staff_id=iro.id, child_id=line.case.child.id)
        return True

    if not await desk.database.write(work):
        raise web.HTTPNotFound
    raise web.HTTPSeeOther(f"/staff/children/{reference}/busy")


PAGES = (
    Page("GET", "/children/{reference}/busy", May.REPLY_AS_IRO, show),
    Page("POST", "/children/{reference}/busy", May.REPLY_AS_IRO, add),
    Page("POST", "/children/{reference}/busy/{time}/remove", May.REPLY_AS_IRO, remove),
)

"""When children can book me: an IRO sets the hours of each day at which times are offered in the chat."""

from collections.abc import Mapping, Sequence
from datetime import time

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.rendering import render, signed_in
from reviews.free_times import diary_of
from reviews.settings import Hours
from reviews.slots import Childs, Needs, Times, minutes_for
from safeguarding.rota import Shift
from storage import bookable
from storage.bookable import Span
from storage.errors import BadData
from storage.staff import Staff
from storage.store import Store

EXAMPLES = 5


async def hours_page(request: web.Request) -> web.Response:
    return await _show(request)


async def _show(
    request: web.Request, *, error: str = "", form: Mapping[str, str] | None = None, status: int = 200
) -> web.Response:
    desk, member = request.config_dict[DESK], signed_in(request)
    now = desk.clock()

    def read(store: Store) -> tuple[Sequence[Span], Times]:
        diary = diary_of(store, member, now, desk.reviews)
        needs = Needs(minutes_for("call", desk.reviews))
        spans = bookable.of(store, [member.id]).get(member.id, ())
        return spans, Times(diary, Childs(), needs, now, desk.reviews)

    spans, times = await desk.database.read(read)
    return render(
        request, "my-hours.html", error=error, form=form or {}, done="done" in request.query, status=status,
        days=_days(member, spans, desk.reviews.contact_hours), own=bool(spans), examples=times.offered(EXAMPLES),
        usual=desk.reviews.contact_hours,
    )  # fmt: skip


def _days(member: Staff, spans: Sequence[Span], usual: Hours) -> list[tuple[int, str, str]]:
    """Each day this IRO works, with the hours that hold: their own, else the usual ones."""
    own = {span.weekday: span for span in spans}
    found = []
    for day in sorted(Shift.parse(member.working_pattern).days):
        span = own.get(day)
        if spans:
            found.append((day, f"{span.begins:%H:%M}" if span else "", f"{span.ends:%H:%M}" if span else ""))
        else:
            found.append((day, f"{usual.start:%H:%M}", f"{usual.end:%H:%M}"))
    return found


async def choose(request: web.Request) -> web.StreamResponse:
    desk, member = request.config_dict[DESK], signed_in(request)
    form = {name: str(value).strip() for name, value in (await request.post()).items()}
    try:
        spans = [] if form.get("usual") else _spans(form)
        await desk.database.write(lambda store: bookable.choose(store, member.id, spans, desk.clock()))
    except BadData as error:
        return await _show(request, error=str(error), form=form, status=400)
    raise web.HTTPSeeOther("/staff/my-hours?done=1")


def _spans(form: Mapping[str, str]) -> list[Span]:
    found = []
    for day in range(7):
        begins, ends = form.get(f"begins{day}", ""), form.get(f"ends{day}", "")
        if not begins and not ends:
            continue
        try:
            found.append(Span(day, time.fromisoformat(begins), time.fromisoformat(ends)))
        except ValueError:
            raise BadData("half") from None
    if not found:
        raise BadData("none")
    return found


PAGES = (
    Page("GET", "/my-hours", May.SEE_OWN_CHILDREN, hours_page),
    Page("POST", "/my-hours", May.REPLY_AS_IRO, choose),
)

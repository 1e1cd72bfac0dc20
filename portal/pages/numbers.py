"""The mobile number by which a child may be known who texts: business support enters it, the child still proves it."""

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.rendering import render, signed_in
from storage import children, numbers
from storage.children import Child
from storage.errors import BadData
from storage.store import Store


def _child(store: Store, reference: str) -> Child:
    found = children.by_reference(store, reference)
    if found is None:
        raise web.HTTPNotFound
    return found


async def show(request: web.Request, error: str = "", written: str | None = None) -> web.Response:
    desk = request.config_dict[DESK]

    def read(store: Store) -> tuple[Child, str]:
        child = _child(store, request.match_info["reference"])
        known = numbers.of_children(store, [child.id]).get(child.id)
        return child, known.number if known else ""

    child, number = await desk.database.read(read)
    return render(
        request, "number.html", child=child, number=number if written is None else written, known=number, error=error,
        status=422 if error else 200,
    )  # fmt: skip


async def keep(request: web.Request) -> web.Response:
    """Empty takes it off the record. Nothing is sent to it: the child writes first."""
    desk, who = request.config_dict[DESK], signed_in(request)
    written = str((await request.post()).get("number", ""))

    def work(store: Store) -> None:
        child = _child(store, request.match_info["reference"])
        numbers.enter(store, child.id, written, desk.clock(), by=who.id)

    try:
        await desk.database.write(work)
    except BadData as error:
        return await show(request, str(error), written)
    raise web.HTTPSeeOther("/staff/cards#children")


PAGES = (
    Page("GET", "/cards/number/{reference}", May.MANAGE_RECORDS, show),
    Page("POST", "/cards/number/{reference}", May.MANAGE_RECORDS, keep),
)

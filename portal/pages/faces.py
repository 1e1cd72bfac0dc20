"""A photo of oneself for the children one writes to. A manager may take anybody's away."""

import asyncio
from uuid import UUID

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.pages.clocks import today_in_london
from portal.rendering import render, signed_in
from storage import audit, files, pictures
from storage import staff as people
from storage.audit import AuditEvent
from storage.errors import BadData
from storage.store import Store

NO_FACE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#b1b4b6"/></svg>'


async def me(request: web.Request) -> web.Response:
    """My page."""
    return await _me(request)


async def _me(request: web.Request, error: str = "", status: int = 200) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    found = await desk.database.read(lambda store: files.faces(store, [who.id]))
    done = request.query.get("done", "") if not error else ""
    return render(request, "me.html", has_face=who.id in found, error=error, done=done, status=status)


async def give(request: web.Request) -> web.StreamResponse:
    """The photo, drawn anew as a small square."""
    desk, who = request.config_dict[DESK], signed_in(request)
    field = (await request.post()).get("photo")
    if not isinstance(field, web.FileField) or not field.filename:
        return await _me(request, "no_file", 400)
    try:
        picture = await asyncio.to_thread(pictures.face, field.file.read())
    except BadData as error:
        return await _me(request, str(error), 400)

    def work(store: Store) -> None:
        files.set_face(store, who.id, picture, desk.clock())
        audit.record(store, AuditEvent.FACE_CHANGED, desk.clock(), staff_id=who.id, subject_id=who.id)

    await desk.database.write(work)
    raise web.HTTPSeeOther("/staff/me?done=given")


async def take_back(request: web.Request) -> web.StreamResponse:
    await _remove(request, signed_in(request).id)
    raise web.HTTPSeeOther("/staff/me?done=removed")


async def everybodys(request: web.Request) -> web.Response:
    """Whose face children see."""
    desk = request.config_dict[DESK]

    def work(store: Store) -> list[people.Staff]:
        members = people.current(store, today_in_london(desk.clock()))
        given = files.faces(store, [member.id for member in members])
        return [member for member in members if member.id in given]

    return render(request, "faces.html", members=await desk.database.read(work))


async def take_away(request: web.Request) -> web.StreamResponse:
    await _remove(request, _staff_id(request))
    raise web.HTTPSeeOther("/staff/faces")


async def picture_of(request: web.Request) -> web.StreamResponse:
    """The face itself; an empty frame of who gave none, and of nobody."""
    desk, wanted = request.config_dict[DESK], _staff_id(request)

    def work(store: Store) -> tuple[bytes, str] | None:
        found = files.faces(store, [wanted]).get(wanted)
        file = files.find(store, found) if found else None
        return (files.body(store, file), file.mime) if file else None

    face = await desk.database.read(work)
    if face is None:
        return web.Response(text=NO_FACE, content_type="image/svg+xml")
    return web.Response(body=face[0], content_type=face[1])


async def _remove(request: web.Request, whose: UUID) -> None:
    desk, by = request.config_dict[DESK], signed_in(request)

    def work(store: Store) -> None:
        if whose in files.faces(store, [whose]):
            files.remove_face(store, whose)
            audit.record(store, AuditEvent.FACE_REMOVED, desk.clock(), staff_id=by.id, subject_id=whose)

    await desk.database.write(work)


def _staff_id(request: web.Request) -> UUID:
    try:
        return UUID(request.match_info["staff"])
    except ValueError:
        raise web.HTTPNotFound from None


PAGES = (
    Page("GET", "/me", May.USE_THE_PORTAL, me),
    Page("POST", "/me/photo", May.USE_THE_PORTAL, give, takes_files=True),
    Page("POST", "/me/photo/remove", May.USE_THE_PORTAL, take_back),
    Page("GET", "/faces/{staff}", May.USE_THE_PORTAL, picture_of),
    Page("GET", "/faces", May.SEE_FIGURES, everybodys),
    Page("POST", "/faces/{staff}/remove", May.SEE_FIGURES, take_away),
)

"""The gate: every request to the portal passes here, and no page runs that the person may not use.

Threats: a page that somebody forgot to protect (it cannot run: only routes with a `Page` do), another site that posts
for the person (`portal/tokens.py`), a browser left open (idle time-out), a page kept in a shared browser (no-store).
"""

import logging
import traceback
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import quote

from aiohttp import web
from aiohttp.typedefs import Middleware
from aiohttp.web_urldispatcher import AbstractRoute

from portal.access import Handler, May, Page, allows
from portal.desk import DESK
from portal.moments import london
from portal.rendering import STAFF, render
from portal.tokens import TOKEN, opens_page, posted_by_us, set_cookie, take_token
from storage import audit, sessions, staff
from storage.audit import AuditEvent
from storage.errors import BadData, KeyTrouble, NotAllowed, NotFound, OutOfDate, StorageError
from storage.sessions import Session
from storage.staff import Staff
from storage.store import Store

log = logging.getLogger(__name__)

SESSION = web.RequestKey("session", Session)
STARTED = web.RequestKey("started", web.StreamResponse)
LARGEST_FILES = 32 * 1024 * 1024

# The hash is that of the one inline script of GOV.UK Frontend's page template.
POLICY = (
    "default-src 'none'; script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; style-src 'self'; "
    "img-src 'self' data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
}
STATUS: tuple[tuple[type[StorageError], int], ...] = (
    (NotFound, 404), (NotAllowed, 403), (OutOfDate, 409), (BadData, 400), (KeyTrouble, 500), (StorageError, 503),
)  # fmt: skip


def gate(pages: Mapping[AbstractRoute, Page]) -> Middleware:
    """The middleware for an application that serves these pages and nothing else."""

    @web.middleware
    async def stand_at(request: web.Request, handler: Handler) -> web.StreamResponse:
        take_token(request)
        page = pages.get(request.match_info.route)
        if page is not None and page.takes_files:
            request = request.clone(client_max_size=LARGEST_FILES)
        response = await _answer(request, page, handler)
        if not response.prepared:
            set_cookie(request, response, secure=request.config_dict[DESK].secure_cookies)
        return response

    return stand_at


async def _answer(request: web.Request, page: Page | None, handler: Handler) -> web.StreamResponse:
    try:
        if page is None:
            await recognise(request)
            return _problem(request, 404)
        return await pass_through(request, page, handler)
    except ConnectionError:
        raise  # the browser has gone: nobody is left to answer
    except web.HTTPRedirection as elsewhere:
        return _see(elsewhere.headers["Location"])
    except web.HTTPException as answer:
        return _problem(request, answer.status)
    except StorageError as trouble:
        return _fault(request, trouble) if STARTED in request else _storage_trouble(request, trouble)
    except Exception as fault:  # noqa: BLE001  whatever it was, nobody sees a traceback
        return _fault(request, fault)


async def pass_through(request: web.Request, page: Page, handler: Handler) -> web.StreamResponse:
    """Who is it, may they, and did they mean to? Then the page."""
    known = await recognise(request)
    if page.may is not May.SIGN_IN:
        if known is None:
            return _to_sign_in(request)
        if not allows(known.role, page.may):
            return await _deny(request, page)
    if request.method in {"GET", "HEAD"}:
        return await handler(request)
    try:
        return await handler(request) if await posted_by_us(request) else _problem(request, 400, "error-form.html")
    finally:
        await _close_files(request)


async def _close_files(request: web.Request) -> None:
    """A file that came with a form is gone when the page has answered."""
    for field in (await request.post()).values():
        if isinstance(field, web.FileField):
            field.file.close()


async def recognise(request: web.Request) -> Staff | None:
    """Find whose browser this is; a session that has passed the code makes `signed_in(request)` work."""
    desk = request.config_dict[DESK]
    now, idle = desk.clock(), timedelta(minutes=desk.idle_minutes)

    def look(store: Store) -> tuple[Session, Staff] | None:
        session = sessions.find(store, request[TOKEN], now, idle)
        return (session, staff.find(store, session.staff_id)) if session else None

    found = await desk.database.read(look)
    if found is None or not found[1].here_on(london(now).date()):
        return None
    request[SESSION], member = found
    if sessions.is_stale(request[SESSION], now):
        await desk.database.write(lambda store: sessions.touch(store, request[SESSION], now))
    if not request[SESSION].passed_code:
        return None
    request[STAFF] = member
    return member


async def prepare(request: web.Request, response: web.StreamResponse) -> None:
    """On every answer, streams too: the headers that keep a page to itself."""
    request[STARTED] = response
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    if request.config_dict[DESK].secure_cookies:
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")


def _to_sign_in(request: web.Request) -> web.StreamResponse:
    # A script that fetches is told plainly: it would take the sign-in page for what it asked for.
    if request.method != "GET" or not opens_page(request):
        return _problem(request, 401)
    return _see(f"/staff/sign-in?next={quote(request.rel_url.raw_path_qs, safe='/')}")


def _see(location: str) -> web.Response:
    return web.Response(status=303, headers={"Location": location})


async def _deny(request: web.Request, page: Page) -> web.Response:
    desk, who = request.config_dict[DESK], request[STAFF]
    await desk.database.write(
        lambda store: audit.record(
            store, AuditEvent.STAFF_DENIED, desk.clock(), staff_id=who.id, detail=f"{page.method} {page.path}"[:200]
        )
    )
    return render(request, "denied.html", status=403)


def _problem(request: web.Request, status: int, template: str = "error.html") -> web.Response:
    return render(request, template, status=status, status_code=status, lines=())


def _storage_trouble(request: web.Request, trouble: StorageError) -> web.Response:
    status = next(status for kind, status in STATUS if isinstance(trouble, kind))
    if status >= 500:
        _log(request, trouble)
    lines = trouble.lines if isinstance(trouble, BadData) else ()
    return render(request, "error.html", status=status, status_code=status, lines=lines)


def _fault(request: web.Request, fault: Exception) -> web.StreamResponse:
    _log(request, fault)
    if STARTED in request:  # a stream breaks off; the browser asks for it again
        return request[STARTED]
    return _problem(request, 500)


def _log(request: web.Request, fault: Exception) -> None:
    """Where it went wrong, never what was said: an error's own message could quote a child."""
    resource = request.match_info.route.resource
    place = resource.canonical if resource else "unknown"
    frames = traceback.extract_tb(fault.__traceback__)
    where = " < ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in reversed(frames[-8:]))
    log.error("%s %s failed: %s at %s", request.method, place, type(fault).__name__, where)

"""The pages of signing in and out."""

from urllib.parse import quote, urlsplit

import segno
from aiohttp import web
from pyotp import TOTP

from portal.access import HOME, May, Page, Role
from portal.desk import DESK, Desk
from portal.gate import SESSION
from portal.rendering import STAFF, render, signed_in
from portal.signin import codes, passwords
from portal.tokens import TOKEN, renew_token
from storage import audit, sessions, staff
from storage.audit import AuditEvent
from storage.sessions import Session
from storage.store import Store


def safe_next(path: str) -> str:
    """A page of the portal to go to after signing in, or "": never another site."""
    parts = urlsplit(path)
    inside = not parts.scheme and not parts.netloc and parts.path.startswith("/staff/")
    return path if inside and "\\" not in path and "//" not in parts.path and path.isprintable() else ""


async def home(request: web.Request) -> web.StreamResponse:
    raise web.HTTPSeeOther(HOME[Role(signed_in(request).role)])


async def ask_password(request: web.Request) -> web.StreamResponse:
    if STAFF in request:
        raise web.HTTPSeeOther("/staff/")
    going_to, out = safe_next(request.query.get("next", "")), "out" in request.query
    return render(request, "signin.html", next=going_to, email="", wrong=False, out=out)


async def take_password(request: web.Request) -> web.StreamResponse:
    desk, form = request.config_dict[DESK], await request.post()
    email, going_to = str(form.get("email", ""))[:200], safe_next(str(form.get("next", "")))
    staff_id = await passwords.check(desk, email, str(form.get("password", "")))
    if staff_id is None:
        return render(request, "signin.html", status=400, next=going_to, email=email, wrong=True)
    await _end_what_is_open(request)
    token = renew_token(request)
    await desk.database.write(
        lambda store: sessions.open_session(store, staff_id, token, desk.clock(), passed_code=False)
    )
    raise web.HTTPSeeOther(f"/staff/sign-in/code?next={quote(going_to)}")


async def ask_code(request: web.Request) -> web.StreamResponse:
    return await _code_page(request, _half_way(request), safe_next(request.query.get("next", "")))


async def take_code(request: web.Request) -> web.StreamResponse:
    desk, form = request.config_dict[DESK], await request.post()
    session, going_to = _half_way(request), safe_next(str(form.get("next", "")))
    offered, code = codes.first_secret(request[TOKEN]), str(form.get("code", ""))[:20]
    token = sessions.new_token()

    def judge(store: Store) -> bool:
        if not codes.check(store, desk, session.staff_id, code, offered):
            return False
        now = desk.clock()
        sessions.end(store, session, now)
        sessions.open_session(store, session.staff_id, token, now, passed_code=True)
        audit.record(store, AuditEvent.STAFF_SIGNED_IN, now, staff_id=session.staff_id)
        return True

    if not await desk.database.write(judge):
        return await _code_page(request, session, going_to, wrong=True)
    renew_token(request, token)
    raise web.HTTPSeeOther(going_to or "/staff/")


async def sign_out(request: web.Request) -> web.StreamResponse:
    await _end_what_is_open(request)
    renew_token(request)
    raise web.HTTPSeeOther("/staff/sign-in?out=1")


async def _end_what_is_open(request: web.Request) -> None:
    if SESSION not in request:
        return
    desk, session = request.config_dict[DESK], request[SESSION]

    def end(store: Store) -> None:
        if sessions.end(store, session, desk.clock()) and session.passed_code:
            audit.record(store, AuditEvent.STAFF_SIGNED_OUT, desk.clock(), staff_id=session.staff_id)

    await desk.database.write(end)


def _half_way(request: web.Request) -> Session:
    if STAFF in request:
        raise web.HTTPSeeOther("/staff/")
    if SESSION not in request:
        raise web.HTTPSeeOther("/staff/sign-in")
    return request[SESSION]


async def _code_page(
    request: web.Request, session: Session, going_to: str, *, wrong: bool = False
) -> web.StreamResponse:
    desk = request.config_dict[DESK]
    member, held = await desk.database.read(
        lambda store: (staff.find(store, session.staff_id), staff.credentials(store, session.staff_id))
    )
    offered = "" if held.code_secret else codes.first_secret(request[TOKEN])
    secret = held.code_secret or offered
    return render(
        request, "signin_code.html", status=400 if wrong else 200, next=going_to, wrong=wrong, offered=offered,
        picture=_picture(desk, member.email, offered) if offered else "",
        demo_code=codes.demo_code(secret, held.last_code, desk.clock()) if desk.demo else "",
    )  # fmt: skip


def _picture(desk: Desk, email: str, secret: str) -> str:
    """A QR code for the app that makes the codes, as a data address."""
    return segno.make(TOTP(secret).provisioning_uri(name=email, issuer_name=desk.authority_name)).svg_data_uri(scale=4)


PAGES = (
    Page("GET", "", May.USE_THE_PORTAL, home),
    Page("GET", "/", May.USE_THE_PORTAL, home),
    Page("GET", "/sign-in", May.SIGN_IN, ask_password),
    Page("POST", "/sign-in", May.SIGN_IN, take_password),
    Page("GET", "/sign-in/code", May.SIGN_IN, ask_code),
    Page("POST", "/sign-in/code", May.SIGN_IN, take_code),
    Page("POST", "/sign-out", May.USE_THE_PORTAL, sign_out),
)

"""The cookie that names a browser, and the token in each form that proves the form is ours.

Threat: another site makes the browser of a signed-in member of staff post here. It cannot read the cookie, so it
cannot make the token that belongs to it.
"""

import hashlib
import hmac

from aiohttp import web

from storage.sessions import new_token

COOKIE = "staff_session"
FIELD = "csrf"
TOKEN = web.RequestKey("token", str)
FRESH_TOKEN = web.RequestKey("fresh_token", str)


def form_token(token: str) -> str:
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


def take_token(request: web.Request) -> None:
    """Read the browser's cookie; a page opened without one is given one, so that signing in is protected too.

    A script is given none: its answer could come after the sign-in page's, and take away the cookie of that form.
    """
    token = request.cookies.get(COOKIE, "")
    if len(token) >= 32:
        request[TOKEN] = token
    elif opens_page(request):
        renew_token(request)
    else:
        request[TOKEN] = new_token()


def opens_page(request: web.Request) -> bool:
    """Whether a person opens this, and no script fetches it; a browser too old to say is taken to open it."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def renew_token(request: web.Request, token: str = "") -> str:
    """A new cookie: who holds the old one, holds nothing."""
    request[TOKEN] = request[FRESH_TOKEN] = token or new_token()
    return token or request[TOKEN]


async def posted_by_us(request: web.Request) -> bool:
    """Whether a form of ours sent this, for this browser."""
    given = str((await request.post()).get(FIELD, ""))
    return hmac.compare_digest(given.encode(), form_token(request[TOKEN]).encode())


def set_cookie(request: web.Request, response: web.StreamResponse, *, secure: bool) -> None:
    """Send a new token to the browser, where there is one. Lax: a link in an e-mail must find the person signed in."""
    if FRESH_TOKEN in request:
        response.set_cookie(
            COOKIE, request[FRESH_TOKEN], path="/staff", httponly=True, samesite="Lax", secure=secure
        )  # fmt: skip

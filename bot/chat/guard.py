"""What every answer of the chat carries, and what every request must be.

Threats: another site acts in the child's name (cross-site requests), a script gets into the page, a shared
browser keeps a copy.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.chat.chat import Chat
from bot.chat.frames import LONGEST_FRAME, BadFrame, read_object
from bot.chat.session import Locked
from storage.errors import StorageError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

NOT_KEPT = "This could not be kept just now. Send it again with the same id."
NO_SESSION = "There is no session. Begin with POST /chat/session."

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noindex",
}
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' blob:",
    "media-src": "'self' blob:",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def guarded(chat: Chat, handler: Handler, framed_by: str = "") -> Handler:
    """The handler with its requests checked and its answers secured; `framed_by` may show it inside its own page."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            if not _same_origin(request, chat):
                return _secured(refused(403, "This request comes from another site."), request, "")
            response = await handler(request)
        except BadFrame as error:
            response = web.json_response(error.frame(), status=400)
        except Locked as locked:
            response = web.json_response({"locked": locked.kind}, status=423)
        except StorageError:
            # The page keeps what was not acknowledged and sends it again: 503 asks for exactly that.
            response = refused(503, NOT_KEPT)
        return _secured(response, request, framed_by)

    return answer


def refused(status: int, line: str) -> web.Response:
    return web.json_response({"error": line}, status=status)


async def json_body(request: web.Request) -> dict[str, object]:
    """The JSON object in the body. Raises `BadFrame`, also when it is not declared as JSON: forms cannot do that."""
    if request.content_type != "application/json":
        raise BadFrame("The body must be declared as application/json.")
    if (request.content_length or 0) > LONGEST_FRAME:
        raise BadFrame(f"The body has {request.content_length} bytes; {LONGEST_FRAME} are the most.")
    return read_object(await request.read() or b"{}")


def _same_origin(request: web.Request, chat: Chat) -> bool:
    reads = request.method in {"GET", "HEAD"} and request.headers.get("Upgrade", "").lower() != "websocket"
    if reads:
        return True
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("Origin")
    ours = {request.host, urlsplit(chat.settings.public_url).netloc}
    return origin is None or urlsplit(origin).netloc in ours


def _secured(response: web.StreamResponse, request: web.Request, framed_by: str) -> web.StreamResponse:
    if not response.prepared:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        # Browsers before 2022 do not count a WebSocket to the same host as 'self'.
        connect = f"'self' ws://{request.host} wss://{request.host}" if _is_plain(request.host) else "'self'"
        policy = {**_POLICY, "connect-src": connect}
        if framed_by:
            del response.headers["X-Frame-Options"]  # it knows no other site; browsers that know the policy obey that
            policy["frame-ancestors"] = framed_by
        response.headers.setdefault("Content-Security-Policy", "; ".join(f"{k} {v}" for k, v in policy.items()))
    return response


def _is_plain(host: str) -> bool:
    return all(letter.isalnum() or letter in ".:-[]" for letter in host)

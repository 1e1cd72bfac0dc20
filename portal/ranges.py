"""A part of a file, as players ask for it (RFC 9110, section 14): without it some browsers play no sound at all."""

import re

from aiohttp import web

_ASKED = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")


def part_of(request: web.Request, body: bytes, mime: str) -> web.Response:
    """The whole, or the one part that is asked for; 416 where there is no such part."""
    headers = {"Accept-Ranges": "bytes"}
    asked = _ASKED.fullmatch(request.headers.get("Range", ""))
    if asked is None:
        return web.Response(body=body, content_type=mime, headers=headers)
    first, last = int(asked[1]), min(int(asked[2] or len(body) - 1), len(body) - 1)
    if first > last:
        return web.Response(status=416, headers=headers | {"Content-Range": f"bytes */{len(body)}"})
    headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
    return web.Response(status=206, body=body[first : last + 1], content_type=mime, headers=headers)


def begins(request: web.Request) -> bool:
    """Whether this request is for the beginning: a player asks again and again as it goes on."""
    asked = _ASKED.fullmatch(request.headers.get("Range", ""))
    return asked is None or int(asked[1]) == 0

"""Style sheets, scripts and the icon: the only things here that hold nobody's data, so browsers may keep them."""

from functools import cache
from importlib import resources

from aiohttp import web

from portal.access import May, Page

TYPES = {
    "govuk-frontend.css": "text/css",
    "govuk-frontend.js": "text/javascript",
    "portal.css": "text/css",
    "portal.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


@cache
def content(name: str) -> bytes:
    return resources.files("portal").joinpath("static", name).read_bytes()


async def serve(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name not in TYPES:
        raise web.HTTPNotFound
    headers = {"Cache-Control": "max-age=3600"}
    return web.Response(body=content(name), content_type=TYPES[name], charset="utf-8", headers=headers)


PAGES = (Page("GET", "/static/{name}", May.SIGN_IN, serve),)

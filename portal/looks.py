"""Style sheets, scripts and the icon: the only things here that hold nobody's data, so browsers may keep them."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import PurePath

from aiohttp import web

from portal.access import May, Page

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@cache
def files() -> Mapping[str, bytes]:
    """What stands in `portal/static`, by name: nothing else can be asked for, whatever path is tried."""
    kept = [file for file in resources.files("portal").joinpath("static").iterdir() if _kind(file.name) in TYPES]
    return {file.name: file.read_bytes() for file in kept}


async def serve(request: web.Request) -> web.Response:
    name = request.match_info["name"]
    if name not in files():
        raise web.HTTPNotFound
    headers = {"Cache-Control": "max-age=3600"}
    return web.Response(body=files()[name], content_type=TYPES[_kind(name)], charset="utf-8", headers=headers)


def _kind(name: str) -> str:
    return PurePath(name).suffix


PAGES = (Page("GET", "/static/{name}", May.SIGN_IN, serve),)

"""The page itself and the few files it is made of; nothing on it comes from anywhere else."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePath
from typing import Any

from aiohttp import web
from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.chat.accent import stylesheet
from bot.chat.chat import Chat
from bot.chat.guard import refused
from bot.chat.who import Known, Who

KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is sent."""

    body: bytes
    kind: str

    @property
    def etag(self) -> str:
        return hashlib.sha256(self.body).hexdigest()[:20]


class Page:
    """The handlers of `/` and `/chat/static/…`."""

    def __init__(self, chat: Chat, who: Who) -> None:
        self.chat = chat
        self.who = who
        self._template = Environment(
            loader=PackageLoader("bot.chat"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        ).get_template("chat.html")
        self._files = {file.name: _read(file) for file in (files("bot.chat") / "static").iterdir()}
        self._files["accent.css"] = File(stylesheet(chat.settings.accent).encode(), "text/css")

    async def page(self, request: web.Request) -> web.Response:
        """`GET /`."""
        return self._page(self.who.about(await self.who.known(request) or Known()))

    async def private(self, _: web.Request) -> web.Response:
        """`GET /telegram/app`: the same page, which knows nobody until Telegram's own data says who it is."""
        return self._page(self.who.about(Known()))

    def _page(self, about: Mapping[str, Any]) -> web.Response:
        html = self._template.render(
            about=about, words=about["words"], helplines=self.who.helplines, quick_exit=self.chat.quick_exit
        )
        return web.Response(text=html, content_type="text/html")

    async def static(self, request: web.Request) -> web.Response:
        """`GET /chat/static/{name}`."""
        file = self._files.get(request.match_info["name"])
        if file is None:
            return refused(404, "There is no such file.")
        # Asked for again each time, so that a release is never half old; the answer is then only "not changed".
        headers = {"Cache-Control": "no-cache"}
        response = web.Response(body=file.body, content_type=file.kind, headers=headers)
        response.charset = "utf-8" if file.kind.startswith("text/") else None
        response.etag = file.etag
        if request.if_none_match and file.etag in {tag.value for tag in request.if_none_match}:
            response.set_status(304)
            response.body = None
        return response


def _read(file: Traversable) -> File:
    return File(file.read_bytes(), KINDS[PurePath(file.name).suffix])

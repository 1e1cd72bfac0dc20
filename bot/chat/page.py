"""The page itself and the few files it is made of; nothing on it comes from anywhere else."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
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
FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is sent."""

    body: bytes
    kind: str

    @property
    def etag(self) -> str:
        return hashlib.sha256(self.body).hexdigest()[:20]


class Page:
    """The handlers of `/`, `/chat/gone` and `/chat/static/…`."""

    def __init__(self, chat: Chat, who: Who) -> None:
        self.chat = chat
        self.who = who
        environment = Environment(
            loader=PackageLoader("bot.chat"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template, self._gone = environment.get_template("chat.html"), environment.get_template("gone.html")
        self.files = {file.name: _read(file) for file in (files("bot.chat") / "static").iterdir()}
        self.files["accent.css"] = File(stylesheet(chat.settings.accent).encode(), "text/css")

    async def page(self, request: web.Request) -> web.Response:
        """`GET /`."""
        return self._page(self.who.about(await self.who.at_the_door(request)))

    async def private(self, _: web.Request) -> web.Response:
        """`GET /telegram/app`: the same page, which knows nobody until Telegram's own data says who it is."""
        return self._page(self.nobody)

    async def gone(self, request: web.Request) -> web.Response:  # noqa: ARG002
        """`GET /chat/gone`: after "forget this device", "this is not me", or too many wrong tries: the same for all."""
        html = self._gone.render(**self._around(self.nobody))
        return web.Response(text=html, content_type="text/html")

    def _page(self, about: Mapping[str, Any]) -> web.Response:
        html = self._render(about)
        return web.Response(text=html, content_type="text/html")

    @cached_property
    def nobody(self) -> dict[str, Any]:
        """What the page knows of nobody."""
        return self.who.about(Known())

    @cached_property
    def shell(self) -> str:
        """The page with nobody in it: what a phone may keep."""
        return self._render(self.nobody)

    @cached_property
    def version(self) -> str:
        """Stands in the address of every file, so that a page and its scripts are always of one release."""
        parts = [f"{name}:{file.etag}" for name, file in sorted(self.files.items())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    def addresses(self, endings: Sequence[str]) -> list[str]:
        """Where the files with these endings are."""
        return [f"/chat/static/{self.version}/{name}" for name in sorted(self.files) if name.endswith(tuple(endings))]

    async def static(self, request: web.Request) -> web.Response:
        """`GET /chat/static/{name}`, `GET /chat/static/{version}/{name}`."""
        file = self.files.get(request.match_info["name"])
        if file is None:
            return refused(404, "There is no such file.")
        # Of this release it may be kept; else it is asked for again each time, and the answer is only "not changed".
        kept = request.match_info.get("version") == self.version
        headers = {"Cache-Control": FOR_EVER if kept else "no-cache"}
        response = web.Response(body=file.body, content_type=file.kind, headers=headers)
        response.charset = "utf-8" if file.kind.startswith("text/") else None
        response.etag = file.etag
        if request.if_none_match and file.etag in {tag.value for tag in request.if_none_match}:
            response.set_status(304)
            response.body = None
        return response

    def _render(self, about: Mapping[str, Any]) -> str:
        return self._template.render(**self._around(about))

    def _around(self, about: Mapping[str, Any]) -> dict[str, Any]:
        settings = self.chat.settings
        return {
            "about": about, "words": about["words"], "helplines": self.who.helplines, "app": settings.app_name,
            "accent": settings.accent, "quick_exit": self.chat.quick_exit, "files": f"/chat/static/{self.version}",
        }  # fmt: skip


def _read(file: Traversable) -> File:
    return File(file.read_bytes(), KINDS[PurePath(file.name).suffix])

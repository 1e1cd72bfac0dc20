"""What a browser needs to keep the chat on a phone: manifest, icons, the worker, and the page it shows without a line.

Threat: a home screen, a list of apps, a browser's memory. Name and picture say nothing of care; what is kept is the
empty page and its files, the same for everybody, and never a word of anybody's.
"""

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files

from aiohttp import web

from bot.chat.chat import Chat
from bot.chat.guard import refused
from bot.chat.page import File, Page

SIZES = (192, 512)
KEPT = (".css", ".js", ".woff2")
WORKER = "worker.js"


class Installed:
    """The handlers of `/app.webmanifest`, `/worker.js`, `/chat/shell` and `/chat/icon/…`."""

    def __init__(self, chat: Chat, page: Page) -> None:
        self.chat = chat
        self.page = page
        self._icons = _icons(chat.settings.app_icon)
        self._worker = page.files[WORKER].body.decode()

    async def manifest(self, request: web.Request) -> web.Response:  # noqa: ARG002
        """`GET /app.webmanifest`."""
        name, accent = self.chat.settings.app_name, self.chat.settings.accent
        pictures = [
            {"src": f"/chat/icon/{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size in SIZES
            for purpose in ("any", "maskable")
        ]
        told = {
            "name": name, "short_name": name, "id": "/", "start_url": "/", "scope": "/", "display": "standalone",
            "background_color": "#f4f1ea", "theme_color": accent, "icons": pictures,
        }  # fmt: skip
        return _checked_anew(json.dumps(told), "application/manifest+json")

    async def worker(self, request: web.Request) -> web.Response:  # noqa: ARG002
        """`GET /worker.js`: a new release, name or word is a new version, and the browser takes it over by itself."""
        words = self.page.nobody["words"]
        told = {
            "version": self.version,
            "files": ["/chat/shell", "/chat/icon/192.png", *self.page.addresses(KEPT)],
            "notice": {"title": self.chat.settings.app_name, "body": words["notice-body"]},
        }
        return _checked_anew(f"self.SHELL = {json.dumps(told)};\n{self._worker}", "text/javascript")

    async def shell(self, request: web.Request) -> web.Response:  # noqa: ARG002
        """`GET /chat/shell`: the page with nobody in it."""
        return _checked_anew(self.page.shell, "text/html")

    async def icon(self, request: web.Request) -> web.Response:
        """`GET /chat/icon/{name}`."""
        file = self._icons.get(request.match_info["name"])
        if file is None:
            return refused(404, "There is no such picture.")
        return web.Response(body=file.body, content_type=file.kind, headers={"Cache-Control": "max-age=86400"})

    @property
    def version(self) -> str:
        """Changes with anything that is kept."""
        whole = self.page.version + self.page.shell + self._worker + self.chat.settings.app_name
        return hashlib.sha256(whole.encode()).hexdigest()[:16]


def _icons(chosen: str) -> Mapping[str, File]:
    folder = files("bot.chat") / "icons"
    drawn = {f"{size}.png": (f"{chosen}-{size}.png", "image/png") for size in (180, *SIZES)}
    drawn["icon.svg"] = (f"{chosen}.svg", "image/svg+xml")
    return {name: File((folder / file).read_bytes(), kind) for name, (file, kind) in drawn.items()}


def _checked_anew(text: str, kind: str) -> web.Response:
    # Kept by the worker on purpose, and by nothing else without asking: it holds nothing of anybody.
    return web.Response(text=text, content_type=kind, headers={"Cache-Control": "no-cache"})

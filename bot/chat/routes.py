"""The chat's routes, put on the service's web application."""

from aiohttp import web

from bot.chat import private_view, view_token
from bot.chat.chat import Chat
from bot.chat.device import Device
from bot.chat.fetch import Fetch
from bot.chat.files import Files
from bot.chat.guard import guarded
from bot.chat.installed import Installed
from bot.chat.lock import Locks
from bot.chat.lookout import Lookout
from bot.chat.page import Page
from bot.chat.socket import Sockets
from bot.chat.who import Who
from bot.chat.words import load_helplines, load_words
from bot.settings import languages_of


def add_chat(app: web.Application, chat: Chat) -> None:
    """Add the child's chat to `app`. Raises `ValueError` when the page's words cannot be read."""
    lookout = Lookout(chat)
    sockets = Sockets(chat, lookout)
    fetch = Fetch(chat)
    who = Who(chat, load_words().only(languages_of(chat.settings)), load_helplines())
    page = Page(chat, who)
    files = Files(chat)
    installed, locks, device = Installed(chat, page), Locks(chat), Device(chat)
    routes = [
        ("GET", "/", page.page),
        ("GET", "/chat/gone", page.gone),
        ("GET", "/chat/static/{name}", page.static),
        ("GET", "/chat/static/{version}/{name}", page.static),
        ("GET", "/app.webmanifest", installed.manifest),
        ("GET", "/worker.js", installed.worker),
        ("GET", "/chat/shell", installed.shell),
        ("GET", "/chat/icon/{name}", installed.icon),
        ("POST", "/chat/session", fetch.session),
        ("GET", "/chat/who", who.who),
        ("GET", "/chat/ws", sockets.open),
        ("GET", "/chat/messages", fetch.messages),
        ("POST", "/chat/messages", fetch.send),
        ("POST", "/chat/files", files.send),
        ("GET", "/chat/files/{id}", files.play),
        ("POST", "/chat/files/{id}/pass", files.let_out),
        ("POST", "/chat/lock", locks.choose),
        ("POST", "/chat/exit", locks.leave),
        ("POST", "/chat/unlock", locks.unlock),
        ("POST", "/chat/here", locks.here),
        ("POST", "/chat/bell", device.bell),
        ("POST", "/chat/forget", device.forget),
        ("POST", "/chat/not-me", device.not_me),
    ]
    app.router.add_get(view_token.PATH, guarded(chat, page.private, private_view.FRAMED_BY))
    app.router.add_post(f"{view_token.PATH}/session", guarded(chat, private_view.PrivateView(chat).open))
    for method, path, handler in routes:
        app.router.add_route(method, path, guarded(chat, handler))
    app.cleanup_ctx.append(lookout.running)
    app.on_shutdown.append(sockets.close)

"""The chat's routes, put on the service's web application."""

from aiohttp import web

from bot.chat import private_view, view_token
from bot.chat.chat import Chat
from bot.chat.fetch import Fetch
from bot.chat.files import Files
from bot.chat.guard import guarded
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
    routes = [
        ("GET", "/", page.page),
        ("GET", "/chat/static/{name}", page.static),
        ("POST", "/chat/session", fetch.session),
        ("GET", "/chat/who", who.who),
        ("GET", "/chat/ws", sockets.open),
        ("GET", "/chat/messages", fetch.messages),
        ("POST", "/chat/messages", fetch.send),
        ("POST", "/chat/files", files.send),
        ("GET", "/chat/files/{id}", files.play),
    ]
    app.router.add_get(view_token.PATH, guarded(chat, page.private, private_view.FRAMED_BY))
    app.router.add_post(f"{view_token.PATH}/session", guarded(chat, private_view.PrivateView(chat).open))
    for method, path, handler in routes:
        app.router.add_route(method, path, guarded(chat, handler))
    app.cleanup_ctx.append(lookout.running)
    app.on_shutdown.append(sockets.close)

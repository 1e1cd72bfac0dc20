"""The staff website as one application, to be mounted at /staff."""

from types import ModuleType

from aiohttp import web
from aiohttp.web_urldispatcher import AbstractRoute

from portal import live, looks, signin
from portal.access import Page
from portal.desk import DESK, Desk
from portal.gate import gate, prepare
from portal.pages import (
    agreement,
    audit,
    busy_times,
    cards,
    challenges,
    change,
    changes,
    child,
    complaints,
    concerns,
    delivery,
    faces,
    figures,
    files,
    handover,
    my_hours,
    not_kept,
    notices,
    numbers,
    records,
    review,
    rota,
    today,
    told,
    wishes_page,
)
from portal.rendering import set_up

ROOMS: tuple[ModuleType, ...] = (
    signin, looks, today, my_hours, not_kept, changes, change, agreement, child, busy_times, review, challenges,
    complaints, wishes_page, concerns, files, faces, figures, delivery, records, cards, numbers, audit, rota, handover,
    told, notices,
)  # fmt: skip


def pages() -> tuple[Page, ...]:
    """Every page of the portal."""
    return tuple(page for room in ROOMS for page in room.PAGES)


def make(desk: Desk) -> web.Application:
    """The portal on this desk. Only what is in `pages()` can be reached: the gate knows no other route."""
    routes: dict[AbstractRoute, Page] = {}
    app = web.Application(middlewares=[gate(routes)])
    app[DESK] = desk
    set_up(app, desk)
    live.set_up(app)
    for page in pages():
        routes[app.router.add_route(page.method, page.path, page.handler)] = page
    app.on_response_prepare.append(prepare)
    return app

"""How a member of staff is told of concerns: by e-mail, by text, and in the browsers that have asked for it."""

import json
from collections.abc import Mapping

from aiohttp import web

from portal.access import May, Page
from portal.desk import DESK
from portal.rendering import render, signed_in
from storage import push_subscriptions
from storage import staff as people
from storage.errors import BadData
from storage.push_subscriptions import Holder
from storage.store import Store


async def show(request: web.Request) -> web.Response:
    desk, who = request.config_dict[DESK], signed_in(request)
    browsers = await desk.database.read(lambda store: push_subscriptions.of(store, Holder(staff_id=who.id)))
    chosen = who.ways.split() or ["email"]
    return render(request, "told.html", ways=people.WAYS, chosen=chosen, browsers=len(browsers))


async def choose(request: web.Request) -> web.StreamResponse:
    desk, who, form = request.config_dict[DESK], signed_in(request), await request.post()
    ways = [str(way) for way in form.getall("way", [])]
    await desk.database.write(lambda store: people.choose_ways(store, who.id, ways, desk.clock()))
    raise web.HTTPSeeOther("/staff/told")


async def subscribe(request: web.Request) -> web.StreamResponse:
    """What this browser gave; from a script, which shows what is answered."""
    desk, who, form = request.config_dict[DESK], signed_in(request), await request.post()
    subscription = _subscription(str(form.get("subscription", "")))
    if not push_subscriptions.allowed(str(subscription.get("endpoint", "")), desk.push_services):
        raise BadData("This browser's push service is not one that this service may call.")
    holder = Holder(staff_id=who.id)
    await desk.database.write(lambda store: push_subscriptions.keep(store, holder, subscription, desk.clock()))
    return web.Response(status=204)


async def stop(request: web.Request) -> web.StreamResponse:
    """No notices in any browser any more."""
    desk, who = request.config_dict[DESK], signed_in(request)

    def work(store: Store) -> None:
        push_subscriptions.forget_all(store, Holder(staff_id=who.id))

    await desk.database.write(work)
    raise web.HTTPSeeOther("/staff/told")


def _subscription(text: str) -> Mapping[str, object]:
    try:
        said = json.loads(text)
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise BadData("This is no subscription of a browser.")
    return said


PAGES = (
    Page("GET", "/told", May.USE_THE_PORTAL, show),
    Page("POST", "/told", May.USE_THE_PORTAL, choose),
    Page("POST", "/told/browser", May.USE_THE_PORTAL, subscribe),
    Page("POST", "/told/stop", May.USE_THE_PORTAL, stop),
)

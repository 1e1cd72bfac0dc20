"""Is the process alive (`/healthz`), and can it do its work (`/readyz`)?"""

from datetime import timedelta

import sqlalchemy as sa
from aiohttp import web

from bot.service import Service
from safeguarding.standing import trouble
from storage import inbox
from storage.errors import StorageError
from storage.store import Store

LONGEST_WAIT = timedelta(minutes=2)
"""An arrival that stands unanswered for longer means that answering has stalled."""


def add_health(app: web.Application, service: Service) -> None:
    async def alive(_: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def ready(_: web.Request) -> web.Response:
        troubles = await _troubles(service)
        lines = [*(troubles or ["ready"]), *(f"the screen: {line}" for line in screen_troubles(service))]
        return web.Response(text="\n".join(lines) + "\n", status=503 if troubles else 200)

    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)


async def _troubles(service: Service) -> list[str]:
    try:
        stalled = await service.database.read(lambda store: _stalled(store, service))
    except (StorageError, sa.exc.SQLAlchemyError):
        return ["the database does not answer"]
    troubles = ["arrivals stand unanswered for more than two minutes"] if stalled else []
    return troubles + [trouble for beside in service.beside for trouble in beside.troubles()]


def screen_troubles(service: Service) -> list[str]:
    """Why messages go to a human unjudged. The service still takes, keeps and answers them: it stays ready."""
    return [line for line in (trouble(service.intake.screen), *service.intake.timely.troubles()) if line]


def _stalled(store: Store, service: Service) -> bool:
    return bool(inbox.waiting(store, service.clock() - LONGEST_WAIT, limit=1))

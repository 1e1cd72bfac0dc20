"""Figures for whoever runs the service (`/metrics`, Prometheus text). Counts only: never a name, never a word."""

from dataclasses import asdict

from aiohttp import web

from bot.health import screen_troubles
from bot.service import Service
from storage import inbox, outbox


def add_metrics(app: web.Application, service: Service) -> None:
    async def metrics(_: web.Request) -> web.Response:
        waiting, depth = await service.database.read(lambda store: (inbox.depth(store), outbox.depth(store)))
        lines = [f"my_iro_inbox_waiting {waiting}"]
        lines += [f'my_iro_outbox_waiting{{lane="{lane}"}} {count}' for lane, count in depth.waiting.items()]
        lines += [f"my_iro_screen_whole {int(not screen_troubles(service))}"]
        lines += [f"my_iro_screen_given_up_total {service.intake.timely.given_up}"]
        lines += [f"my_iro_intake_{name}_total {count}" for name, count in asdict(service.intake.counters).items()]
        lines += [f"my_iro_delivery_{name}_total {count}" for name, count in asdict(service.delivery.counters).items()]
        return web.Response(text="\n".join(lines) + "\n")

    app.router.add_get("/metrics", metrics)

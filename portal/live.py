"""Lines that stay open to show what is new: woken by a hint, ended when the service stops."""

import asyncio
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(slots=True)
class Lines:
    """The open lines of one application. A service that stops does not wait for pages that stand open."""

    stopping: bool = False
    waiting: set[asyncio.Event] = field(default_factory=set)

    async def pause(self, something: asyncio.Event, seconds: float) -> bool:
        """Wait until something happened, or so long; False when the service stops."""
        self.waiting.add(something)
        try:
            await asyncio.wait_for(something.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            self.waiting.discard(something)
        return not self.stopping

    async def hang_up(self, _: web.Application) -> None:
        self.stopping = True
        for something in self.waiting:
            something.set()


LINES = web.AppKey("lines", Lines)


def set_up(app: web.Application) -> None:
    app[LINES] = Lines()
    app.on_shutdown.append(app[LINES].hang_up)

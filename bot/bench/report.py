"""The whole benchmark: everything measured in one run on one machine, so that ratios mean something."""

import asyncio
import gc
import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bot.bench import durable, memory, peer, screening
from bot.bench.durable import Copy, Say
from bot.bench.figures import ratio
from bot.bench.plan import Plan
from bot.bench.postgresql import NoPostgreSQL, server

KINDS = ("postgresql", "sqlite")


def run(plan: Plan, say: Say) -> dict[str, Any]:
    """Measure all of it; a database that is not there is named with the reason. Raises `ServiceError`."""
    report: dict[str, Any] = {"machine": _machine(), "durable": {}, "peer": {}}
    say("the screen")
    report["screen"] = screening.measure(plan.screen_rounds)
    say("memory")
    report["memory"] = memory.measure()
    peers: dict[str, Any] = {}
    for kind in KINDS:
        with ExitStack() as stack:
            try:
                url, other, copy = stack.enter_context(_place(kind))
            except NoPostgreSQL as error:
                report["durable"][kind] = {"skipped": str(error)}
                continue
            found = asyncio.run(durable.measure(url, copy, plan, lambda step, kind=kind: say(f"{kind}: {step}")))  # type: ignore[misc]
            gc.collect()
            say(f"{kind}: the usual bot")
            per_s = asyncio.run(peer.measure(other, plan.peer_seconds))
            report["durable"][kind] = found
            peers[kind] = {"per_s": round(per_s, 1), "ratio": ratio(found["per_s"], per_s)}
    # PostgreSQL is the real thing; SQLite's figure stands in where there is none.
    main = next(kind for kind in KINDS if kind in peers)
    report["peer"]["ptb_conversation_handler_db"] = {**peers[main], "database": main, "on": peers}
    return report


@contextmanager
def _place(kind: str) -> Iterator[tuple[str, str, Copy]]:
    """An empty database, another for the peer, and how to copy the first. Raises `NoPostgreSQL`."""
    if kind == "postgresql":
        with server() as running:
            yield running.create("ours"), running.create("peer"), lambda _: running.create("floor", template="ours")
    else:
        with tempfile.TemporaryDirectory(prefix="my-iro-bench-") as folder:
            yield f"sqlite:///{Path(folder) / 'ours.db'}", f"sqlite:///{Path(folder) / 'peer.db'}", durable.copy_of_file


def _machine() -> dict[str, Any]:
    return {"cpus": os.cpu_count(), "load": round(os.getloadavg()[0], 2), "python": platform.python_version()}

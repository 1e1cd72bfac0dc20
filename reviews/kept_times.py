"""Times as a conversation and a form keep them: "2026-11-23T16:00", on the clock on the wall in London."""

from collections.abc import Iterable
from datetime import datetime

from safeguarding.rota import LONDON, wall_clock

WRITTEN = "%Y-%m-%dT%H:%M"


def kept(times: Iterable[datetime]) -> str:
    """Several with spaces between."""
    return " ".join(at.astimezone(LONDON).strftime(WRITTEN) for at in times)


def opened(text: str) -> list[datetime]:
    """The other way round; what is no time is left out."""
    found = []
    for one in text.split():
        try:
            at = datetime.strptime(one, WRITTEN)  # noqa: DTZ007 - wall clock
        except ValueError:
            continue
        found.append(wall_clock(at.date(), at.time()))
    return found

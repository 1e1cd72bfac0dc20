"""One arrival on its way through the service."""

from dataclasses import dataclass

from bot.inbound import Inbound
from safeguarding.screening import Screening
from storage.inbox import Arrival
from storage.messages import Heard


@dataclass(frozen=True, slots=True)
class Handling:
    """One arrival on its way: what it says, and what the screen made of its words (None where there are none).

    `before` is what the screen was shown beside them, oldest first.
    """

    arrival: Arrival
    inbound: Inbound
    screening: Screening | None = None
    before: tuple[Heard, ...] = ()

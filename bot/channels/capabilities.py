"""What a channel can do, and what a channel is. Adding one touches one file beside this one."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from bot.inbound import Inbound, Outbound


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`push`: the service sends (through the outbox); without it the child's page fetches. `length` in characters."""

    name: str
    push: bool
    buttons: bool
    edit: bool
    voice: bool
    read_receipt: bool
    private: bool
    length: int
    youngest: int = 0


class Channel(Protocol):
    """Translates and nothing else."""

    capabilities: Capabilities

    def arrivals(self, payload: str) -> list[Inbound]:
        """What a stored raw arrival says, [] when it is nothing for us. Raises `BadArrival`."""
        ...

    async def send(self, outbound: Outbound) -> str:
        """Send; returns the channel's own number of the message. Raises one of `SendTrouble`."""
        ...


@runtime_checkable
class Fetches(Protocol):
    """A channel that gives files by name, apart from the message."""

    async def fetch(self, name: str, most: int) -> bytes:
        """At most `most` bytes. Raises `BadData` for a larger file, `SendTrouble` where it is not to be had."""
        ...


YOUNGEST = {"telegram": 16}
"""The youngest a child may be on a channel: Telegram's own terms say 16 in the United Kingdom."""

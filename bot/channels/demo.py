"""Stands for e-mail and texts where there is nobody to send through: the portal shows what would have gone."""

from bot.channels.capabilities import Capabilities
from bot.errors import BadArrival
from bot.inbound import Inbound, Outbound


class DemoChannel:
    """Takes everything and sends nothing."""

    def __init__(self, name: str) -> None:
        self.capabilities = Capabilities(
            name=name, push=True, buttons=False, edit=False, voice=False, read_receipt=False, private=False,
            length=100_000,
        )  # fmt: skip

    def arrivals(self, payload: str) -> list[Inbound]:  # noqa: ARG002
        """Nobody can write to it."""
        raise BadArrival(f"Nothing arrives over {self.capabilities.name} in a demonstration.")

    async def send(self, outbound: Outbound) -> str:
        return f"shown-{outbound.message_id}"

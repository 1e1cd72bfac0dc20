"""What the child's chat stands on."""

from dataclasses import dataclass
from typing import Protocol

from bot.clock import Clock
from bot.hub import Hub
from bot.inbound import Inbound
from bot.settings import Settings
from reviews.settings import ReviewSettings
from storage.database import Database

CHANNEL = "web"


class Intake(Protocol):
    """Takes in what arrives."""

    async def accept(self, inbound: Inbound) -> bool:
        """Returns once the arrival is committed: True when it is new, False when it was there before."""
        ...


@dataclass(frozen=True)
class Chat:
    """`quick_exit` is the ordinary page that Quick exit opens; `look_seconds` how often the safety net looks.
    `push_key` is what a browser subscribes to pushes with, "" where there are none."""

    database: Database
    intake: Intake
    hub: Hub
    clock: Clock
    settings: Settings
    reviews: ReviewSettings
    push_key: str = ""
    quick_exit: str = "https://www.bbc.co.uk/weather"
    look_seconds: float = 2.0

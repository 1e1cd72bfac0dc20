"""The channels of a service, from its settings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web

from bot.channels.capabilities import Channel
from bot.channels.demo import DemoChannel
from bot.channels.email import EmailChannel
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Connected:
    """The channels by name, and what each needs beside."""

    channels: dict[str, Channel] = field(default_factory=dict)

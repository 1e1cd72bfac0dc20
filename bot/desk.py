"""One child's turn on its way: what is known, and what is still to be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.alarm import Alarm
from bot.facts import Surroundings
from bot.settings import Settings
from reviews.settings import ReviewSettings
from storage.conversations import Address, Conversation
from storage.messages import Heard
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Saying:
    """One message to a child that is written down and has still to go out."""

    message_id: UUID
    text: str
    choices: Sequence[Mapping[str, Any]] = ()
    again: str = ""
    """Why it goes out once more; "" the first time."""
    flow: str = ""
    beside: bool = False
    """Files came with it, which open in the web chat alone."""


@dataclass(slots=True)
class Desk:
    """One child's turn being kept: the conversation is locked, `message_id` is what the child just sent."""

    store: Store
    conversation: Conversation
    address: Address | None
    around: Surroundings
    settings: Settings
    alarm: Alarm
    now: datetime
    message_id: UUID | None = None
    said: str = ""
    before: Sequence[Heard] = ()
    reviews: ReviewSettings = field(default_factory=ReviewSettings)
    shares_changed: bool = False
    private: bool = False
    """What is said now is kept from the child's IRO."""
    to_post: list[Saying] = field(default_factory=list)

    @property
    def channel(self) -> str:
        return self.address.channel if self.address else "service"

    @property
    def iro(self) -> Staff | None:
        child_id = self.conversation.child_id
        return self.around.iros.get(child_id) if child_id else None

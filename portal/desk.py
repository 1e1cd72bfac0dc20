"""What every page of the portal stands on; handed in by whoever composes the application."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from aiohttp import web

from reviews.settings import ReviewSettings
from safeguarding.watch import Member
from storage.database import Database
from storage.errors import NotFound
from storage.store import Store


class Tell(Protocol):
    """Say something of the service's own to a child, in the child's words and band, in this transaction.

    `flow` is one of the flows for things that happen outside the chat (`officer_took_it`, `contact_agreed`).
    """

    def __call__(self, store: Store, conversation_id: UUID, flow: str, facts: Mapping[str, Any]) -> None: ...


class Say(Protocol):
    """Send a member of staff's own words to a child, in this transaction; the message's id. `author`: iro or duty.

    A goodbye or a first hello is no `reply`: it answers nothing the child waits for. `beside`: files come with it.
    """

    def __call__(
        self, store: Store, conversation_id: UUID, staff_id: UUID, author: str, text: str, *, reply: bool = True,
        beside: bool = False,
    ) -> UUID: ...  # fmt: skip


class Correct(Protocol):
    """Put other words in the place of what this member of staff wrote to a child; "" takes it back. The version's id.

    Raises `BadData` (no_reason, same, gone), `NotFound` for what they did not write.
    """

    def __call__(self, store: Store, message_id: UUID, staff_id: UUID, text: str, reason: str) -> UUID: ...


class TellDecisions(Protocol):
    """Tell a child, in their band, what a review decided and they have not been told, in this transaction.

    Marks what it tells as told (`storage.decisions.told`); how many decisions that were. 0 when nothing was untold.
    """

    def __call__(self, store: Store, review_id: UUID) -> int: ...


class Imported(Protocol):
    """How many were added and changed, by what they are: children, staff, reviews, allocations."""

    @property
    def added(self) -> Mapping[str, int]: ...

    @property
    def changed(self) -> Mapping[str, int]: ...


class ImportFiles(Protocol):
    """Bring the record to what these files say: all or nothing. `files` are contents by name, children.csv and so on.

    Raises `BadData` with a line for every bad row.
    """

    def __call__(self, store: Store, files: Mapping[str, bytes], by: UUID, now: datetime) -> Imported: ...


class Worried(Protocol):
    """Somebody has listened to what came without words and is worried (`level`: concern or urgent), in this
    transaction; the id of the concern that is raised or open."""

    def __call__(self, store: Store, message_id: UUID, staff_id: UUID, level: str) -> UUID: ...


class Ring(Protocol):
    """Send one notice about a concern to one member of staff (who may see it), in this transaction."""

    def __call__(self, store: Store, concern_id: UUID, staff_id: UUID) -> None: ...


def _nobody_to_worry(store: Store, message_id: UUID, staff_id: UUID, level: str) -> UUID:  # noqa: ARG001
    raise NotFound("Nothing here raises concerns.")


def _no_ring(store: Store, concern_id: UUID, staff_id: UUID) -> None:
    """Where nothing sends notices."""


def _corrects_nothing(store: Store, message_id: UUID, staff_id: UUID, text: str, reason: str) -> UUID:  # noqa: ARG001
    """Where nothing speaks to children."""
    raise NotFound("There is no such message of yours.")


def _tell_nothing(store: Store, review_id: UUID) -> int:  # noqa: ARG001
    """Where nothing speaks to children."""
    return 0


def _no_members(store: Store) -> Sequence[Member]:  # noqa: ARG001
    return ()


def no_english(label: str) -> str:  # noqa: ARG001
    """Where the child reads English anyway."""
    return ""


@dataclass(frozen=True, slots=True)
class Desk:
    """`wake` hints to whoever listens on a topic (a conversation id, or `concerns`); `listen` is the other end.

    `members` is everybody as the rota sees them, now and in the weeks to come. `push_key` is what a browser subscribes
    to notices with ("" where push is off), `push_services` the domains whose servers may be called for it.

    `screen_trouble` says why every message goes to a human unjudged, in a line; "" when the screen judges.

    `question_words` gives the short name of a question of wishes and feelings, as the child was shown it.
    `in_english` gives the English of one of our own buttons, tapped in another language; "" for any other words.
    """

    database: Database
    clock: Callable[[], datetime]
    wake: Callable[[Iterable[Hashable]], None]
    listen: Callable[[Hashable], AbstractAsyncContextManager[Any]]
    tell: Tell
    say: Say
    correct: Correct = _corrects_nothing
    tell_decisions: TellDecisions = _tell_nothing
    import_files: ImportFiles | None = None
    question_words: Callable[[str], str] = str
    in_english: Callable[[str], str] = no_english
    ring: Ring = _no_ring
    worried: Worried = _nobody_to_worry
    members: Callable[[Store], Sequence[Member]] = _no_members
    push_key: str = ""
    push_services: tuple[str, ...] = ()
    screen_trouble: Callable[[], str] = str
    authority_name: str = "Our council"
    role_name: str = "IRO"
    public_url: str = "http://127.0.0.1:8080"
    text_number: str = ""
    demo: bool = False
    secure_cookies: bool = True
    idle_minutes: int = 20
    reply_within_working_days: int = 2
    voice_seconds: int = 120
    file_megabytes: int = 5
    reviews: ReviewSettings = field(default_factory=ReviewSettings)


DESK = web.AppKey("desk", Desk)

"""What goes into one step of a conversation, and what comes out of it.

Everything here is a frozen value. The engine reads no clock, no database and no network: what it must
know about the child's world comes in as `Facts`, what it wants done comes out in the `Turn`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Fact = str | int | bool | date | None | tuple[str, ...]
Facts = Mapping[str, Fact]
"""What is true about this child now, by name; `docs/facts.md` lists every name the flows may use."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """The child opened the chat (or pressed Start) and has said nothing yet."""


@dataclass(frozen=True, slots=True)
class Said:
    """Free text, exactly as the child wrote it."""

    text: str


@dataclass(frozen=True, slots=True)
class Tapped:
    """A choice the child tapped, by the id it was offered under (a label is accepted as well)."""

    choice: str


@dataclass(frozen=True, slots=True)
class Sent:
    """Something without words that no computer here listens to or looks at.

    `kind` is voice, drawing, or picture: one that is not taken. `kept` False: it did not come through whole.
    """

    kind: Literal["voice", "drawing", "picture"]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a `Call` the last turn made: `result` picks the branch, `facts` join the facts of this step."""

    call: str
    result: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something outside the chat the child must hear of, by flow name: `reminder`, `officer_took_it`, ...

    `facts` fill its words. It never disturbs the child's position in another flow.
    """

    flow: str
    facts: Facts = field(default_factory=dict)


Event = Arrived | Said | Tapped | Sent | Outcome | Happened


@dataclass(frozen=True, slots=True)
class Worry:
    """What the safeguarding screen made of the words of this event, as far as the conversation needs it."""

    kind: Literal["urgent", "concern", "taken_back", "unreadable", "unheard", "voice", "drawing", "lost"]
    """`unheard`: something no computer here looks at; `voice` and `drawing` where it is kept for a person, `lost`
    where it is not."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: a stable `id` of at most 40 ASCII characters, the words on it, a symbol beside them."""

    id: str
    label: str
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """One message of the bot, with the buttons under it and the place in the flow it was said from."""

    text: str
    choices: tuple[Choice, ...] = ()
    flow: str = ""
    node: str = ""
    private: bool = False
    """To be kept from the child's IRO."""


@dataclass(frozen=True, slots=True)
class Record:
    """Something to keep: `kind` says what (`docs/facts.md`), `data` holds plain JSON values."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """Something a human must do: `kind` says what (`docs/facts.md`)."""

    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Call:
    """Something the engine cannot know by itself; the host answers with an `Outcome` in the same transaction.

    Records and requests of the turn are applied before the call is answered.
    """

    name: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """The result of one step. While `call` is set, the host steps again with its `Outcome`."""

    position: Mapping[str, Any]
    says: tuple[Say, ...] = ()
    records: tuple[Record, ...] = ()
    requests: tuple[Request, ...] = ()
    call: Call | None = None
    private: bool = False
    """What the child said or tapped to come here is to be kept from their IRO as well."""

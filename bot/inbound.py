"""What arrives from a channel, and what is to be sent over one, in one shape for all channels."""

import base64
import json
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

Kind = Literal[
    "arrived", "text", "choice", "voice", "picture", "unsupported", "edited", "taken_back", "blocked"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inbound:
    """One arrival. `external_id` is unique within the channel: a repeat of it is not acted on again.

    `sender` is the channel's own name of the address (a chat id, a web session's digest). `text` is the child's
    exact words; `choice` the id of a tapped button. `sent_at` is ISO 8601 as the channel or the phone said it.
    `replaces` is the external id of the message an edit is a new version of; on the web the
    message's own will do. `file` is a voice note or a picture
    (base64), `seconds` how long it is; `fetch` is the channel's own name of one that is still to be fetched.
    `about` is the external id of the message this one is a reply to. `behind` is
    "lock" for what was written under Help now on a locked screen, so perhaps by somebody else.
    """

    channel: str
    external_id: str
    sender: str
    kind: Kind = "text"
    text: str = ""
    choice: str = ""
    sent_at: str = ""
    invite: str = ""
    band: str = ""
    lang: str = ""
    replaces: str = ""
    file: str = ""
    seconds: int = 0
    fetch: str = ""
    behind: str = ""
    about: str = ""

    @property
    def body(self) -> bytes:
        """The bytes of the file, b"" where there is none."""
        return base64.b64decode(self.file)

    def with_file(self, body: bytes) -> "Inbound":
        """The same, with its file here; with b"" it is not to be had."""
        return replace(self, file=base64.b64encode(body).decode(), fetch="")

    def __post_init__(self) -> None:
        for name in ("text", "choice"):
            object.__setattr__(self, name, whole(getattr(self, name)))

    def dump(self) -> str:
        return json.dumps({k: v for k, v in asdict(self).items() if v}, ensure_ascii=False)

    @classmethod
    def parse(cls, payload: str) -> "Inbound":
        return cls(**json.loads(payload))


def whole(text: str) -> str:
    """`text` with a sign for every half of a character, as a phone makes them that cuts an emoji in two.

    Threat: nothing can store a half, and everybody whose message came in the same moment would lose theirs with it.
    The screen sends what holds the sign to a human.
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message to one address: `to` is the channel's own name of it, `choices` are {id, label, symbol}."""

    channel: str
    to: str
    text: str
    choices: tuple[dict[str, Any], ...] = ()
    subject: str = ""
    message_id: str = ""

"""The frames of the chat: what the page sends, checked, and what it is sent."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.chat.chat import CHANNEL
from bot.chat.session import external_prefix
from bot.errors import BadArrival
from bot.inbound import Inbound, Kind
from conversations.words import BANDS, FALLBACK, RIGHT_TO_LEFT
from storage.chat import Line
from storage.files import File

ISOLATED = re.compile("[\u2066-\u2068][^\u2066-\u2069]*\u2069")
LONGEST_FRAME = 64 * 1024
"""In bytes."""
LONGEST_TEXT = 20_000
"""In characters. The page speaks up, kindly, long before that."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What the child wrote or tapped; `id` is the page's own number of it, as the page wrote it.

    `replaces` is the stored message that the text stands in the place of; with no text that one is taken back.
    `drop` says whose words they are, where they were written before this session. `help`: under Help now.
    """

    id: str
    text: str = ""
    choice: str = ""
    replaces: str = ""
    drop: str = ""
    help: bool = False

    def inbound(self, sender: str) -> Inbound:
        kind: Kind = "choice" if self.choice else "text"
        if self.replaces:
            kind = "edited" if self.text else "taken_back"
        number = f"{external_prefix(sender)}{UUID(self.id)}"
        return Inbound(
            CHANNEL, number, sender, kind=kind, text=self.text, choice=self.choice, replaces=self.replaces
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class After:
    """The page asks for what comes after a number; `view` is what it saw the numbers in."""

    seq: int
    view: str = ""


@dataclass(frozen=True, slots=True)
class Looking:
    """Whether the page is on the screen, or behind something else."""

    on: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """How the chat is opened."""

    invite: str = ""
    band: str = "middle"
    lang: str = "en"


class BadFrame(BadArrival):
    """`id` is the number of the frame where it had one."""

    def __init__(self, message: str, frame_id: str = "") -> None:
        super().__init__(message)
        self.id = frame_id

    def frame(self) -> dict[str, str]:
        return {"error": str(self), "id": self.id} if self.id else {"error": str(self)}


def read_object(raw: str | bytes) -> dict[str, Any]:
    """Raises `BadFrame`."""
    size = len(raw.encode(errors="replace")) if isinstance(raw, str) else len(raw)
    if size > LONGEST_FRAME:
        raise BadFrame(f"The frame has {size} bytes; {LONGEST_FRAME} are the most. Send less at once.")
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadFrame("The frame is not JSON. Send one JSON object.") from error
    if not isinstance(found, dict):
        raise BadFrame("The frame is not a JSON object. Send one JSON object.")
    return found


def read_frame(raw: str | bytes) -> Sent | After | Looking:
    """What the page sent. Raises `BadFrame`."""
    frame = read_object(raw)
    if "looking" in frame:
        return Looking(frame["looking"] is True)
    return read_after(frame) if "after" in frame else read_sent(frame)


def read_sent(frame: Mapping[str, Any]) -> Sent:
    number = frame.get("id")
    if not isinstance(number, str) or not _is_uuid(number):
        raise BadFrame('"id" must be a UUID that the page made for this message.')
    text, choice, replaces = frame.get("text"), frame.get("choice"), frame.get("replaces")
    if replaces is not None and (not isinstance(replaces, str) or not _is_uuid(replaces) or choice is not None):
        raise BadFrame('"replaces" must be the id of a message that the child wrote.', number)
    if replaces is not None and frame.get("take_back") is True and text is None:
        return Sent(number, replaces=replaces, drop=_drop(frame))
    if (text is None) == (choice is None):
        raise BadFrame('Send either "text" or "choice".', number)
    if choice is not None:
        if not isinstance(choice, str) or not re.fullmatch(r"[!-~]{1,40}", choice):
            raise BadFrame('"choice" must be the id of a button that was offered.', number)
        return Sent(number, choice=choice, drop=_drop(frame))
    if not isinstance(text, str) or not text.strip():
        raise BadFrame('"text" must be a text with at least one character.', number)
    if len(text) > LONGEST_TEXT:
        raise BadFrame(f'"text" has {len(text)} characters; {LONGEST_TEXT} are the most.', number)
    return Sent(number, text=text, replaces=replaces or "", drop=_drop(frame), help=frame.get("help") is True)


def _drop(frame: Mapping[str, Any]) -> str:
    drop = frame.get("drop", "")
    return drop if isinstance(drop, str) and len(drop) <= 200 else ""


def read_after(frame: Mapping[str, Any]) -> After:
    seq, view = frame.get("after"), frame.get("view", "")
    if isinstance(seq, bool) or not isinstance(seq, int) or not 0 <= seq < 2**53:
        raise BadFrame('"after" must be the number of the last message the page has, or 0.')
    return After(seq, view if isinstance(view, str) else "")


def read_opening(frame: Mapping[str, Any]) -> Opening:
    """What opens a session; anything odd in it is left out, so that nobody is kept from the chat by it."""
    invite, band, lang = (str(frame.get(name) or "") for name in ("invite", "band", "lang"))
    return Opening(
        invite[:40],
        band if band in BANDS else "middle",
        lang if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", lang) else "en",
    )


def show(line: Line, *, say_when_read: bool = True) -> dict[str, Any]:
    """The frame of one message. Words that were taken back, or changed, leave with no frame any more."""
    message, now = line.message, line.now
    text = now.text if now else message.text
    direction = direction_of(text)
    # Words that are not there in the child's language are said in English.
    tongue = line.lang.partition("-")[0]
    lang = tongue if direction == "rtl" or tongue not in RIGHT_TO_LEFT else FALLBACK
    frame: dict[str, Any] = {
        "id": str(message.id), "seq": message.seq, "from": message.author, "text": text,
        "choices": [dict(choice) for choice in message.choices], "at": message.at.isoformat(), "lang": lang,
        "dir": direction,
    }  # fmt: skip
    more: dict[str, Any] = {
        "name": line.name, "job": _for_a_child(line.job), "initials": line.initials, "client_id": line.client_id,
        "chosen": line.chosen, "choice": message.choice, "replaces": str(message.replaces_id or ""),
        "changed_at": now.at.isoformat() if now else "", "taken_back": bool(now and now.taken_back),
    }  # fmt: skip
    if say_when_read and message.read_at:
        more |= {"read_at": message.read_at.isoformat(), "read_by": line.read_by}
    if line.files and not (now and now.taken_back):
        more["files"] = [_file(one) for one in line.files]
    if line.face:
        more["face"] = str(line.face)
    return frame | {name: value for name, value in more.items() if value}


def _file(file: File) -> dict[str, Any]:
    """What the page needs to play or show one; `heard` when somebody on the staff has listened or looked."""
    return {
        "id": str(file.id), "kind": file.kind, "mime": file.mime, "seconds": file.seconds, "title": file.title or "",
        "heard": any(one.verdict for one in file.hearings),
    }  # fmt: skip


def _for_a_child(job: str) -> str:
    # What stands in brackets, the hours of a shift, is for colleagues.
    return job.partition(" (")[0]


def direction_of(text: str) -> str:
    """`rtl` or `ltr`, from the first letter that has a direction: what somebody wrote may be in any language.

    What stands between isolates (a name put into a line of ours) does not count, as in Unicode's rule P2.
    """
    found = (unicodedata.bidirectional(letter) for letter in ISOLATED.sub("", text))
    return "rtl" if next((kind for kind in found if kind in {"L", "R", "AL"}), "L") in {"R", "AL"} else "ltr"


def _is_uuid(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text))

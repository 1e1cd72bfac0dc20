"""Can the screen judge this message at all? What it cannot judge goes to a human as such."""

import unicodedata
from dataclasses import dataclass

from safeguarding.language import language_of
from safeguarding.normalise import Plain

LONGEST = 4000
_LONGEST_RUN = 200
_HIDING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd")
"""What turns the direction of writing, and what stands where a character was lost on the way."""


@dataclass(frozen=True, slots=True)
class Readable:
    """`why` is empty when the message can be judged, else one of: empty, too_long, one_letter, hidden, language."""

    language: str
    why: str = ""

    def __bool__(self) -> bool:
        return not self.why


def readable(text: str, plain: Plain) -> Readable:
    """Whether `text` can be judged, and the language it seems to be in (BCP 47; `und` when not known)."""
    language = language_of(text, plain)
    if not _visible(text):
        return Readable("und", "empty")
    if len(text) > LONGEST:
        return Readable(language, "too_long")
    if max(_longest_run(text), _longest_run(_without_marks(text))) > _LONGEST_RUN:
        return Readable(language, "one_letter")
    if any(c in _HIDING or (unicodedata.category(c) in ("Cc", "Co", "Cn", "Cs") and c not in "\n\r\t") for c in text):
        return Readable(language, "hidden")
    if language != "en":
        return Readable(language, "language")
    return Readable(language)


def _visible(text: str) -> bool:
    return any(unicodedata.category(c)[0] not in "ZC" for c in text)


def _without_marks(text: str) -> str:
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Me"))


def _longest_run(text: str) -> int:
    longest = run = 0
    before = ""
    for character in text:
        run = run + 1 if character == before else 1
        before = character
        longest = max(longest, run)
    return longest

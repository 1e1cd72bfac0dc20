"""A message as a text: signs that every phone shows, choices as numbered lines, and what it costs.

A text in the alphabet of GSM 03.38 holds 160 characters, or 153 in each part of a longer one; one sign from outside
makes it UCS-2, and then it is 70 and 67. Notify takes 918 characters at once, which is six parts.
"""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.channels.telegram_text import parts

MOST = 918
"""Characters that Notify takes in one text."""
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_TWICE = frozenset("^{}\\[~]|€")
"""These take the room of two."""
SAME_IN_GSM = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "…": "...",
    "•": "-", "\u00a0": " ", "\u202f": " ", "\u200b": "", "\t": " ",
})  # fmt: skip
PICTURES = frozenset({"So", "Sk", "Cs", "Co", "Cn"})
JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a text is made of, as it is paid for."""

    alphabet: Literal["gsm", "ucs2"]
    length: int
    parts: int


def plain(text: str) -> str:
    """Without pictures, which make a text cost more than twice as much and which Notify does not send.

    Letters stay as they are in every language: a name is spelt right even where that costs a part.
    """
    text = text.translate(SAME_IN_GSM)
    kept = "".join(sign for sign in text if sign in GSM or sign in GSM_TWICE or not _is_picture(sign))
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in kept.split("\n")).strip()


def written(text: str, choices: Sequence[Mapping[str, Any]] = ()) -> str:
    """The whole text: under the words a line for each choice, with the number that stands for it."""
    lines = [f"{number} {plain(choice['label'])}" for number, choice in enumerate(choices, 1)]
    return "\n".join(line for line in (plain(text), *lines) if line)


def cost(text: str) -> Cost:
    """What this text costs."""
    if all(sign in GSM or sign in GSM_TWICE for sign in text):
        length = sum(1 + (sign in GSM_TWICE) for sign in text)
        return Cost("gsm", length, _parts(length, 160, 153))
    length = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return Cost("ucs2", length, _parts(length, 70, 67))


def pieces(text: str) -> list[str]:
    """The text in as many as Notify needs: hardly ever more than one."""
    return parts(text, MOST)


def _is_picture(sign: str) -> bool:
    return sign in JOINERS or unicodedata.category(sign) in PICTURES


def _parts(length: int, alone: int, joined: int) -> int:
    return 1 if length <= alone else math.ceil(length / joined)

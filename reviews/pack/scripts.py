"""How words are set: which way they run, in which language, and what to print where no font has a character."""

import unicodedata
from bisect import bisect_right
from functools import cache
from importlib import resources

UNKNOWN = "und"


def direction(text: str) -> str:
    """The way the first letter with a direction runs: ltr or rtl."""
    for character in text:
        way = unicodedata.bidirectional(character)
        if way in ("L", "R", "AL"):
            return "ltr" if way == "L" else "rtl"
    return "ltr"


def language(text: str, lang: str) -> str:
    """`lang` is what the child reads; words in a script it is not written in are of a language nobody knows."""
    latin = all(
        not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "MATHEMATICAL", "FULLWIDTH")) for c in text
    )
    return lang if latin == (lang in _LATIN) else UNKNOWN


def printable(text: str) -> str:
    """The same words, with the name of each character that no font of ours has in its place, in square brackets.

    A tagged PDF must not hold a character without a glyph, and a child's words must never stop a page.
    """
    return "".join(c if _has_glyph(c) else f"[{unicodedata.name(c, f'U+{ord(c):04X}')}]" for c in text)


def _has_glyph(character: str) -> bool:
    if unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp"):
        return True  # drawn as nothing or as a space
    starts, ends = covered()
    place = bisect_right(starts, ord(character)) - 1
    return place >= 0 and ord(character) <= ends[place]


@cache
def covered() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last code points of the ranges that the fonts in `fonts/` have between them."""
    text = resources.files("reviews.pack").joinpath("fonts/covered.txt").read_text("ascii")
    pairs = [line.split("-") for line in text.split()]
    return tuple(int(first, 16) for first, _ in pairs), tuple(int(last, 16) for _, last in pairs)


_LATIN = frozenset({"en", "pl", "sq", "vi", "tr", "ro", "fr", "es", "pt", "so", "cy", "de", "it"})

"""A message of nothing but emoji: what it may mean is read back to the child, never decided for them."""

import unicodedata

from conversations.words import Words

NAMES = "emoji-names"
JOINING = frozenset("\u200d\ufe0e\ufe0f")
MOST = 5
"""So many different ones are read back; more is a story that a computer should not guess."""


def only_pictures(text: str) -> bool:
    """Is there an emoji, and nothing else but space?"""
    shown = [c for c in text if not c.isspace() and c not in JOINING]
    return bool(shown) and all(_is_picture(c) for c in shown)


def named(words: Words, text: str, lang: str, band: str) -> str:
    """What each one shows, "happy, football"; "" when one of them is unknown, or there are too many to guess."""
    shown = dict.fromkeys(c for c in text if _is_picture(c) and not _is_tone(c))
    names = [words.attribute(NAMES, f"e{ord(c):x}", lang, band) for c in shown]
    return ", ".join(dict.fromkeys(names)) if all(names) and len(names) <= MOST else ""


def _is_picture(character: str) -> bool:
    return ord(character) > 0x2100 and (unicodedata.category(character) == "So" or _is_tone(character))


def _is_tone(character: str) -> bool:
    """The colour of somebody's skin says nothing about what the picture means."""
    return 0x1F3FB <= ord(character) <= 0x1F3FF

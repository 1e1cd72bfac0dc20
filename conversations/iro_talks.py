"""A child and their IRO write with each other: the computer is silent, but for safety and for what is asked of it."""

from collections.abc import Mapping
from typing import Any

from conversations.turn import Event, Record, Said, Turn
from conversations.understood import plain
from conversations.walk import Walk
from conversations.worrying import FIND
from conversations.worrying import FLOW as WORRY

COMMANDS = frozenset({"help_now", "who_sees"})
"""Asked of the computer in any words. Others, such as "bye" or "next one", a child may as well say to a person."""
MENU = frozenset({"menu", "main menu", "the menu", "show me the menu", "go to menu", "take me to the menu"})
SEEN = "iro_sees"
"""The flow that says, once, that the IRO sees what is written now."""


def is_for_iro(walk: Walk, event: Event) -> bool:
    """Whether these are words for the IRO. Buttons never are, nor what is said while a worry is being answered."""
    if not walk.facts.get("iro_talks") or not isinstance(event, Said):
        return False
    if walk.facts.get("concern_open") and any(frame.flow in (WORRY, FIND) for frame in walk.stack):
        return False
    if walk.is_private():  # Threat: the IRO writes while the child complains about them; the words would go to the IRO
        return False
    return not _asks_the_computer(walk, event.text)


def to_iro(walk: Walk, position: Mapping[str, Any], event: Event) -> Turn:
    """They wait for the IRO. The first time the child is told that they are seen; where the child is, they stay."""
    words = event.text if isinstance(event, Said) else ""
    records = [Record("to_iro", {"text": words})]
    if walk.facts.get("iro_talks_told"):
        return Turn(position, records=tuple(records))
    walk.passing, walk.stack = True, []
    walk.start(SEEN)
    return Turn(position, tuple(walk.says), (*records, *walk.records), tuple(walk.requests))


def _asks_the_computer(walk: Walk, text: str) -> bool:
    book = walk.library.phrase_book(walk.lang)
    if book.command(text) in COMMANDS or plain(text) in MENU:
        return True
    linked, iro = bool(walk.facts.get("linked")), str(walk.facts.get("iro") or "")
    found = book.meant(text, inside=False, linked=linked, iro=iro)
    return found is not None and walk.library.flows[found[0].flow].always

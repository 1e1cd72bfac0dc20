"""Proofreads the library: what a child could get lost in, wait for in vain, or not be able to read."""

from collections.abc import Callable, Iterator

from conversations import other_languages, reachable, readable, spoken_for, threes
from conversations.library import Library

CHECKS: tuple[Callable[[Library], Iterator[str]], ...] = (
    spoken_for.missing_words,
    spoken_for.unused_words,
    spoken_for.unset_variables,
    reachable.unreachable,
    reachable.dead_ends,
    threes.too_many_messages,
    threes.too_many_buttons,
    readable.too_hard,
    other_languages.unknown_words,
    other_languages.wrong_variables,
    other_languages.wrong_cases,
    other_languages.lost_pictures,
    other_languages.frightened_in_english,
)


def findings(library: Library) -> list[str]:
    """One line for each thing that is wrong, naming the file and the place."""
    return [finding for check in CHECKS for finding in check(library)]

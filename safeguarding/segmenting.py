"""Spaced-out letters put back into words."""

from collections.abc import Set

_LONGEST = 16


def split_into_words(letters: str, vocabulary: Set[str]) -> list[str]:
    """Cut `letters` into the fewest words of `vocabulary`; empty when they cannot be cut."""
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            word = letters[start:end]
            if before is None or word not in vocabulary:
                continue
            if best[end] is None or len(before) + 1 < len(best[end] or ()):
                best[end] = [*before, word]
    found = best[-1] or []
    # Single letters in a row are initials or text-speak, not a word somebody hides.
    return found if found and len(letters) / len(found) >= 2 else []

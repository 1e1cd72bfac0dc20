"""Spaced-out letters put back into words."""

from collections.abc import Callable

_LONGEST = 16


def split_into_words(letters: str, is_word: Callable[[str], bool]) -> list[str]:
    """Cut `letters` into the fewest words; empty when they cannot be cut. Linear in their number."""
    fewest: list[int | None] = [0] + [None] * len(letters)
    began = [0] * (len(letters) + 1)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, best = fewest[start], fewest[end]
            if before is None or not is_word(letters[start:end]):
                continue
            if best is None or before + 1 < best:
                fewest[end], began[end] = before + 1, start
    count = fewest[-1]
    # Single letters in a row are initials or text-speak, not a word somebody hides.
    if not count or len(letters) / count < 2:
        return []
    return _cut(letters, began)


def _cut(letters: str, began: list[int]) -> list[str]:
    words, end = [], len(letters)
    while end:
        words.append(letters[began[end] : end])
        end = began[end]
    return words[::-1]

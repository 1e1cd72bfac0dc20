"""Words to the numbers of the encoder: this message first, those before it after, the newest of them kept longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

LONGEST = 96
"""Tokens of one reading; a longer message is read in windows."""
LONGEST_EARLIER = 64
_START, _END, _BETWEEN = "<s>", "</s>", ";"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One reading: `ids` and, for each, `parts`: 0 for this message, 1 for those before it."""

    ids: tuple[int, ...]
    parts: tuple[int, ...]


class Tokeniser:
    """Cuts what `reading.as_read` gives into tokens. Raises `KeyError` for a vocabulary without the encoder's signs."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        known = self.vocabulary()
        self._start, self._end, self._between = (known[name] for name in (_START, _END, _BETWEEN))

    def vocabulary(self) -> dict[str, int]:
        """Every token it knows with its number; the lower, the commoner."""
        return dict(self._tokenizer.get_vocab())

    def readings(self, read: str, earlier: Sequence[str] = ()) -> list[Tokens]:
        """The windows of one message (overlapping by half when there are several), each with what went before."""
        own = self._cut(read)
        before = self._before(earlier)
        starts = range(0, max(len(own) - LONGEST // 2, 1), LONGEST // 2)
        return [self._tokens(own[start : start + LONGEST], before) for start in starts]

    def _cut(self, read: str) -> list[int]:
        return list(self._tokenizer.encode(read, add_special_tokens=False).ids)

    def _before(self, earlier: Sequence[str]) -> list[int]:
        before: list[int] = []
        for read in earlier:
            before += [*self._cut(read), self._between]
        return before[:-1][-LONGEST_EARLIER:]

    def _tokens(self, own: Sequence[int], before: Sequence[int]) -> Tokens:
        ids, parts = [self._start, *own, self._end], [0] * (len(own) + 2)
        if before:
            ids += [*before, self._end]
            parts += [1] * (len(before) + 1)
        return Tokens(tuple(ids), tuple(parts))

"""Pieces of words and pairs of words, counted: what the encoder is too coarse to see, such as a spelling."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 2**18
_SHORTEST, _LONGEST = 2, 5


def buckets(read: str) -> Counter[int]:
    """How often each hashed piece occurs in what `reading.as_read` gives."""
    return Counter(crc32(piece.encode()) % BUCKETS for piece in _pieces(read.split()))


def _pieces(words: list[str]) -> Iterator[str]:
    for word in words:
        edged = f" {word} "
        for size in range(_SHORTEST, _LONGEST + 1):
            for start in range(len(edged) - size + 1):
                yield edged[start : start + size]
                if size >= len(edged):
                    break
    yield from (f"1{word}" for word in words)
    yield from (f"2{first} {second}" for first, second in pairwise(words))


@dataclass(frozen=True, slots=True)
class Ngrams:
    """A linear model over the pieces: `weights` is (BUCKETS, 3), `rarity` (BUCKETS,), `bias` (3,)."""

    weights: NDArray[np.float16]
    rarity: NDArray[np.float16]
    bias: NDArray[np.float32]

    def log_shares(self, read: str) -> NDArray[np.float32]:
        """Log probabilities of none, concern and urgent."""
        counted = buckets(read)
        places = np.fromiter(counted.keys(), dtype=np.int64, count=len(counted))
        values = weighed(np.fromiter(counted.values(), dtype=np.float32, count=len(counted)), self.rarity[places])
        scores = values @ self.weights[places].astype(np.float32) + self.bias
        return log_softmax(scores)


def weighed(counts: NDArray[np.float32], rarity: NDArray[np.float16]) -> NDArray[np.float32]:
    """Counts dampened, times how rare the piece is, at length one."""
    values: NDArray[np.float32] = (1 + np.log(counts)) * rarity.astype(np.float32)
    length = np.float32(np.linalg.norm(values))
    return values / length if length else values


def log_softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores to log probabilities along the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    shares: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shares

"""Cross-validation by file: no author is both learnt from and measured on."""

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from safeguarding.model.ngrams import Ngrams
from safeguarding.model.reading import as_read
from safeguarding.model.tokens import Tokeniser
from safeguarding.normalise import Spelling
from safeguarding.training import ngrams
from safeguarding.training.corpus import Example
from safeguarding.training.encoder import Recipe, Trainer, log_shares
from safeguarding.training.mpnet import Encoder, pretrained

log = logging.getLogger(__name__)
PLACES = {"none": 0, "look": 0, "concern": 1, "urgent": 2}


@dataclass(frozen=True, slots=True)
class Kit:
    """What every training run starts from."""

    weights: Path
    tokeniser: Tokeniser
    spelling: Spelling
    recipe: Recipe


@dataclass(frozen=True, slots=True)
class Measured:
    """Log probabilities (examples, 3) of examples that the model has not learnt from.

    `after` was read with the messages before it and equals `alone` where there are none.
    """

    examples: tuple[Example, ...]
    alone: NDArray[np.float32]
    after: NDArray[np.float32]
    pieces: NDArray[np.float32]


def folds(examples: Sequence[Example], count: int) -> list[frozenset[str]]:
    """Files dealt into `count` heaps of about the same number of examples, the largest file first."""
    heaps: list[set[str]] = [set() for _ in range(count)]
    sizes = Counter(e.group for e in examples)
    for name, _ in sizes.most_common():
        min(heaps, key=lambda heap: sum(sizes[g] for g in heap)).add(name)
    return [frozenset(heap) for heap in heaps]


def train(kit: Kit, examples: Sequence[Example]) -> tuple[Encoder, Ngrams]:
    """Both parts of the model, learnt from `examples`."""
    encoder = Trainer(examples, kit.spelling, kit.tokeniser, kit.recipe).fit(pretrained(kit.weights))
    return encoder, fit_pieces(kit, examples)


def fit_pieces(kit: Kit, examples: Sequence[Example]) -> Ngrams:
    """The n-grams, which take seconds and always learn from everything."""
    single = [e for e in examples if not e.earlier and e.level != "look"]
    reads = [as_read(e.text, kit.spelling) for e in single]
    return ngrams.fit(reads, [PLACES[e.level] for e in single])


def measure(kit: Kit, encoder: Encoder, pieces: Ngrams, examples: Sequence[Example]) -> Measured:
    """What a trained model says of examples."""
    reads = [as_read(e.text, kit.spelling) for e in examples]
    before = [[as_read(one, kit.spelling) for one in e.earlier] for e in examples]
    alone = log_shares(encoder, [kit.tokeniser.readings(read)[0] for read in reads])
    after = log_shares(encoder, [kit.tokeniser.readings(r, b)[0] for r, b in zip(reads, before, strict=True)])
    return Measured(tuple(examples), alone, after, np.stack([pieces.log_shares(read) for read in reads]))


def cross_validate(kit: Kit, examples: Sequence[Example], count: int) -> list[Measured]:
    """Every example measured by a model that has learnt from other files only."""
    found = []
    for number, held in enumerate(folds(examples, count), start=1):
        log.info("fold %d of %d: %s", number, count, ", ".join(sorted(held)))
        encoder, pieces = train(kit, [e for e in examples if e.group not in held])
        found.append(measure(kit, encoder, pieces, [e for e in examples if e.group in held]))
    return found

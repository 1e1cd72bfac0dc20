"""Fine-tunes the encoder on the labelled messages."""

import logging
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from safeguarding.model.kinds import CATEGORIES
from safeguarding.model.reading import as_read
from safeguarding.model.tokens import Tokeniser, Tokens
from safeguarding.normalise import Spelling
from safeguarding.training.corpus import Example
from safeguarding.training.mpnet import Encoder
from safeguarding.training.noise import noisy

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Rates are per step, shares are of rows, `frozen` are the layers left as they are."""

    epochs: int = 3
    batch: int = 32
    rate: float = 6e-5
    rate_below: float = 0.9
    rate_head: float = 1e-3
    decay: float = 0.01
    warm_up: float = 0.1
    weights: tuple[float, float, float] = (1.0, 1.3, 1.5)
    smoothing: float = 0.05
    contrast: float = 0.3
    kinds: float = 0.2
    margin: float = 2.0
    noise: float = 0.5
    joined: float = 0.15
    after_others: float = 0.2
    frozen: int = 2
    seed: int = 20261122


class Trainer:
    """One training run over examples; `words` spells them plainly, `tokeniser` cuts them."""

    def __init__(self, examples: Sequence[Example], spelling: Spelling, tokeniser: Tokeniser, recipe: Recipe) -> None:
        self._examples, self._spelling, self._tokeniser, self._recipe = examples, spelling, tokeniser, recipe
        self._random = Random(recipe.seed)
        self._plain = [e.text for e in examples if e.level == "none" and not e.earlier]

    def fit(self, encoder: Encoder) -> Encoder:
        """Train in place. Deterministic for one machine, seed and number of threads."""
        torch.manual_seed(self._recipe.seed)
        for part in (encoder.words, encoder.places, encoder.norm, encoder.distances, *self._still(encoder)):
            part.requires_grad_(False)
        optimiser = torch.optim.AdamW(self._groups(encoder), weight_decay=self._recipe.decay)
        steps = self._recipe.epochs * math.ceil(len(self._examples) / self._recipe.batch)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: self._rate(step, steps))
        encoder.train()
        for epoch in range(self._recipe.epochs):
            began, total, count = time.monotonic(), 0.0, 0
            for batch in self._batches():
                loss = self._loss(encoder, batch)
                optimiser.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
                optimiser.step()
                schedule.step()
                total, count = total + float(loss.detach()), count + 1
            log.info("epoch %d: loss %.3f, %.0f s", epoch + 1, total / count, time.monotonic() - began)
        encoder.eval()
        return encoder

    def _rate(self, step: int, steps: int) -> float:
        warm = self._recipe.warm_up * steps
        return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))

    def _groups(self, encoder: Encoder) -> list[dict[str, object]]:
        """Lower layers learn more slowly than upper ones; the head learns fastest."""
        recipe, top = self._recipe, len(encoder.layers)
        heads = [*encoder.level.parameters(), *encoder.kind.parameters()]
        groups: list[dict[str, object]] = [{"params": heads, "lr": recipe.rate_head}]
        for number, layer in list(enumerate(encoder.layers))[recipe.frozen :]:
            rate = recipe.rate * recipe.rate_below ** (top - 1 - number)
            groups.append({"params": list(layer.parameters()), "lr": rate})
        return [*groups, {"params": list(encoder.parts.parameters()), "lr": recipe.rate}]

    def _still(self, encoder: Encoder) -> list[nn.Module]:
        """The lowest layers, which know words and not harm: leaving them saves a fifth of the time."""
        return list(encoder.layers)[: self._recipe.frozen]

    def _batches(self) -> Iterator[list[tuple[Example, Tokens]]]:
        """Messages of like length together, the two sides of a contrast in one batch."""
        units: dict[str, list[Example]] = {}
        for number, example in enumerate(self._examples):
            units.setdefault(example.pair or str(number), []).append(example)
        cut = [[(e, self._tokens(e)) for e in unit] for unit in units.values()]
        cut.sort(key=lambda unit: len(unit[0][1].ids) + self._random.random() * 6)
        batches: list[list[tuple[Example, Tokens]]] = [[]]
        for unit in cut:
            if len(batches[-1]) + len(unit) > self._recipe.batch and batches[-1]:
                batches.append([])
            batches[-1] += unit
        self._random.shuffle(batches)
        yield from batches

    def _tokens(self, example: Example) -> Tokens:
        """The example as it is read this time round: typed otherwise, beside other words or after other messages."""
        random, recipe = self._random, self._recipe
        text, earlier = example.text, list(example.earlier)
        if random.random() < recipe.noise:
            text = noisy(text, random)
        if random.random() < recipe.joined:
            other = random.choice(self._plain)
            text = f"{other} {text}" if random.random() < 0.5 else f"{text} {other}"
        if not earlier and random.random() < recipe.after_others:
            earlier = random.sample(self._plain, random.randint(1, 3))
        elif earlier and random.random() < recipe.noise / 2:
            earlier = [noisy(one, random) for one in earlier]
        read = as_read(text, self._spelling)
        return self._tokeniser.readings(read, [as_read(e, self._spelling) for e in earlier])[0]

    def _loss(self, encoder: Encoder, batch: Sequence[tuple[Example, Tokens]]) -> Tensor:
        recipe = self._recipe
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores, kinds, _ = encoder(*padded([tokens for _, tokens in batch]))
        scores = scores.float()
        smooth = recipe.smoothing / 3
        targets = torch.tensor([e.target for e, _ in batch]) * (1 - recipe.smoothing) + smooth
        weights = torch.tensor([sum(w * t for w, t in zip(recipe.weights, e.target, strict=True)) for e, _ in batch])
        loss = -(weights * (targets * scores.log_softmax(-1)).sum(-1)).sum() / weights.sum()
        kind = torch.tensor([_kind(e) for e, _ in batch])
        if (kind >= 0).any():
            loss = loss + recipe.kinds * nn.functional.cross_entropy(kinds.float(), kind, ignore_index=-1)
        return loss + recipe.contrast * self._contrasts(batch, scores)

    def _contrasts(self, batch: Sequence[tuple[Example, Tokens]], scores: Tensor) -> Tensor:
        """The worrying side of a pair must stand well above the harmless one."""
        worry = torch.logsumexp(scores[:, 1:], dim=1) - scores[:, 0]
        sides: dict[str, list[int]] = {}
        for number, (example, _) in enumerate(batch):
            if example.pair:
                sides.setdefault(example.pair, []).append(number)
        gaps = []
        for places in sides.values():
            harmless = [n for n in places if batch[n][0].level == "none"]
            gaps += [worry[h] - worry[n] for h in harmless for n in places if n not in harmless]
        if not gaps:
            return scores.new_zeros(())
        return nn.functional.relu(self._recipe.margin + torch.stack(gaps)).mean()


def _kind(example: Example) -> int:
    """The place of its kind of harm, -1 where there is none."""
    worrying = example.level in ("concern", "urgent") and example.category in CATEGORIES
    return CATEGORIES.index(example.category) if worrying else -1


def padded(batch: Sequence[Tokens]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, parts and mask as tensors of one length."""
    longest = max(len(tokens.ids) for tokens in batch)
    ids, parts, mask = (torch.zeros((len(batch), longest), dtype=torch.int64) for _ in range(3))
    for row, tokens in enumerate(batch):
        length = len(tokens.ids)
        ids[row, :length], parts[row, :length] = torch.tensor(tokens.ids), torch.tensor(tokens.parts)
        mask[row, :length] = 1
    return ids, parts, mask


@torch.no_grad()  # type: ignore[untyped-decorator]
def log_shares(encoder: Encoder, readings: Sequence[Tokens], batch: int = 128) -> NDArray[np.float32]:
    """Log probabilities, (readings, 3)."""
    encoder.eval()
    found = np.zeros((len(readings), 3), dtype=np.float32)
    order = sorted(range(len(readings)), key=lambda n: len(readings[n].ids))
    for start in range(0, len(order), batch):
        places = order[start : start + batch]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = encoder(*padded([readings[n] for n in places]))[0].float()
        found[places] = scores.log_softmax(-1).numpy()
    return found

"""The lower layers of MPNet in plain PyTorch: its weights load, and the graph exports, without a framework."""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from safeguarding.model.kinds import CATEGORIES, LEVELS


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of MPNet base, cut to its lower eight layers of twelve: nearly as good, a third quicker and smaller."""

    vocabulary: int = 30527
    width: int = 768
    layers: int = 8
    heads: int = 12
    inner: int = 3072
    positions: int = 512
    distances: int = 32


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each with its residual and norm."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)
        self.norm_attention, self.norm_out = (nn.LayerNorm(shape.width, eps=1e-5) for _ in range(2))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` is (batch, length, width); `bias` (batch, heads, length, length) says how near, and what is no word."""
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm_attention(x + self.drop(self.out(seen)))
        inner = self.narrow(nn.functional.gelu(self.wide(x)))
        return cast(Tensor, self.norm_out(x + self.drop(inner)))


class Encoder(nn.Module):
    """Words in; scores of the levels, scores of the kinds of harm and the pooled meaning out."""

    def __init__(self, shape: Shape | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        shape = shape or Shape()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.parts = nn.Embedding(2, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-5)
        self.distances = nn.Embedding(shape.distances, shape.heads)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)
        self.level = nn.Linear(shape.width, len(LEVELS))
        self.kind = nn.Linear(shape.width, len(CATEGORIES))

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`ids`, `parts` (0: this message, 1: those before it) and `mask` (1: a word) are (batch, length)."""
        place = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.drop(self.norm(self.words(ids) + self.places(place) + self.parts(parts)))
        there = mask.to(x.dtype)
        near = self.distances(_distances(ids.shape[1], self.distances.num_embeddings, ids.device))
        bias = near.permute(2, 0, 1).unsqueeze(0) + (1.0 - there)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        pooled = (x * there.unsqueeze(-1)).sum(1) / there.sum(1, keepdim=True)
        dropped = self.drop(pooled)
        return self.level(dropped), self.kind(dropped), pooled


def _distances(length: int, count: int, device: torch.device) -> Tensor:
    """How far each place is from each other, in `count` classes: near ones exactly, far ones roughly, by side."""
    place = torch.arange(length, device=device)
    apart = place.unsqueeze(1) - place.unsqueeze(0)
    half = count // 2
    exact = half // 2
    far = apart.abs()
    rough = torch.log(far.clamp(min=1).float() / exact) / math.log(_FARTHEST / exact) * (half - exact)
    found = torch.where(far < exact, far, (exact + rough.long()).clamp(max=half - 1))
    return found + (apart < 0).long() * half


_FARTHEST = 128
_NAMES = {
    "embeddings.word_embeddings": "words",
    "embeddings.position_embeddings": "places",
    "embeddings.LayerNorm": "norm",
    "encoder.relative_attention_bias": "distances",
    "encoder.layer": "layers",
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "out",
    "attention.LayerNorm": "norm_attention",
    "intermediate.dense": "wide",
}
_BEFORE_FIRST = 2
"""Places that MPNet keeps for padding."""


def pretrained(weights: Path) -> Encoder:
    """An encoder with the weights of a safetensors file, its heads new. Raises `RuntimeError` if they do not fit."""
    encoder = Encoder()
    named = {_our_name(name): tensor for name, tensor in load_file(weights).items() if "pooler" not in name}
    named.pop("embeddings.position_ids", None)
    named["places.weight"] = named["places.weight"][_BEFORE_FIRST:]
    named = {name: tensor for name, tensor in named.items() if _kept(name, len(encoder.layers))}
    nn.init.zeros_(encoder.parts.weight)
    missing, unknown = encoder.load_state_dict(named, strict=False)
    if unknown or {m.split(".")[0] for m in missing} != {"level", "kind", "parts"}:
        raise RuntimeError(f"{weights.name} does not fit: missing {missing}, unknown {unknown}")
    return encoder


def _kept(name: str, layers: int) -> bool:
    return not name.startswith("layers.") or int(name.split(".")[1]) < layers


def _our_name(name: str) -> str:
    for theirs, ours in _NAMES.items():
        name = name.replace(theirs, ours)
    return name.replace(".output.dense", ".narrow").replace(".output.LayerNorm", ".norm_out")

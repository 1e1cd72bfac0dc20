"""A small BERT in plain PyTorch, so that the weights of MiniLM load and the graph exports without a framework."""

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
    """The sizes of MiniLM-L6."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each with its residual and norm."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)
        self.norm_attention, self.norm_out = (nn.LayerNorm(shape.width, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` is (batch, length, width); `mask` (batch, 1, 1, length) is 0 where there is a word."""
        batch, length, width = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + mask
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
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)
        self.level = nn.Linear(shape.width, len(LEVELS))
        self.kind = nn.Linear(shape.width, len(CATEGORIES))

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`ids`, `parts` (0: this message, 1: those before it) and `mask` (1: a word) are (batch, length)."""
        place = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        x = self.drop(self.norm(self.words(ids) + self.places(place) + self.parts(parts)))
        there = mask.to(x.dtype)
        hidden = (1.0 - there)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        pooled = (x * there.unsqueeze(-1)).sum(1) / there.sum(1, keepdim=True)
        dropped = self.drop(pooled)
        return self.level(dropped), self.kind(dropped), pooled


_NAMES = {
    "embeddings.word_embeddings": "words",
    "embeddings.position_embeddings": "places",
    "embeddings.token_type_embeddings": "parts",
    "embeddings.LayerNorm": "norm",
    "encoder.layer": "layers",
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "wide",
}


def pretrained(weights: Path) -> Encoder:
    """An encoder with the weights of a safetensors file, its heads new. Raises `RuntimeError` if they do not fit."""
    encoder = Encoder()
    named = {_our_name(name): tensor for name, tensor in load_file(weights).items() if "pooler" not in name}
    named.pop("embeddings.position_ids", None)
    missing, unknown = encoder.load_state_dict(named, strict=False)
    if unknown or {m.split(".")[0] for m in missing} != {"level", "kind"}:
        raise RuntimeError(f"{weights.name} does not fit: missing {missing}, unknown {unknown}")
    return encoder


def _our_name(name: str) -> str:
    for theirs, ours in _NAMES.items():
        name = name.replace(theirs, ours)
    return name.replace(".output.dense", ".narrow").replace(".output.LayerNorm", ".norm_out")

"""Going on from the artefact that stands: what is new is learnt in minutes, beside a share of what was learnt before.

The int8 weights are opened to floating point, which loses nothing that the running service had.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from safeguarding.model.artefact import ENCODER
from safeguarding.training.corpus import Example
from safeguarding.training.encoder import Recipe
from safeguarding.training.mpnet import Encoder

RECIPE = replace(Recipe(), epochs=3, rate=4e-5, rate_head=3e-4)
"""Gentler than from the start: what is known is to stay known."""
_MULTIPLIES = re.compile(r"/(Gemm_)?MatMul_quant$")
AGAIN = 2
"""So many examples learnt before go with each new one."""


def examples_for(examples: Sequence[Example], learnt: Mapping[str, int], seed: int) -> list[Example]:
    """The examples of files that are not in `learnt` (file: rows), and a sample of the others; pairs stay whole.

    Raises `ValueError` when there is nothing new.
    """
    new = [one for one in examples if one.group not in learnt]
    if not new:
        raise ValueError("There is no file that the model has not learnt from. Add one, or run `train`.")
    units: dict[str, list[Example]] = {}
    for number, one in enumerate(examples):
        if one.group in learnt:
            units.setdefault(one.pair or str(number), []).append(one)
    before = list(units.values())
    Random(seed).shuffle(before)
    again: list[Example] = []
    for unit in before:
        if len(again) >= AGAIN * len(new):
            break
        again += unit
    return new + again


def standing(folder: Path) -> Encoder:
    """The encoder of the artefact in `folder`, to be trained further."""
    graph = onnx.load(str(folder / ENCODER)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    encoder = Encoder()
    weights = {name: _plain(held, name) for name in encoder.state_dict()}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = _MULTIPLIES.sub("", node.name).strip("/").replace("/", ".")
            weights[f"{place}.weight"] = _opened(held, node.input[1].removesuffix("_quantized")).T
    missing = [name for name, weight in weights.items() if weight is None]
    if missing:
        raise ValueError(f"The graph in {folder} has no weights for {', '.join(missing)}. Run `train`.")
    encoder.load_state_dict({name: torch.tensor(np.array(weight)) for name, weight in weights.items()})
    return encoder


def _plain(held: Mapping[str, NDArray[Any]], name: str) -> NDArray[Any] | None:
    """Weights kept as they are, or as whole numbers beside a scale; None: found with the node that uses them."""
    if name in held:
        return held[name]
    return _opened(held, name) if f"{name}_quantized" in held else None


def _opened(held: Mapping[str, NDArray[Any]], name: str) -> NDArray[np.float32]:
    whole, zero, scale = (held[f"{name}_{part}"] for part in ("quantized", "zero_point", "scale"))
    opened: NDArray[np.float32] = (whole.astype(np.float32) - zero.astype(np.float32)) * scale
    return opened

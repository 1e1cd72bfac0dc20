"""Writes the encoder as a graph with int8 weights, which the service runs without PyTorch."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from safeguarding.model.artefact import ENCODER
from safeguarding.training.mpnet import Encoder

_OPSET = 17
_AXES = {0: "messages", 1: "length"}


def write_encoder(encoder: Encoder, folder: Path) -> None:
    """`encoder` as an ONNX graph with int8 weights in `folder`."""
    example = torch.ones((2, 8), dtype=torch.int64)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            encoder.eval(), (example, torch.zeros_like(example), example), str(whole), opset_version=_OPSET,
            input_names=["ids", "parts", "mask"], output_names=["levels", "kinds", "meaning"],
            dynamic_axes=dict.fromkeys(("ids", "parts", "mask"), _AXES), dynamo=False,
        )  # fmt: skip
        quantize_dynamic(whole, folder / ENCODER, weight_type=QuantType.QInt8, per_channel=True)

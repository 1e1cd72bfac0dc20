"""The trained model on disk, and the check that it is the one that was measured."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from safeguarding.model.ngrams import Ngrams

ENCODER, TOKENIZER, NGRAMS, EXAMPLES, MANIFEST = (
    "encoder.onnx", "tokenizer.json", "ngrams.npz", "examples.npz", "manifest.json",
)  # fmt: skip
_CHECKED = (ENCODER, TOKENIZER, NGRAMS, EXAMPLES)


class ModelBroken(Exception):
    """The model cannot be used; the message names the file and says what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What belongs to the artefact: SHA-256 of each file, the thresholds set on it, and how it was made."""

    version: str
    hashes: Mapping[str, str]
    thresholds: Mapping[str, float]
    made: Mapping[str, Any]


def here() -> Path:
    """Where the artefact of this release lies."""
    return Path(str(files("safeguarding.model"))) / "artefact"


def manifest(folder: Path) -> Manifest:
    """The manifest of `folder`, its files checked against it; raises `ModelBroken`."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        made = Manifest(found["version"], found["sha256"], found["thresholds"], found["made"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelBroken(f"{folder.name}/{MANIFEST} cannot be read ({type(error).__name__}). {_AGAIN}") from error
    for name in _CHECKED:
        if not (folder / name).is_file():
            raise ModelBroken(f"{folder.name}/{name} is missing. {_AGAIN}")
        if digest(folder / name) != made.hashes.get(name):
            raise ModelBroken(f"{folder.name}/{name} is not the file that was measured. {_AGAIN}")
    if made.version != version_of(made.hashes, made.thresholds):
        raise ModelBroken(f"{folder.name}/{MANIFEST} was changed after the model was measured. {_AGAIN}")
    return made


def version_of(hashes: Mapping[str, str], thresholds: Mapping[str, float]) -> str:
    """Eight digits for these files with these thresholds."""
    sealed = json.dumps([dict(hashes), dict(thresholds)], sort_keys=True)
    return hashlib.sha256(sealed.encode()).hexdigest()[:8]


def digest(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_ngrams(folder: Path) -> Ngrams:
    """The n-gram model of `folder`."""
    with np.load(folder / NGRAMS, allow_pickle=False) as stored:
        return Ngrams(stored["weights"], stored["rarity"], stored["bias"])


def write_ngrams(ngrams: Ngrams, folder: Path) -> None:
    """Store the n-gram model in `folder`."""
    np.savez_compressed(folder / NGRAMS, weights=ngrams.weights, rarity=ngrams.rarity, bias=ngrams.bias)


_AGAIN = "Install this release again, or train the model anew with `make model`."

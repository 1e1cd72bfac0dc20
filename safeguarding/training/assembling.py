"""Puts the artefact together: both parts of the model, known examples, thresholds, and a manifest with their hashes."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from safeguarding.model import artefact
from safeguarding.model.examples import Examples
from safeguarding.model.kinds import CATEGORIES
from safeguarding.model.ngrams import Ngrams
from safeguarding.model.reading import as_read
from safeguarding.training.corpus import Example
from safeguarding.training.encoder import padded
from safeguarding.training.export import write_encoder
from safeguarding.training.folds import Kit
from safeguarding.training.mpnet import Encoder

EXAMPLES_A_KIND = 40
_SHORTEST, _LONGEST = 20, 140


def write_parts(
    kit: Kit, vocabulary: Path, encoder: Encoder, pieces: Ngrams, known: Sequence[Example], folder: Path
) -> None:
    """Everything but the manifest: thresholds are set on these files."""
    folder.mkdir(parents=True, exist_ok=True)
    write_encoder(encoder, folder)
    shutil.copyfile(vocabulary, folder / artefact.TOKENIZER)
    artefact.write_ngrams(pieces, folder)
    _known_examples(kit, encoder, known).write(folder / artefact.EXAMPLES)


def write_manifest(folder: Path, thresholds: Mapping[str, float], made: Mapping[str, Any]) -> None:
    """Seal the artefact: its version is the beginning of the hash of its hashes and thresholds."""
    names = (artefact.ENCODER, artefact.TOKENIZER, artefact.NGRAMS, artefact.EXAMPLES)
    hashes = {name: artefact.digest(folder / name) for name in names}
    content = {"sha256": hashes, "thresholds": dict(thresholds), "made": dict(made)}
    content = {"version": artefact.version_of(hashes, thresholds), **content}
    (folder / artefact.MANIFEST).write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _known_examples(kit: Kit, encoder: Encoder, examples: Sequence[Example]) -> Examples:
    """Some short, plain messages of each kind of harm, the same ones for the same corpus."""
    random = Random(kit.recipe.seed)
    chosen: list[Example] = []
    for kind in CATEGORIES:
        fitting = [e for e in examples if e.category == kind and _fits(e)]
        chosen += random.sample(fitting, min(EXAMPLES_A_KIND, len(fitting)))
    return Examples.of([e.text for e in chosen], [e.category for e in chosen], _meanings(kit, encoder, chosen))


def _fits(example: Example) -> bool:
    alone = example.sequence is None and example.level in ("concern", "urgent")
    return alone and _SHORTEST <= len(example.text) <= _LONGEST and "\n" not in example.text


@torch.no_grad()  # type: ignore[untyped-decorator]
def _meanings(kit: Kit, encoder: Encoder, examples: Sequence[Example]) -> NDArray[np.float32]:
    readings = [kit.tokeniser.readings(as_read(e.text, kit.spelling))[0] for e in examples]
    return np.concatenate([encoder.eval()(*padded([reading]))[2].numpy() for reading in readings])

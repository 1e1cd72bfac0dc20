"""`python -m safeguarding.training crossvalidate|train|continue|calibrate`: makes the model beside the rules."""

import argparse
import json
import logging
import pickle
import platform
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from safeguarding import screen as screens
from safeguarding.model import artefact
from safeguarding.model.judging import Model, averaged, shares_of
from safeguarding.model.reading import reading_spelling
from safeguarding.model.tokens import Tokeniser
from safeguarding.rulebook import read
from safeguarding.screening import Earlier, Level
from safeguarding.training import corpus, folds, going_on
from safeguarding.training.assembling import write_manifest, write_parts
from safeguarding.training.corpus import Example
from safeguarding.training.encoder import Recipe, Trainer
from safeguarding.training.figures import figures
from safeguarding.training.folds import Kit, Measured
from safeguarding.training.pretrained import pretrained_files
from safeguarding.training.thresholds import NEVER, Budget, Seen, calibrated

BUILD = Path("build/model")
MINUTES_APART = 60.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Say on stdout what was measured, as JSON; progress goes to stderr."""
    parser = argparse.ArgumentParser(prog="python -m safeguarding.training", description=__doc__)
    parser.add_argument("task", choices=("crossvalidate", "train", "continue", "calibrate"))
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    base = pretrained_files(BUILD)
    tokeniser = Tokeniser(base / "tokenizer.json")
    spelling = reading_spelling(read().spelling, tokeniser.vocabulary())
    kit = Kit(base / "model.safetensors", tokeniser, spelling, Recipe(epochs=options.epochs))
    tasks: dict[str, Callable[[], dict[str, object]]] = {
        "crossvalidate": partial(cross_validate, kit, options.folds),
        "train": partial(train, kit),
        "continue": partial(go_on, kit),
        "calibrate": partial(calibrate, kit),
    }
    sys.stdout.write(json.dumps(tasks[options.task](), indent=2) + "\n")


def learnt() -> list[Example]:
    """Everything the model learns from."""
    return corpus.read(corpus.training_files()) + corpus.of_rules(read())


def cross_validate(kit: Kit, count: int) -> dict[str, object]:
    """Thresholds and figures over files that each model has not learnt from."""
    examples = learnt()
    measured = folds.cross_validate(kit, examples, count)
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "crossvalidated.pickle").write_bytes(pickle.dumps(measured))
    rules = ByRules()
    seen = [
        Seen(example, *rules(example), shares_of(alone), shares_of(after))
        for one in measured
        for example, alone, after in zip(one.examples, *_together(one), strict=True)
    ]
    thresholds = calibrated(seen, Budget())
    groups = sorted({s.example.group for s in seen})
    by_file = {name: figures([s for s in seen if s.example.group == name], thresholds).as_json() for name in groups}
    return {"thresholds": thresholds, "all": figures(seen, thresholds).as_json(), "files": by_file}


def train(kit: Kit) -> dict[str, object]:
    """Learn from every training file, write the artefact, and set its thresholds."""
    examples = learnt()
    encoder, pieces = folds.train(kit, examples)
    write_parts(kit, pretrained_files(BUILD) / "tokenizer.json", encoder, pieces, examples, artefact.here())
    return _calibrated(kit, [])


def go_on(kit: Kit) -> dict[str, object]:
    """Teach the artefact that stands what is new in the corpus, and set its thresholds again."""
    folder = artefact.here()
    stands = json.loads((folder / artefact.MANIFEST).read_text(encoding="utf-8"))
    examples = learnt()
    taught = going_on.examples_for(examples, stands["made"]["learnt_from"], kit.recipe.seed)
    encoder = Trainer(taught, kit.spelling, kit.tokeniser, going_on.RECIPE).fit(going_on.standing(folder))
    write_parts(
        kit, pretrained_files(BUILD) / "tokenizer.json", encoder, folds.fit_pieces(kit, examples), examples, folder
    )
    return _calibrated(kit, [*stands["made"].get("went_on_from", []), stands["version"]])


def calibrate(kit: Kit) -> dict[str, object]:
    """Set the thresholds of the artefact as it lies there, on files it has not learnt from."""
    stands = json.loads((artefact.here() / artefact.MANIFEST).read_text(encoding="utf-8"))
    return _calibrated(kit, stands["made"].get("went_on_from", []))


def _calibrated(kit: Kit, went_on_from: Sequence[str]) -> dict[str, object]:
    folder = artefact.here()
    made = {
        "recipe": {name: getattr(kit.recipe, name) for name in Recipe.__dataclass_fields__},
        "went_on_from": list(went_on_from),
        "learnt_from": dict(Counter(example.group for example in learnt())),
        "set_on": corpus.calibration_files(),
        "torch": torch.__version__,
        "python": platform.python_version(),
    }
    write_manifest(folder, NEVER, made)
    seen = []
    model, rules = Model(folder, read().spelling), ByRules()
    for example in corpus.read(corpus.calibration_files()):
        alone = model.shares(example.text)
        after = model.shares(example.text, example.earlier) if example.earlier else alone
        seen.append(Seen(example, *rules(example), alone, after))
    thresholds = calibrated(seen, Budget())
    found = figures(seen, thresholds).as_json()
    write_manifest(folder, thresholds, made | {"figures": found})
    return {"thresholds": thresholds, "figures": found}


def _together(one: Measured) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How each example reads alone and with what went before, as the service puts the parts together."""
    alone = [averaged(encoder, pieces) for encoder, pieces in zip(one.alone, one.pieces, strict=True)]
    after = [averaged(encoder, own, own) for encoder, own in zip(one.after, alone, strict=True)]
    return np.stack(alone), np.stack(after)


class ByRules:
    """What the rules say of an example: the level, and that level as a model without doubt would lower it."""

    def __init__(self) -> None:
        self._screen, self._kept = screens.by_rules(), screens.urgent_rules(read())

    def __call__(self, example: Example) -> tuple[Level, Level]:
        count = len(example.earlier)
        earlier = [Earlier("child", text, MINUTES_APART * (count - n)) for n, text in enumerate(example.earlier)]
        found = self._screen(example.text, earlier)
        lowered = [screens.lowered(reason, example.text, self._kept).level for reason in found.because]
        return found.level, max(lowered, default=Level.none)


if __name__ == "__main__":
    main()

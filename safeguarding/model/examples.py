"""Known examples of each kind of harm, to tell a duty officer what a message reads like."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Examples:
    """Invented messages with their kind of harm; `meanings` is (examples, width), each row of length about 127."""

    texts: tuple[str, ...]
    categories: tuple[str, ...]
    meanings: NDArray[np.int8]

    def nearest(self, meaning: NDArray[np.float32], category: str) -> str:
        """The words of the example of this kind that reads most like `meaning`; "" when there is none."""
        places = [n for n, kind in enumerate(self.categories) if kind == category]
        if not places:
            return ""
        alike = self.meanings[places].astype(np.float32) @ meaning
        return self.texts[places[int(alike.argmax())]]

    @classmethod
    def of(cls, texts: Sequence[str], categories: Sequence[str], meanings: NDArray[np.float32]) -> "Examples":
        """From the encoder's `meaning` of each text."""
        lengths = np.linalg.norm(meanings, axis=1, keepdims=True)
        return cls(tuple(texts), tuple(categories), np.round(meanings / lengths * 127).astype(np.int8))

    @classmethod
    def read(cls, path: Path) -> "Examples":
        """What `write` stored."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(tuple(stored["texts"].tolist()), tuple(stored["categories"].tolist()), stored["meanings"])

    def write(self, path: Path) -> None:
        """Store as a compressed file."""
        columns: dict[str, Any] = {"texts": np.asarray(self.texts), "categories": np.asarray(self.categories)}
        np.savez_compressed(path, meanings=self.meanings, **columns)

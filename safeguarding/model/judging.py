"""What the model makes of a message: how worrying it reads, by itself and after the child's messages before it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from safeguarding.model import artefact
from safeguarding.model.artefact import ModelBroken
from safeguarding.model.examples import Examples
from safeguarding.model.kinds import CATEGORIES
from safeguarding.model.ngrams import Ngrams, log_softmax
from safeguarding.model.reading import as_read, reading_spelling
from safeguarding.model.tokens import Tokeniser, Tokens
from safeguarding.normalise import Spelling
from safeguarding.screening import Level

_MESSAGES_REMEMBERED = 1024
_SENTENCE_ENDS = re.compile(r"[.!?\n]+")
_SENTENCES, _QUOTED = 12, 240
_WINDOWS = 24
"""Readings of one long message at most; a longer one goes to a human for its length."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How worrying a reading is, and how urgent if it is a worry, each from 0 to 1."""

    worry: float
    urgent: float


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says: the level, the kind of harm, the words that weigh most and the known example most like them.

    `after_others` when it would be less by itself; `ordinary` when it reads like ordinary talk without any doubt.
    """

    level: Level
    shares: Shares
    category: str = ""
    quote: str = ""
    like: str = ""
    after_others: bool = False
    ordinary: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    shares: Shares
    logs: NDArray[np.float32]
    kinds: NDArray[np.float32]
    meaning: NDArray[np.float32]


class Model:
    """The encoder and the n-grams of one artefact. Safe to call from several threads."""

    def __init__(self, folder: Path, spelling: Spelling) -> None:
        """Raises `ModelBroken` with one line when the artefact is missing or not the one that was measured."""
        made = artefact.manifest(folder)
        self.version = made.version
        self._thresholds: Mapping[str, float] = made.thresholds
        try:
            self._tokeniser = Tokeniser(folder / artefact.TOKENIZER)
            self._spelling = reading_spelling(spelling, self._tokeniser.vocabulary())
            self._ngrams: Ngrams = artefact.read_ngrams(folder)
            self._examples = Examples.read(folder / artefact.EXAMPLES)
            self._session = _session(folder / artefact.ENCODER)
        except Exception as error:
            raise ModelBroken(f"{folder.name} cannot be loaded ({type(error).__name__}).") from error
        self._alone = lru_cache(maxsize=_MESSAGES_REMEMBERED)(self._read_alone)

    def judge(self, text: str, earlier: Sequence[str] = ()) -> Judged:
        """`text` by itself, or weighed together with how it reads after `earlier` (the child's own, oldest first)."""
        alone = self._alone(text)
        if not earlier:
            return self._judged(text, alone, "alone")
        judged = self._judged(text, self._read_after(text, earlier), "after")
        return replace(judged, after_others=judged.level > level_of(alone.shares, self._thresholds, "alone"))

    def shares(self, text: str, earlier: Sequence[str] = ()) -> Shares:
        """The bare figures, by themselves or after `earlier`: the thresholds are set on them."""
        return (self._read_after(text, earlier) if earlier else self._alone(text)).shares

    def _judged(self, text: str, read: _Read, how: str) -> Judged:
        level = level_of(read.shares, self._thresholds, how)
        if level is Level.none:
            return Judged(level, read.shares, ordinary=read.shares.worry < self._thresholds["ordinary"])
        category = CATEGORIES[int(read.kinds.argmax())]
        like = self._examples.nearest(read.meaning, category)
        return Judged(level, read.shares, category, self._quote(text), like)

    def _quote(self, text: str) -> str:
        """The sentence that reads most worrying by itself."""
        sentences = [s.strip() for s in _SENTENCE_ENDS.split(text) if any(c.isalnum() for c in s)][:_SENTENCES]
        if len(sentences) < 2:
            return text.strip()[:_QUOTED]
        return max(sentences, key=lambda s: self._alone(s).shares.worry)[:_QUOTED]

    def _read_alone(self, text: str) -> _Read:
        return self._read(text, (), (self._ngrams.log_shares(as_read(text, self._spelling)),))

    def _read_after(self, text: str, earlier: Sequence[str]) -> _Read:
        return self._read(text, [as_read(one, self._spelling) for one in earlier], (self._alone(text).logs,) * 2)

    def _read(self, text: str, earlier: Sequence[str], beside: Sequence[NDArray[np.float32]]) -> _Read:
        """The most worrying window of the message, its log shares averaged with those `beside` it."""
        windows = self._tokeniser.readings(as_read(text, self._spelling), earlier)[:_WINDOWS]
        return max((self._window(window, beside) for window in windows), key=lambda read: read.shares.worry)

    def _window(self, window: Tokens, beside: Sequence[NDArray[np.float32]]) -> _Read:
        ids = np.asarray([window.ids], dtype=np.int64)
        parts = np.asarray([window.parts], dtype=np.int64)
        given = {"ids": ids, "parts": parts, "mask": np.ones_like(ids)}
        levels, kinds, meaning = self._session.run(None, given)
        logs = averaged(log_softmax(levels[0]), *beside)
        return _Read(shares_of(logs), logs, kinds[0], meaning[0])


def averaged(*logs: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mean of log probabilities (none, concern, urgent), as log probabilities."""
    return log_softmax(np.mean(np.stack(logs), axis=0, dtype=np.float32))


def shares_of(logs: NDArray[np.float32]) -> Shares:
    """Log probabilities as shares."""
    shares = np.exp(logs)
    worry = float(shares[1] + shares[2])
    return Shares(worry, float(shares[2]) / worry)


def level_of(shares: Shares, thresholds: Mapping[str, float], how: str) -> Level:
    """The level of a reading `alone` or `after` others. What is no concern is never urgent."""
    if shares.worry >= thresholds[f"concern_{how}"]:
        return Level.urgent if shares.urgent >= thresholds[f"urgent_{how}"] else Level.concern
    return Level.look if shares.worry >= thresholds[f"look_{how}"] else Level.none


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

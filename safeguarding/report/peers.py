"""Public peers on the same messages: each in a virtual environment of its own, never in ours."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from safeguarding.report import adapters
from safeguarding.report.figures import share
from safeguarding.report.rows import Row
from safeguarding.screening import Level

FOLDER = Path("build/peers")
NEEDS_MORE = {
    "detoxify": "its weights are a separate download",
    "paxmod-guard": "its weights are a separate download",
    "profanity-filter": "needs a package that the index no longer has",
}
"""Peers that the package alone does not make run."""
_INSTALL_SECONDS, _RUN_SECONDS = 300, 900
_ADDRESS = re.compile(r"\S+://\S+")

Run = Callable[[str, Sequence[str]], str]


@dataclass(frozen=True, slots=True)
class Peer:
    """What one peer raises of the English single messages; `missing` says why there are no figures."""

    name: str
    missing: str = ""
    urgent: float = 0.0
    concern: float = 0.0
    ordinary: float = 0.0
    median_ms: float = 0.0
    megabytes: float = 0.0


class PeerMissing(Exception):
    """A peer does not install or run; the message says why, in a line."""


def peers(rows: Iterable[Row], folder: Path = FOLDER) -> Iterator[Peer]:
    """Each peer in turn: installed once, then asked about every message."""
    single = [row for row in rows if not row.is_dialogue and row.language == "en"]
    for name in adapters.ADAPTERS:
        yield measured(name, single, lambda name, texts: _run(folder / name, name, texts))
    for name, why in NEEDS_MORE.items():
        yield Peer(name, why)


def measured(name: str, single: Sequence[Row], run: Run) -> Peer:
    """One peer by what `run` brings back."""
    try:
        answer = json.loads(run(name, [row.texts[0] for row in single]).strip().rpartition("\n")[2])
    except (PeerMissing, ValueError) as error:
        return Peer(name, str(error))
    raised = list(zip(single, answer["raised"], strict=True))

    def of(level: Level) -> float:
        return share(found for row, found in raised if row.levels[0] is level)

    return Peer(
        name, "", of(Level.urgent), of(Level.concern), of(Level.none), answer["median_ms"], answer["megabytes"]
    )  # fmt: skip


def _run(home: Path, name: str, texts: Sequence[str]) -> str:
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        uv = Path(sys.executable).with_name("uv")
        _done([uv, "venv", "--quiet", "--clear", "--python", sys.executable, home], _INSTALL_SECONDS, "its environment")
        _done([uv, "pip", "install", "--quiet", "--python", python, name], _INSTALL_SECONDS, "installing it")
        (home / "ready").touch()
    return _done([python, adapters.__file__, name], _RUN_SECONDS, "running it", json.dumps(list(texts)))


def _done(command: Sequence[str | Path], seconds: int, what: str, given: str = "") -> str:
    """Standard output of a command; raises `PeerMissing`."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    try:
        done = subprocess.run(  # noqa: S603 - a peer of the list above, in its own environment
            command, input=given, capture_output=True, text=True, timeout=seconds, check=False, env=alone
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerMissing(f"{what} failed ({type(error).__name__})") from error
    if done.returncode:
        last = _ADDRESS.sub("the index", " ".join(done.stderr.split())[-160:])
        raise PeerMissing(f"{what} failed: {last}")
    return done.stdout

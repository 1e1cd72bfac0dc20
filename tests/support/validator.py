"""The national validator of the SSDA903 return, in an environment of its own: it needs an older pandas than anybody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support import validator_run

HOME = Path(__file__).parents[2] / "build" / "validator"
NEEDS = ("csc-validator-be-903==0.1.17", "numpy<1.25", "pandas<2")


@dataclass(frozen=True)
class Verdict:
    """What the rules found: (rule, table, child). `broke` are rules that fail themselves, `done` those that ran."""

    found: frozenset[tuple[str, str, str]]
    done: frozenset[str]
    broke: frozenset[str]

    def by_child(self, *rules: str) -> set[tuple[str, str]]:
        """(child, rule) of these rules."""
        return {(child, rule) for rule, _, child in self.found if rule in rules}


def validated(folder: Path, year: int) -> Verdict:
    """The verdict on the CSV files in `folder`, by the rules of the collection that ends in March of `year`."""
    said = json.loads(_done([_python(), "-W", "ignore", validator_run.__file__, folder, str(year)]).rpartition("\n")[2])
    found = frozenset(
        (rule, table, child)
        for rule, tables in said["found"].items()
        for table, children in tables.items()
        for child in children
    )
    return Verdict(found, frozenset(said["done"]), frozenset(said["broke"]))


def _python() -> Path:
    """Made when it is not there. A machine that cannot make it fails the test: nothing is left unchecked unseen."""
    python, ready = HOME / "bin" / "python", HOME / "ready"
    if not ready.exists() or ready.read_text() != "\n".join(NEEDS):
        uv = Path(sys.executable).with_name("uv")
        _done([uv, "venv", "--quiet", "--clear", "--python", sys.executable, HOME])
        _done([uv, "pip", "install", "--quiet", "--python", python, *NEEDS])
        ready.write_text("\n".join(NEEDS))
    return python


def _done(command: list[str | Path]) -> str:
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=alone)
    assert done.returncode == 0, f"{Path(command[0]).name}: {done.stderr[-2000:]}"
    return done.stdout.strip()

"""What an export writes its lines with: a new file for its owner only, as CSV or as a JSON object a line."""

import csv
import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

import click

Line = Mapping[str, object]


def must_be_new(file: Path, *, dry_run: bool = False) -> None:
    """Raises `ClickException` for an ending nothing is written in, and for a file that is there."""
    if file.suffix not in _WRITERS:
        raise click.ClickException(f"{file.name}: the name must end in .csv or .jsonl")
    if file.exists() and not dry_run:
        raise click.ClickException(f"{file} is there already and is not overwritten. Choose another name")


def write(file: Path, lines: Sequence[Line]) -> None:
    """Every line has the same fields. Raises `ClickException`."""
    try:
        with open(file, "x", encoding="utf-8", newline="", opener=_owners_only) as out:
            _WRITERS[file.suffix](out, lines)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from error


def _owners_only(path: str, flags: int) -> int:
    return os.open(path, flags, mode=0o600)


def _csv(out: TextIO, lines: Sequence[Line]) -> None:
    writer = csv.writer(out)
    writer.writerow(lines[0])
    writer.writerows([_plain(value) for value in line.values()] for line in lines)


def _jsonl(out: TextIO, lines: Sequence[Line]) -> None:
    for line in lines:
        out.write(json.dumps({name: _plain(value) for name, value in line.items()}) + "\n")


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


_WRITERS: Mapping[str, Callable[[TextIO, Sequence[Line]], None]] = {".csv": _csv, ".jsonl": _jsonl}

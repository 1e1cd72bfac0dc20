"""The Header and Episodes files of the authority's case system, known by their columns as the validator does."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import ServiceError
from reviews.statutory_return import EPISODES, HEADER, Row

WANTED: Mapping[str, Sequence[str]] = {"Header": HEADER, "Episodes": EPISODES}


class CaseFilesBroken(ServiceError):
    """The files cannot be used. Says in one line which, where, and what to do."""


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """Rows by column, capitals throughout, as the validator reads them."""

    header: Sequence[Row]
    episodes: Sequence[Row]


def read(folder: Path) -> CaseFiles:
    """Both files from `folder`, whatever they are called; other files there do not matter. Raises `CaseFilesBroken`."""
    if not folder.is_dir():
        raise CaseFilesBroken(f"{folder} is no folder. Put the Header and Episodes files of your case system there.")
    found: dict[str, tuple[Path, list[Row]]] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() != ".csv":
            continue
        columns, rows = _table(path)
        kind = next((kind for kind, wanted in WANTED.items() if sorted(columns) == sorted(wanted)), None)
        if kind in found:
            raise CaseFilesBroken(f"{found[kind][0].name} and {path.name} are both the {kind} file. Keep one of them.")
        if kind:
            found[kind] = path, rows
    for kind, wanted in WANTED.items():
        if kind not in found:
            raise CaseFilesBroken(
                f"{folder} has no {kind} file: a CSV file with the columns {', '.join(wanted)}, and no others."
            )
    return CaseFiles(found["Header"][1], found["Episodes"][1])


def _table(path: Path) -> tuple[Sequence[str], list[Row]]:
    try:
        lines = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise CaseFilesBroken(f"{path.name} is not UTF-8. Save it as 'CSV UTF-8'.") from error
    except (OSError, csv.Error) as error:
        raise CaseFilesBroken(f"{path.name} cannot be read: {error}.") from error
    columns = [name.strip() for name in lines[0]] if lines else []
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(columns):
            raise CaseFilesBroken(f"{path.name} row {number}: {len(line)} cells under {len(columns)} columns.")
        rows.append({name: cell.strip().upper() for name, cell in zip(columns, line, strict=True)})
    return columns, rows

"""Read a folder of CSV files into a batch, or say everything that is wrong with it at once."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from bot.importing.checking import complaints_across
from bot.importing.rows import ChildRow, IroRow, ReviewRow, Row, StaffRow
from storage.errors import BadData

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One file: its rows by the number of the line each begins on."""

    name: str
    rows: Mapping[int, R]
    complaints: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows.values())


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything one import brings. What is not in it is left as it was."""

    children: tuple[ChildRow, ...]
    iros: tuple[IroRow, ...]
    staff: tuple[StaffRow, ...]
    reviews: tuple[ReviewRow, ...]


FILES = ("children.csv", "iros.csv", "staff.csv", "reviews.csv")


def read(directory: Path) -> Batch:
    """Read children.csv, iros.csv, staff.csv and reviews.csv. Raises `BadData` with a line for every fault."""
    if not directory.is_dir():
        raise BadData(f"{directory} is not a folder. Give the folder that holds children.csv and the other files.")
    contents: dict[str, bytes] = {}
    for name in FILES:
        try:
            contents[name] = (directory / name).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise BadData(f"{name} cannot be read: {error.strerror}.") from error
    return read_files(contents)


def read_files(contents: Mapping[str, bytes]) -> Batch:
    """The same of the contents of the files, by name."""
    children = _sheet(contents, "children.csv", ChildRow)
    iros = _sheet(contents, "iros.csv", IroRow)
    staff = _sheet(contents, "staff.csv", StaffRow)
    reviews = _sheet(contents, "reviews.csv", ReviewRow)
    complaints = [line for sheet in (children, iros, staff, reviews) for line in sheet.complaints]
    unsure = {sheet.name for sheet in (children, iros, staff, reviews) if sheet.complaints}
    complaints += complaints_across(children.rows, iros.rows, staff.rows, reviews.rows, unsure)
    if complaints:
        raise BadData(*complaints)
    return Batch(tuple(children), tuple(iros), tuple(staff), tuple(reviews))


def _sheet(contents: Mapping[str, bytes], name: str, row_type: type[R]) -> Sheet[R]:
    try:
        text = contents[name].decode("utf-8-sig")
    except KeyError:
        return Sheet(name, {}, (f"{name} is not there.",))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Sheet(name, {}, (f'{name} line {line}: this is not UTF-8 text. Save the file again as "CSV UTF-8".',))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [column.strip() for column in next(reader, [])]
        complaints = _about_columns(name, columns, list(row_type.model_fields))
        return Sheet(name, {}, complaints) if complaints else _rows(name, columns, reader, row_type)
    except csv.Error as error:
        return Sheet(name, {}, (f"{name} line {reader.line_num}: this is not CSV ({error}).",))


def _about_columns(name: str, columns: list[str], expected: list[str]) -> tuple[str, ...]:
    missing = [f"{name}: the column {column} is missing." for column in expected if column not in columns]
    unknown = [f'{name}: there is no column "{column}".' for column in columns if column not in expected]
    twice = [f"{name}: the column {column} is there twice." for column in expected if columns.count(column) > 1]
    return (*missing, *unknown, *twice)


def _rows(name: str, columns: list[str], reader: "Iterator[list[str]]", row_type: type[R]) -> Sheet[R]:
    rows: dict[int, R] = {}
    complaints: list[str] = []
    for line, cells in _numbered(reader):
        if len(cells) != len(columns):
            complaints.append(f"{name} line {line}: {len(cells)} cells where there are {len(columns)} columns.")
            continue
        try:
            rows[line] = row_type(**dict(zip(columns, cells, strict=True)))
        except ValidationError as error:
            complaints += [f"{name} line {line}, {_column(fault)}: {fault['msg']}" for fault in error.errors()]
    return Sheet(name, rows, tuple(complaints))


def _numbered(reader: "Iterator[list[str]]") -> Iterator[tuple[int, list[str]]]:
    """Each row with the line it begins on; a cell may run over several lines. Empty lines are passed over."""
    line = reader.line_num + 1  # type: ignore[attr-defined]
    for row in reader:
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield line, cells
        line = reader.line_num + 1  # type: ignore[attr-defined]


def _column(fault: "Mapping[str, object]") -> str:
    where = fault["loc"]
    if isinstance(where, tuple) and where:
        return str(where[0])
    context = fault.get("ctx")
    return str(context["column"]) if isinstance(context, dict) else "the row"

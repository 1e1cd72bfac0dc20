"""Importing from CSV files: what is refused and how it is named, and what an import changes on record."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.importing import Changes, read, store_batch
from bot.importing.languages import written_language
from storage import allocations, audit, children, reviews, staff
from storage.database import Database
from storage.errors import BadData
from storage.tables import audit_events, metadata
from tests.support.prepared import NOW, TODAY

EXAMPLESHIRE = Path("bot/demo/exampleshire")
FILES = ("children.csv", "iros.csv", "staff.csv", "reviews.csv")

Edit = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        shutil.copy(EXAMPLESHIRE / name, tmp_path)
    return tmp_path


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Put other values into the row on a line (the header is line 1) of a file."""

    def change(name: str, line: int, **cells: str) -> None:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        rows[line - 2] |= cells
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)

    return change


def complaints(folder: Path) -> tuple[str, ...]:
    with pytest.raises(BadData) as caught:
        read(folder)
    return caught.value.lines


def test_exampleshire_is_read_as_it_is(folder: Path) -> None:
    batch = read(folder)
    assert [len(part) for part in (batch.children, batch.iros, batch.staff, batch.reviews)] == [60, 6, 15, 535]
    assert batch.children[4].preferred_name == "Ffi"
    assert "'Sharn'" in batch.iros[2].bio


@pytest.mark.parametrize(
    ("name", "line", "cells", "complaint"),
    [
        ("children.csv", 7, {"birth_date": "31/02/2010"}, '"31/02/2010" is not a date like 2010-02-28'),
        ("children.csv", 7, {"birth_date": "2010-02-31"}, '"2010-02-31" is not a date like 2010-02-28'),
        ("children.csv", 7, {"birth_date": ""}, '"" is not a date like 2010-02-28'),
        ("children.csv", 8, {"first_name": " "}, '"" is not a name'),
        ("children.csv", 9, {"legal_status_code": "care"}, '"care" is not a legal status code like C2'),
        ("children.csv", 9, {"placement_type": "Foster"}, '"Foster" does not begin with a placement code like U4'),
        ("children.csv", 9, {"reference": "EXC 8"}, '"EXC 8" is not a reference like EXC-0001'),
        ("children.csv", 2, {"date_became_looked_after": "2001-01-01"}, "2001-01-01 is before the birth date"),
        ("children.csv", 3, {"iro_reference": "IRO-99"}, '"IRO-99" is not in iros.csv'),
        ("children.csv", 4, {"reference": "EXC-0001"}, '"EXC-0001" stands on line 2 already'),
        ("staff.csv", 10, {"role": "duty"}, '"duty" is not one of iro, iro_manager, duty_officer,'),
        ("staff.csv", 10, {"working_pattern": "weekdays"}, '"weekdays" is not a working pattern like Mon Tue'),
        ("staff.csv", 10, {"urgent_alerts": "yes"}, '"yes" is not one of first, escalate, none'),
        ("staff.csv", 10, {"email": "someone"}, '"someone" is not an e-mail address'),
        ("staff.csv", 10, {"end_date": "2001-01-01"}, "2001-01-01 is before the start date"),
        ("staff.csv", 3, {"email": "PRIYA.larkhaven@exampleshire.example"}, "stands on line 2 already"),
        ("iros.csv", 2, {"staff_reference": "EXS-099"}, '"EXS-099" is not in staff.csv'),
        ("iros.csv", 2, {"staff_reference": "EXS-009"}, "staff.csv line 10 does not have EXS-009 as the IRO IRO-01"),
        ("iros.csv", 3, {"end_date": ""}, '"" differs from "2026-12-11" on staff.csv line 3'),
        ("reviews.csv", 5, {"status": "cancelled"}, '"cancelled" is not one of held, planned, overdue'),
        ("reviews.csv", 5, {"held_date": ""}, "it is empty, but the status is held"),
        ("reviews.csv", 5, {"start_time": "4pm"}, '"4pm" is not a time like 15:45'),
        ("reviews.csv", 5, {"late": "no"}, '"no" is not one of Y, N'),
        ("reviews.csv", 5, {"participation_code": "PN9"}, '"PN9" is not one of PN0,'),
        ("reviews.csv", 5, {"review_number": "0"}, '"0" is not a number like 3'),
        ("reviews.csv", 5, {"child_ref": "EXC-9999"}, '"EXC-9999" is not in children.csv'),
        ("reviews.csv", 5, {"chair_iro_ref": "IRO-99"}, '"IRO-99" is not in iros.csv'),
        ("reviews.csv", 5, {"review_ref": "EXR-0001"}, '"EXR-0001" stands on line 2 already'),
        ("reviews.csv", 5, {"review_number": "1"}, '"EXC-0001 number 1" stands on line 2 already'),
    ],
)
def test_a_bad_cell_is_named(
    folder: Path, edit: Edit, name: str, line: int, cells: dict[str, str], complaint: str
) -> None:
    edit(name, line, **cells)
    (column,) = cells
    assert any(
        found.startswith(f"{name} line {line}, {column}: ") and complaint in found for found in complaints(folder)
    )


def test_every_bad_row_is_named_at_once(folder: Path, edit: Edit) -> None:
    edit("children.csv", 7, birth_date="31/02/2010", legal_status_code="?")
    edit("children.csv", 12, birth_date="soon")
    edit("staff.csv", 3, role="office")
    found = complaints(folder)
    assert [line.partition(": ")[0] for line in found] == [
        "children.csv line 7, birth_date",
        "children.csv line 7, legal_status_code",
        "children.csv line 12, birth_date",
        "staff.csv line 3, role",
    ]


def test_lines_are_counted_as_an_editor_counts_them(folder: Path, edit: Edit) -> None:
    edit("children.csv", 3, communication_needs="one\ntwo\nthree")
    edit("children.csv", 5, birth_date="soon")
    assert complaints(folder)[0].startswith("children.csv line 7, birth_date")


def test_a_missing_file_and_a_folder_that_is_none(folder: Path) -> None:
    (folder / "iros.csv").unlink()
    assert complaints(folder) == ("iros.csv is not there.",)
    assert "is not a folder" in complaints(folder / "nowhere")[0]


def test_missing_unknown_and_doubled_columns(folder: Path) -> None:
    text = (folder / "iros.csv").read_text(encoding="utf-8")
    (folder / "iros.csv").write_text(text.replace("bio", "about", 1).replace("phone", "email", 1), encoding="utf-8")
    assert complaints(folder) == (
        "iros.csv: the column phone is missing.",
        "iros.csv: the column bio is missing.",
        'iros.csv: there is no column "about".',
        "iros.csv: the column email is there twice.",
    )


def test_an_empty_file(folder: Path) -> None:
    (folder / "staff.csv").write_bytes(b"")
    assert "staff.csv: the column role is missing." in complaints(folder)


def test_a_file_that_is_not_utf_8(folder: Path) -> None:
    text = (folder / "staff.csv").read_text(encoding="utf-8")
    (folder / "staff.csv").write_bytes(text.encode("latin-1"))
    assert complaints(folder) == ('staff.csv line 4: this is not UTF-8 text. Save the file again as "CSV UTF-8".',)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder: Path) -> None:
    text = (folder / "staff.csv").read_text(encoding="utf-8")
    (folder / "staff.csv").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert len(read(folder).staff) == 15


def test_a_row_with_too_few_cells_and_an_open_quote(folder: Path) -> None:
    with (folder / "staff.csv").open("a", encoding="utf-8") as file:
        file.write("EXS-016,Somebody\n")
    with (folder / "iros.csv").open("a", encoding="utf-8") as file:
        file.write('IRO-07,"EXS-017')
    found = complaints(folder)
    assert "staff.csv line 17: 2 cells where there are 12 columns." in found
    assert any(line.startswith("iros.csv line 8: this is not CSV") for line in found)


@pytest.mark.parametrize(
    ("languages", "tag"),
    [("Welsh, English", "cy"), ("Kurdish Sorani", "ckb"), ("British Sign Language, English", "en"), ("Elvish", "en")],
)
def test_the_language_a_child_reads(languages: str, tag: str) -> None:
    assert written_language(languages) == tag


def load(database: Database, folder: Path, days: int = 0) -> Changes:
    batch = read(folder)
    return database.write_now(lambda store: store_batch(store, batch, NOW + timedelta(days=days)))


def everything(database: Database) -> dict[str, list[object]]:
    """Every row of every table but the audit trail, as stored."""
    with database.engine.connect() as connection:
        return {
            name: sorted(map(repr, connection.execute(sa.select(table)).all()))
            for name, table in metadata.tables.items()
            if table is not audit_events
        }


def test_everything_is_put_on_record(database: Database, folder: Path) -> None:
    changes = load(database, folder)
    assert changes.added == {"staff": 15, "children": 60, "allocations": 60, "reviews": 535}

    def look(store) -> None:
        fin = children.by_reference(store, "EXC-0038")
        assert (fin.name, fin.easy_read, fin.lang, fin.placement) == ("Fin", False, "en", "U6")
        assert children.by_reference(store, "EXC-0020").easy_read
        beth = children.iro_of(store, fin.id, TODAY)
        assert (beth.first_name, beth.pronouns, beth.working_pattern[:3]) == ("Beth", "she/her", "Mon")
        assert beth.bio.startswith("Hello, I'm Beth")
        assert allocations.history(store, fin.id)[0].since == date(2026, 10, 5)  # not before she began
        assert reviews.next_of(store, fin.id).planned_for == date(2027, 3, 15)
        assert reviews.last_of(store, fin.id).chair_id is not None
        assert len(staff.current(store, TODAY, "duty_officer")) == 4
        assert audit.verify(store)[1] is None

    database.read_now(look)


def test_importing_the_same_again_changes_nothing(database: Database, folder: Path) -> None:
    load(database, folder)
    before = everything(database)
    assert load(database, folder, days=3).none
    assert everything(database) == before


def test_what_differs_is_changed_and_only_that(database: Database, folder: Path, edit: Edit) -> None:
    load(database, folder)
    edit("children.csv", 39, preferred_name="Finn", communication_needs="Learning disability: easy read")
    edit("reviews.csv", 5, notes="Moved to the library")
    edit("staff.csv", 10, phone="01632 960199")
    assert load(database, folder).changed == {"children": 1, "reviews": 1, "staff": 1}
    fin = database.read_now(lambda store: children.by_reference(store, "EXC-0038"))
    assert fin is not None
    assert (fin.name, fin.easy_read, fin.birth_date) == ("Finn", True, date(2014, 4, 4))


def test_a_child_who_gets_another_iro(database: Database, folder: Path, edit: Edit) -> None:
    load(database, folder)
    edit("children.csv", 39, iro_reference="IRO-01")
    assert load(database, folder).changed == {"allocations": 1}
    assert load(database, folder, days=1).none

    def look(store) -> None:
        fin = children.by_reference(store, "EXC-0038")
        past, now = allocations.history(store, fin.id)
        assert (past.until, now.since, now.until) == (date(2026, 11, 20), TODAY, None)
        assert children.iro_of(store, fin.id, TODAY).first_name == "Priya"
        assert children.iro_before(store, fin.id, TODAY).first_name == "Beth"

    database.read_now(look)


def test_a_change_of_iro_that_is_arranged_already_is_left_alone(database: Database, folder: Path) -> None:
    load(database, folder)

    def arrange(store) -> None:
        leo, beth = children.by_reference(store, "EXC-0002"), staff.by_reference(store, "EXS-006")
        allocations.allocate(store, NOW, leo.id, beth.id, date(2026, 12, 12))

    database.write_now(arrange)
    assert load(database, folder).none


def test_an_import_that_fails_half_way_leaves_nothing(database: Database, folder: Path, edit: Edit) -> None:
    load(database, folder)
    before = everything(database)
    edit("children.csv", 39, preferred_name="Finn")
    edit("reviews.csv", 2, child_ref="EXC-0002", review_number="99")
    with pytest.raises(BadData, match="EXR-0001 is on record as a review of another child"):
        load(database, folder)
    assert everything(database) == before


def test_an_address_that_somebody_else_on_record_has(database: Database, folder: Path, edit: Edit) -> None:
    load(database, folder)
    edit("staff.csv", 16, staff_reference="EXS-099")
    with pytest.raises(BadData, match="EXS-099 has the address of EXS-015"):
        load(database, folder)

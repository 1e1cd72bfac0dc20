"""No file takes back what an IRO recorded about a review."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.importing import read, store_batch
from storage import allocations, cancellations, participations, reviews
from storage.database import Database
from storage.reviews import Review
from storage.store import Store
from tests.support.commanded import EXAMPLESHIRE
from tests.support.prepared import NOW, TODAY

TO_COME = "EXR-0014"
"""Planned; of a child whose reviews before it were held."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("children", "iros", "staff", "reviews"):
        shutil.copy(EXAMPLESHIRE / f"{name}.csv", tmp_path)
    return tmp_path


def edit(folder: Path, *, without: bool = False, **cells: str) -> None:
    """Change the row of that review in the file, or take it out."""
    path = folder / "reviews.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    next(row for row in rows if row["review_ref"] == TO_COME).update(cells)
    rows = [row for row in rows if not (without and row["review_ref"] == TO_COME)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def load(database: Database, folder: Path) -> Review:
    batch = read(folder)
    database.write_now(lambda store: store_batch(store, batch, NOW))
    return database.read_now(the_review)


def the_review(store: Store) -> Review:
    found = reviews.by_reference(store, TO_COME)
    assert found
    return found


def iro_of(store: Store, review: Review) -> object:
    iro = allocations.iro_of(store, review.child_id, TODAY)
    assert iro
    return iro.id


def test_an_empty_day_does_not_cancel_a_review(database: Database, folder: Path) -> None:
    before = load(database, folder)
    edit(folder, planned_date="", start_time="")
    assert load(database, folder) == before
    edit(folder, planned_date="2027-04-30", start_time="10:30")
    after = load(database, folder)
    assert (after.planned_for, after.start_time) == (date(2027, 4, 30), "10:30")


def test_a_day_that_was_cancelled_does_not_come_back_and_another_does(database: Database, folder: Path) -> None:
    before = load(database, folder)

    def cancel(store: Store) -> None:
        cancellations.cancel(store, before, iro_of(store, before), "Exams.", NOW, TODAY)  # type: ignore[arg-type]

    database.write_now(cancel)
    assert load(database, folder).planned_for is None
    edit(folder, planned_date="2027-05-04")
    assert load(database, folder).planned_for == date(2027, 5, 4)


def test_a_review_that_was_held_stays_held(database: Database, folder: Path) -> None:
    before, held = load(database, folder), date(2026, 11, 20)
    late = {"late": True, "days_late": 3, "late_reason": "Snow."}
    database.write_now(lambda store: reviews.change(store, before, held_on=held, status="held", **late))
    after = load(database, folder)
    assert (after.held_on, after.status, after.late, after.late_reason) == (held, "held", True, "Snow.")
    edit(folder, status="held", held_date="2026-11-19", participation_code="PN2")
    corrected = load(database, folder)
    assert (corrected.held_on, corrected.late, corrected.participation_code) == (date(2026, 11, 19), False, "PN2")


def test_a_code_that_the_iro_confirmed_is_not_replaced(database: Database, folder: Path) -> None:
    before = load(database, folder)

    def confirm(store: Store) -> None:
        participations.confirm(
            store, before, iro_of(store, before), NOW, attended="no", spoke="", views="sent", suggested="PN6",  # type: ignore[arg-type]
            code="PN6",
        )  # fmt: skip

    database.write_now(confirm)
    edit(folder, status="held", held_date="2026-11-19", participation_code="PN7")
    after = load(database, folder)
    assert (after.held_on, after.participation_code) == (date(2026, 11, 19), "PN6")


def test_a_review_that_the_file_does_not_have_yet_is_due_all_the_same(database: Database, folder: Path) -> None:
    whole = (folder / "reviews.csv").read_text("utf-8")
    edit(folder, without=True)
    database.write_now(lambda store: store_batch(store, read(folder), NOW))
    (made,) = database.read_now(
        lambda store: [one for one in reviews.everyone(store) if one.reference == "EXC-0001-14"]
    )
    assert (made.number, made.due_by, made.planned_for, made.held_on) == (14, date(2027, 5, 17), None, None)
    assert database.write_now(lambda store: store_batch(store, read(folder), NOW)).none
    (folder / "reviews.csv").write_text(whole, "utf-8")
    brought = load(database, folder)
    assert (brought.id, brought.due_by, brought.planned_for is None) == (made.id, made.due_by, False)

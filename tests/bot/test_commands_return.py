"""`my-iro return ssda903` as somebody runs it: three files that the national validator passes, or none."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.commands import return_
from storage import children, reviews
from storage.audit import AuditEvent
from storage.store import Store
from storage.tables import audit_events
from tests.support.commanded import EXAMPLESHIRE, Commands
from tests.support.validator import validated

CASE_FILES = EXAMPLESHIRE / "ssda903"
BROKEN = {"231", "233"}
"""Rules of the validator that ask for columns which no CSV file has."""

pytestmark = pytest.mark.timeout(600)  # the first run installs the validator


def written(run: Commands) -> list[str]:
    query = audit_events.select().where(audit_events.c.event == AuditEvent.RETURN_WRITTEN)
    return [row["detail"] for row in run.database.read_now(lambda store: store.rows(query))]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spoil(run: Commands, reference: str, **values: object) -> None:
    def work(store: Store) -> None:
        review = reviews.by_reference(store, reference)
        assert review
        reviews.change(store, review, **values)

    run.database.write_now(work)


def test_the_national_validator_passes_the_demo_year(run: Commands, tmp_path: Path) -> None:
    out = tmp_path / "return"
    result = run("return", "ssda903", "--year", "2025-26", "--from", str(CASE_FILES), "--out", str(out))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"45 children, 47 episodes, 92 reviews: {out}\n"
    assert sorted(path.name for path in out.iterdir()) == ["Episodes.csv", "Header.csv", "Reviews.csv"]
    assert out.stat().st_mode & 0o077 == 0
    said = validated(out, 2026)
    assert said.found == frozenset()
    assert {"166", "167", "399", "440", "441", "1012", "INT08", "INT17"} <= said.done
    assert said.broke <= BROKEN
    assert written(run) == ["2025-26 92"]
    held = {(row["child_ref"], row["held_date"]) for row in rows(EXAMPLESHIRE / "reviews.csv")}
    year = {(child, day) for child, day in held if "2025-04-01" <= day <= "2026-03-31"}
    assert {(row["CHILD"], "-".join(reversed(row["REVIEW"].split("/")))) for row in rows(out / "Reviews.csv")} == year


def test_the_demo_needs_nothing_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Commands) -> None:
    monkeypatch.delenv("MY_IRO_DATABASE")
    out = tmp_path / "return"
    assert run("return", "ssda903", "--demo", "--year", "2025-26", "--out", str(out)).exit_code == 0
    assert len(rows(out / "Reviews.csv")) == 92


def test_everything_that_would_be_refused_is_named_and_nothing_is_written(run: Commands, tmp_path: Path) -> None:
    first, second = (
        review["review_ref"]
        for review in rows(EXAMPLESHIRE / "reviews.csv")
        if review["child_ref"] == "EXC-0001" and "2025-04-01" <= review["held_date"] <= "2026-03-31"
    )
    spoil(run, first, participation_code=None)
    spoil(run, second, participation_code="PN0")
    out = tmp_path / "return"
    result = run("return", "ssda903", "--year", "2025-26", "--from", str(CASE_FILES), "--out", str(out))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "EXC-0001, 167: a review has no participation code (the IRO confirms one of PN0 to PN7)" in result.stderr
    assert f"({first})" in result.stderr
    assert "EXC-0001, 440: a review after the fourth birthday has PN0 (09/12/2025)" in result.stderr
    assert "2 faults (167: 1, 440: 1). Nothing was written" in result.stderr
    assert list(tmp_path.iterdir()) == []
    assert written(run) == []


def test_a_child_whom_the_case_system_does_not_know_is_named(run: Commands, tmp_path: Path) -> None:
    def work(store: Store) -> None:
        child = children.by_reference(store, "EXC-0001")
        assert child
        children.change(store, child, birth_date=date(2018, 2, 15))

    run.database.write_now(work)
    files = tmp_path / "case"
    shutil.copytree(CASE_FILES, files)
    header = (files / "Header.csv").read_text("utf-8").splitlines(keepends=True)
    (files / "Header.csv").write_text("".join(line for line in header if not line.startswith("EXC-0002")), "utf-8")
    result = run("return", "ssda903", "--year", "2025-26", "--from", str(files), "--out", str(tmp_path / "return"))
    assert (
        "EXC-0001, INT17: the date of birth on record is not the one in the Header file (14/02/2018)" in result.stderr
    )
    assert "EXC-0002, INT08: the child has reviews in the year and no row in the Header file" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["case"]


@pytest.mark.parametrize("breaks", ["the second file", "the trail"])
def test_nothing_is_left_when_it_breaks_halfway(
    run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: str
) -> None:
    write_one = return_._write_one

    def fail(path: Path, columns: object, rows: object) -> None:
        if path.name == "Episodes.csv":
            raise OSError(28, "No space left on device")
        write_one(path, columns, rows)  # type: ignore[arg-type]

    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    if breaks == "the second file":
        monkeypatch.setattr(return_, "_write_one", fail)
    else:
        monkeypatch.setattr(return_.audit, "record", refuse)
    out = tmp_path / "return"
    result = run("return", "ssda903", "--year", "2025-26", "--from", str(CASE_FILES), "--out", str(out))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert f"{out} cannot be written: " in result.stderr
    assert list(tmp_path.iterdir()) == []
    assert written(run) == []


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--year", "2025"), "'2025' is no collection year such as 2025-26"),
        (("--year", "2025-26", "--from", "/nowhere"), "/nowhere is no folder"),
        (("--year", "2025-26"), "Say with --from DIR where the Header and Episodes files of your case system are"),
        (("--year", "2025-26", "--from", str(EXAMPLESHIRE)), "has no Header file"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    run: Commands, tmp_path: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    usual = () if "--from" in arguments or complaint.startswith("Say") else ("--from", str(CASE_FILES))
    result = run("return", "ssda903", *arguments, *usual, "--out", str(tmp_path / "return"))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert complaint in result.stderr


def test_a_folder_with_something_in_it_is_left_alone(run: Commands, tmp_path: Path) -> None:
    usual = ("return", "ssda903", "--year", "2025-26", "--from", str(CASE_FILES), "--out")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "Header.csv").write_text("mine")
    assert "is not overwritten" in run(*usual, str(tmp_path / "mine")).stderr
    assert "is no folder. Make it first" in run(*usual, str(tmp_path / "none" / "out")).stderr
    (tmp_path / "empty").mkdir()
    assert run(*usual, str(tmp_path / "empty")).exit_code == 0
    assert (tmp_path / "mine" / "Header.csv").read_text() == "mine"

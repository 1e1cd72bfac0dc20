"""The case system's Header and Episodes files: known by their columns, refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.case_files import CaseFilesBroken, read
from reviews.statutory_return import EPISODES, HEADER

ONE_CHILD = "gen-1,f,01/02/2015,wbri,un4,0,\n"
ONE_EPISODE = "GEN-1,01/02/2024,S,c2,N1,U6,PR1,,,,b1 1bb,B3 3DQ,SC1\n"


def put(folder: Path, name: str, columns: tuple[str, ...], rows: str, encoding: str = "utf-8") -> None:
    (folder / name).write_text(",".join(columns) + "\n" + rows, encoding=encoding)


def test_they_are_known_by_their_columns_whatever_they_are_called(tmp_path: Path) -> None:
    put(tmp_path, "a.csv", EPISODES, ONE_EPISODE + ",,,,,,,,,,,,\n")
    put(tmp_path, "z.CSV", HEADER, ONE_CHILD, "utf-8-sig")
    put(tmp_path, "reviews.csv", ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"), "")
    (tmp_path / "notes.txt").write_bytes(b"\xff")
    found = read(tmp_path)
    assert [row["CHILD"] for row in found.header] == ["GEN-1"]
    assert found.header[0]["SEX"] == "F"
    assert [(row["LS"], row["HOME_POST"]) for row in found.episodes] == [("C2", "B1 1BB")]


def test_columns_may_stand_in_any_order_but_none_may_be_more_or_less(tmp_path: Path) -> None:
    put(tmp_path, "e.csv", EPISODES, ONE_EPISODE)
    put(tmp_path, "h.csv", tuple(reversed(HEADER)), ",,,,,,GEN-2\n")
    assert read(tmp_path).header[0]["CHILD"] == "GEN-2"
    put(tmp_path, "h.csv", (*HEADER, "UASC"), "")
    with pytest.raises(CaseFilesBroken, match="has no Header file: a CSV file with the columns CHILD, SEX, DOB"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"CHILD\n\xff\n", "h.csv is not UTF-8. Save it as 'CSV UTF-8'."),
        ((",".join(HEADER) + "\nGEN-1,F\n").encode(), "h.csv row 2: 2 cells under 7 columns."),
        (b'CHILD\n"GEN', "h.csv cannot be read: unexpected end of data."),
        (b"", "has no Header file"),
        ((",".join(EPISODES) + "\n").encode(), "e.csv and h.csv are both the Episodes file. Keep one of them."),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(tmp_path: Path, content: bytes, complaint: str) -> None:
    put(tmp_path, "e.csv", EPISODES, ONE_EPISODE)
    (tmp_path / "h.csv").write_bytes(content)
    with pytest.raises(CaseFilesBroken) as refused:
        read(tmp_path)
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CaseFilesBroken, match="is no folder"):
        read(tmp_path / "none")

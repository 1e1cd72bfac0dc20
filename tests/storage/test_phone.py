"""One number, however it is written."""

from __future__ import annotations

import pytest

from storage.phone import normal, takes_texts


@pytest.mark.parametrize(
    "written",
    ["07700 900222", "+44 7700 900222", "+44 (0)7700 900 222", "447700900222", "00447700900222", " 07700-900-222 "],
)
def test_a_british_mobile_is_the_same_however_it_is_written(written: str) -> None:
    assert normal(written) == "+447700900222"


@pytest.mark.parametrize(
    ("written", "number"), [("01632 960106", "+441632960106"), ("+33 6 12 34 56 78", "+33612345678")]
)
def test_landlines_and_numbers_abroad_are_numbers(written: str, number: str) -> None:
    assert normal(written) == number


@pytest.mark.parametrize("written", ["", "PIZZA", "999", "0800", "07700 90022x", "0440000000", "+0770090022", "62262"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert normal(written) is None


def test_a_landline_takes_no_texts() -> None:
    assert takes_texts("+447700900222")
    assert takes_texts("+33612345678")
    assert not takes_texts("+441632960106")

"""The reviews of a year for the SSDA903: what the national validator says of them, and what it does not look for."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.statutory_return import REVIEWS, RULES, SHORT_BREAKS, Fault, Return, Year, compose
from reviews.timetable import add_months
from storage.children import Child
from storage.reviews import Review
from tests.support.returned import Made, made, write
from tests.support.validator import Verdict, validated

TODAY = date(2030, 1, 1)
YEAR = Year(date(2025, 4, 1))
YEARS = [Year(date(first, 4, 1)) for first in (2022, 2023, 2024, 2025, 2026)]
OF_REVIEWS = ("166", "167", "399", "440", "441", "1012", "INT08", "INT17")
SHARED = (
    *OF_REVIEWS, "101", "102", "103", "141", "147", "148", "354", "385", "392b", "442", "526", "EPI", "INT03", "INT32",
)  # fmt: skip
BROKEN = {"231", "233"}
"""Rules of the validator that fail on any CSV files: they ask for columns that these do not have."""

pytestmark = pytest.mark.timeout(600)  # the first run installs the validator


def of(what: Made, today: date = TODAY) -> Return:
    return compose(what.year, what.header, what.episodes, what.recorded, today)


def verdict(found: Return, folder: Path, year: Year) -> Verdict:
    write(folder, found)
    return validated(folder, year.ends.year)


@pytest.mark.parametrize("year", YEARS, ids=lambda year: f"{year.starts.year}")
def test_the_national_validator_passes_made_up_years(year: Year, tmp_path: Path) -> None:
    what = made(year, 150, seed=1)
    found = of(what)
    assert found.faults == []
    assert len(found.reviews) > 100
    assert found.short_breaks
    said = verdict(found, tmp_path / "out", year)
    assert said.found == frozenset()
    assert set(OF_REVIEWS) <= said.done
    assert said.broke <= BROKEN


def child_of(what: Made, number: int) -> tuple[str, dict[str, str], dict[str, str]]:
    name = what.recorded[number][0].reference
    header = next(row for row in what.header if row["CHILD"] == name)
    return name, header, next(row for row in what.episodes if row["CHILD"] == name)


def change_reviews(what: Made, number: int, **values: object) -> None:
    held = what.recorded[number][1]
    in_year = next(place for place, review in enumerate(held) if review.held_on and review.held_on in what.year)
    held[in_year] = replace(held[in_year], **values)  # type: ignore[arg-type]


def change_child(what: Made, number: int, **values: object) -> None:
    child, held = what.recorded[number]
    what.recorded[number] = replace(child, **values), held  # type: ignore[arg-type]


def lose(rows: list[dict[str, str]], name: str) -> None:
    rows[:] = [row for row in rows if row["CHILD"] != name]


def other_code(what: Made, number: int) -> None:
    child, held = what.recorded[number]
    day = next(review.held_on for review in held if review.held_on and review.held_on in what.year)
    change_reviews(what, number, participation_code="PN1" if day < add_months(child.birth_date, 48) else "PN0")


def breaks_only(what: Made, number: int) -> None:
    name, header, _ = child_of(what, number)
    header["MOTHER"] = "0"
    for row in what.episodes:
        if row["CHILD"] == name:
            row.update(LS="V4")


SPOILT: dict[str, Callable[[Made, int], object]] = {
    "no day": lambda what, n: change_reviews(what, n, held_on=None),
    "no code": lambda what, n: change_reviews(what, n, participation_code=None),
    "no such code": lambda what, n: change_reviews(what, n, participation_code="PN8"),
    "the wrong side of four": other_code,
    "another birthday in the header": lambda what, n: child_of(what, n)[1].update(DOB="01/01/2015"),
    "a birthday that cannot be read": lambda what, n: child_of(what, n)[1].update(DOB="2015-01-01"),
    "no sex": lambda what, n: child_of(what, n)[1].update(SEX=""),
    "no ethnicity": lambda what, n: child_of(what, n)[1].update(ETHNIC=""),
    "no UPN": lambda what, n: child_of(what, n)[1].update(UPN=""),
    "not in the header": lambda what, n: lose(what.header, child_of(what, n)[0]),
    "not in the episodes": lambda what, n: lose(what.episodes, child_of(what, n)[0]),
    "in the header twice": lambda what, n: what.header.append(dict(child_of(what, n)[1])),
    "a beginning that cannot be read": lambda what, n: child_of(what, n)[2].update(DECOM="2024-05-01"),
    "an end that cannot be read": lambda what, n: child_of(what, n)[2].update(DEC="1 May", REC="E8"),
    "an end without a reason": lambda what, n: child_of(what, n)[2].update(DEC="31/03/2026", REC=""),
    "a reason without an end": lambda what, n: child_of(what, n)[2].update(DEC="", REC="E8"),
    "begins after the year": lambda what, n: child_of(what, n)[2].update(DECOM="01/04/2026"),
    "ends after the year": lambda what, n: child_of(what, n)[2].update(DEC="01/04/2026", REC="E8"),
    "no postcode": lambda what, n: child_of(what, n)[2].update(PL_POST=""),
    "no provider": lambda what, n: child_of(what, n)[2].update(PLACE_PROVIDER=""),
    "only short breaks, and a mother": breaks_only,
}


def with_reviews(what: Made) -> list[int]:
    """Children who have a review in the year and more than short breaks."""
    return [
        number
        for number, (child, held) in enumerate(what.recorded)
        if child.legal_status not in SHORT_BREAKS and any(one.held_on and one.held_on in what.year for one in held)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_what_the_validator_would_refuse_is_found_before_anything_is_written(seed: int, tmp_path: Path) -> None:
    """Each way to spoil a year several times over: by child and rule, both find the same."""
    what, dice = made(YEAR, 200, seed=seed), random.Random(seed)
    numbers = with_reviews(what)
    dice.shuffle(numbers)
    for place, number in enumerate(numbers[: 5 * len(SPOILT)]):
        list(SPOILT.values())[place % len(SPOILT)](what, number)
    found = of(what)
    ours = {(fault.child, fault.rule) for fault in found.faults if fault.rule in SHARED}
    said = verdict(found, tmp_path / "out", YEAR)
    assert ours == said.by_child(*SHARED)
    assert {rule for _, rule in ours} == set(SHARED)


def one_child(*held: date, born: date = date(2014, 4, 4), since: date = date(2025, 5, 1), **values: object) -> Made:
    """A child looked after since a day, with reviews held on these."""
    what = made(YEAR, 40, seed=3)
    number = with_reviews(what)[0]
    child, usual = what.recorded[number]
    what.recorded = [(replace(child, birth_date=born, looked_after_since=since), [])]
    lose_all_but(what, child)
    what.header[0].update(DOB=f"{born:%d/%m/%Y}")
    what.episodes[:1] = [what.episodes[0] | {"DECOM": f"{since:%d/%m/%Y}", "DEC": "", "REC": "", "LS": "C2"}]
    del what.episodes[1:]
    for place, day in enumerate(held, 1):
        review = replace(usual[0], number=place, held_on=day, planned_for=day, participation_code="PN1")
        what.recorded[0][1].append(replace(review, **values))  # type: ignore[arg-type]
    return what


def lose_all_but(what: Made, child: Child) -> None:
    what.header[:] = [row for row in what.header if row["CHILD"] == child.reference]
    what.episodes[:] = [row for row in what.episodes if row["CHILD"] == child.reference]


def rules(found: Return) -> list[str]:
    return [fault.rule for fault in found.faults]


def test_a_review_before_the_child_became_looked_after() -> None:
    found = of(one_child(date(2025, 4, 30), date(2025, 5, 20)))
    assert [(fault.rule, fault.seen) for fault in found.faults] == [("before_episode", "30/04/2025")]


def test_a_review_after_the_child_had_left() -> None:
    what = one_child(date(2025, 5, 20), date(2025, 8, 14), date(2025, 8, 20))
    what.episodes[0].update(DEC="14/08/2025", REC="E8")
    assert [(fault.rule, fault.seen) for fault in of(what).faults] == [("outside_episode", "20/08/2025")]


def test_two_reviews_on_one_day() -> None:
    assert rules(of(one_child(date(2025, 5, 20), date(2025, 5, 20)))) == ["duplicate"]


def test_a_review_written_down_in_the_wrong_year() -> None:
    found = of(one_child(date(2024, 6, 1), since=date(2024, 5, 1), planned_for=date(2025, 6, 1)))
    assert rules(found) == ["outside_year"]
    assert found.reviews == []
    moved = of(one_child(date(2026, 4, 2), planned_for=date(2026, 3, 30)))
    assert moved.faults == []
    assert moved.reviews == []


def test_a_review_on_record_before_the_one_before_it() -> None:
    found = of(one_child(date(2025, 8, 1), date(2025, 6, 1)))
    assert [(fault.rule, fault.seen) for fault in found.faults] == [("out_of_order", "01/06/2025 after 01/08/2025")]


def test_a_review_on_a_day_that_has_not_come() -> None:
    assert rules(of(one_child(date(2025, 8, 1)), date(2025, 7, 31))) == ["to_come"]
    assert rules(of(one_child(date(2025, 8, 1)), date(2025, 8, 1))) == []


@pytest.mark.parametrize("born", [date(2021, 9, 9), date(2022, 2, 28), date(2021, 4, 1)])
def test_on_the_fourth_birthday_either_code_is_right(born: date) -> None:
    fourth = add_months(born, 48)
    for code, day, expected in (
        ("PN0", fourth, []), ("PN4", fourth, []),
        ("PN0", fourth - timedelta(1), []), ("PN4", fourth + timedelta(1), []),
        ("PN0", fourth + timedelta(1), ["440"]), ("PN4", fourth - timedelta(1), ["441"]),
    ):  # fmt: skip
        if day in YEAR:
            assert rules(of(one_child(day, born=born, since=born, participation_code=code))) == expected


def test_children_with_nothing_but_short_breaks_get_no_rows_and_others_do() -> None:
    what = one_child(date(2025, 5, 20))
    what.header[0]["MOTHER"] = ""
    what.episodes[0].update(LS="V3")
    name = what.header[0]["CHILD"]
    found = of(what)
    assert (found.reviews, found.short_breaks, found.faults) == ([], [name], [])
    what.episodes.append(what.episodes[0] | {"LS": "C2"})
    assert [row["CHILD"] for row in of(what).reviews] == [name]


def test_the_rows_are_as_the_department_writes_them() -> None:
    (row,) = of(one_child(date(2025, 5, 20))).reviews
    assert tuple(row) == REVIEWS
    assert (row["DOB"], row["REVIEW"], row["REVIEW_CODE"]) == ("04/04/2014", "20/05/2025", "PN1")


@given(st.dates(date(2022, 4, 1), date(2027, 3, 31)), st.sampled_from(YEARS))
def test_every_review_stands_in_exactly_the_year_it_was_held_in(day: date, year: Year) -> None:
    what = one_child(day, since=date(2022, 4, 1))
    what.year = year
    assert len(of(what).reviews) == (day in year)
    assert sum(day in one for one in YEARS) == 1


def test_a_year_is_written_as_the_department_does() -> None:
    assert Year.parse("2025-26") == YEAR
    assert Year.parse("2099-00").ends == date(2100, 3, 31)
    for wrong in ("2025", "2025-27", "2025/26", "25-26", "2025-2026"):
        with pytest.raises(ValueError, match=f"'{re.escape(wrong)}' is no collection year such as 2025-26"):
            Year.parse(wrong)


def test_every_fault_says_child_rule_and_what_was_seen() -> None:
    assert str(Fault("GEN-1", "440", "01/01/2026")) == f"GEN-1, 440: {RULES['440']} (01/01/2026)"
    assert str(Fault("GEN-1", "EPI")).endswith("Episodes file")


def test_a_review_that_is_still_to_come_is_no_row() -> None:
    held: Review = one_child(date(2025, 5, 20)).recorded[0][1][0]
    what = one_child(date(2025, 5, 20))
    what.recorded[0][1].append(replace(held, number=2, held_on=None, status="planned", planned_for=date(2025, 8, 1)))
    assert len(of(what).reviews) == 1
    assert of(what).faults == []

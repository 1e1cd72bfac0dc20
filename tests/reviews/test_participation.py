"""The suggested participation code: the stated rule, every way through it, and the fourth birthday."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.participation import ATTENDED, CODES, SPOKE, VIEWS, Part, suggest, under_four

BORN, ON = date(2012, 4, 4), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("part", "code", "because"),
    [
        (Part("yes", "self"), "PN1", ("attended", "spoke")),
        (Part("part", "self"), "PN1", ("attended_part", "spoke")),
        (Part("yes", "advocate"), "PN2", ("attended", "advocate_spoke")),
        (Part("yes", "symbols"), "PN3", ("attended", "symbols")),
        (Part("yes", "nobody"), "PN4", ("attended", "silent")),
        (Part("no", views="advocate"), "PN5", ("absent", "advocate_briefed")),
        (Part("no", views="sent"), "PN6", ("absent", "views_sent")),
        (Part("no", views="none"), "PN7", ("absent", "no_views")),
        (Part("no"), "PN7", ("absent", "no_views")),
    ],
)
def test_the_stated_rule(part: Part, code: str, because: tuple[str, ...]) -> None:
    found = suggest(BORN, ON, part)
    assert (found.code, found.because, found.settled) == (code, because, True)


@pytest.mark.parametrize(("views", "code"), [("sent", "PN6"), ("advocate", "PN5"), ("", "PN7")])
def test_before_the_review_it_is_the_code_if_the_child_is_not_there(views: str, code: str) -> None:
    found = suggest(BORN, ON, Part(views=views))
    assert (found.code, found.because[0], found.settled) == (code, "not_held", False)


@pytest.mark.parametrize("part", [Part("yes", "self"), Part("no", views="sent"), Part()])
def test_on_the_fourth_birthday_the_child_is_four(part: Part) -> None:
    birthday = date(2026, 4, 4)
    born = date(2022, 4, 4)
    assert suggest(born, birthday - timedelta(days=1), part).code == "PN0"
    assert suggest(born, birthday, part).code != "PN0"


def test_a_child_born_on_the_29th_of_february() -> None:
    born = date(2096, 2, 29)  # 2100 is a common year
    assert under_four(born, date(2100, 2, 28))
    assert not under_four(born, date(2100, 3, 1))


@given(born=st.dates(date(2000, 1, 1), date(2026, 11, 1)), after=st.integers(0, 25 * 366), part=st.sampled_from(
    [Part(*values) for values in product(ATTENDED, SPOKE, VIEWS)]
))  # fmt: skip
def test_the_national_checks_on_age_never_fail(born: date, after: int, part: Part) -> None:
    """Rule 440: no PN0 after the fourth birthday; rule 441: nothing else before it."""
    on = born + timedelta(days=after)
    code = suggest(born, on, part).code
    assert code in CODES
    fourth = born.replace(year=born.year + 4)
    assert not (code == "PN0" and on > fourth)
    assert not (code != "PN0" and on < fourth)


@pytest.mark.parametrize("part", [Part("maybe"), Part("yes", "loud"), Part("no", views="heard"), Part("yes")])
def test_words_that_mean_nothing_are_refused(part: Part) -> None:
    with pytest.raises(ValueError, match=r"one of|Say how"):
        suggest(BORN, ON, part)


def test_who_took_part() -> None:
    took = {code: suggest(BORN, ON, part).took_part for part in _every() if (code := suggest(BORN, ON, part).code)}
    assert took == {"PN1": True, "PN2": True, "PN3": True, "PN4": False, "PN5": True, "PN6": True, "PN7": False}


def _every() -> list[Part]:
    return [Part(*values) for values in product(ATTENDED, SPOKE, VIEWS)]

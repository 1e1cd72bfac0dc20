"""Openings of a message to a child: none is sent as it stands."""

from __future__ import annotations

import pytest

from portal import openings
from portal.plain import look


@pytest.fixture
def offered() -> tuple[openings.Opening, ...]:
    return openings.for_child("Fin", "Beth")


def test_each_is_named_has_a_gap_and_is_read_by_an_eleven_year_old(offered: tuple[openings.Opening, ...]) -> None:
    assert len({one.id for one in offered}) == len(offered) >= 4
    for one in offered:
        assert one.gaps, one.id
        assert "{" not in one.text
        assert not look(one.text.replace("[", "").replace("]", ""), "middle").jargon


def test_an_opening_as_it_stands_has_gaps(offered: tuple[openings.Opening, ...]) -> None:
    assert {openings.unfinished(one.text, offered) for one in offered} == {"gap"}


def test_without_its_gaps_it_is_still_only_the_opening(offered: tuple[openings.Opening, ...]) -> None:
    for one in offered:
        bare = one.text
        for gap in one.gaps:
            bare = bare.replace(gap, "")
        assert openings.unfinished(f" {bare} ", offered) == "unchanged", one.id


def test_filled_in_by_hand_it_may_go(offered: tuple[openings.Opening, ...]) -> None:
    text = "Hi Fin, thank you for telling me about the dog.\nI have told Rob that he may come along."
    assert openings.unfinished(text, offered) == ""
    assert openings.unfinished("See you [soon]!", offered) == "", "brackets of one's own are no gap"

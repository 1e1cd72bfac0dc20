"""A text holds what a phone shows, and what it costs is counted as it is paid for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.sms_text import Cost, cost, pieces, plain, written

YES_NO = ({"id": "yes", "label": "Yes", "symbol": "👍"}, {"id": "no", "label": "Not now", "symbol": "👎🏽"})


def test_choices_are_numbered_lines_without_pictures() -> None:
    assert written("Shall we?", YES_NO) == "Shall we?\n1 Yes\n2 Not now"
    assert written("", YES_NO) == "1 Yes\n2 Not now"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It’s “fine” – really…", 'It\'s "fine" - really...'),
        ("Well done 🎉 Fin 👩‍👩‍👧", "Well done Fin"),
        ("Siân reads this", "Siân reads this"),
        ("نعم، بالعربية", "نعم، بالعربية"),
        ("one\n\ntwo\u00a0three", "one\n\ntwo three"),
    ],
)
def test_signs_that_cost_double_and_say_nothing_more_are_written_plainly(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 160, Cost("gsm", 160, 1)),
        ("a" * 161, Cost("gsm", 161, 2)),
        ("a" * 306, Cost("gsm", 306, 2)),
        ("a" * 307, Cost("gsm", 307, 3)),
        ("€" * 80, Cost("gsm", 160, 1)),
        ("â" * 70, Cost("ucs2", 70, 1)),
        ("â" * 71, Cost("ucs2", 71, 2)),
        ("â" + "a" * 134, Cost("ucs2", 135, 3)),
    ],
)
def test_the_cost_is_counted_in_parts(text: str, expected: Cost) -> None:
    assert cost(text) == expected


@given(st.text(max_size=3000))
def test_nothing_is_too_long_for_notify_and_no_word_is_lost(text: str) -> None:
    found = pieces(plain(text))
    assert all(0 < len(one) <= 918 for one in found)
    assert "".join("".join(found).split()) == "".join(plain(text).split())

"""Whatever colour an authority sets, text stays readable."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.accent import BLACK, ENOUGH, WHITE, contrast, stylesheet

colours = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def _pairs(css: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = [
        {name: tuple(bytes.fromhex(value)) for name, value in re.findall(r"--([a-z-]+): #([0-9a-f]{6})", part)}
        for part in css.split("@media")
    ]
    return [(part[a], part[f"on-{a}"]) for part in found for a in ("accent", "accent-soft")]


@given(colours)
def test_text_on_the_accent_has_seven_to_one_in_light_and_in_dark(accent: str) -> None:
    pairs = _pairs(stylesheet(accent))
    assert len(pairs) == 4
    for ground, text in pairs:
        assert contrast(ground, text) >= ENOUGH  # type: ignore[arg-type]


def test_a_colour_that_is_dark_enough_stays_what_it_is() -> None:
    assert "--accent: #1d4f5c" in stylesheet("#1d4f5c")


def test_the_ends_of_the_scale() -> None:
    assert contrast(BLACK, WHITE) == 21
    assert contrast(WHITE, WHITE) == 1

"""A long text is cut where a reader would, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_text import parts


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet="ab .\n🎈é", max_size=300), st.integers(10, 40))
def test_every_part_fits_and_nothing_but_white_space_is_lost(text: str, length: int) -> None:
    found = parts(text, length)
    assert all(0 < units(part) <= length for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_short_text_is_left_as_it_is() -> None:
    assert parts("  Hello\n\nFin  ") == ["  Hello\n\nFin  "]
    assert parts("") == []


def test_it_is_cut_at_a_paragraph_before_a_sentence_and_at_a_sentence_before_a_word() -> None:
    assert parts("One two three.\n\nFour. Five", 22) == ["One two three.", "Four. Five"]
    assert parts("One two three. Four five six", 22) == ["One two three.", "Four five six"]
    assert parts("One two three four five six", 22) == ["One two three four", "five six"]


def test_an_emoji_counts_as_two_and_is_never_cut_in_half() -> None:
    assert parts("🎈" * 5, 4) == ["🎈🎈", "🎈🎈", "🎈"]

"""What children ask in Arabic, in writing and as it is spoken at home; and what must always call a human."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.once import the_library

TABLES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("phrasings_ar.yaml").read_text("utf-8"))
LIBRARY = the_library()
BOOK = LIBRARY.phrase_book("ar")
WANTED = [(name, way) for name, ways in TABLES["wanted"].items() for way in ways]
COMMANDS = [(name, way) for name, ways in TABLES["commands"].items() for way in ways]


@pytest.mark.parametrize(("wanted", "text"), WANTED)
def test_each_way_of_asking_is_understood_and_familiar(wanted: str, text: str) -> None:
    meant = BOOK.meant(text, inside=True, linked=True, iro="Nadia")
    assert meant is not None
    assert meant[0].id == wanted
    assert LIBRARY.is_familiar(text, "ar")


@pytest.mark.parametrize(("wanted", "text"), COMMANDS)
def test_each_command_is_understood(wanted: str, text: str) -> None:
    assert BOOK.command(text) == wanted


@pytest.mark.parametrize("text", TABLES["human"])
def test_what_may_be_said_in_danger_always_calls_a_human(text: str) -> None:
    assert not LIBRARY.is_familiar(text, "ar")
    assert not LIBRARY.is_familiar(text, "ar-Latn")


@pytest.mark.parametrize("text", ["اسحب كلامي", "امسح المحادثة"])
def test_taking_back_is_familiar_only_while_no_concern_is_open(text: str) -> None:
    assert LIBRARY.is_familiar(text, "ar")
    assert not LIBRARY.is_familiar(text, "ar", concern_open=True)


def test_arabic_in_latin_letters_is_in_the_arabic_book() -> None:
    assert LIBRARY.is_familiar("badde a3mel shakwa", "ar-Latn")
    assert not LIBRARY.speaking(()).is_familiar("badde a3mel shakwa", "ar-Latn")

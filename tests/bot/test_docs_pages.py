"""The pages under `docs/` name files that are there, and no page outgrows two sheets of paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / f"{name}.md" for name in ("words", "running", "settings", "glossary", "threats", "concerns")]
FILE = re.compile(r"`((?:conversations|safeguarding|docs|bot|portal|storage|journeys|promises|requirements)/[\w./-]+)`")
LINK = re.compile(r"\]\(([\w./-]+)\)")
TWO_SHEETS = 110


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {name: [ROOT / name, ROOT / "tests" / f"{name}.py"] for name in FILE.findall(text)}
    named |= {name: [page.parent / name] for name in LINK.findall(text)}
    assert [name for name, places in named.items() if not any(place.exists() for place in places)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_two_sheets_at_most(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").splitlines()) <= TWO_SHEETS

"""PDF for paper and for screen readers: tagged as PDF/UA-1 asks, with every font in it."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from reviews.pack.fitting import LEVELS, Level, shortened
from reviews.pack.model import Page
from reviews.pack.scripts import printable
from reviews.pack.sheets import Sheet, Sheets
from reviews.pack.wording import Wording


def page_pdf(page: Page, words: Wording) -> bytes:
    """The two sheets, a side of A4 each: what may be said, then what only the IRO may know."""
    sheets, sizes = fitted(page, words)
    return _compile(words("title"), sheets, sizes)


def annex_pdf(page: Page, words: Wording) -> bytes:
    """Every version of every answer, as many sides as it takes."""
    return _compile(words("title"), [Sheets(page, words).annex()], [10])


def fitted(page: Page, words: Wording) -> tuple[list[Sheet], list[float]]:
    """The sheets, each with the roomiest level at which it takes one side, and the sizes of their type."""
    levels = [_first_that_fits(page, words, which) for which in range(len(Sheets(page, words).both()))]
    short = Sheets(shortened(page, levels[0], levels[-1]), words)
    return short.both(), [level.size for level in levels]


def _first_that_fits(page: Page, words: Wording, which: int) -> Level:
    """Each level takes less room than the one before, so the search halves them."""

    def too_long(level: Level) -> bool:
        sheet = Sheets(shortened(page, level, level), words).both()[which]
        return _sides([sheet], [level.size]) > 1

    place = bisect_left(LEVELS[:-1], True, key=lambda level: not too_long(level))
    return LEVELS[place]


def _sides(sheets: Sequence[Sheet], sizes: Iterable[float]) -> int:
    found = _compiler("", sheets, sizes).query("<sides>", field="value", one=True)
    return int(json.loads(found))


def _compile(title: str, sheets: Sequence[Sheet], sizes: Iterable[float]) -> bytes:
    made = _compiler(title, sheets, sizes).compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


def _compiler(title: str, sheets: Sequence[Sheet], sizes: Iterable[float]) -> Any:
    data = {"title": title, "sheets": [asdict(sheet) for sheet in sheets], "sizes": list(sizes)}
    return typst.Compiler(  # type: ignore[misc]  # its stub names no input but files
        input=_template(), font_paths=[_fonts()], ignore_system_fonts=True,
        sys_inputs={"page": json.dumps(_printable(data), ensure_ascii=False)},
    )  # fmt: skip


def _printable(data: Any) -> Any:
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, dict):
        return {name: _printable(value) for name, value in data.items()}
    return [_printable(value) for value in data] if isinstance(data, list | tuple) else data


@cache
def _template() -> bytes:
    return resources.files("reviews.pack").joinpath("templates/page.typ").read_bytes()


@cache
def _fonts() -> Path:
    # The package is installed as files, never zipped: the renderer opens the fonts by their path.
    return Path(str(resources.files("reviews.pack").joinpath("fonts")))

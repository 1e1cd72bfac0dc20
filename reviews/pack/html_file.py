"""The page as one HTML file that stands on its own."""

from functools import cache
from importlib import resources

import jinja2

from reviews.pack.model import Page
from reviews.pack.sheets import Sheets
from reviews.pack.wording import Wording


def page_html(page: Page, words: Wording) -> bytes:
    """The two sheets with nothing cut; printed, each begins on a new side."""
    sheets = Sheets(page, words).both()
    template = _environment().get_template("page.html")
    return template.render(title=words("title"), sheets=sheets, style=style()).encode()


@cache
def style() -> str:
    """How the sheets look."""
    return resources.files("reviews.pack").joinpath("templates/sheet.css").read_text("utf-8")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("reviews.pack"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip

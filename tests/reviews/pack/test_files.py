"""The files: a tagged PDF with every font in it, a Word file, JSON and HTML; two sheets that cannot be confused."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from reviews.pack import html_file, json_file, pdf, word_file
from reviews.pack.model import Page
from reviews.pack.scripts import direction, language, printable
from storage.database import Database
from tests.reviews.pack.telling import ARABIC, EMOJI, TIGRINYA, Telling, fullest, words_for
from tests.support.prepared import Templates

CANARY = "dads letters scare me"


@pytest.fixture
def database(prepared: Templates) -> Iterator[Database]:
    with prepared.opened("sqlite") as opened:
        yield opened


@pytest.fixture
def full(database: Database) -> Page:
    """The fullest page there can be."""
    telling = Telling(database)
    telling.answers("worries_first", CANARY)
    fullest(telling)
    return telling.page()


def sides(made: bytes) -> list[str]:
    """The text of each side, as a reader finds it."""
    with pypdfium2.PdfDocument(made) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_the_page_is_two_sides_of_a4_one_for_each_sheet(full: Page) -> None:
    made = pdf.page_pdf(full, words_for(full))
    aloud, kept = sides(made)
    assert "MAY BE SAID AT THE REVIEW" in aloud
    assert "ONLY BETH MAY KNOW THIS. NOT TO BE SAID AT THE REVIEW." in kept
    assert "ONLY BETH" not in aloud
    assert CANARY in kept
    assert CANARY not in aloud
    with pypdfium2.PdfDocument(made) as document:
        assert {tuple(round(side) for side in page.get_size()) for page in document} == {(595, 842)}


def test_a_sheet_for_somebody_else_is_one_side_without_the_iros(database: Database) -> None:
    telling = Telling(database)
    fullest(telling)
    telling.answers("worries_first", CANARY)
    page = telling.page(whole=False)
    (aloud,) = sides(pdf.page_pdf(page, words_for(page)))
    assert "MAY BE SAID" in aloud
    for made in (html_file.page_html(page, words_for(page)), json_file.page_json(page)):
        assert CANARY not in made.decode()


def test_an_empty_page_says_so(database: Database) -> None:
    page = Telling(database).page()
    aloud, kept = sides(pdf.page_pdf(page, words_for(page)))
    assert "Fin has given no views since the last review." in flat(aloud)
    assert "PN7" in kept
    assert len(sides(pdf.annex_pdf(page, words_for(page)))) == 1


@pytest.mark.parametrize("write", [pdf.page_pdf, pdf.annex_pdf])
def test_the_pdf_is_tagged_titled_in_english_and_says_it_is_pdf_ua(full: Page, write) -> None:
    with pikepdf.open(io.BytesIO(write(full, words_for(full)))) as made:
        assert made.Root.MarkInfo.Marked
        assert made.Root.StructTreeRoot is not None
        assert str(made.Root.Lang) == "en-GB"
        assert made.Root.ViewerPreferences.DisplayDocTitle
        assert str(made.docinfo["/Title"]) == "Wishes and feelings of Fin"
        with made.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == "Wishes and feelings of Fin"
        tags = set(structure(made.Root.StructTreeRoot))
        assert {"/H1", "/H2", "/Table", "/TH", "/TD"} <= tags


def test_every_font_is_embedded(full: Page) -> None:
    with pikepdf.open(io.BytesIO(pdf.page_pdf(full, words_for(full)))) as made:
        fonts = [font for page in made.pages for font in page.Resources.Font.values()]
        assert len(fonts) >= 4
        for font in fonts:
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            assert below.Subtype == "/Type3" or {"/FontFile", "/FontFile2", "/FontFile3"} & set(
                below.FontDescriptor.keys()
            ), font.BaseFont


def test_arabic_tigrinya_and_emoji_are_there_to_be_read(full: Page) -> None:
    aloud, kept = sides(pdf.page_pdf(full, words_for(full)))
    assert "🐶" in aloud
    assert "أخي" in unicodedata.normalize("NFKC", aloud) or "أخي"[::-1] in unicodedata.normalize("NFKC", aloud)
    annex = "".join(sides(pdf.annex_pdf(full, words_for(full))))
    assert TIGRINYA.split()[0] in kept + annex


@pytest.mark.parametrize(
    "odd", ["안녕 i want", "\u0710\u0712", "a\x07b\x0bc", "\ue000", "\u202edesrever", "z̷̢a̵l̸g̶o", "\U0010ffff"]
)
def test_no_character_stops_a_page(database: Database, odd: str) -> None:
    telling = Telling(database)
    telling.answers("home_best", f"my room {odd}", share="review")
    page = telling.page()
    words = words_for(page)
    assert "my room" in sides(pdf.page_pdf(page, words))[0]
    assert len(sides(pdf.annex_pdf(page, words))) == 1
    docx.Document(io.BytesIO(word_file.page_docx(page, words)))
    assert (
        json.loads(json_file.page_json(page))["may_be_said"][0]["answers"][0]["quotes"][0]["text"] == f"my room {odd}"
    )


def test_a_character_without_a_glyph_is_printed_as_its_name() -> None:
    assert printable("hi 안") == "hi [HANGUL SYLLABLE AN]"
    for text in (ARABIC, TIGRINYA, EMOJI, "我想见妹妹", "Хочу додому", "Tôi nhớ nhà", "দাদি", "𝓱𝓲", "❤️‍🔥 🇸🇾 0️⃣ 🧑🏽‍🏫"):
        assert printable(text) == text


def test_the_list_of_covered_characters_is_that_of_the_fonts() -> None:
    folder = Path(str(resources.files("reviews.pack").joinpath("fonts")))
    points: set[int] = set()
    for path in folder.glob("*.ttf"):
        with TTFont(path, lazy=True) as font:
            points |= set() if "Bold" in path.name else set(font.getBestCmap())
    listed: set[int] = set()
    for line in (folder / "covered.txt").read_text("ascii").split():
        first, last = (int(one, 16) for one in line.split("-"))
        listed |= set(range(first, last + 1))
    assert listed == points, "run scripts/font-coverage"


def test_which_way_words_run_and_in_which_language() -> None:
    assert (direction(ARABIC), direction(TIGRINYA), direction("🐶"), direction("1 أخي")) == ("rtl", "ltr", "ltr", "rtl")
    assert (language("my room 🐶", "en"), language(ARABIC, "en"), language(ARABIC, "ar")) == ("en", "und", "ar")


def test_the_word_file_has_headings_table_heads_languages_and_a_banner_for_each_sheet(full: Page) -> None:
    document = docx.Document(io.BytesIO(word_file.page_docx(full, words_for(full))))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "What Fin says: may be said at the review", "What Fin says: for Beth alone",
    ]  # fmt: skip
    banners = [section.header.paragraphs[0].text for section in document.sections]
    assert banners == ["MAY BE SAID AT THE REVIEW", "🔒 ONLY BETH MAY KNOW THIS. NOT TO BE SAID AT THE REVIEW."]
    assert all(document.core_properties.__getattribute__(name) for name in ("title", "language"))
    grids = [table for table in document.tables if table.style.name == "Table Grid"]
    assert grids
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in grids)
    assert 'w:lang w:bidi="und"' in document.element.xml
    order = [child.tag.rsplit("}", 1)[1] for child in document.sections[0]._sectPr]
    assert order.index("pgMar") + 1 == order.index("pgBorders"), "Word refuses another order"


def test_the_json_holds_every_quote_with_its_source_and_a_version(full: Page) -> None:
    data = json.loads(json_file.page_json(full))
    assert (data["format"], data["version"], data["whole"]) == ("my-iro wishes and feelings", 1, True)
    quotes = list(found(data, "quotes"))
    assert quotes
    for quote in (one for some in quotes for one in some):
        assert quote["source"]["message"]
        assert quote["source"]["channel"] == "web"
    assert {"first", "secret"} <= {q.split("_")[1] for q in re.findall(r'"question": "(\w+)"', json.dumps(data))}


def test_the_html_file_stands_alone_and_shows_words_as_words(database: Database) -> None:
    telling = Telling(database)
    telling.answers("home_best", "<script>my room</script>", share="review")
    page = telling.page()
    text = html_file.page_html(page, words_for(page)).decode()
    assert "&lt;script&gt;my room" in text
    assert not re.search(r'(src|href)="', text)


def test_no_file_says_that_a_concern_is_open(full: Page) -> None:
    from dataclasses import replace

    alarmed = replace(full, concern_open=True)
    for write in (html_file.page_html, word_file.page_docx):
        if write is html_file.page_html:
            assert write(alarmed, words_for(full)) == write(full, words_for(full))
    assert json_file.page_json(alarmed) == json_file.page_json(full)
    assert sides(pdf.page_pdf(alarmed, words_for(full))) == sides(pdf.page_pdf(full, words_for(full)))
    assert texts_of(word_file.page_docx(alarmed, words_for(full))) == texts_of(
        word_file.page_docx(full, words_for(full))
    )


def texts_of(made: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(made)).paragraphs]


def flat(text: str) -> str:
    return " ".join(text.split())


def structure(node: pikepdf.Object) -> Iterator[str]:
    """The tags of a structure tree."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from structure(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from structure(node.K)


def found(data: object, name: str) -> Iterator[object]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == name:
                yield value
            yield from found(value, name)
    elif isinstance(data, list):
        for one in data:
            yield from found(one, name)

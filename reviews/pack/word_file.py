"""The page for Word: headings, tables with heads, the language of every word, each sheet a section of its own."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reviews.pack import pdf
from reviews.pack.model import Page
from reviews.pack.sheets import ALOUD, Answer, Section, Sheet, Sheets, Table, Words
from reviews.pack.wording import Wording

LOOKS = {"aloud": ("1D4F5C", "single"), "kept": ("6B1F4D", "double"), "annex": ("6B1F4D", "double")}
FACES = {"good": "🙂", "ok": "😐", "bad": "☹️"}
SMALL = Pt(8)


def page_docx(page: Page, words: Wording) -> bytes:
    """The two sheets, cut as on paper so that each takes about a side."""
    sheets, sizes = pdf.fitted(page, words)
    return _written(words("title"), sheets, min(sizes), page.made_at)


def annex_docx(page: Page, words: Wording) -> bytes:
    """Every version of every answer."""
    return _written(words("title"), [Sheets(page, words).annex()], 10, page.made_at)


def _written(title: str, sheets: Sequence[Sheet], size: float, made_at: datetime) -> bytes:
    document = docx.Document()
    core = document.core_properties
    core.title, core.language, core.author, core.created = title, "en-GB", "", made_at
    _styles(document, size)
    for number, sheet in enumerate(sheets):
        _sheet(document, sheet, first=number == 0)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _styles(document: Document, size: float) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(size)
    normal.paragraph_format.space_after = Pt(2)
    _language(normal.element.get_or_add_rPr(), "en-GB")
    for level, factor in ((1, 1.3), (2, 1.1)):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.size = "Arial", Pt(size * factor)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(6), Pt(2)


def _sheet(document: Document, sheet: Sheet, *, first: bool) -> None:
    """One sheet: its own section, so that its banner stands on each of its pages and on no other."""
    section = document.sections[0] if first else document.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    colour, line = LOOKS[sheet.kind]
    banner = section.header.paragraphs[0]
    _shade(banner, colour)
    run = banner.add_run(f"{'' if sheet.kind == ALOUD else '🔒 '}{sheet.banner}")
    run.bold, run.font.color.rgb = True, RGBColor(255, 255, 255)
    section.footer.paragraphs[0].add_run(sheet.foot).font.size = SMALL
    _frame(section._sectPr, colour, line)
    _coloured(document.add_heading(sheet.title, 1), colour)
    _facts(document, sheet)
    for part in sheet.sections:
        _section(document, part, colour)


def _facts(document: Document, sheet: Sheet) -> None:
    table = document.add_table(rows=0, cols=2)
    for name, value in sheet.facts:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].paragraphs[0].add_run(value)
        cells[0].width, cells[1].width = Mm(40), Mm(140)


def _section(document: Document, section: Section, colour: str) -> None:
    if section.heading:
        _coloured(document.add_heading(" · ".join(filter(None, (section.heading, section.note))), 2), colour)
    for answer in section.answers:
        _answer(document, answer)
    if section.table is not None:
        _table(document, section.table)
    for line in section.lines:
        document.add_paragraph(line)


def _answer(document: Document, answer: Answer) -> None:
    paragraph = document.add_paragraph()
    note = f" ({answer.note})" if answer.note else ""
    _small(paragraph, f"{answer.question}{note}: ")
    if answer.picture:
        paragraph.add_run(f"{FACES[answer.picture.face]} ")
    for words in answer.words:
        _said(paragraph, words)
    if answer.last_time:
        last = answer.last_time
        _small(paragraph, f"  {last.when}: {FACES[last.face]} {last.word}")


def _table(document: Document, rows: Table) -> None:
    table = document.add_table(rows=1, cols=len(rows.heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, rows.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in rows.rows:
        for cell, one in zip(table.add_row().cells, row, strict=True):
            _cell(cell, one.text, one.words)


def _cell(cell: _Cell, text: str, said: Sequence[Words]) -> None:
    paragraph = cell.paragraphs[0]
    if text:
        paragraph.add_run(f"{text} ")
    for words in said:
        _said(paragraph, words)


def _said(paragraph: Paragraph, words: Words) -> None:
    """A child's words with their language and the way they run, then where they come from."""
    if words.text:
        run = paragraph.add_run(f"“{_allowed(words.text)}”")
        _language(run._r.get_or_add_rPr(), words.lang, right_to_left=words.dir == "rtl")
        if words.dir == "rtl":
            run.font.rtl = True
            paragraph.paragraph_format.alignment = WD_PARAGRAPH_ALIGNMENT.LEFT
    note = f" ({words.note})" if words.note else ""
    _small(paragraph, f"{note} {words.source} ")


def _small(paragraph: Paragraph, text: str) -> Run:
    run = paragraph.add_run(text)
    run.font.size, run.font.color.rgb = SMALL, RGBColor(0x48, 0x49, 0x49)
    return run


def _allowed(text: str) -> str:
    """Without the control characters that XML cannot hold; a tab and a new line stay."""
    return "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and ord(c) not in (0xFFFE, 0xFFFF)))


def _language(properties: Any, lang: str, *, right_to_left: bool = False) -> None:
    element = OxmlElement("w:lang")
    element.set(qn("w:bidi" if right_to_left else "w:val"), lang)
    properties.append(element)


def _coloured(heading: Paragraph, colour: str) -> None:
    for run in heading.runs:
        run.font.color.rgb = RGBColor.from_string(colour)


def _shade(paragraph: Paragraph, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().append(shading)


def _frame(properties: Any, colour: str, line: str) -> None:
    """A border round every page of the section, single or double by who may know what stands in it."""
    borders = OxmlElement("w:pgBorders")
    borders.set(qn("w:offsetFrom"), "page")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", line), ("sz", "12"), ("space", "18"), ("color", colour)):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties.find(qn("w:pgMar")).addnext(borders)  # the format wants them there, before columns and grid

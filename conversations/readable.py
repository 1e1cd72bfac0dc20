"""Every variant of every message, held against the reading age of its band."""

from collections.abc import Iterator, Mapping
from itertools import product

from fluent.syntax import ast

from conversations.library import Library
from conversations.readability import LONGEST_SENTENCE, OLDEST, longest_sentence, reading_age
from conversations.words import BANDS, FALLBACK

STAND_INS = {
    "role": "IRO",
    "iro_days": "Monday to Friday",
    "emergency": "999",
    "silent_key": "55",
    "childline": "0800",
    "childline_name": "Childline",
    "ombudsman": "0300",
    "ombudsman_site": "their site",
    "office_phone": "01632",
    "iro_phone": "01632",
    "manager_phone": "01632",
    "review_time": "10:30",
    "new_time": "10:30",
    "iro_full": "Sam May",
    "answers_read": "",
    "iro_detail": "",
    "decisions": "two",
    "check_in_usual": "6",
    "last_decided": "",
    **dict.fromkeys(
        ("review_on", "review_due", "reply_by", "iro_back", "iro_leaves", "held_on", "decision_due", "act_by"),
        "Monday 3 May",
    ),
    **dict.fromkeys(("complaint_by", "hear_by"), "Monday 3 May"),
    "complaint_words": "He was late",
    "deadline": "14 days",
    **dict.fromkeys(("last_on", "next_office_day", "records_by", "new_day", "was_for"), "Monday 3 May"),
}
"""What a variable sounds like; any other is a short name."""
Known = Mapping[str, ast.Message | ast.Term]


def too_hard(library: Library) -> Iterator[str]:
    """Lines above the reading age of their band, and sentences of more than fifteen words (English only)."""
    known = library.words.entries.get(FALLBACK, {})
    for word, entry in known.items():
        if entry.value is None or word.startswith("-"):
            continue
        for band in BANDS:
            for text in sorted(set(variants(entry.value, band, known))):
                yield from _judged(f"words/{FALLBACK}: {word} ({band})", text, band)


def _judged(place: str, text: str, band: str) -> Iterator[str]:
    age, longest = reading_age(text), longest_sentence(text)
    if age > OLDEST[band]:
        yield f"{place}: reading age {age:.1f}, at most {OLDEST[band]:.0f}: {text}"
    if longest > LONGEST_SENTENCE:
        yield f"{place}: a sentence of {longest} words, at most {LONGEST_SENTENCE}: {text}"


def variants(pattern: ast.Pattern, band: str, known: Known) -> list[str]:
    """Every text a pattern can come to in this band."""
    parts = [_element(element, band, known) for element in pattern.elements]
    return ["".join(texts) for texts in product(*parts)]


def _element(element: ast.TextElement | ast.Placeable, band: str, known: Known) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    return _expression(element.expression, band, known)


def _expression(
    expression: ast.InlineExpression | ast.Placeable | ast.SelectExpression, band: str, known: Known
) -> list[str]:
    match expression:
        case ast.SelectExpression():
            return [text for v in _chosen(expression, band) for text in variants(v.value, band, known)]
        case ast.VariableReference():
            return [STAND_INS.get(expression.id.name, "Sam")]
        case ast.StringLiteral():
            return [str(expression.parse()["value"])]
        case ast.MessageReference() if expression.id.name in known:
            value = known[expression.id.name].value
            return variants(value, band, known) if value else [""]
        case ast.Placeable():
            return _expression(expression.expression, band, known)
        case _:
            return [""]


def _chosen(select: ast.SelectExpression, band: str) -> list[ast.Variant]:
    on_band = isinstance(select.selector, ast.VariableReference) and select.selector.id.name == "band"
    if not on_band:
        return list(select.variants)
    named = [v for v in select.variants if isinstance(v.key, ast.Identifier) and v.key.name == band]
    return named or [v for v in select.variants if v.default]

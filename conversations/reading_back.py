"""Reading answers back: the child's exact words, under the short name of each question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conversations.library import Library

LABEL_LENGTH = 60
WITHOUT_WORDS = {"voice": "sent-your-voice", "drawing": "sent-your-drawing"}
"""What an answer that holds no words is called when it is read back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the fact `answers`: the question, the words it is known by, the child's words, who may hear."""

    question: str
    label: str
    said: str
    share: str


def answers(library: "Library", known: Mapping[str, Any], lang: str, band: str) -> list[Answer]:
    """The answers the service handed over, oldest first; a line it cannot read is left out, not guessed."""
    found = []
    for line in known.get("answers") or ():
        parts = str(line).split("\t")
        if len(parts) != 6:
            continue
        question, _, words, said, share, kind = parts
        label = library.question_words(question, lang, band, known) or words
        if not said and kind in WITHOUT_WORDS:
            said = library.words.line(WITHOUT_WORDS[kind], lang, band)
        found.append(Answer(question, label[:LABEL_LENGTH], said, share))
    return found


def told(library: "Library", known: Mapping[str, Any], lang: str, band: str) -> str:
    """The answers as one message, a line each."""
    return "\n".join(
        library.words.line(
            "read-back-line", lang, band, **{**known, "asked": one.label, "said": one.said, "share": one.share}
        )
        for one in answers(library, known, lang, band)
    )


def labels(library: "Library", known: Mapping[str, Any], lang: str) -> list[tuple[str, str]]:
    """Label and question id of every answer that was read back, from the ids kept in the position.

    The child's own words are not kept there: a position is only a place.
    """
    band = str(known.get("band"))
    ids = str(known.get("read") or "").split()
    return [((library.question_words(one, lang, band, known) or one)[:LABEL_LENGTH], one) for one in ids]

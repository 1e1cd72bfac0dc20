"""The words round the child's words, from `words.yaml`: for staff, the same in every file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel.dates import format_date, format_datetime

from reviews.pack.model import Page, Source
from safeguarding.rota import LONDON

LOCALE = "en_GB"


@dataclass(frozen=True, slots=True)
class Wording:
    """Looks words up by their place (`facts.review`) and fills in names.

    `question_words` gives the short name of a question, as the child was shown it; `in_english` the English of one of
    our own buttons that was tapped in another language, "" for any other words.
    """

    names: Mapping[str, str]
    question_words: Callable[[str], str]
    in_english: Callable[[str], str]

    def __call__(self, place: str, /, **values: object) -> str:
        """Raises `KeyError` for a place that has no words."""
        found: Any = _words()
        for step in place.split("."):
            found = found[step]
        return str(found).format(**{**self.names, **values})

    def topic(self, code: str) -> str:
        """A topic nobody wrote words for is named by its code."""
        return self(f"topics.{code}") if code in _words()["topics"] else code.replace("_", " ").capitalize()

    def channel(self, code: str) -> str:
        known: Mapping[str, str] = _words()["channels"]
        return known.get(code, code)

    def source(self, source: Source) -> str:
        """Web chat, 20 November 2026, 16:05, message 3f2a91c4."""
        where, when = self.channel(source.channel), moment(source.at)
        if source.message_id is None:
            return self("source_without", channel=where, when=when)
        return self("source", channel=where, when=when, message=short_id(source))


def wording(
    page: Page, role: str, question_words: Callable[[str], str], in_english: Callable[[str], str] | None = None
) -> Wording:
    """The words for one page."""
    iro = page.header.iro.first_name if page.header.iro else str(_words()["nobody"])
    names = {"name": page.header.called, "iro": iro, "iro_upper": iro.upper(), "role": role}
    return Wording(names, question_words, in_english or (lambda _: ""))


def moment(at: datetime) -> str:
    """20 Nov 2026, 16:05, in London."""
    return format_datetime(at.astimezone(LONDON), "d MMM y, HH:mm", locale=LOCALE)


def day(on: date) -> str:
    """Tuesday 24 November 2026; a moment counts in London."""
    return format_date(on.astimezone(LONDON) if isinstance(on, datetime) else on, "EEE d MMM y", locale=LOCALE)


def short_id(source: Source) -> str:
    """The last eight characters of the message's id, as the portal and the JSON have it in full."""
    return str(source.message_id)[-8:]


@cache
def _words() -> Mapping[str, Any]:
    text = resources.files("reviews.pack").joinpath("words.yaml").read_text("utf-8")
    words: Mapping[str, Any] = yaml.safe_load(text)
    return words

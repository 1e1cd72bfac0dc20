"""The words around the conversation: buttons, the top bar, what a lost connection means."""

from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files

import yaml
from babel.dates import get_day_names
from babel.lists import format_list

from conversations.library import Helplines
from conversations.words import FALLBACK, LOCALES, Words, parse


def load_words() -> Words:
    """The page's Fluent files, by language. Raises `ValueError` naming the file that cannot be read."""
    folder = files("bot.chat") / "words"
    return parse(
        {
            lang.name: [(file.name, file.read_text(encoding="utf-8")) for file in lang.iterdir()]
            for lang in folder.iterdir()
            if lang.is_dir()
        }
    )


def load_helplines() -> Helplines:
    text = (files("conversations") / "helplines.yaml").read_text(encoding="utf-8")
    return Helplines.model_validate(yaml.safe_load(text))


def days_said(words: Words, runs: Iterable[Sequence[int]], lang: str) -> str:
    """The days somebody works, in the language: "Monday to Thursday", or "Monday, Tuesday and Thursday"."""
    locale = LOCALES.get(lang, lang)
    names = get_day_names("wide", locale=locale)
    parts: list[str] = []
    for run in runs:
        if len(run) > 2:
            parts.append(words.line("days-run", lang, "older", first=names[run[0]], last=names[run[-1]]))
        else:
            parts += [names[day] for day in run]
    return format_list(parts, locale=locale)


def page_words(
    words: Words, helplines: Helplines, lang: str, band: str, **facts: str | int | date | None
) -> dict[str, str]:
    """Every word of the page by its id, in one language and band. `facts`: role, iro, days, count, app, minutes,
    deputy, back.

    Where the page must put in a name itself the words hold {who}.
    """
    numbers = {"emergency": helplines.emergency, "childline": helplines.childline}
    given = {
        "iro": "",
        "days": "",
        "first": "",
        "last": "",
        "count": 0,
        "deputy": None,
        "back": None,
        "role": "IRO",
        "app": "",
        "minutes": 5,
        "reader": "{who}",
        **numbers,
        "helpline": helplines.childline_name,
        **facts,
    }
    ids = [name for name in words.entries[FALLBACK] if not name.startswith("-")]
    return {name: words.line(name, lang, band, **given) for name in ids}

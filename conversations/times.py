"""Times as a child reads them. A position keeps them as "2026-11-23T16:00", on the clock on the wall."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_skeleton, format_time

from conversations.words import LOCALES

KEPT = "%Y-%m-%dT%H:%M"


def at_facts(kept: object, lang: str) -> Mapping[str, date | str]:
    """`at_day` and `at_time` of a kept time; nothing where there is none."""
    try:
        at = datetime.strptime(str(kept), KEPT) if kept else None  # noqa: DTZ007 - wall clock
    except ValueError:
        at = None
    return {} if at is None else {"at_day": at.date(), "at_time": clock(at, lang)}


def labels(kept: object, lang: str) -> list[tuple[str, str]]:
    """A button for each of several kept times: "Mon 23 Nov, 4pm" and the time itself."""
    found = []
    for one in str(kept or "").split():
        facts = at_facts(one, lang)
        if facts:
            at = datetime.strptime(one, KEPT)  # noqa: DTZ007 - wall clock
            found.append(
                (_locale(lang).datetime_formats["short"].format(facts["at_time"], _short_day(at.date(), lang)), one)
            )
    return found


@lru_cache(maxsize=512)
def clock(at: datetime, lang: str) -> str:
    """4pm, 4.30pm in English; as a locale writes it elsewhere."""
    if lang.partition("-")[0] != "en":
        return str(format_time(at.time(), "short", locale=_locale(lang)))
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


@lru_cache(maxsize=512)
def _short_day(day: date, lang: str) -> str:
    return str(format_skeleton("MMMEd", day, locale=_locale(lang))).replace(",", "")


def _locale(lang: str) -> Locale:
    return Locale.parse(LOCALES.get(lang, lang), sep="_" if "_" in LOCALES.get(lang, lang) else "-")

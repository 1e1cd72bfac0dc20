"""Is every other language in step with English: nothing in it that English has not, and how much falls back?"""

from collections.abc import Iterator

from conversations.facts import FACTS, GIVEN
from conversations.library import Library
from conversations.spoken_for import HOST
from conversations.words import FALLBACK

SAFETY = ("worry-", "help-now-", "not-safe-")
"""Lines a frightened child reads: in a language that is there at all, these never fall back."""


def unknown_words(library: Library) -> Iterator[str]:
    """Messages that English does not have: a slip in a name, or left over."""
    for lang, known in library.words.entries.items():
        for word in known if lang != FALLBACK else ():
            if word not in library.words.entries[FALLBACK] and not _is_a_part(library, lang, word):
                yield f"words/{lang}: '{word}' is not in words/{FALLBACK}; see how it is written there"


def wrong_variables(library: Library) -> Iterator[str]:
    """Gaps that nothing fills: a line may use what the English one uses, and the facts that always stand."""
    for lang, known in library.words.entries.items():
        for word in known if lang != FALLBACK else ():
            allowed = library.words.needs(FALLBACK, word) | {"band"}
            allowed |= frozenset() if word.startswith(HOST) and "button" not in word else FACTS | GIVEN
            for variable in sorted(library.words.needs(lang, word) - allowed):
                yield f"words/{lang}: {word}: nothing sets '{variable}'"


def frightened_in_english(library: Library) -> Iterator[str]:
    """Safety lines that are missing in a language."""
    for lang in library.spoken:
        for word in falls_back(library, lang):
            if word.startswith(SAFETY):
                yield f"words/{lang}: no words for '{word}': what is said in a worry must be there in the language"


def falls_back(library: Library, lang: str) -> list[str]:
    """The messages a child who reads this language gets in English."""
    return sorted(set(library.words.entries[FALLBACK]) - set(library.words.entries.get(lang, ())))


def standing(library: Library) -> Iterator[str]:
    """A line for each language: how much is there, and who has checked it."""
    whole = len(library.words.entries[FALLBACK])
    for lang in library.spoken:
        known, there = library.languages[lang], whole - len(falls_back(library, lang))
        checked = (
            f"checked by {known.checked_by} on {known.checked_on}"
            if known.checked
            else "NO FLUENT SPEAKER HAS CHECKED IT"
        )
        yield f"words/{lang} ({known.english}): {there} of {whole} messages, the rest falls back to English; {checked}"


def _is_a_part(library: Library, lang: str, word: str) -> bool:
    """A piece that other lines of this language refer to."""
    return any(word in library.words.refers_to(lang, other) for other in library.words.entries[lang])

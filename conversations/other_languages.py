"""Is every other language in step with English: nothing in it that English has not, and how much falls back?"""

from collections.abc import Iterator

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from conversations.facts import FACTS, GIVEN
from conversations.library import Library
from conversations.spoken_for import HOST, words_of
from conversations.words import FALLBACK

SAFETY = ("worry-", "help-now-", "not-safe-")
"""Lines a frightened child reads: in a language that is there at all, these never fall back."""
OWN_WAYS = "also"
"""The attribute every language fills in as it likes: other ways to say a button."""
PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})


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


def wrong_cases(library: Library) -> Iterator[str]:
    """Cases of a select that English does not have: a slip in one of them, and its line would never be read."""
    english = library.words.entries[FALLBACK]
    for lang in library.spoken:
        known = library.words.entries[lang]
        for word in known.keys() & english.keys():
            allowed = _cases(english[word])
            for name, cases in sorted(_cases(known[word]).items()):
                for case in sorted(cases - PLURALS - allowed.get(name, cases)):
                    yield f"words/{lang}: {word}: '{name}' is never '{case}'"


def lost_pictures(library: Library) -> Iterator[str]:
    """Symbols and names of pictures that the English message has and this one has not: they would not be shown."""
    for lang in library.spoken:
        for word, entry in library.words.entries[lang].items():
            english = library.words.entries[FALLBACK].get(word)
            wanted = {one.id.name for one in english.attributes} - {OWN_WAYS} if english else set()
            for name in sorted(wanted - {one.id.name for one in entry.attributes}):
                yield f"words/{lang}: {word}: no '.{name}', and a button or a picture is not shown without it"


def frightened_in_english(library: Library) -> Iterator[str]:
    """Safety lines that are missing in a language."""
    for lang in library.spoken:
        for word in falls_back(library, lang):
            if word.startswith(SAFETY):
                yield f"words/{lang}: no words for '{word}': what is said in a worry must be there in the language"


def falls_back(library: Library, lang: str) -> list[str]:
    """The messages a child who reads this language gets in English."""
    return sorted(set(library.words.entries[FALLBACK]) - set(library.words.entries.get(lang, ())))


def borrowed_in(library: Library, lang: str) -> dict[str, tuple[int, int]]:
    """By flow, how many of the messages it says are English in this language, and how many it says at all."""
    left = set(falls_back(library, lang))
    said = {
        name: {word for node in flow.nodes.values() for word in words_of(node)} for name, flow in library.flows.items()
    }
    return {flow: (len(words & left), len(words)) for flow, words in said.items() if words & left}


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
        for flow, (left, all_said) in sorted(borrowed_in(library, lang).items()):
            yield f"words/{lang}: flow {flow}: {left} of {all_said} messages are English"


class _Cases(Visitor):
    """By variable, the cases of every select on it."""

    def __init__(self) -> None:
        self.found: dict[str, set[str]] = {}

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            keys = {v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)}
            self.found.setdefault(node.selector.id.name, set()).update(keys)
        self.generic_visit(node)


def _cases(entry: ast.Message | ast.Term) -> dict[str, set[str]]:
    visitor = _Cases()
    visitor.visit(entry)
    return visitor.found


def _is_a_part(library: Library, lang: str, word: str) -> bool:
    """A piece that other lines of this language refer to."""
    return any(word in library.words.refers_to(lang, other) for other in library.words.entries[lang])

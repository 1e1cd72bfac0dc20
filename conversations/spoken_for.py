"""Is every word there, is every word used, and is everything a word stands on known when it is said?"""

import re
from collections.abc import Iterator

from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from conversations.facts import CALLED, FACTS, GIVEN, HAPPENED
from conversations.flow import Effects, Flow, Node
from conversations.library import Library
from conversations.words import FALLBACK

SAID_BY_THE_ENGINE = frozenset(
    {
        *(f"manners-{it}" for it in ("skipped", "kept", "take-your-time", "stale", "not-yet", "which", "menu-later")),
        *("manners-nothing-to-skip", "manners-no-back", "choice-skip", "choice-yes", "choice-no"),
        *("sent-voice", "sent-voice-answer", "sent-drawing", "sent-drawing-answer", "sent-no-pictures"),
        *("sent-your-voice", "sent-your-drawing"),
        *("iro-nobody", "read-back-line", "emoji-names", "pictures-seen", "language-borrowed", "first-asked"),
    }
)
HOST = "host-"
"""Lines the service says itself, beside the conversation."""

PARSED = {
    "birthday": {"day", "month"},
    "birthday_and_iro": {"day", "month", "iro_said"},
    "iro_guess": {"guess"},
}
KEPT_BY_THE_ENGINE = frozenset(
    {"said_first", "reopened", "read", "short_done", "must_done", "open_topic", "review_soon", "idle"}
)
GIVEN_BY_THE_ENGINE = {
    "pass_on": frozenset({"words"}),
    "left_care": frozenset({"words"}),
    "pictures": frozenset({"sent", "pictures", "about", "asked_about"}),
}
"""What the engine itself hands to a flow when it starts it."""
BY_WORRY = frozenset({"level"})
IN_A_READ_BACK_LINE = frozenset({"asked", "said", "share"})


def words_of(node: Node) -> list[str]:
    """Every word id a node may say."""
    return [*node.say, *filter(None, (node.ask, node.more)), *(option.word for option in node.choices)]


def missing_words(library: Library) -> Iterator[str]:
    """Ids that no English file has."""
    for flow in library.flows.values():
        for name, node in flow.nodes.items():
            for word in words_of(node):
                if not library.words.has(word):
                    yield f"flows/{flow.flow}.yaml: {name}: no words for '{word}'"
    for word in sorted(SAID_BY_THE_ENGINE):
        if not library.words.has(word):
            yield f"words/{FALLBACK}: no words for '{word}', which the engine says"
    for flow_name, name, node in library.questions():
        word = "asked-" + node.question.replace("_", "-")
        if not library.words.has(word):
            yield f"flows/{flow_name}.yaml: {name}: no words for '{word}', its name when answers are read back"
    for lang, known in library.words.entries.items():
        for word, entry in known.items():
            for other in _references(entry):
                if other not in known:
                    yield f"words/{lang}: '{word}' refers to '{other}', which is not there"


def unused_words(library: Library) -> Iterator[str]:
    """Messages nobody says."""
    used = set(SAID_BY_THE_ENGINE)
    used |= {"asked-" + node.question.replace("_", "-") for _, _, node in library.questions()}
    for flow in library.flows.values():
        for node in flow.nodes.values():
            used.update(words_of(node))
    for lang, known in library.words.entries.items():
        here = used | {other for entry in known.values() for other in _references(entry)}
        for word in known:
            if word not in here and not word.startswith(HOST):
                yield f"words/{lang}: nobody says '{word}'"


def unset_variables(library: Library) -> Iterator[str]:
    """Variables in words, conditions and data that nothing sets on the way."""
    everywhere = FACTS | GIVEN | KEPT_BY_THE_ENGINE | {f"done_{topic}" for topic in library.topics}
    for flow in library.flows.values():
        known = everywhere | kept_in(library, flow) | (HAPPENED if flow.happens else frozenset())
        known |= BY_WORRY if flow.flow == "worry" else frozenset()
        known |= {name for node in flow.nodes.values() for name in CALLED.get(node.call or "", ())}
        for name, node in flow.nodes.items():
            for variable in sorted(needed(library, node) - known):
                yield f"flows/{flow.flow}.yaml: {name}: nothing sets '{variable}'"
    for word in sorted(SAID_BY_THE_ENGINE):
        for variable in library.words.needs(FALLBACK, word) - everywhere - IN_A_READ_BACK_LINE:
            yield f"words/{FALLBACK}: {word}: nothing sets '{variable}'"


def kept_in(library: Library, flow: Flow) -> frozenset[str]:
    """The names a flow keeps: from its texts, buttons and sets, and from the phrases that open it."""
    found: set[str] = set()
    for node in flow.nodes.values():
        for effects in (node, *node.choices, *filter(None, (node.text,))):
            found |= {*effects.set, *effects.count}
        if node.text:
            found |= {node.text.keep or "", *PARSED.get(node.text.parse or "", ())}
        if node.picks:
            found |= {node.picks.keep, f"{node.picks.keep}_topic", f"{node.picks.keep}_right"}
    found |= GIVEN_BY_THE_ENGINE.get(flow.flow, frozenset())
    for book in library.phrases.values():
        for intent in (one for one in book.intents if one.flow == flow.flow):
            found |= {*intent.sets, *(g for p in intent.patterns for g in re.findall(r"\?P<(\w+)>", p))}
            found |= {"guess"} if intent.guess else set()
    return frozenset(found)


def needed(library: Library, node: Node) -> set[str]:
    """The names a node stands on: in its words, its conditions and its data."""
    found = {name for word in words_of(node) for name in library.words.needs(FALLBACK, word)}
    for conditions in (*(arm.when for arm in node.branch), *(option.when for option in node.choices)):
        found |= set(conditions)
    data = [*node.args.values()]
    for effects in (node, *node.choices, *filter(None, (node.text,))):
        data += _data(effects)
    return found | {name for text in data for name in re.findall(r"\{(\w+)\}", text)}


def _data(effects: Effects) -> list[str]:
    kept = [value for keep in (*effects.record, *effects.request) for value in keep.data.values()]
    return [*effects.set.values(), *kept]


class _References(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.found.append(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.found.append(f"-{node.id.name}")


def _references(entry: ast.Message | ast.Term) -> list[str]:
    visitor = _References()
    visitor.visit(entry)
    return visitor.found

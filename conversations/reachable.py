"""Can a child get to every node, and on from every node?"""

from collections.abc import Iterator

from conversations.flow import Flow, Node
from conversations.library import OPEN_TOPIC, Library

OPENED_BY_THE_ENGINE = {
    "home": ("menu", "greet", "again"),
    "welcome": ("hello", "again"),
    "worry": (
        "urgent",
        "concern",
        "unreadable",
        "unheard",
        "voice",
        "drawing",
        "lost",
        "taken_back",
        "taken_back_added",
        "added",
        "changed",
    ),
    "wishes": ("start",),
    "pass_on": ("offer",),
    "pictures": ("back",),
    "left_care": ("start",),
    "help_now": ("help",),
    "who_sees": ("say",),
    "stop": ("stop",),
}
"""Where the engine itself starts a flow, beside the phrase book."""


def entries(library: Library) -> dict[str, set[str]]:
    """By flow, the nodes at which it is started from outside."""
    found = {flow: set(nodes) for flow, nodes in OPENED_BY_THE_ENGINE.items()}
    for flow in library.flows.values():
        if flow.happens:
            found.setdefault(flow.flow, set()).add(flow.start)
        for opened in opens(library, flow):
            found.setdefault(opened, set()).add(library.flows[opened].start)
    for book in library.phrases.values():
        for intent in book.intents:
            found.setdefault(intent.flow, set()).add(intent.node or library.flows[intent.flow].start)
    return found


def opens(library: Library, flow: Flow) -> set[str]:
    """The flows this one runs or jumps to."""
    named = {name for node in flow.nodes.values() for name in _named(node)}
    if OPEN_TOPIC in named:
        named |= {library.topic_flow(topic) for topic in library.topics}
    return named - {OPEN_TOPIC}


def _named(node: Node) -> list[str]:
    return [name for name in (node.run, node.jump, *(option.run for option in node.choices)) if name]


def unreachable(library: Library) -> Iterator[str]:
    """Flows nobody starts, nodes nobody comes to."""
    started = entries(library)
    for flow in library.flows.values():
        left = sorted(started.get(flow.flow, ()))
        if not left:
            yield f"flows/{flow.flow}.yaml: nobody can start this flow"
            continue
        seen: set[str] = set()
        while left:
            name = left.pop()
            if name not in seen:
                seen.add(name)
                left += flow.nodes[name].targets()
        for name in flow.nodes.keys() - seen:
            yield f"flows/{flow.flow}.yaml: {name}: nobody can come here"


def dead_ends(library: Library) -> Iterator[str]:
    """Buttons and texts that lead nowhere, circles that never wait, questions nobody can skip."""
    for flow in library.flows.values():
        for name, node in flow.nodes.items():
            place = f"flows/{flow.flow}.yaml: {name}"
            for option in node.choices:
                if not (option.to or node.next):
                    yield f"{place}: the button '{option.id}' leads nowhere"
            if node.text and not (node.text.to or node.next):
                yield f"{place}: what is written leads nowhere"
            if node.ask and not (node.skip or node.next) and flow.flow != "home":
                yield f"{place}: cannot be skipped"
            if not node.ask and _circles(flow, name):
                yield f"{place}: goes round without waiting for the child"


def _circles(flow: Flow, start: str) -> bool:
    left, seen = list(flow.nodes[start].targets()), set()
    while left:
        name = left.pop()
        if name == start:
            return True
        if name not in seen and not flow.nodes[name].ask:
            seen.add(name)
            left += flow.nodes[name].targets()
    return False

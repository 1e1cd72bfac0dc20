"""At most three messages in a row before the child is waited for; at most five buttons under a question."""

from collections.abc import Iterator
from functools import partial

from conversations.library import OPEN_TOPIC, Library
from conversations.reachable import entries

MOST_MESSAGES = 3
MOST_BUTTONS = 5
SAID_FIRST = 1
"""“That's fine” after a skip, “I've kept that” after an answer."""


class _Counter:
    """Counts the longest row of messages from a node to where the child is waited for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.known: dict[tuple[str, str], int] = {}
        self.after: dict[str, list[tuple[str, str]]] = {}
        for flow in library.flows.values():
            for name, node in flow.nodes.items():
                for inner in filter(None, (node.run, *(option.run for option in node.choices))):
                    inners = map(library.topic_flow, library.topics) if inner == OPEN_TOPIC else (inner,)
                    for one in inners:
                        self.after.setdefault(one, []).append((flow.flow, str(node.next or name)))

    def row(self, flow: str, name: str) -> int:
        if (flow, name) not in self.known:
            self.known[flow, name] = 0  # a circle through a call adds nothing
            self.known[flow, name] = self._row(flow, name)
        return self.known[flow, name]

    def _row(self, flow: str, name: str) -> int:
        node = self.library.flows[flow].nodes[name]
        said = len(node.say)
        if node.ask:
            return said + 1
        if node.end:
            return said + self.over(flow)
        if node.jump:
            return said + self.row(node.jump, self.library.flows[node.jump].start)
        if node.run and node.run != OPEN_TOPIC:
            return said + self.row(node.run, self.library.flows[node.run].start)
        return said + max(map(partial(self.row, flow), node.targets()))

    def over(self, flow: str) -> int:
        """After a flow is over: the flow it ran in goes on, or the open question is asked again."""
        if self.library.flows[flow].happens and not self.library.flows[flow].stays:
            return 0
        return max([1, *(self.row(outer, name) for outer, name in self.after.get(flow, ()))])


def too_many_messages(library: Library) -> Iterator[str]:
    """Rows of more than three, from every place where a row can begin."""
    counter = _Counter(library)
    for flow, name, said in _beginnings(library):
        row = said + counter.row(flow, name)
        if row > MOST_MESSAGES:
            yield f"flows/{flow}.yaml: {name}: {row} messages in a row may come here before the child is waited for"


def _beginnings(library: Library) -> Iterator[tuple[str, str, int]]:
    for flow, names in entries(library).items():
        yield from ((flow, name, 0) for name in names)
    for flow_ in library.flows.values():
        for node in flow_.nodes.values():
            if not node.ask:
                continue
            yield from ((flow_.flow, to, 0) for o in node.choices if (to := o.to or node.next) and not o.run)
            if skipped := node.skip or node.next:
                yield flow_.flow, skipped, SAID_FIRST
            if node.text and (written := node.text.to or node.next):
                yield flow_.flow, written, SAID_FIRST if node.answer else 0


def too_many_buttons(library: Library) -> Iterator[str]:
    """More than five ways to answer, skip included, where it is no list to choose from."""
    for flow in library.flows.values():
        for name, node in flow.nodes.items():
            buttons = len({option.id for option in node.choices}) + bool(node.answer)
            if buttons > MOST_BUTTONS and not node.long_list:
                yield f"flows/{flow.flow}.yaml: {name}: {buttons} buttons, at most {MOST_BUTTONS} unless a long_list"

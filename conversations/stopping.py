"""STOP, also while a person writes with the child: it is honoured and confirmed at once, and that person is told."""

import re

from conversations.commands import obey
from conversations.turn import Event, Record, Said, Tapped
from conversations.walk import Walk

NO_MORE = frozenset({
    "stop", "stopplease", "pleasestop", "stopall", "stoptexts", "stoptexting", "stoptextingme", "stopmessaging",
    "stopmessagingme", "stopwriting", "stopwritingtome", "unsubscribe",
})  # fmt: skip
"""Letters alone. As every sender of texts has to honour it. "bye" or "stop it" may be said to a person as well."""


def wants_no_more(text: str) -> bool:
    """Whether these words mean that nothing more is to come."""
    return re.sub(r"[^a-z]", "", text.casefold()) in NO_MORE


def stops_a_person(walk: Walk, event: Event) -> bool:
    """Whether the child stops while somebody writes with them and the computer is silent."""
    if not (walk.facts.get("iro_talks") or walk.facts.get("human_here")):
        return False
    return (isinstance(event, Said) and wants_no_more(event.text)) or event == Tapped("stop")


def stop(walk: Walk) -> None:
    """The computer answers again; whoever wrote with the child learns it, but nothing of what is kept from them."""
    if walk.stack and walk.top.state == "calling":
        walk.stack[-1] = walk.top.at(walk.top.node)
    if not walk.is_private():
        walk.keep(Record("stopped"))
    walk.keep(Record("computer_asked"))
    obey(walk, "stop")


def come_back(walk: Walk) -> None:
    """Who says hello after they stopped is back where they were."""
    if walk.top.flow == "stop" and len(walk.stack) > 1:
        walk.stack.pop()

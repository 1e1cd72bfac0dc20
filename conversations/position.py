"""Where a child is in the conversation: small, versioned JSON that outlives releases and channels."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from conversations.flow import Flow

VERSION = 1
START: Mapping[str, Any] = {"v": VERSION, "stack": [], "told": ""}
"""Nothing has been said yet."""

State = Literal["waiting", "running", "pending", "calling"]
PATH_LENGTH = 40
PROVING = frozenset({"welcome", "hello", "wrong_person"})
"""Flows about who somebody is: of no use to go back to once that is known."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One flow the child is in.

    `waiting`: its question is open. `running`: another flow runs inside it. `pending`: its node has still
    to be entered. `calling`: the service is answering a call. `path` holds the questions before this one.
    """

    flow: str
    node: str
    state: State = "pending"
    kept: Mapping[str, str] = field(default_factory=dict)
    path: tuple[str, ...] = ()

    def at(self, node: str, state: State = "pending") -> "Frame":
        """The same frame at another node."""
        return replace(self, node=node, state=state)

    def keeping(self, **kept: str) -> "Frame":
        """The same frame with more kept in it."""
        return replace(self, kept={**self.kept, **kept})

    def passed(self, node: str) -> "Frame":
        """The same frame, with a question it has put to the child on its path."""
        if self.path and self.path[-1] == node:
            return self
        return replace(self, path=(*self.path, node)[-PATH_LENGTH:])


def write(stack: list[Frame], told: str = "", *, owned_up: bool = False, first_asked: str = "") -> dict[str, Any]:
    """The position as plain JSON values.

    `told` is the level of worry whose words the child has had; `owned_up`: that some words are there in English only;
    `first_asked` are words from before the child had proved who they are, still to be answered.
    """
    frames = [
        {"flow": f.flow, "node": f.node, "state": f.state, "kept": dict(f.kept), "path": list(f.path)} for f in stack
    ]
    known = {"owned_up": True} if owned_up else {}
    asked = {"first": first_asked} if first_asked else {}
    return {"v": VERSION, "stack": frames, "told": told, **known, **asked}


def read(position: Mapping[str, Any], flows: Mapping[str, Flow]) -> list[Frame]:
    """The frames of a position.

    A flow that is gone is left out; a node that is gone becomes the nearest earlier one that is still there,
    or the start; underneath another, only where the flow is resumed. What cannot be read at all is a start:
    answers are kept elsewhere, so none is lost.
    """
    stack = position.get("stack") if position.get("v") == VERSION else None
    if not isinstance(stack, list):
        return []
    found = [frame for frame in (_frame(raw, flows) for raw in stack if isinstance(raw, dict)) if frame is not None]
    return [frame for frame in found if frame is found[-1] or frame.state != "pending" or flows[frame.flow].resume]


def join(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """The position of a child who has just proved who they are somewhere new.

    What they are in the middle of here stands on top of what they left open elsewhere.
    """
    here = [raw for raw in above.get("stack") or () if isinstance(raw, dict)]
    names = {raw.get("flow") for raw in here} | PROVING
    left = [raw for raw in below.get("stack") or () if isinstance(raw, dict) and raw.get("flow") not in names]
    joined = {"v": VERSION, "stack": [*left, *here], "told": str(above.get("told") or "")}
    joined |= {"owned_up": True} if above.get("owned_up") or below.get("owned_up") else {}
    return joined | ({"first": str(above["first"])} if above.get("first") else {})


def _frame(raw: Mapping[str, Any], flows: Mapping[str, Flow]) -> Frame | None:
    flow = flows.get(str(raw.get("flow")))
    if flow is None:
        return None
    kept = {str(k): str(v) for k, v in dict(raw.get("kept") or {}).items()}
    path = tuple(node for node in raw.get("path") or () if node in flow.nodes)
    node, state = str(raw.get("node")), raw.get("state", "pending")
    if node not in flow.nodes:
        node, state = (path[-1] if path else flow.start), "pending"
    runs = flow.nodes[node].run or any(option.run for option in flow.nodes[node].choices)
    fits = {"waiting": flow.nodes[node].ask, "running": runs, "calling": flow.nodes[node].call}
    if state not in fits or not fits[state]:
        state = "pending"
    return Frame(flow.flow, node, state, kept, path)

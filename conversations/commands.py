"""What a child may say at any moment, whatever is open: help now, who sees this, stop, back, skip, menu, carry on."""

from conversations.intents import Command
from conversations.turn import Record
from conversations.walk import Walk


def obey(walk: Walk, command: Command) -> None:
    """Does what the child asked, from wherever they are."""
    match command:
        case "help_now" | "who_sees" | "stop":
            open_flow(walk, command)
        case "menu":
            _menu(walk)
        case "skip":
            _skip(walk)
        case "back":
            _back(walk)
        case "carry_on":
            _carry_on(walk)


def open_flow(walk: Walk, flow: str, node: str | None = None, **kept: str) -> None:
    """Opens a flow on top of where the child is.

    An aside comes back to the open question. Anything else takes its place, but a flow that can be resumed
    waits underneath; opening that one again goes on where it was.
    """
    definition = walk.library.flows[flow]
    if not definition.aside:
        while walk.stack and not walk.library.flows[walk.top.flow].resume:
            walk.stack.pop()
    there = next((n for n, frame in enumerate(walk.stack) if frame.flow == flow), None)
    if there is not None and definition.resume and node is None:
        _resume(walk)
        return
    walk.stack[:] = [frame for frame in walk.stack if frame.flow != flow]
    walk.start(flow, node, **kept)


def _resume(walk: Walk) -> None:
    match walk.top.state:
        case "waiting":
            walk.put_question()
        case "running":
            walk.go(walk.node.next)
        case _:
            walk.on()


def _menu(walk: Walk) -> None:
    if walk.facts.get("linked"):
        open_flow(walk, "home", "menu")
    else:
        walk.say("manners-menu-later")
        walk.put_question()


def _skip(walk: Walk) -> None:
    node = walk.node
    if node.answer:
        walk.records.append(Record("skipped", {"topic": node.topic, "question": node.question}))
    target = node.skip or node.next
    if target is None and walk.flow.flow in ("home", "welcome", "hello"):
        walk.say("manners-nothing-to-skip")
        walk.put_question()
        return
    walk.say("manners-skipped")
    walk.go(target)


def _back(walk: Walk) -> None:
    """The question before this one, in this flow or in the one it was opened from."""
    if len(walk.top.path) > 1:
        earlier = walk.top.path[:-1]
        _stand(walk, earlier)
        return
    for depth in range(len(walk.stack) - 1, 0, -1):
        if walk.stack[depth - 1].path:
            del walk.stack[depth:]
            _stand(walk, walk.top.path)
            return
    walk.say("manners-no-back")
    walk.put_question()


def _stand(walk: Walk, path: tuple[str, ...]) -> None:
    frame = walk.top
    walk.stack[-1] = type(frame)(frame.flow, path[-1], "waiting", frame.kept, path)
    walk.put_question()


def _carry_on(walk: Walk) -> None:
    """Goes on with what was left open; where nothing was, with the wishes that are still to be asked."""
    while walk.stack and not walk.library.flows[walk.top.flow].resume:
        walk.stack.pop()
    if walk.stack:
        _resume(walk)
    elif walk.facts.get("linked"):
        walk.start("wishes")
    else:
        walk.start("welcome", "again")

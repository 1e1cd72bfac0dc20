"""What a child may say at any moment, whatever is open: help now, who sees this, stop, back, skip, menu, carry on."""

from conversations.intents import Command
from conversations.turn import Record
from conversations.walk import Walk


def obey(walk: Walk, command: Command) -> None:
    """Does what the child asked, from wherever they are."""
    match command:
        case "help_now" | "who_sees" | "stop":
            walk.open(command)
        case "menu":
            _menu(walk)
        case "skip":
            _skip(walk)
        case "back":
            _back(walk)
        case "carry_on":
            _carry_on(walk)


def _menu(walk: Walk) -> None:
    if walk.facts.get("linked"):
        walk.open("home", "menu")
    else:
        walk.say("manners-menu-later")
        walk.put_question()


def _skip(walk: Walk) -> None:
    node = walk.node
    if node.answer:
        walk.keep(Record("skipped", {"topic": node.topic, "question": node.question}))
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
    out = walk.flow.back_out
    if out is not None and walk.holds(out.when):
        walk.go(out.to)
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
    walk.leave_what_does_not_last()
    if walk.stack:
        walk.resume()
    elif walk.facts.get("linked"):
        walk.start("wishes")
    else:
        walk.start("welcome", "again")

"""What the messages before this one add to it."""

import re
from collections.abc import Callable, Sequence

from safeguarding.screening import Earlier, Level, Reason

Reasons = Callable[[str], list[Reason]]

RETRACTION = "retraction"
ADDS_UP = "adds_up"
_SPLIT_MINUTES = 5.0
_REMEMBERED = 8
_READ_AFTER = 5
_TOGETHER_MINUTES = 14 * 24 * 60.0
_HOW_SAFE = re.compile(r"how safe|feel safe|0 to 10|out of (10|ten)", re.IGNORECASE)
_SAFE_NOW = re.compile(r"safe right now|ok(ay)? right now", re.IGNORECASE)
_NUMBER = re.compile(r"^\D{0,20}?(10|\d)(\s*(/|out of)\s*10)?\D{0,20}$")
_NO = re.compile(r"^\s*(no+|nah|nope|not really|na)\b", re.IGNORECASE)
_UNSURE = re.compile(r"^\s*(not sure|dunno|idk|i don'?t know|maybe|kinda|sort of)\b", re.IGNORECASE)


def in_context(judge: Reasons, text: str, earlier: Sequence[Earlier]) -> list[Reason]:
    """The reasons for `text` by itself and after what went before (oldest first), most pressing first."""
    own = judge(text)
    if not earlier:
        return own
    before = [judge(message.text) for message in _from_child(earlier)]
    reasons = [*own, *_answer(text, earlier), *_joined(judge, text, earlier, own)]
    reasons += _adds_up(own, before)
    reasons = _taken_back(reasons, before)
    return sorted(reasons, key=lambda reason: -reason.level)


def child_said(earlier: Sequence[Earlier]) -> list[str]:
    """The child's own last messages of the last weeks, oldest first: what the model reads a message after."""
    return [m.text for m in _from_child(earlier) if m.minutes_ago <= _TOGETHER_MINUTES][-_READ_AFTER:]


def _from_child(earlier: Sequence[Earlier]) -> list[Earlier]:
    return [message for message in earlier if message.author == "child"][-_REMEMBERED:]


def _highest(reasons: Sequence[Reason]) -> Level:
    return max((reason.level for reason in reasons), default=Level.none)


def _joined(judge: Reasons, text: str, earlier: Sequence[Earlier], own: Sequence[Reason]) -> list[Reason]:
    """A sentence sent in pieces means what the pieces mean together."""
    last = earlier[-1]
    pieces = [m.text for m in _from_child(earlier)[-3:] if m.minutes_ago <= _SPLIT_MINUTES]
    if last.author != "child" or not pieces:
        return []
    apart = max([_highest(own), *(_highest(judge(piece)) for piece in pieces)])
    together = judge(" ".join([*pieces, text]))
    return [
        Reason("joined", reason.quote, reason.category, reason.level) for reason in together if reason.level > apart
    ]


def _adds_up(own: Sequence[Reason], before: Sequence[Sequence[Reason]]) -> list[Reason]:
    """Two different weak hints, one of them now, are a concern."""
    if _highest(own) is not Level.look:
        return []
    now = own[0]
    hints = {reason.rule for reasons in before for reason in reasons} - {reason.rule for reason in own}
    if not hints:
        return []
    return [Reason(ADDS_UP, now.quote, now.category, Level.concern)]


def _taken_back(reasons: list[Reason], before: Sequence[Sequence[Reason]]) -> list[Reason]:
    """Taking back something worrying is itself a concern, of the kind that was taken back."""
    worry = max((r for found in before for r in found if r.category != RETRACTION), key=_level, default=None)
    if worry is None or not any(reason.category == RETRACTION for reason in reasons):
        return reasons
    quote = next(reason.quote for reason in reasons if reason.category == RETRACTION)
    return [
        *reasons,
        Reason("taken_back", quote, RETRACTION, Level.concern),
        Reason("taken_back", worry.quote, worry.category, Level.concern),
    ]


def _level(reason: Reason) -> Level:
    return reason.level


def _answer(text: str, earlier: Sequence[Earlier]) -> list[Reason]:
    """A short answer to a question about safety."""
    asked = next((m.text for m in reversed(earlier) if m.author == "bot"), "")
    if earlier[-1].author != "bot":
        return []
    number = _NUMBER.match(text.strip())
    if _SAFE_NOW.search(asked):
        if _NO.match(text):
            return [Reason("not_safe_now", text.strip(), "placement_unsafe", Level.urgent)]
        if _UNSURE.match(text):
            return [Reason("not_sure_safe", text.strip(), "placement_unsafe", Level.concern)]
    if _HOW_SAFE.search(asked) and number and "safe" in asked.lower():
        score = int(number[1])
        level = Level.concern if score <= 4 else Level.look if score <= 6 else Level.none
        return [Reason("how_safe", text.strip(), "placement_unsafe", level)] if level else []
    return []

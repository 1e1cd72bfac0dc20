"""The safeguarding screen: one message in, how fast a human must read it and why out. It never raises."""

import logging
from collections.abc import Callable, Sequence

from safeguarding.context import in_context
from safeguarding.matching import Matcher
from safeguarding.readable import LONGEST, readable
from safeguarding.rulebook import RulesBroken, read
from safeguarding.screening import Earlier, Level, Reason, Screen, Screening

__all__ = ["RulesBroken", "broken", "load"]

log = logging.getLogger(__name__)
UNREADABLE = "unreadable"
_SCORES = {Level.none: 0.0, Level.look: 0.4, Level.concern: 0.7, Level.urgent: 0.95}
_JUDGED_AT_MOST = 20_000


def load() -> Screen:
    """The screen with the rules of this release; raises RulesBroken with one line when they cannot be used."""
    book = read()
    matcher = Matcher(book)

    def judge(text: str, earlier: Sequence[Earlier] = ()) -> Screening:
        return _judge(matcher, text, earlier)

    return guarded(judge, book.version)


def broken(reason: str) -> Screen:
    """A screen for when the rules are broken: every message goes to a human, and says so."""

    def to_a_human(text: str, earlier: Sequence[Earlier] = ()) -> Screening:  # noqa: ARG001
        return _unjudged("error", reason)

    return to_a_human


def guarded(judge: Callable[[str, Sequence[Earlier]], Screening], version: str) -> Screen:
    """`judge`, made so that a fault in it sends the message to a human instead of raising."""

    def screen(text: str, earlier: Sequence[Earlier] = ()) -> Screening:
        try:
            return judge(text, earlier)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong here, a human must read the message
            # The name of the fault only: its message could hold a child's words.
            log.error("the safeguarding screen failed: %s", type(error).__name__)
            return _unjudged("error", type(error).__name__, version)

    return screen


def _judge(matcher: Matcher, text: str, earlier: Sequence[Earlier]) -> Screening:
    judged = text if len(text) <= _JUDGED_AT_MOST else text[:_JUDGED_AT_MOST] + "\n" + text[-LONGEST:]
    message = matcher.plain(judged)
    can = readable(text, message)
    reasons = in_context(matcher.reasons, judged, earlier)
    if not can:
        reasons.append(Reason(UNREADABLE, can.why, UNREADABLE, Level.concern))
    level = max((reason.level for reason in reasons), default=Level.none)
    return Screening(
        level=level,
        score=_score(level, reasons),
        categories=tuple(dict.fromkeys(r.category for r in sorted(reasons, key=lambda r: -r.level))),
        because=tuple(reasons),
        readable=bool(can),
        language=can.language,
        rules_version=matcher.book.version,
    )


def _score(level: Level, reasons: Sequence[Reason]) -> float:
    """Between 0 and 1: the level, and a little more for every further reason."""
    more = 0.01 * max(len(reasons) - 1, 0)
    return round(min(_SCORES[level] + min(more, 0.05), 1.0), 3)


def _unjudged(rule: str, why: str, version: str = "") -> Screening:
    reason = Reason(rule, why, UNREADABLE, Level.concern)
    return Screening(Level.concern, _SCORES[Level.concern], (UNREADABLE,), (reason,), False, "und", version)

"""A screen as it stands: it never raises, and it says why when every message goes to a human."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from safeguarding.screening import Earlier, Level, Reason, Screen, Screening

log = logging.getLogger(__name__)
UNREADABLE = "unreadable"

Judge = Callable[[str, Sequence[Earlier]], Screening]


@dataclass(frozen=True, slots=True)
class Standing:
    """`judge` made so that a fault in it sends the message to a human.

    `trouble` is why every message goes to a human, in one line; "" when the screen judges as it should.
    """

    judge: Judge
    version: str = ""
    trouble: str = ""

    def __call__(self, text: str, earlier: Sequence[Earlier] = ()) -> Screening:
        try:
            return self.judge(text, earlier)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong here, a human must read the message
            # The name of the fault only: its message could hold a child's words.
            log.error("the safeguarding screen failed: %s", type(error).__name__)
            return unjudged("error", type(error).__name__, self.version)


def trouble(screen: Screen) -> str:
    """Why every message goes to a human, in one line; "" when the screen judges as it should."""
    return screen.trouble if isinstance(screen, Standing) else ""


def unjudged(rule: str, why: str = "", version: str = "") -> Screening:
    """What could not be judged: a concern, and a human reads it."""
    reason = Reason(rule, why, UNREADABLE, Level.concern)
    return Screening(Level.concern, 0.7, (UNREADABLE,), (reason,), False, "und", version)

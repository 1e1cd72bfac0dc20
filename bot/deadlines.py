"""A day that presses, in the words of somebody who asks for help: "it says 14 days" must not wait like the rest."""

import re
from collections.abc import Callable, Mapping

from bot.desk import Desk
from conversations.turn import Call, Outcome

_DAY = r"mon|tues|wednes|thurs|fri|satur|sun"
_DATE = r"\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+"
_PRESSES = re.compile(
    rf"\b(?:\d{{1,3}} ?(?:working )?(?:days?|hours?|weeks?)"
    rf"|by (?:today|tomorrow|tonight|the end of \w+|(?:{_DAY})day|{_DATE})"
    rf"|tomorrow|tonight|(?:this|next) (?:week|(?:{_DAY})day))\b",
    re.IGNORECASE,
)


def pressing(words: str) -> str:
    """The first such piece, as it was written; "" where there is none."""
    found = _PRESSES.search(words)
    return found.group(0) if found else ""


def marked(desk: Desk, call: Call) -> Outcome:
    """Whether what was passed on has one, and which."""
    found = pressing(desk.said)
    return Outcome(call.name, "some" if found else "none", {"deadline": found})


ANSWERS: Mapping[str, Callable[[Desk, Call], Outcome]] = {"deadline": marked}

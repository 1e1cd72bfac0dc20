"""Somebody who sends faster than anybody can answer: everything is kept and screened, and answered once."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from storage import messages
from storage.messages import Heard
from storage.store import Store

MOST, WITHIN = 30, timedelta(minutes=1)
"""More messages of one child than this in a minute are a test, a cat on the keys or a program."""
FLOW = "too_fast"
_SUSPECTED_AT = 3
_LOOK_BACK = 4 * MOST + 10
"""Up to three messages of ours stand between two of the child."""


def sent_lately(store: Store, where: UUID, before: Sequence[Heard], now: datetime) -> int:
    """How many messages the child has sent within the last minute, this one with them, as far as it matters.

    Nothing more is read from the record while the messages that the screen was shown are no crowd.
    """
    if sum(_counts(m, now) for m in before) < _SUSPECTED_AT:
        return 1
    store.flush()
    recent = messages.recent_words(store, [where], _LOOK_BACK).get(where, [])
    return sum(_counts(m, now) for m in recent)


def _counts(message: Heard, now: datetime) -> bool:
    return message.author == "child" and message.kind == "text" and now - message.at <= WITHIN

"""A message and the screen: what it is shown beside the words, and how its finding is kept. Live and looking back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from safeguarding.screening import Earlier, Screen, Screening
from storage import messages
from storage.messages import Heard
from storage.store import Store

CONTEXT = 12
"""So many messages before it, of whomever, are shown with each message."""


def judged(screen: Screen, text: str, before: Sequence[Heard], now: datetime) -> Screening:
    """What the screen says of these words, said `now`, after those before them (oldest first)."""
    earlier = [Earlier(m.author, m.text, (now - m.at).total_seconds() / 60) for m in before if m.kind == "text"]
    return screen(text, earlier)


def keep_screening(store: Store, message_id: UUID, key_id: UUID, screening: Screening, now: datetime) -> None:
    """Beside the message it judged, and beside what was found before."""
    messages.add_screening(
        store, message_id, key_id, now, level=screening.level.name, score=screening.score,
        categories=screening.categories, readable=screening.readable,
        because=[
            {"rule": r.rule, "quote": r.quote, "category": r.category, "level": r.level.name, "like": r.like}
            for r in screening.because
        ],
        language=screening.language, rules_version=screening.rules_version,
    )  # fmt: skip

"""Words in another language that we know to the last one need no human at once. Everything else in it does.

The screen judges English alone, so it calls a human to every "نعم". A message that is one of our own buttons in the
child's language, or a request that is written down in its phrase book, is such a word. It is still kept as one that
the screen could not judge, and an IRO reads it first (`look`).
"""

from dataclasses import replace

from conversations.library import Library
from safeguarding.screening import Level, Reason, Screening

RULE = "familiar_words"
UNREADABLE = ("unreadable",)


def familiar(screening: Screening, text: str, library: Library, *, concern_open: bool = False) -> Screening:
    """The screening, lowered to a `look` when nothing but its language stood against the whole of this text."""
    only_unread = screening.level is Level.concern and not screening.readable and screening.categories == UNREADABLE
    if not only_unread or not library.is_familiar(text, screening.language, concern_open=concern_open):
        return screening
    return replace(screening, level=Level.look, because=(Reason(RULE, text, UNREADABLE[0], Level.look),))

"""On Telegram, a button beside what should rather not pass through Telegram: it opens the private view."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.chat import view_token
from bot.desk import Desk, Saying
from conversations.words import Words

FLOWS = ("topic_", "wishes", "my_words", "decided", "happened_yet", "did_they_listen", "check_in")
"""A child's own answers, what is read back of them, and what was decided."""
WORD = "host-private-view"


def offered(desk: Desk, words: Words, one: Saying, last: Saying) -> Sequence[Mapping[str, Any]]:
    """The buttons of this message, with the one to the private view under a question of its kind or at the end."""
    address, url = desk.address, view_token.url(desk.settings)
    fits = one.flow.startswith(FLOWS) and (one.choices or one is last)
    if not url or not fits or address is None or address.channel != view_token.TELEGRAM or address.trust == "none":
        return one.choices
    lang, band = desk.conversation.lang, desk.conversation.band
    label, symbol = words.line(WORD, lang, band), words.symbol(WORD, lang, band)
    return [*one.choices, {"id": "private_view", "label": label, "symbol": symbol, "url": url}]

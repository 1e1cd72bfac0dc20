"""On Telegram, a button beside what should rather not pass through Telegram: it opens the private view."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot import beside
from bot.chat import view_token
from bot.desk import Desk, Saying
from conversations.words import Words

FLOWS = ("topic_", "wishes", "my_words", "decided", "happened_yet", "did_they_listen", "check_in")
"""A child's own answers, what is read back of them, and what was decided."""


def offered(desk: Desk, words: Words, one: Saying, last: Saying) -> Sequence[Mapping[str, Any]]:
    """The buttons of this message, with the one to the private view under a question of its kind or at the end, and
    under whatever files came with."""
    address = desk.address
    at_telegram = address is not None and address.channel == view_token.TELEGRAM and address.trust != "none"
    fits = one.flow.startswith(FLOWS) and (one.choices or one is last)
    if not (at_telegram and view_token.url(desk.settings) and (fits or (one.beside and beside.opens_here(desk)))):
        return one.choices
    return [*one.choices, beside.button(desk, words)]

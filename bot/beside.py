"""What comes beside a person's words (a leaflet, a voice note) opens in the web chat alone: how a child gets there.

No file passes through Telegram, through a telephone network or through Notify. Threat: somebody else reads the text
with the way in. It opens nothing without the birthday, like a card, and there is never more than one good card.
"""

from collections.abc import Mapping
from random import Random
from typing import Any

from bot import cards
from bot.chat import view_token
from bot.desk import Desk
from conversations.words import Words
from storage import invites
from storage.outbox import PUSH_CHANNELS

ELSEWHERE = "host-sent-beside"
PRIVATELY = "host-sent-beside-private"
NOT_YET = "host-sent-beside-card"
BUTTON = "host-private-view"


def way_in(desk: Desk, words: Words, rng: Random) -> str:
    """The line that says how to open it from where the child is written to; "" where the page shows it itself.

    Where the child has not proved who they are nothing opens: they are told how to.
    """
    address, child_id = desk.address, desk.conversation.child_id
    if address is None or address.channel not in PUSH_CHANNELS:
        return ""
    lang, band = desk.conversation.lang, desk.conversation.band
    if address.trust != "full" or child_id is None:
        return words.line(NOT_YET, lang, band)
    if opens_here(desk):
        return words.line(PRIVATELY, lang, band)
    card = next((one for one in invites.of_child(desk.store, child_id) if one.state == "open"), None)
    card = card or invites.make(desk.store, child_id, desk.now, rng)
    return words.line(ELSEWHERE, lang, band, web_address=cards.address(desk.settings.public_url, card.word))


def opens_here(desk: Desk) -> bool:
    """Whether a button can open it where the child is: in the private view inside Telegram."""
    address = desk.address
    at_telegram = address is not None and address.channel == view_token.TELEGRAM and address.trust == "full"
    return at_telegram and bool(view_token.url(desk.settings))


def button(desk: Desk, words: Words) -> Mapping[str, Any]:
    """The button that opens the private view."""
    lang, band = desk.conversation.lang, desk.conversation.band
    label, symbol = words.line(BUTTON, lang, band), words.symbol(BUTTON, lang, band)
    return {"id": "private_view", "label": label, "symbol": symbol, "url": view_token.url(desk.settings)}

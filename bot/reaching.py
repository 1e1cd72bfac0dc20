"""Whether a child can still be written to where this came from: they blocked us, said STOP, or are back."""

from dataclasses import replace

from bot import texting
from bot.chat import view_token
from bot.desk import Desk
from bot.inbound import Inbound
from bot.unreachable import heard_again, tell_unreachable
from conversations.stopping import wants_no_more
from storage import conversations


def is_reachable(desk: Desk, inbound: Inbound) -> bool:
    """A child who blocked the bot cannot be reached, and the IRO is told; one who writes again can be."""
    assert desk.address is not None
    if desk.address.state == view_token.STATE:
        return True
    if desk.address.state == "closed":  # written before this browser was told to forget: kept, and not opened again
        return inbound.kind != "blocked"
    was_ok, is_ok = desk.address.state == "ok", inbound.kind != "blocked"
    if was_ok != is_ok:
        conversations.mark_address(desk.store, desk.address.id, state="ok" if is_ok else "unreachable")
        desk.address = replace(desk.address, state="ok" if is_ok else "unreachable")
    if is_ok:
        heard_again(desk.store, desk.address, desk.now, mended=not was_ok)
    if was_ok and not is_ok:
        tell_unreachable(desk.settings, desk.store, desk.address, desk.now)
    return is_ok


def no_more(desk: Desk, inbound: Inbound) -> None:
    """STOP: that was the last text until the child writes from there again; the IRO learns how else to try."""
    if inbound.channel != texting.CHANNEL or not wants_no_more(inbound.text) or desk.address is None:
        return
    conversations.mark_address(desk.store, desk.address.id, state="stopped")
    desk.address = replace(desk.address, state="stopped")
    tell_unreachable(desk.settings, desk.store, desk.address, desk.now)

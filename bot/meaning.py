"""What an arrival is to the conversation: an event, and what it must know of the screening."""

from bot import behind_lock, file_flood, not_me, rewording
from bot.desk import Desk
from bot.inbound import Inbound
from bot.sent_files import sent
from bot.settings import Settings
from conversations.turn import Arrived, Event, Happened, Said, Tapped, Worry
from safeguarding.screening import READS_LIKE_AFTER, Level, Screening
from storage.messages import Message


def event_of(
    inbound: Inbound, worry: Worry | None, settings: Settings, first: Message | None, flood: str
) -> Event | None:  # fmt: skip
    """An edit answers nothing again; only what is a worry in it is taken up. The page shows by itself that it was made.

    `first` is the message that it is a new version of.
    """
    if inbound.kind == "arrived":
        return Arrived()
    if flood and worry is None:
        return Happened(file_flood.FLOW) if flood == "first" else None
    if inbound.kind == "edited" and worry is None and (first is not None or inbound.channel != rewording.OWN_NUMBER):
        return None if inbound.channel == rewording.OWN_NUMBER else Happened("edited")
    if inbound.choice:
        return Tapped(inbound.choice)
    if inbound.kind in ("voice", "picture") and worry is None:
        return sent(inbound, settings)
    return Said(inbound.text)


def worry_of(screening: Screening | None, kind: str, *, open_already: bool) -> Worry | None:
    """What the conversation must know of the screening.

    Where a concern is open, words that are a worry only after those before them answer what was asked about it; they
    join the concern like any others.
    """
    if screening is None or screening.level < Level.concern:
        return Worry("unheard") if kind == "unsupported" else None
    if open_already and all(r.rule == READS_LIKE_AFTER for r in screening.because if r.level >= Level.concern):
        return None
    if screening.level is Level.urgent:
        return Worry("urgent")
    if not screening.readable:
        return Worry("unreadable")
    return Worry("taken_back" if "retraction" in screening.categories else "concern")


def from_elsewhere(desk: Desk, inbound: Inbound, worry: Worry | None, event: Event | None) -> Event | None:
    """What may not be the child's own: the conversation does not take it for an answer."""
    if inbound.choice == not_me.CHOICE and not_me.told(desk):
        return None
    return behind_lock.pass_on(desk, inbound.text) if worry is None and inbound.behind else event

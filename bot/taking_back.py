""" "Take that back", where no page has a button for it: on Telegram and by text, in words.

It means the message that the child replies to, else their last one from there. The first words are kept and were
screened; what stands in their place says that they were taken back, as on the page (`bot/rewording.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from bot import rewording
from bot.desk import Desk
from bot.inbound import Inbound
from conversations.turn import Happened, Worry
from conversations.understood import plain
from safeguarding.screening import Level, Screening
from storage import messages, versions
from storage.messages import Message
from storage.versions import TAKEN_BACK

FLOW = "took_back"
RETRACTION = "retraction"
SHOWN = 120
"""Characters of the words that are said back."""
WAYS = frozenset({
    "take that back", "take it back", "i take that back", "i take it back", "please take that back", "take back",
    "can i take that back", "can you take that back", "i want to take that back", "take my last message back",
    "delete that", "delete it", "delete that message", "please delete that", "can you delete that", "unsend",
    "unsend that", "undo that", "delete my last message", "remove that", "remove that message",
})  # fmt: skip


def may_be(inbound: Inbound) -> bool:
    """Whether these words ask for it, where they have to."""
    return inbound.channel != rewording.OWN_NUMBER and inbound.kind == "text" and plain(inbound.text) in WAYS


def meant(desk: Desk, inbound: Inbound, recent: Sequence[Message]) -> Message | None:
    """The message of the child that these words take back; None where there is none."""
    if inbound.about and (named := rewording.named(desk, inbound.channel, inbound.about)) is not None:
        return None if rewording.is_gone(desk, named) else named
    here = desk.address.id if desk.address else None
    mine = [m for m in recent if m.author == "child" and m.address_id == here and m.replaces_id is None]
    mine = [m for m in mine if m.kind in ("text", "voice", "picture") and plain(m.text) not in WAYS]
    gone = versions.latest(desk.store, [m.id for m in mine])
    return next((m for m in reversed(mine) if not (m.id in gone and gone[m.id].taken_back)), None)


def as_a_tap(desk: Desk, screening: Screening, back: Message) -> Screening:
    """What the screen makes of these words, where they stand for the button of the page and for nothing else.

    "Take it back" alone may follow a worry that nobody saw, so the screen calls a human. Not where it is plain what is
    meant: words that were screened and were no worry, with no concern open. They stay on record, for the IRO to see.
    """
    if back.kind != "text" or set(screening.categories) - {RETRACTION} or desk.conversation.id in desk.around.concerns:
        return screening
    found = messages.screenings_of(desk.store, [back.id]).get(back.id)
    if found is None or Level[found["level"]] > Level.none:
        return screening
    return replace(screening, level=min(screening.level, Level.look))


def take(desk: Desk, inbound: Inbound, first: Message) -> tuple[Happened, Worry | None]:
    """Write it down beside the words that asked for it; what the child is told, and the worry it was part of."""
    asked, words = desk.message_id, versions.latest(desk.store, [first.id]).get(first.id)
    desk.message_id = messages.add(
        desk.store, desk.conversation, desk.now, author="child", channel=inbound.channel, text="", kind=TAKEN_BACK,
        address_id=desk.address.id if desk.address else None, replaces_id=first.id,
    )  # fmt: skip
    rewording.settle(desk, first, Inbound(inbound.channel, inbound.external_id, inbound.sender, kind="taken_back"))
    worry = rewording.worry_of(desk, first)
    desk.message_id = asked
    said = words.text if words else first.text
    return Happened(FLOW, {"said": said if len(said) <= SHOWN else f"{said[:SHOWN]}…"}), worry

"""An IRO corrects a message they sent, or takes it back: the child sees that they did, and every version is kept."""

from datetime import datetime
from uuid import UUID

from bot.desk import Desk, Saying
from bot.facts import surroundings
from bot.posting import post
from bot.signing import signed
from bot.speaking import Speaker
from storage import conversations, messages, outbox, staff, versions
from storage.conversations import Conversation
from storage.errors import BadData, NotFound
from storage.messages import Message
from storage.store import Store
from storage.versions import TAKEN_BACK


def correct(
    speaker: Speaker, store: Store, message_id: UUID, staff_id: UUID, text: str, reason: str, now: datetime
) -> UUID:
    """`text` stands in the place of what this member of staff wrote; "" takes it back.

    Raises `NotFound` for what they did not write to a child as their IRO, `BadData` (no_reason, same, gone).
    """
    first, text = versions.first_of(store, message_id), text.strip()
    if first.author != "iro" or first.staff_id != staff_id:
        raise NotFound("There is no such message of yours.")
    stands = versions.latest(store, [first.id]).get(first.id)
    if stands is not None and stands.taken_back:
        raise BadData("gone")
    if not reason.strip():
        raise BadData("no_reason")
    if text == (stands.text if stands else first.text).strip():
        raise BadData("same")
    conversation = conversations.lock(store, [first.conversation_id])[first.conversation_id]
    version = messages.add(
        store, conversation, now, author="iro", text=text, kind="text" if text else TAKEN_BACK, channel=first.channel,
        staff_id=staff_id, address_id=first.address_id, replaces_id=first.id,
    )  # fmt: skip
    store.flush()
    versions.why(store, version, conversation.key_id, staff_id, reason.strip(), now)
    _push(speaker, store, conversation, first, version, text, now)
    conversations.save(store, [conversation])
    return version


def _push(
    speaker: Speaker, store: Store, conversation: Conversation, first: Message, version: UUID, text: str, now: datetime
) -> None:
    """Where what was sent cannot be changed: what waits is not sent, what went is followed by the truth."""
    if first.address_id is None or first.staff_id is None:
        return
    address = conversations.address(store, first.address_id)
    ids = [first.id, *(versions.ids_of(store, first.id) - {version})]
    went = outbox.withdraw(store, ids, now)
    if address.channel not in outbox.PUSH_CHANNELS or address.state != "ok" or not (went or text):
        return
    words, lang, band = speaker.library.words, conversation.lang, conversation.band
    who = staff.find(store, first.staff_id).first_name
    if not went:
        said = signed(speaker.library, speaker.settings, store, conversation, first.staff_id, "iro", text, now)
    elif text:
        said = f"{words.line('host-person-changed', lang, band, who=who)}\n\n{text}"
    else:
        said = words.line("host-person-took-back", lang, band, who=who)
    around = surroundings(store, [conversation], now, speaker.reviews)
    desk = Desk(store, conversation, address, around, speaker.settings, speaker.alarm, now)
    desk.to_post.append(Saying(version, said))
    post(desk, words, asked=False)

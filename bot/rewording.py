"""A child changes what they wrote, or takes it back: a new version beside the old one, and no concern closes by it."""

from uuid import UUID

from bot.desk import Desk
from bot.inbound import Inbound
from conversations.turn import Worry
from safeguarding.screening import Level, Screening
from storage import answers, concerns, messages, versions
from storage.errors import NotFound
from storage.messages import Message
from storage.versions import TAKEN_BACK

OWN_NUMBER = "web"
"""Here a message may be named by its own id too; elsewhere only by the id under which it came in."""


def first_version(desk: Desk, inbound: Inbound) -> Message | None:
    """The child's own message that this one stands in the place of, where it can be seen from here."""
    return _own(desk, _named(desk, inbound))


def named(desk: Desk, channel: str, external_id: str) -> Message | None:
    """The child's own message that came in under this id."""
    return _own(desk, messages.of_arrival(desk.store, channel, external_id))


def _own(desk: Desk, found: UUID | None) -> Message | None:
    address = desk.address
    if found is None or address is None:
        return None
    first = versions.first_of(desk.store, found)
    mine = first.author == "child" and first.kind != "choice" and first.conversation_id == desk.conversation.id
    return first if mine and (address.trust == "full" or first.address_id == address.id) else None


def _named(desk: Desk, inbound: Inbound) -> UUID | None:
    arrived = messages.of_arrival(desk.store, inbound.channel, inbound.replaces)
    if arrived is not None or inbound.channel != OWN_NUMBER:
        return arrived
    try:
        return messages.by_id(desk.store, UUID(inbound.replaces)).id
    except (ValueError, NotFound):
        return None


def is_gone(desk: Desk, first: Message) -> bool:
    """It was taken back already."""
    now = versions.latest(desk.store, [first.id]).get(first.id)
    return now is not None and now.taken_back


def settle(desk: Desk, first: Message, inbound: Inbound) -> None:
    """What hangs on the words hangs on the new ones: who must not see them, the answer they were, who waits."""
    version = desk.message_id
    assert version is not None
    desk.store.flush()
    versions.withhold_alike(desk.store, first.id, version, desk.now)
    _answer_anew(desk, first, inbound)
    talks = desk.conversation.talking_until is not None and desk.conversation.talking_until > desk.now
    if inbound.text and (talks or (first.for_iro and desk.conversation.waiting_since is not None)):
        messages.mark_for_iro(desk.store, version)
        desk.conversation.waiting_since = desk.conversation.waiting_since or desk.now


def _answer_anew(desk: Desk, first: Message, inbound: Inbound) -> None:
    """What was an answer is a new version of it, or is no longer passed on."""
    said = {first.id, *versions.ids_of(desk.store, first.id)} - {desk.message_id}
    for answer in answers.current(desk.store, desk.conversation.id).values():
        if answer.message_id not in said:
            continue
        if inbound.kind == TAKEN_BACK:
            answers.take_out(desk.store, desk.conversation.id, answer.question)
            continue
        answers.give(
            desk.store, desk.conversation, desk.now, topic=answer.topic, question=answer.question,
            text=inbound.text, channel=inbound.channel, message_id=desk.message_id, share=answer.share,
        )  # fmt: skip


def worry_of(desk: Desk, first: Message) -> Worry | None:
    """Taking back what a concern is about closes nothing: whoever has it is told, and the child hears so."""
    concern = desk.around.concerns.get(desk.conversation.id)
    if concern is None or desk.message_id is None:
        return None
    about = {concern.message_id, *(one.message_id for one in concerns.events(desk.store, concern.id))}
    if about.isdisjoint({first.id, *versions.ids_of(desk.store, first.id)} - {desk.message_id}):
        return None
    taken_back = Screening(Level.concern, 1.0, ("retraction",), ())
    desk.alarm.heard(desk.store, desk.conversation, desk.message_id, "", taken_back, desk.around, desk.now)
    return Worry("taken_back")

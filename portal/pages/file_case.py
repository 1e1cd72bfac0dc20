"""Who may open a file: whoever may see the message it belongs to, and of a voice note nobody's own before a person.

Threat: what no computer has judged may be about the child's own IRO. So a voice note or a drawing of a child is opened
first by whoever works concerns; the IRO gets it once one of them has said what they make of it, and never where the
message is withheld from them.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.access import May, allows
from portal.desk import Desk
from portal.pages.child_case import mine
from portal.pages.today import eyes
from storage import caseload, children, concerns, conversations, files, messages
from storage.concerns import Concern
from storage.conversations import Conversation
from storage.errors import NotFound
from storage.files import FROM_A_CHILD, File
from storage.messages import Message
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that this reader may open. `concern` is the one they open it for, `reference` the child's otherwise."""

    file: File
    message: Message
    conversation: Conversation
    concern: Concern | None
    reference: str


def open_for(desk: Desk, store: Store, reader: Staff, file_id: UUID, now: datetime) -> Opened | None:
    """None where there is no such file and where it is not for this reader, alike."""
    try:
        file = files.find(store, file_id)
    except NotFound:
        return None
    if file.message_id is None:
        return None
    message = messages.by_id(store, file.message_id)
    if message.id in caseload.withheld_from(store, reader.id):
        return None
    conversation = conversations.load(store, message.conversation_id)
    concern = _concern_of(store, reader, message)
    if concern is not None:
        return Opened(file, message, conversation, concern, "")
    reference = _own_child(desk, store, reader, conversation, message, now)
    if reference and is_released(file, reader.id):
        return Opened(file, message, conversation, None, reference)
    return None


def is_released(file: File, reader: UUID) -> bool:
    """Whether a child's IRO may listen now: somebody else, who works concerns, has."""
    return file.kind not in FROM_A_CHILD or any(one.verdict and one.staff_id != reader for one in file.hearings)


def _concern_of(store: Store, reader: Staff, message: Message) -> Concern | None:
    """The newest concern this message belongs to, when this reader works concerns and it is not about them."""
    if not allows(reader.role, May.WORK_CONCERNS):
        return None
    about = concerns.about(store, reader.id)
    for concern in reversed(concerns.of_conversation(store, message.conversation_id)):
        belonging = {event.message_id for event in concerns.events(store, concern.id)} | {concern.message_id}
        if concern.id not in about and (message.id in belonging or concern.state != "closed"):
            return concern
    return None


def _own_child(
    desk: Desk, store: Store, reader: Staff, conversation: Conversation, message: Message, now: datetime
) -> str:
    if conversation.child_id is None:
        return ""
    reference = children.find(store, conversation.child_id).reference
    line = mine(store, reader, reference, now, desk.reply_within_working_days, desk.reviews)
    if line is None:
        return ""
    said = caseload.heard_by(store, conversation.id, eyes(reader, line.standing_in))
    return reference if message.id in {one.id for one in said} else ""

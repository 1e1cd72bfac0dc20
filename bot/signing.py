"""The line above a person's words where everything comes from the bot: it never passes for a person, nor the other way
round."""

from uuid import UUID

from bot.settings import Settings
from conversations.library import Library
from storage import staff
from storage.conversations import Conversation
from storage.store import Store


def signed(
    library: Library,
    settings: Settings,
    store: Store,
    conversation: Conversation,
    staff_id: UUID,
    author: str,
    text: str,
) -> str:
    """A member of staff's own words, with who writes them. `author` is iro or duty."""
    who, lang, band = staff.find(store, staff_id).first_name, conversation.lang, conversation.band
    line = library.words.line("host-person-writes", lang, band, who=who, job=author, role=settings.role_name)
    return f"{line}\n\n{text}"

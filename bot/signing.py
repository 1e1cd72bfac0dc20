"""The line above a person's words where everything comes from the bot: it never passes for a person, nor the other way
round."""

from datetime import datetime
from uuid import UUID

from bot.settings import Settings
from conversations.library import Library
from storage import allocations, staff
from storage.conversations import Conversation
from storage.days import london_day
from storage.store import Store


def signed(
    library: Library,
    settings: Settings,
    store: Store,
    conversation: Conversation,
    staff_id: UUID,
    author: str,
    text: str,
    now: datetime,
) -> str:
    """A member of staff's words, with who writes them. `author`: iro or duty. A deputy does not pass for the IRO."""
    who, lang, band = staff.find(store, staff_id).first_name, conversation.lang, conversation.band
    iro = allocations.iro_of(store, conversation.child_id, london_day(now)) if conversation.child_id else None
    job = "deputy" if author == "iro" and (iro is None or iro.id != staff_id) else author
    absent = iro.first_name if iro else None
    line = library.words.line("host-person-writes", lang, band, who=who, job=job, role=settings.role_name, iro=absent)
    return f"{line}\n\n{text}"

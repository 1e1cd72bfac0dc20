"""The line above a person's words where everything comes from the bot: it never passes for a person, nor the other way
round."""

from datetime import datetime
from uuid import UUID

from bot.settings import Settings
from conversations.library import Library
from storage import allocations, staff
from storage.conversations import Conversation
from storage.days import london_day
from storage.staff import Staff
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
    iro, job = None, author
    if author == "iro":
        iro, job = _as_what(store, conversation, staff_id, now)
    absent = iro.first_name if iro else None
    line = library.words.line("host-person-writes", lang, band, who=who, job=job, role=settings.role_name, iro=absent)
    return f"{line}\n\n{text}"


def _as_what(store: Store, conversation: Conversation, staff_id: UUID, now: datetime) -> tuple[Staff | None, str]:
    """The child's IRO, and what the one who writes is to the child: iro, next (comes after), deputy."""
    if conversation.child_id is None:
        return None, "deputy"
    today = london_day(now)
    iro = allocations.iro_of(store, conversation.child_id, today)
    if iro is not None and iro.id == staff_id:
        return iro, "iro"
    following = allocations.iro_next(store, conversation.child_id, today)
    return iro, "next" if following is not None and following.id == staff_id else "deputy"

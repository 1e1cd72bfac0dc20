"""Opens a request for whoever owns its kind."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from bot import advocating, asking_contact, complaining, deadlines, wrong_card
from bot.desk import Desk
from bot.facts import london_day
from conversations.turn import Request
from reviews.timetable import OFFICE, add_months
from reviews.working_days import next_working_day
from storage import messages, milestones, requests
from storage.messages import Heard

PASSED_ON_LOOK_BACK = 100
OWNERS = {
    "contact": "iro", "message": "iro", "change_worker": "iro", "leaving_care": "iro_manager",
    "records": "data_protection", "interpreter": "iro", "new_card": "business_support",
}  # fmt: skip


def ask(desk: Desk, request: Request) -> UUID:
    """Open a request for whoever owns its kind."""
    data, conversation = request.data, desk.conversation
    words = str(data.get("text", ""))
    message_id = _message_of(desk, words) if words else desk.message_id
    if request.kind in complaining.KINDS:
        return complaining.ask(desk, request.kind, data, message_id)
    if request.kind in wrong_card.KINDS:
        return wrong_card.ask(desk, request.kind)
    if request.kind == "advocate":
        return advocating.ask(desk, data)
    if data.get("safe_here"):
        conversation.safe_to_write = str(data["safe_here"])
    if request.kind == "contact" and (begun := asking_contact.complete(desk, data)) is not None:
        return begun
    request_id = requests.ask(
        desk.store, desk.now, kind=request.kind, owner_role=OWNERS[request.kind], due_on=_due_on(desk, request.kind),
        key_id=conversation.key_id, conversation_id=conversation.id, child_id=conversation.child_id,
        how=str(data.get("how", ""))[:40], safe_here=str(data.get("safe_here", ""))[:40], words=words,
        when_words=_when(request.kind, data, words), message_id=message_id,
        unfinished=asking_contact.is_unfinished(data),
    )  # fmt: skip
    if request.kind in ("message", "change_worker") and message_id is not None:
        messages.mark_for_iro(desk.store, message_id)
    if request.kind in ("message", "contact", "change_worker"):
        conversation.waiting_since = conversation.waiting_since or desk.now
        named(desk)
    return request_id


def _when(kind: str, data: Mapping[str, Any], words: str) -> str:
    return deadlines.pressing(words) if kind == "leaving_care" else str(data.get("when", ""))


def named(desk: Desk) -> None:
    """The answer to what is passed on names the IRO: the child has been told who it is, without being asked."""
    iro = desk.iro
    if iro is not None and iro.id not in desk.around.named.get(desk.conversation.id, ()):
        milestones.reach(
            desk.store, desk.conversation, desk.now, "told", channel=desk.channel, value="iro", staff_id=iro.id,
            message_id=desk.message_id,
        )  # fmt: skip


def _due_on(desk: Desk, kind: str) -> date:
    if kind == "records":
        return add_months(london_day(desk.now), 1)
    if kind == "leaving_care":
        return next_working_day(OFFICE, desk.now)
    whose = desk.conversation.child_id if OWNERS[kind] == "iro" else None
    return desk.around.answer_by(whose, desk.now, desk.settings.reply_within_working_days)


def _message_of(desk: Desk, words: str) -> UUID | None:
    """The message in which the child said these words: this one, or a recent one they now pass on."""
    if words == desk.said:
        return desk.message_id
    before = desk.before
    if not any(_says(m, words) for m in before):
        desk.store.flush()
        found = messages.recent_words(desk.store, [desk.conversation.id], PASSED_ON_LOOK_BACK)
        before = found.get(desk.conversation.id, [])
    return next((m.id for m in reversed(before) if _says(m, words)), desk.message_id)


def _says(message: Heard, words: str) -> bool:
    return message.author == "child" and message.text == words

"""A quiet message is read by the child's IRO. One that may be about that very IRO must be read by somebody else."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.alarm import about
from bot.desk import Desk
from bot.facts import Surroundings
from safeguarding.exclusion import HARM_BY_SOMEBODY
from safeguarding.screening import Level, Reason, Screening
from storage import complaints, concerns
from storage.conversations import Conversation

RULE = "about_the_reader"
CATEGORY = "allegation_staff_or_carer"


def going_round(
    screening: Screening, text: str, conversation: Conversation, around: Surroundings, now: datetime
) -> Screening:
    """The screening, raised to a concern when it is a `look` at harm by somebody, and names whoever would look.

    Threat: "Beth grabbed me again" waits, without an alarm, for Beth.
    """
    iro = around.iros.get(conversation.child_id) if conversation.child_id else None
    if screening.level is not Level.look or iro is None or not HARM_BY_SOMEBODY & set(screening.categories):
        return screening
    if iro not in about(text, conversation, around, now):
        return screening
    reason = Reason(RULE, text, CATEGORY, Level.concern)
    return replace(
        screening, level=Level.concern, because=(reason, *screening.because),
        categories=tuple(dict.fromkeys((*screening.categories, CATEGORY))),
    )  # fmt: skip


def keep_from_complained_about(desk: Desk, concern_id: UUID) -> None:
    """Harm in a complaint is kept from whom that is about: "he grabbed me" names nobody, the tap before did."""
    where = desk.conversation
    frames = [one for one in where.position.get("stack") or () if one.get("flow") in ("complain", "different_iro")]
    if not frames:
        return
    about: set[UUID] = set()
    one = complaints.open_of(desk.store, where.id)
    if one is not None:
        about |= complaints.about_whom(desk.store, [one.id]).get(one.id, set())
    tapped = any(frame.get("kept", {}).get("about") == "iro" or frame["flow"] == "different_iro" for frame in frames)
    if tapped and desk.iro is not None:
        about.add(desk.iro.id)
    for staff_id in about:
        concerns.exclude(desk.store, concern_id, staff_id, None, desk.now)

"""A quiet message is read by the child's IRO. One that may be about that very IRO must be read by somebody else."""

from dataclasses import replace
from datetime import datetime

from bot.alarm import about
from bot.facts import Surroundings
from safeguarding.exclusion import HARM_BY_SOMEBODY
from safeguarding.screening import Level, Reason, Screening
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

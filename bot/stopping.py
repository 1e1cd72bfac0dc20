"""A child says STOP to somebody who writes with them: it is on record, and that person is told."""

from collections.abc import Mapping
from typing import Any

from bot.desk import Desk
from storage import milestones

KIND = "stopped"


def stopped(desk: Desk, data: Mapping[str, Any]) -> None:  # noqa: ARG001
    """Who wrote is told where to look. An officer who has a concern hears of it as of any words of the child."""
    conversation = desk.conversation
    who = next((one for one in desk.around.staff if one.id == conversation.talking_with), desk.iro)
    milestones.reach(
        desk.store, conversation, desk.now, KIND, channel=desk.channel, staff_id=who.id if who else None,
        message_id=desk.message_id,
    )  # fmt: skip
    conversation.human_until = None
    if who is not None and desk.message_id is not None:
        desk.alarm.notices.waiting(desk.store, who, "/staff/today", f"stopped:{desk.message_id.hex}", desk.now)

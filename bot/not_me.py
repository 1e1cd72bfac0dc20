"""Somebody says that they are not the child whose chat this is: a human hears of it, and they learn nothing."""

from bot.asking import ask
from bot.desk import Desk
from conversations.turn import Request

CHOICE = "not_me"


def told(desk: Desk) -> bool:
    """On a child's own browser nothing more is said. False where nobody is known: then the conversation answers."""
    if desk.conversation.child_id is None or desk.address is None or desk.address.trust == "none":
        return False
    ask(desk, Request("wrong_person", {}))
    return True

"""What somebody writes under Help now on a locked screen: it is a message to a human, and answers no question.

The lock hides words; it never holds any up. They have been screened like all others before they come here.
"""

from bot.asking import ask
from bot.desk import Desk
from conversations.turn import Event, Happened, Request

FLOW = "behind_lock"


def pass_on(desk: Desk, words: str) -> Event:
    """To the IRO, who sees where it was written: it may be somebody else."""
    if desk.conversation.child_id is not None:
        ask(desk, Request("message", {"text": words}))
    return Happened(FLOW)

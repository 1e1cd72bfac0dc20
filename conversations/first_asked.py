"""What a child asked before they had proved who they are: kept, and answered once, when the hello is over.

It is screened when it is written, like everything; a worry is never put off. Only what cannot be answered without
knowing who asks is kept, and words of some length where no check was open: a card that was misspelt is no question.
"""

from dataclasses import replace

from conversations.position import PROVING
from conversations.turn import Say
from conversations.walk import Walk

ECHO = "first-asked"
WORDS_OF_A_MESSAGE = 4
LONGEST = 1000
HELLO_IS_DONE = ("hello", "finished")


def note(walk: Walk, text: str) -> None:
    """Keep the first of these words; what is answered at once even now is none of them."""
    if walk.facts.get("linked") or walk.first_asked:
        return
    book = walk.library.phrase_book(walk.lang)
    if book.command(text) or book.meant(text, inside=False, linked=False, iro=""):
        return
    if asks(walk, text) or (_no_check_is_open(walk) and len(text.split()) >= WORDS_OF_A_MESSAGE):
        walk.first_asked = text[:LONGEST]


def asks(walk: Walk, text: str) -> bool:
    """Whether these words ask for what can only be answered to a child who has proved who they are."""
    book = walk.library.phrase_book(walk.lang)
    if walk.facts.get("linked") or book.command(text) or book.meant(text, inside=False, linked=False, iro=""):
        return False
    return book.meant(text, inside=False, linked=True, iro="") is not None


def is_due(walk: Walk) -> bool:
    """Whether the hello is over and nothing else is going on."""
    if not walk.first_asked or not walk.facts.get("linked") or walk.call is not None or not walk.stack:
        return False
    over = not any(frame.flow in PROVING for frame in walk.stack)
    return over and walk.top.flow == "home" and walk.top.state == "waiting"


def taken_up(walk: Walk) -> str:
    """The words, which are now answered in the place of the end of the hello and the menu."""
    text, walk.first_asked = walk.first_asked, ""
    walk.facts["said"] = text
    walk.says[:] = [say for say in walk.says if say.flow != "home" and (say.flow, say.node) != HELLO_IS_DONE]
    return text


def lead_in(walk: Walk, before: int) -> None:
    """The child's own words above the answer, in one message with it. `before`: how many messages come before it."""
    echo = walk.line(ECHO)
    if len(walk.says) > before:
        first = walk.says[before]
        walk.says[before] = replace(first, text=f"{echo}\n\n{first.text}")
    else:
        walk.says.append(Say(echo, (), walk.top.flow, walk.top.node, walk.is_private()))


def _no_check_is_open(walk: Walk) -> bool:
    return not walk.stack or walk.top.state != "waiting" or walk.node.text is None

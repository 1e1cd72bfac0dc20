"""What comes without words: a voice note or a drawing is kept for people, a picture that is not allowed is not taken.

No computer here listens or looks, so nothing is understood from it. Where a question stands that any words would
answer, what was sent is its answer, and the conversation goes on; a person listens all the same.
"""

from conversations.turn import Record, Sent, Worry
from conversations.walk import Walk
from conversations.worrying import FIND, answer_worry
from conversations.worrying import FLOW as WORRY


def take_sent(walk: Walk, event: Sent) -> None:
    """Says who listens or looks and when, and goes on from there."""
    if event.kind == "picture":
        _decline(walk)
    elif not event.kept:
        answer_worry(walk, event, Worry("lost"))
    elif _answers(walk):
        _keep(walk, event.kind)
    else:
        if walk.told:
            walk.say(f"sent-{event.kind}")  # said in full the first time by the words for it
        answer_worry(walk, event, Worry("voice" if event.kind == "voice" else "drawing"))


def _decline(walk: Walk) -> None:
    walk.say("sent-no-pictures")
    walk.resume()


def _answers(walk: Walk) -> bool:
    """Whether any words would do here: not where they are read, kept for later, or joined to what was tapped."""
    if walk.top.state != "waiting" or walk.top.flow in (WORRY, FIND):
        return False
    node = walk.node
    return node.text is not None and not (node.text.parse or node.text.keep or node.several)


def _keep(walk: Walk, kind: str) -> None:
    node = walk.node
    walk.facts["said"] = ""
    if node.answer:
        walk.keep(Record("answer", {"topic": node.topic, "question": node.question, "text": "", "choice": None}))
    walk.say(f"sent-{kind}-answer" if node.answer else f"sent-{kind}")
    if node.text:
        walk.effects(node.text)
        walk.go(node.text.to or node.next)

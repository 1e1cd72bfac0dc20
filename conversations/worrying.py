"""When a child has said something worrying: the answer is kept, every question drops, and only care goes on."""

from conversations.hearing import Question
from conversations.turn import Event, Record, Said, Worry
from conversations.walk import Walk

FLOW = "worry"
FIND = "find_me"
"""Asks a visitor what helps a person to find them."""
WEIGHT = {"": 0, "unreadable": 1, "unheard": 1, "concern": 2, "urgent": 3}


def answer_worry(walk: Walk, event: Event, worry: Worry) -> None:
    """Keeps what was said as the answer it was, then says the words for this worry.

    The full words come once for each level while the concern is open; after that, short calm ones.
    """
    if isinstance(event, Said):
        keep_answer(walk, event.text)
    was, walk.told = walk.told, _graver(walk.told, worry.kind)
    if walk.stack and walk.top.flow == FIND and WEIGHT.get(worry.kind, 0) <= WEIGHT[was]:
        walk.say("worry-added")
        walk.resume()
        return
    where = _entry(walk, worry, was)
    walk.stack[:] = [frame for frame in walk.stack if frame.flow not in (FLOW, FIND)]
    walk.start(FLOW, where, level=walk.told)


def _entry(walk: Walk, worry: Worry, was: str) -> str:
    here = walk.top.kept if walk.stack and walk.top.flow == FLOW else {}
    if worry.kind == "taken_back":
        return "taken_back"
    if WEIGHT[worry.kind] > WEIGHT.get(was, 0):
        return worry.kind
    if here.get("back") and worry.kind != "urgent":
        return "taken_back_added"
    return "added"


def _graver(told: str, kind: str) -> str:
    kind = "concern" if kind == "taken_back" else kind
    return kind if WEIGHT[kind] > WEIGHT.get(told, 0) else told


def keep_answer(walk: Walk, text: str) -> None:
    """If the open question takes free text, this is its answer; what comes after it waits until the child goes on."""
    if not walk.stack or walk.top.state != "waiting" or walk.top.flow == FLOW:
        return
    node = walk.node
    if node.text is None or node.text.parse:
        return
    if any(text.strip() in (one.id, one.label) for one in walk.offered()):
        return
    take_text(walk, text)
    if not node.several:
        walk.stack[-1] = walk.top.at(str(node.text.to or node.next or walk.top.node))


def take_text(walk: Walk, text: str) -> None:
    """Records free text as the answer to the open question, with whatever else the question does with it."""
    node = walk.node
    walk.facts["said"] = text
    if node.several:
        text = _joined(walk, text)
    if node.answer:
        walk.keep(Record("answer", {"topic": node.topic, "question": node.question, "text": text, "choice": None}))
    if node.text:
        walk.effects(node.text)


def _joined(walk: Walk, text: str) -> str:
    """Among several taps, written words join what was tapped and written before."""
    key = f"also_{walk.top.node}"
    earlier = walk.top.kept.get(key, "")
    written = f"{earlier}, {text}" if earlier else text
    walk.stack[-1] = walk.top.keeping(**{key: written})
    return several_words(walk)


def several_words(walk: Walk) -> str:
    """Everything tapped and written so far at a question of several taps."""
    taps = walk.top.kept.get(f"taps_{walk.top.node}", "").split()
    labels = [walk.line(option.word) for option in walk.node.choices if option.id in taps]
    return ", ".join(filter(None, (*labels, walk.top.kept.get(f"also_{walk.top.node}"))))


def question(walk: Walk) -> Question:
    """The open question, ready for hearing."""
    return Question(walk.offered(), walk.node.text, walk.library.phrase_book(walk.lang), walk.known())

"""When a child has said something worrying: the answer is kept, every question drops, and only care goes on."""

import re

from conversations.hearing import Question
from conversations.turn import Event, Record, Said, Worry
from conversations.understood import plain
from conversations.walk import Walk

FLOW = "worry"
FIND = "find_me"
"""Asks a visitor what helps a person to find them."""
NOT_HERE = ("not_here", "phone_not_private")
"""Intents that ask not to be written to here."""
SHORT = frozenset({"added", "taken_back_added"})
CHANGED = re.compile(
    r"\b(?:change|make|put|move|switch) (?:it|that|this|my answer|the answer|number \d+)(?: back)? (?:to|as)\b"
)
WEIGHT = {"": 0, "unreadable": 1, "unheard": 1, "voice": 1, "drawing": 1, "lost": 1, "concern": 2, "urgent": 3}


def answer_worry(walk: Walk, event: Event, worry: Worry) -> None:
    """Keeps what was said as the answer it was, then says the words for this worry.

    The full words come once for each level while the concern is open; after that, short calm ones.
    """
    if isinstance(event, Said) and changes_an_answer(walk, event.text):
        change_the_answer(walk, event.text)
        walk.told = _graver(walk.told, worry.kind)
        return
    if isinstance(event, Said):
        keep_answer(walk, event.text)
    not_here = isinstance(event, Said) and _heeded(walk, event.text)
    was, walk.told = walk.told, _graver(walk.told, worry.kind)
    if walk.stack and walk.top.flow == FIND and WEIGHT.get(worry.kind, 0) <= WEIGHT[was]:
        walk.say("worry-added")
        walk.resume()
        return
    where = _entry(walk, worry, was)
    before = next((frame.kept for frame in walk.stack if frame.flow == FLOW), {})
    kept = {name: before[name] for name in ("answered", "talked") if before.get(name)}
    walk.stack[:] = [frame for frame in walk.stack if frame.flow not in (FLOW, FIND)]
    if not_here and where in SHORT:
        walk.say("phone-not-here")
    walk.start(FLOW, where, **{**(kept if where in SHORT else {}), "level": walk.told})


def changes_an_answer(walk: Walk, text: str) -> bool:
    """ "Change it to 9", said after something worrying: it is allowed, and both stay."""
    here = bool(walk.stack) and walk.top.flow == FLOW and walk.top.state == "waiting"
    return here and bool(walk.facts.get("asked")) and CHANGED.search(plain(text)) is not None


def change_the_answer(walk: Walk, text: str) -> None:
    """The new words are a new version of the last answer. "Yes. Change it to 9" answers the open question as well."""
    opening = question(walk).opening(text)
    option = next((one for one in walk.node.choices if opening is not None and one.id == opening.id), None)
    if option is not None:
        walk.effects(option)
    last = str(tuple(walk.facts.get("asked") or ())[-1])
    topic = next((node.topic for _, _, node in walk.library.questions() if node.question == last), "")
    walk.keep(Record("answer", {"topic": topic, "question": last, "text": text, "choice": None}))
    _heeded(walk, text)
    kept = dict(walk.top.kept)
    walk.stack[:] = [frame for frame in walk.stack if frame.flow not in (FLOW, FIND)]
    walk.start(FLOW, "changed", **kept)


def _heeded(walk: Walk, text: str) -> bool:
    """A child who says in the middle of a worry that the phone gets checked is not written to there again."""
    said = walk.library.phrase_book(walk.lang).mentions(text, NOT_HERE, str(walk.facts.get("iro") or ""))
    if said:
        walk.keep(Record("safe_to_write", {"value": "no"}))
    return said


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

"""One step of a conversation: a pure function from where the child is and what happened to what is said and kept."""

from collections.abc import Mapping
from typing import Any

from conversations import first_asked
from conversations.commands import obey
from conversations.flow import Flow, Picks
from conversations.hearing import Heard, Offered, guess
from conversations.intents import Intent
from conversations.iro_talks import is_for_iro, to_iro
from conversations.library import Library
from conversations.pictures import named, only_pictures
from conversations.position import START, Frame, read
from conversations.reading_back import answers, told
from conversations.sent import take_sent
from conversations.stopping import come_back, stop, stops_a_person
from conversations.turn import Arrived, Event, Facts, Happened, Outcome, Record, Said, Sent, Tapped, Turn, Worry
from conversations.understood import plain, time_said
from conversations.walk import Walk
from conversations.worrying import (
    FIND,
    answer_worry,
    change_the_answer,
    changes_an_answer,
    question,
    several_words,
    take_text,
)
from conversations.worrying import FLOW as WORRY

__all__ = ["START", "step"]

QUESTION_MARKS = frozenset({"?", "??", "???", "!", "?!"})


def step(
    library: Library,
    position: Mapping[str, Any],
    event: Event,
    facts: Facts,
    *,
    band: str,
    lang: str = "en",
    worry: Worry | None = None,
) -> Turn:
    """What the bot says, keeps and asks for after this event.

    `band` is younger, middle or older. `worry` is what the safeguarding screen made of the event's words.
    While the turn holds a call, step again with its `Outcome` and fresh facts.
    """
    stack = [f for f in read(position, library.flows) if _still_fits(library.flows[f.flow], facts)]
    told, asked = str(position.get("told") or ""), str(position.get("first") or "")
    walk = Walk(library, facts, band, lang, stack, told, owned_up=bool(position.get("owned_up")), first_asked=asked)
    walk.private = not isinstance(event, Happened) and walk.is_private()
    if isinstance(event, Happened):
        return _in_passing(walk, position, event)
    if worry is None and stops_a_person(walk, event):
        _be_somewhere(walk)
        stop(walk)
        return walk.turn()
    if facts.get("human_here") and not _asks_for_help(walk, event):
        return Turn(position)
    if worry is None and is_for_iro(walk, event):
        return to_iro(walk, position, event)
    if walk.facts.get("iro_talks") and isinstance(event, Said | Tapped):
        walk.keep(Record("computer_asked"))
    _forget_closed_worry(walk, worry)
    _remember_invite(walk)
    if isinstance(event, Outcome):
        _outcome(walk, event)
    else:
        _heard_from_child(walk, event, worry)
    _forget_closed_worry(walk, worry)
    if worry is None and first_asked.is_due(walk):
        _answer_what_was_asked_first(walk)
    return walk.turn()


def _answer_what_was_asked_first(walk: Walk) -> None:
    """As if it were written now; a wish is passed on, since this is not the message in which it was said."""
    text = first_asked.taken_up(walk)
    before, heard = len(walk.says), _hear(walk, Said(text))
    if heard.kind == "intent" and heard.intent and not heard.intent.keeps:
        _act(walk, heard, text)
    else:
        _stray(walk, text)
    first_asked.lead_in(walk, before)


def _still_fits(flow: Flow, facts: Facts) -> bool:
    return bool(facts.get("linked") or not flow.linked) and not (flow.in_care and facts.get("left_care"))


def _in_passing(walk: Walk, position: Mapping[str, Any], event: Happened) -> Turn:
    walk.facts.update(event.facts)
    walk.facts["paused"] = any(frame.flow == WORRY for frame in walk.stack)
    flow = walk.library.flows.get(event.flow)
    if flow is not None and flow.stays and not walk.facts.get("concern_open"):
        return _asked_from_outside(walk, event)
    walk.passing, walk.stack = True, []
    if flow is not None:
        walk.start(event.flow)
    return Turn(position, tuple(walk.says), tuple(walk.records), tuple(walk.requests), private=walk.private)


def _asked_from_outside(walk: Walk, event: Happened) -> Turn:
    """Stands on top of where the child is; what is known as text is kept, to be said again later."""
    over = (WORRY, FIND, event.flow, *walk.library.flows[event.flow].takes_over)
    walk.stack[:] = [frame for frame in walk.stack if frame.flow not in over]
    _be_somewhere(walk)
    if walk.top.state == "calling":
        walk.stack[-1] = walk.top.at(walk.top.node)
    walk.start(event.flow, **{name: value for name, value in event.facts.items() if isinstance(value, str)})
    return walk.turn()


def _asks_for_help(walk: Walk, event: Event) -> bool:
    words = event.text if isinstance(event, Said) else event.choice if isinstance(event, Tapped) else ""
    return words == "help_now" or walk.library.phrase_book(walk.lang).command(words) == "help_now"


def _forget_closed_worry(walk: Walk, worry: Worry | None) -> None:
    """Once a human has closed it, the next worry gets the full words again."""
    here = any(frame.flow == WORRY for frame in walk.stack)
    if walk.facts.get("linked") and not walk.facts.get("concern_open") and worry is None and not here:
        walk.told = ""


def _remember_invite(walk: Walk) -> None:
    """The link brings the card's code once; the birthday is asked some messages later."""
    invite = str(walk.facts.get("invite") or "")
    if invite and walk.stack and walk.stack[0].flow == "welcome":
        walk.stack[0] = walk.stack[0].keeping(invite=invite)


def _outcome(walk: Walk, event: Outcome) -> None:
    walk.facts.update(event.facts)
    if not walk.stack or walk.top.state != "calling":
        return
    results = walk.node.results
    if "answers" in event.facts:
        _hold_answers(walk)
    walk.go(results.get(event.result) or next(reversed(results.values())))


def _hold_answers(walk: Walk) -> None:
    known = walk.known()
    ids = " ".join(one.question for one in answers(walk.library, known, walk.lang, walk.band))
    walk.stack[-1] = walk.top.keeping(read=ids)
    walk.facts["answers_read"] = told(walk.library, known, walk.lang, walk.band)


def _heard_from_child(walk: Walk, event: Event, worry: Worry | None) -> None:
    if walk.stack and walk.top.state == "calling":
        walk.stack[-1] = walk.top.at(walk.top.node)
    if isinstance(event, Arrived) and walk.facts.get("linked") and not walk.facts.get("concern_open"):
        walk.stack[:] = [frame for frame in walk.stack if frame.flow != WORRY]
    if worry is None and isinstance(event, Said) and changes_an_answer(walk, event.text):
        change_the_answer(walk, event.text)
    elif worry is not None:
        _be_somewhere(walk)
        if walk.told and _asks_for_help(walk, event):
            walk.open("help_now")
        else:
            answer_worry(walk, event, worry)
    elif isinstance(event, Sent):
        _be_somewhere(walk)
        take_sent(walk, event)
    elif not walk.stack:
        _begin(walk, event)
    elif walk.top.state != "waiting":
        walk.resume()
    elif _is_over(walk) and isinstance(event, Said | Tapped):
        _go_on_after(walk, event)
    elif isinstance(event, Said | Tapped):
        _answer(walk, event)
    else:
        walk.put_question()


def _is_over(walk: Walk) -> bool:
    """A person has closed the concern that the conversation had stopped for."""
    return walk.top.flow in (WORRY, FIND) and not walk.facts.get("concern_open")


def _go_on_after(walk: Walk, event: Said | Tapped) -> None:
    """Back to where the child stopped, if they want. What they write first is no answer to the question from then."""
    words = event.text if isinstance(event, Said) else event.choice
    heard = _hear(walk, event)
    walk.stack[:] = [frame for frame in walk.stack if frame.flow not in (WORRY, FIND)]
    _be_somewhere(walk)
    walk.told = ""
    if words in ("carry_on_now", "stop_here") or (heard.button and heard.button.id in ("carry_on_now", "stop_here")):
        wanted = heard.button.id if heard.button else words
        walk.open("stop") if wanted == "stop_here" else walk.resume()
    elif walk.top.state != "waiting" and heard.command not in ("help_now", "who_sees", "stop"):
        walk.resume()  # no question is open that this could be about
    elif heard.kind in ("command", "intent"):
        _act(walk, heard, words)
    elif isinstance(event, Said) and _says_something(words):
        _stray(walk, words)
    else:
        walk.resume()


def _be_somewhere(walk: Walk) -> None:
    """A first word that is a worry still has a conversation to come back to."""
    if not walk.stack:
        linked = walk.facts.get("linked")
        welcome = Frame("welcome", _first(walk, "welcome"), kept={"invite": str(walk.facts.get("invite") or "")})
        walk.stack.append(Frame("home", "menu", "waiting") if linked else welcome)


def _first(walk: Walk, flow: str) -> str:
    return walk.library.flows[flow].start


def _begin(walk: Walk, event: Event) -> None:
    if not walk.facts.get("linked"):
        if isinstance(event, Said):
            first_asked.note(walk, event.text)
        walk.start("welcome", invite=str(walk.facts.get("invite") or ""))
    elif isinstance(event, Said | Tapped):
        walk.stack.append(Frame("home", "menu", "waiting"))
        _answer(walk, event)
    else:
        walk.start("home", "greet")


def _answer(walk: Walk, event: Said | Tapped) -> None:
    if isinstance(event, Said) and not _says_something(event.text):
        walk.say("manners-take-your-time")
        walk.put_question()
        return
    heard = _hear(walk, event)
    if walk.node.several and heard.kind in ("text", "stale") and _answers_the_next(walk, event):
        walk.go(walk.node.next)
        walk.says.clear()
        heard = _hear(walk, event)
    if isinstance(event, Said) and heard.kind == "button" and first_asked.asks(walk, event.text):
        heard = Heard("stray")  # "who is my iro" only begins like "who sees this?"
    if isinstance(event, Said) and heard.kind in ("stray", "unclear"):
        first_asked.note(walk, event.text)
    said = event.text if isinstance(event, Said) else heard.button.label if heard.button else event.choice
    walk.facts["said"] = said
    _act(walk, heard, said)


def _hear(walk: Walk, event: Said | Tapped) -> Heard:
    asked = question(walk)
    if isinstance(event, Said):
        return asked.said(event.text)
    heard = asked.tapped(event.choice)
    known = event.choice in walk.library.button_ids or heard.kind != "stale"
    return heard if known else asked.said(event.choice)


def _answers_the_next(walk: Walk, event: Said | Tapped) -> bool:
    """Among several taps, a button of the question after it says that this one is done."""
    words = event.text if isinstance(event, Said) else event.choice
    following = walk.flow.nodes[str(walk.node.next)]
    if following.question in (walk.facts.get("asked") or ()):
        return False
    spoken_as = (walk.library.words.also(o.word, walk.lang, walk.band) for o in following.choices)
    return plain(words) in {plain(way) for ways in spoken_as for way in ways if len(way.split()) > 1}


def _says_something(text: str) -> bool:
    """More than dots and spaces: a letter, a number, an emoji."""
    return any(c.isalnum() or ord(c) > 0x2100 for c in text) or text.strip() in QUESTION_MARKS


def _act(walk: Walk, heard: Heard, said: str) -> None:
    match heard.kind:
        case "button" if heard.button:
            _press(walk, heard.button)
        case "command" if heard.command:
            obey(walk, heard.command)
        case "intent" if heard.intent:
            _do_as_asked(walk, heard.intent, heard.caught, said)
        case "text":
            _take(walk, heard, said)
        case "unclear" if walk.node.text:
            walk.go(walk.node.text.unclear)
        case "stale":
            walk.say("manners-stale")
            walk.put_question()
        case _:
            _stray(walk, said)


def _do_as_asked(walk: Walk, intent: Intent, caught: Mapping[str, str], said: str) -> None:
    if intent.keeps:
        _keep_as_answer(walk, intent, said)
        return
    if intent.flow == "hello_again":
        come_back(walk)
        _be_somewhere(walk)
    known = dict(caught)
    if intent.guess:
        known |= guess(said, walk.facts)
    if intent.when:
        known |= time_said(said)
    walk.open(intent.flow, intent.node, said_first=said, **known)


def _keep_as_answer(walk: Walk, intent: Intent, said: str) -> None:
    """A wish that came unasked is the answer to its question, which need not be asked then."""
    walk.open(intent.flow, intent.node, reopened="yes")
    walk.says.clear()
    walk.stack[-1] = walk.top.keeping(reopened="")
    _take(walk, Heard("text"), said)


def _take(walk: Walk, heard: Heard, said: str) -> None:
    node, rule = walk.node, walk.node.text
    if rule is None:
        return
    caught = dict(heard.caught)
    if rule.add and rule.keep and walk.top.kept.get(rule.keep):
        caught[rule.keep] = f"{walk.top.kept[rule.keep]}\n{said}"
    walk.stack[-1] = walk.top.keeping(**caught)
    take_text(walk, said)
    if node.several and node.more:
        walk.put_question(node.more)
        return
    if node.answer and only_pictures(said):
        _read_pictures_back(walk, said, str(rule.to or node.next))
        return
    if node.answer:
        walk.say("manners-kept")
    walk.go(rule.to or node.next)


def _read_pictures_back(walk: Walk, said: str, after: str) -> None:
    """They are kept as the answer; only the child can say what they mean."""
    node = walk.node
    walk.stack[-1] = walk.top.at(after)
    pictures = named(walk.library.words, said, walk.lang, walk.band)
    walk.start("pictures", sent=said, pictures=pictures, about=str(node.topic), asked_about=node.question)


def _press(walk: Walk, button: Offered) -> None:
    node = walk.node
    if button.picked and node.picks:
        walk.stack[-1] = walk.top.keeping(**_picked(node.picks, button.picked, walk.facts))
        walk.go(node.picks.to)
        return
    option = next((one for one in node.choices if one.id == button.id), None)
    if option is None:
        obey(walk, "skip")
        return
    if node.several and not option.enough:
        _tap_one_more(walk, button)
        return
    if node.answer and option.answers and not option.enough:
        data = {"topic": node.topic, "question": node.question, "text": button.label, "choice": button.id}
        walk.keep(Record("answer", data))
    walk.effects(option)
    if option.run:
        walk.run(option.run)
        walk.on()
        return
    walk.go(option.to or node.next)


def _picked(picks: Picks, value: str, facts: Facts) -> dict[str, str]:
    """What is kept of a made button: its value, and what the flow must know about it."""
    if picks.fact == "times":
        return {picks.keep: value}
    if picks.fact == "answers":
        return {picks.keep: value, f"{picks.keep}_topic": value.partition("_")[0]}
    return {picks.keep: value, f"{picks.keep}_right": "yes" if value == facts.get("iro") else ""}


def _tap_one_more(walk: Walk, button: Offered) -> None:
    """Every tap is kept at once as a new version of the answer, so nothing is lost when the child leaves."""
    node, key = walk.node, f"taps_{walk.top.node}"
    taps = [*walk.top.kept.get(key, "").split(), button.id]
    walk.stack[-1] = walk.top.keeping(**{key: " ".join(taps)})
    choice = taps[0] if len(taps) == 1 else None
    data = {"topic": node.topic, "question": node.question, "text": several_words(walk), "choice": choice}
    walk.keep(Record("answer", data))
    walk.put_question(node.more)


def _stray(walk: Walk, said: str) -> None:
    """Words that fit no question are never dropped: they are offered to the IRO as a message."""
    if walk.top.flow == "home" and plain(said) in _yes_or_no(walk):
        walk.put_question("home-menu")
    elif plain(said) in _yes_or_no(walk) or said.strip() in QUESTION_MARKS:
        walk.say("manners-which")
        walk.put_question()
    elif only_pictures(said):
        walk.say("pictures-seen")
        walk.put_question()
    elif walk.facts.get("linked"):
        walk.open("pass_on", None, words=said)
    else:
        walk.say("manners-not-yet")
        walk.put_question()


def _yes_or_no(walk: Walk) -> set[str]:
    """Ways to say yes or no: at a question that is neither, they are no message to pass on."""
    words = walk.library.words
    also = (way for word in ("choice-yes", "choice-no") for way in words.also(word, walk.lang, walk.band))
    return {plain(way) for way in ("yes", "no", *also)} - {""}

"""Walking through a flow: entering nodes, saying their words, keeping what they record, until something waits."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from conversations import reading_back, times
from conversations.flow import Conditions, Effects, Flow, Keep, Node
from conversations.hearing import Offered
from conversations.library import OPEN_TOPIC, Library, helpline_facts
from conversations.position import Frame, write
from conversations.turn import Call, Choice, Facts, Record, Request, Say, Turn
from conversations.words import FALLBACK

LONGEST_WALK = 200
"""Nodes in one step; more is a circle that the proofreader should have found."""


REVIEW_SOON = 28
"""Days before a review in which it is worth asking what the child thinks."""
LEFT_CARE = "left_care"
BORROWED = "language-borrowed"
COUNTED = frozenset({"right", "asked"})
"""Data that are numbers."""


class CircleError(RuntimeError):
    """A flow went round without ever waiting for the child."""


class Walk:
    """One step on its way: the stack of frames, and what has been said and kept so far."""

    def __init__(
        self, library: Library, facts: Facts, band: str, lang: str, stack: list[Frame], told: str = "",
        *, owned_up: bool = False, first_asked: str = "",
    ) -> None:  # fmt: skip
        self.told, self.passing, self.private = told, False, False
        self.owned_up, self.first_asked = owned_up, first_asked
        self.library, self.lang, self.stack = library, lang, stack
        self.band = easy(band) if facts.get("easy_read") else band
        self.facts: dict[str, Any] = {
            **dict.fromkeys(("iro", "name", "role", "authority", "officer"), None),
            **helpline_facts(library.helplines),
            **facts,
            "band": band,
            "lang": library.words.spoken_for(lang),
            "languages": library.spoken,
            "other_language": library.words.spoken_for(lang) != FALLBACK,
        }
        self.facts["iro"] = self.facts["iro"] or library.words.line("iro-nobody", lang, self.band, **self.facts)
        self.facts["reader"] = self.facts.get("reader") or self.facts["iro"]
        self.says: list[Say] = []
        self.records: list[Record] = []
        self.requests: list[Request] = []
        self.call: Call | None = None
        self._progress_of: tuple[Any, Any] | None = None
        self._done: dict[str, Any] = {}

    # -- what is known

    @property
    def top(self) -> Frame:
        """The flow the child is in."""
        return self.stack[-1]

    @property
    def flow(self) -> Flow:
        """Its definition."""
        return self.library.flows[self.top.flow]

    @property
    def node(self) -> Node:
        """The node the child stands on."""
        return self.flow.nodes[self.top.node]

    def known(self) -> dict[str, Any]:
        """Facts, what this flow keeps, and which topics are done."""
        known = {
            **self.facts,
            **self._progress(),
            "review_soon": self._review_is_soon(),
            "idle": all(frame.flow == "home" for frame in self.stack[:-1]),
            **(self.top.kept if self.stack else {}),
        }
        return {**known, **times.at_facts(known.get("at"), self.lang)}

    def _progress(self) -> dict[str, Any]:
        """Which topics are done; worked out again only when something more was asked."""
        asked = (self.facts.get("asked"), self.facts.get("topics_done"))
        if asked != self._progress_of:
            done = self.library.topics_done(self.facts)
            self._progress_of, self._done = (
                asked,
                {
                    **{f"done_{topic}": topic in done for topic in self.library.topics},
                    "short_done": self.library.finished("wishes_short", self.facts) or self.facts.get("unchanged"),
                    "must_done": self.library.finished("wishes_must", self.facts),
                    "open_topic": self.library.open_topic(self.facts),
                },
            )
        return self._done

    def _review_is_soon(self) -> bool:
        days = self.facts.get("review_days")
        return isinstance(days, int) and 0 <= days <= REVIEW_SOON

    def holds(self, conditions: Conditions) -> bool:
        """Do all these conditions hold now?"""
        known = self.known()
        return all(_holds(known.get(name), wanted) for name, wanted in conditions.items())

    # -- moving

    def start(self, flow: str, node: str | None = None, **kept: str) -> None:
        """Starts a flow on top of where the child is, and walks to where it waits."""
        if self._is_past(flow):
            flow, node = LEFT_CARE, None
        definition = self.library.flows[flow]
        if definition.topic and definition.topic in self.library.topics_done(self.facts):
            kept["reopened"] = "yes"
        self.stack.append(Frame(flow, node or definition.start, "pending", kept))
        self.on()

    def open(self, flow: str, node: str | None = None, **kept: str) -> None:
        """Opens a flow on top of where the child is.

        An aside comes back to the open question. Anything else takes its place, but a flow that can be resumed
        waits underneath; opening that one again goes on where it was.
        """
        definition = self.library.flows[flow]
        if not definition.aside:
            self.leave_what_does_not_last()
        if definition.resume and node is None and any(frame.flow == flow for frame in self.stack):
            self.resume()
            return
        self.stack[:] = [frame for frame in self.stack if frame.flow != flow]
        self.start(flow, node, **kept)

    def leave_what_does_not_last(self) -> None:
        """Leaves every flow on top that is not resumed."""
        while self.stack and not self.library.flows[self.top.flow].resume:
            self.stack.pop()

    def resume(self) -> None:
        """Takes up the flow on top where it was left."""
        if self.top.state == "waiting":
            self.put_question()
        elif self.top.state == "running":
            self.go(self.node.next)
        else:
            self.on()

    def go(self, node: str | None) -> None:
        """Walks on from the child's frame to this node; without one, the flow is over."""
        if node is None:
            self._over()
        else:
            self.stack[-1] = self.top.at(node)
        self.on()

    def on(self) -> None:
        """Walks until something waits: a question, or a call."""
        for _ in range(LONGEST_WALK):
            if not self.stack or self.top.state in ("waiting", "calling"):
                return
            self._enter()
        raise CircleError(f"flow '{self.top.flow}' goes round at '{self.top.node}' without waiting")

    def _enter(self) -> None:
        frame, node = self.top, self.node
        if node.answer and node.question in (self.facts.get("asked") or ()) and not frame.kept.get("reopened"):
            self.stack[-1] = frame.at(str(node.next))
            return
        self.effects(node)
        for word in node.say:
            self.say(word)
        self._leave(self.top, node)

    def _leave(self, frame: Frame, node: Node) -> None:
        if node.ask:
            self.put_question()
        elif node.branch:
            self.stack[-1] = frame.at(next(arm.to for arm in node.branch if self.holds(arm.when)))
        elif node.call:
            self.stack[-1] = frame.at(frame.node, "calling")
            self.call = Call(node.call, self.filled(node.args))
        elif node.jump:
            self.stack.pop()
            self.open(node.jump)
        elif node.run:
            self.run(node.run)
        elif node.next:
            self.stack[-1] = frame.at(node.next)
        else:
            self._over()

    def _is_past(self, flow: str) -> bool:
        """Care has ended, and with it the IRO and the reviews."""
        return self.library.flows[flow].in_care and bool(self.facts.get("left_care"))

    def run(self, flow: str) -> None:
        """Opens a flow inside the one the child is in; when it is over, that one goes on."""
        self.stack[-1] = self.top.at(self.top.node, "running")
        if flow == OPEN_TOPIC:
            topic = self.library.open_topic(self.facts)
            if topic is None:
                self.stack[-1] = self.top.at(str(self.node.next))
                return
            flow = self.library.topic_flow(topic)
        if self._is_past(flow):
            flow = LEFT_CARE
        definition = self.library.flows[flow]
        done = definition.topic in self.library.topics_done(self.facts) if definition.topic else False
        self.stack.append(Frame(flow, definition.start, "pending", {"reopened": "yes"} if done else {}))

    def _over(self) -> None:
        self.stack.pop()
        if self.passing:
            self.stack.clear()
        elif not self.stack:
            self.stack.append(self._home())
        elif self.top.state == "running":
            self.stack[-1] = self.top.at(str(self.node.next))
        elif self.top.state == "waiting":
            self.put_question()
        elif self.top.state == "calling":  # its call was never answered
            self.stack[-1] = self.top.at(self.top.node)

    def _home(self) -> Frame:
        if self.facts.get("linked"):
            return Frame("home", "again")
        return Frame("welcome", "again")

    # -- speaking

    def put_question(self, word: str | None = None) -> None:
        """Asks the question of the node the child stands on (in other words, if given), and waits there."""
        frame, node = self.top, self.node
        self.stack[-1] = frame.at(frame.node, "waiting").passed(frame.node)
        buttons = tuple(Choice(o.id, o.label, o.symbol) for o in self.offered())
        self.say(word or str(node.ask), buttons)

    def say(self, word: str, choices: Sequence[Choice] = ()) -> None:
        """Says one message from the place the child stands on."""
        self._own_up(word)
        text, private = self.line(word), self.is_private()
        self.private = self.private or private
        self.says.append(Say(text, tuple(choices), self.top.flow, self.top.node, private))

    def is_private(self) -> bool:
        """Whether the child is in something that is kept from their IRO, or in what that has opened."""
        running = [frame for frame in self.stack[:-1] if frame.state == "running"]
        return any(self.library.flows[frame.flow].private for frame in (*running, *self.stack[-1:]))

    def _own_up(self, word: str) -> None:
        """Once, before the first words that are not there in the child's language: it is English, and no guess."""
        if self.owned_up or not self.facts["other_language"] or self.library.words.in_language(word, self.lang):
            return
        self.owned_up = True
        self.says.append(Say(self.line(BORROWED), (), self.top.flow, self.top.node, self.is_private()))

    def line(self, word: str) -> str:
        """One message in the child's words."""
        text = self.library.words.line(word, self.lang, self.band, **self.known())
        return self._opening_capitals(text)

    def _opening_capitals(self, text: str) -> str:
        """ "your IRO" stands in for a name and may come to open a sentence."""
        stand_in = str(self.facts["iro"])
        if not stand_in[:1].islower():
            return text
        opening = re.compile(rf"(^|[.!?]\s+){re.escape(stand_in)}")
        return opening.sub(lambda found: found[1] + stand_in[0].upper() + stand_in[1:], text)

    def offered(self) -> list[Offered]:
        """The buttons of the open question, as they stand now."""
        node, words, known = self.node, self.library.words, self.known()
        made = self._made()
        for option in node.choices:
            taken = node.several and option.id in self._tapped() and not option.enough
            if taken or not self.holds(option.when):
                continue
            label = words.line(option.word, self.lang, self.band, **known)
            symbol = words.symbol(option.word, self.lang, self.band, **known)
            also = words.also(option.word, self.lang, self.band)
            made.append(Offered(option.id, label, symbol, also, option.tap_only))
        if node.answer and not any(option.id == "skip" for option in node.choices):
            label = words.line("choice-skip", self.lang, self.band)
            symbol = words.symbol("choice-skip", self.lang, self.band)
            made.append(Offered("skip", label, symbol))
        return made

    def _made(self) -> list[Offered]:
        picks = self.node.picks
        if picks is None:
            return []
        if picks.fact == "answers":
            pairs = reading_back.labels(self.library, self.known(), self.lang)
        elif picks.fact == "times":
            pairs = times.labels(self.known().get("times"), self.lang)
        else:
            pairs = [(str(one), str(one)) for one in self.facts.get(picks.fact) or ()]
        return [Offered(f"{picks.fact}_{n}", label, picked=value) for n, (label, value) in enumerate(pairs, 1)]

    def _tapped(self) -> list[str]:
        return self.top.kept.get(f"taps_{self.top.node}", "").split()

    # -- keeping

    def keep(self, record: Record) -> None:
        """Keeps a record; what was asked just now counts as asked at once."""
        self.records.append(record)
        if record.kind in ("answer", "skipped"):
            self.facts["asked"] = (*(self.facts.get("asked") or ()), record.data["question"])

    def effects(self, effects: Effects) -> None:
        """Sets, records and requests, in that order."""
        if effects.set:
            self.stack[-1] = self.top.keeping(**self.filled(effects.set))
        for name in effects.count:
            self.stack[-1] = self.top.keeping(**{name: str(int(self.top.kept.get(name, "0")) + 1)})
        self.records += [Record(keep.kind, self._data(keep)) for keep in effects.record]
        self.requests += [Request(keep.kind, self._data(keep)) for keep in effects.request]

    def _data(self, keep: Keep) -> dict[str, Any]:
        return {
            name: int(value or 0) if name in COUNTED else value or None if name == "choice" else value
            for name, value in self.filled(keep.data).items()
        }

    def filled(self, data: Mapping[str, str]) -> dict[str, str]:
        """The data with every `{name}` replaced by what is known under it."""
        known = self.known()

        def value(found: re.Match[str]) -> str:
            return str(known.get(found[1]) or "")

        return {name: re.sub(r"\{(\w+)\}", value, text).strip("\n") for name, text in data.items()}

    def turn(self) -> Turn:
        """What this step came to."""
        return Turn(
            write(self.stack, self.told, owned_up=self.owned_up, first_asked=self.first_asked),
            tuple(self.says),
            tuple(self.records),
            tuple(self.requests),
            self.call,
            self.private,
        )


def easy(band: str) -> str:
    """Easy read takes the plainer sentences of the band below, but is never childish to a teenager."""
    return {"middle": "younger", "older": "middle"}.get(band, band)


def _holds(actual: Any, wanted: bool | str | list[str]) -> bool:
    if isinstance(wanted, bool):
        return bool(actual) is wanted
    offers = wanted if isinstance(wanted, list) else [wanted]
    if isinstance(actual, tuple | list):
        return any(one in actual for one in offers)
    return actual in offers

"""What a child meant at an open question: one of its buttons, a command, a wish for another flow, or an answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from conversations import understood
from conversations.flow import Text
from conversations.intents import Command, Intent, Phrases
from conversations.understood import plain, plain_phrase

SEVERAL_WORDS = 9
"""In a closed question of buttons, a message this short may hold the name of a button among other words."""
NOT = frozenset({"not", "never"})
BY_NUMBER = re.compile(r"(?:(?:number|no|option|answer) ?)?(\d{1,2})[.)]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offered:
    """One button as it stands before the child, with other ways to say it."""

    id: str
    label: str
    symbol: str = ""
    also: tuple[str, ...] = ()
    tap_only: bool = False
    picked: str = ""
    """What a made button stands for; empty for a written one."""

    def ways(self) -> set[str]:
        """Every plain spelling that means this button."""
        return {plain(self.label), *(plain_phrase(way) for way in (self.id, *self.also))} - {""}


@dataclass(frozen=True, slots=True)
class Heard:
    """The meaning, with the button, command or intent it stands for and what was caught on the way."""

    kind: Literal["button", "command", "intent", "text", "unclear", "stray", "stale"]
    button: Offered | None = None
    command: Command | None = None
    intent: Intent | None = None
    caught: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """What hearing needs to know of the open question."""

    offered: Sequence[Offered]
    text: Text | None
    phrases: Phrases
    facts: Mapping[str, Any]

    @property
    def open(self) -> bool:
        """Free text is an answer as it is."""
        return self.text is not None and self.text.parse is None and not self.text.buttons_first

    def tapped(self, choice: str) -> Heard:
        """What a tapped button means. A button from an earlier message may still name a command or a flow."""
        button = self._exact(choice)
        if button:
            return Heard("button", button)
        command = self._command(choice)
        if command:
            return Heard("command", command=command)
        return self._asked_for(choice, inside=False) or Heard("stale")

    def said(self, text: str) -> Heard:
        """What free text means. Nothing here may turn a real answer into a command: only whole, short words do."""
        button = self._exact(text) or self._opens_with(text) or self._by_number(text)
        if button and not button.tap_only:
            return Heard("button", button)
        command = self.phrases.command(text) or self._opening_command(text)
        if command:
            return Heard("command", command=command)
        meant = self._asked_for(text, inside=self._holds_words)
        if meant:
            return meant
        button = self._among(text)
        if button and not button.tap_only:
            return Heard("button", button)
        if self.text is None:
            return Heard("stray")
        return self._answered(self.text, text)

    @property
    def _holds_words(self) -> bool:
        """Free text is likely to be meant for this question, so only a clear request leads away from it."""
        return self.text is not None and self.text.parse is None and not self.text.gives_way

    def _by_number(self, text: str) -> Offered | None:
        """ "2" is the second button, where no number can be the answer itself."""
        found = BY_NUMBER.fullmatch(text.strip())
        if not found or (self.text and self.text.parse) or not 1 <= int(found[1]) <= len(self.offered):
            return None
        return replace(self.offered[int(found[1]) - 1], tap_only=False)

    def _command(self, choice: str) -> Command | None:
        by_id: Command | None = next((name for name in self.phrases.commands if name == choice), None)
        return by_id or self.phrases.command(choice)

    def _opening_command(self, text: str) -> Command | None:
        """Where any words are taken but none is an answer, "carry on. there is more" goes on."""
        if self.text is None or not self.text.buttons_first:
            return None
        command = self.phrases.command(_opening(text))
        return command if command == "carry_on" else None

    def _exact(self, text: str) -> Offered | None:
        said, written = plain(text), text.strip()
        meant = (one for one in self.offered if written in (one.id, one.symbol, one.label))
        also = (one for one in self.offered if said and said in one.ways())
        return next(meant, None) or next(also, None)

    def opening(self, text: str) -> Offered | None:
        """The button that is the first clause, whatever comes after it."""
        said = plain(_opening(text))
        return next((one for one in self.offered if said and said in one.ways()), None)

    def _opens_with(self, text: str) -> Offered | None:
        """The button that is the first clause: "yes. he is at the shop"."""
        opening = plain(_opening(text))
        return None if self.open else next((one for one in self.offered if opening and opening in one.ways()), None)

    def _among(self, text: str) -> Offered | None:
        """The only button a short text begins with, or names by two or more words inside it."""
        words = plain(text).split()
        if self.open or len(words) > SEVERAL_WORDS:
            return None
        found = [one for one in self.offered if any(_stands_in(way.split(), words) for way in one.ways())]
        return found[0] if len(found) == 1 else None

    def _asked_for(self, text: str, *, inside: bool) -> Heard | None:
        linked, iro = bool(self.facts.get("linked")), str(self.facts.get("iro") or "")
        meant = self.phrases.meant(text, inside=inside, linked=linked, iro=iro)
        coming = str(self.facts.get("iro_next") or "")
        if not meant and coming and re.search(rf"\b{re.escape(coming)}\b", text, re.IGNORECASE):
            by_role = re.sub(rf"\b{re.escape(coming)}\b", "the new one", text, flags=re.IGNORECASE)
            meant = self.phrases.meant(by_role, inside=inside, linked=linked, iro=iro)
        if not meant:
            return None
        button = next((one for one in self.offered if one.id == meant[0].button), None)
        return Heard("button", button) if button else Heard("intent", intent=meant[0], caught=meant[1])

    def _answered(self, rule: Text, text: str) -> Heard:
        caught = read(rule, text, self.facts)
        if caught is None:
            return Heard("unclear" if rule.unclear else "stray")
        return Heard("text", caught=caught)


def _opening(text: str) -> str:
    """The first clause."""
    return re.split(r"[.,!?\n]", text.strip(), maxsplit=1)[0]


def _stands_in(way: Sequence[str], words: Sequence[str]) -> bool:
    if words[: len(way)] == list(way) and not NOT & set(words[len(way) : len(way) + 2]):
        return True
    if len(way) < 2:
        return False
    return any(words[i : i + len(way)] == list(way) for i in range(len(words) - len(way) + 1))


def read(rule: Text, text: str, facts: Mapping[str, Any]) -> Mapping[str, str] | None:
    """What the text is kept as, or None when it does not mean what the question needs."""
    match rule.parse:
        case None | "time":  # the service knows which times are free, and reads the words against them
            return _under(rule.keep, text)
        case "card":
            return _under(rule.keep, understood.card(text))
        case "name":
            return _under(rule.keep, understood.name(text))
        case "birthday":
            day = understood.birthday(text)
            return None if day is None else {"day": str(day[0]), "month": str(day[1])}
        case "birthday_and_iro":
            return understood.birthday_and_iro(text) or None
        case "iro_guess":
            return {**(_under(rule.keep, text) or {}), **guess(text, facts)}


def _under(name: str | None, found: str | None) -> Mapping[str, str] | None:
    if found is None:
        return None
    return {name: found} if name else {}


def guess(text: str, facts: Mapping[str, Any]) -> dict[str, str]:
    """Was the IRO's first name in it? `guess` is right, wrong, or none when no name could be told."""
    if understood.is_name(text, str(facts.get("iro") or "")):
        return {"guess": "right"}
    others = (*(facts.get("iro_names") or ()), *(facts.get("iro_candidates") or ()), facts.get("iro_before"))
    other = understood.named(text, (str(one) for one in others if one))
    return {"guess": "wrong"} if other or len(plain(text).split()) <= 2 else {"guess": "none"}

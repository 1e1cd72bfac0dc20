"""A tiny host: answers the calls, folds the records into the facts, and keeps what was said."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from conversations.engine import START, step
from conversations.library import Library
from conversations.turn import (
    Arrived,
    Call,
    Event,
    Happened,
    Outcome,
    Record,
    Request,
    Said,
    Say,
    Tapped,
    Turn,
    Worry,
)

LINKED: dict[str, Any] = {
    "linked": True, "trust": "full", "channel": "web", "age": 12, "easy_read": False, "under_16": True,
    "name": "Robin", "role": "IRO", "authority": "Exampleshire", "invite": "", "web_address": "chat.example",
    "iro": "Priya", "iro_full": "Priya Larkhaven", "iro_pronoun": "she", "iro_phone": "01632 960101",
    "iro_days": "Monday to Friday", "iro_detail": "I have a lazy greyhound.", "iro_initials": "PL",
    "iro_away": "", "iro_away_until": None, "deputy": None, "deputy_told": False, "reader": "Priya",
    "iro_next_full": "", "iro_next_from": None, "iro_next_meet": None, "iro_next_with": "", "iro_next_shared": "",
    "touch_state": "", "touch_weeks": None, "touch_how": "", "touch_next": None,
    "iro_leaves": None, "iro_before": "Graham", "iro_next": None, "iro_does_review": False,
    "iro_names": ("Beth", "Priya", "Graham", "Nadia"), "iro_candidates": ("beth", "priya", "graham", "nadia"),
    "manager": "Marguerite", "manager_phone": "01632 960110", "office_phone": "01632 960113",
    "reply_by": date(2026, 11, 24), "iro_back": date(2026, 11, 23), "review_on": date(2026, 12, 3),
    "review_time": "10:30", "review_days": 12, "review_overdue": False, "review_due": None,
    "officer": "Rafiq", "officer_seen": False, "concern_open": False, "concern_level": "", "find_asked": False,
    "human_here": False, "iro_talks": "", "iro_talks_told": False,
    "shared_device": "", "private_view": False, "topics_done": (), "asked": (), "unapproved": 0,
    "unchanged": False, "check_in_agreed": False, "check_in_usual": 6,
    "review_in_school": False, "pathway": False, "left_care": False, "leaving_care_phone": "",
    "next_office_day": date(2026, 11, 23), "records_by": date(2026, 12, 21), "today": date(2026, 11, 21),
}  # fmt: skip
NOBODY: dict[str, Any] = {
    **LINKED, "linked": False, "trust": "none", "age": None, "under_16": False, "name": "", "iro": "", "iro_full": "",
    "iro_phone": "", "iro_days": "", "iro_detail": "", "iro_before": None, "iro_names": (), "review_on": None,
    "review_time": "",
}  # fmt: skip
"""Before the child has proved who they are nothing is known."""
CARD = {"code": "OTTER-42", "day": "4", "month": "4"}


@dataclass
class Child:
    """One child in one conversation with the engine."""

    library: Library
    band: str = "middle"
    facts: dict[str, Any] = field(default_factory=lambda: dict(LINKED))
    position: Any = field(default_factory=lambda: dict(START))
    records: list[Record] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    prove_as: str = ""
    outcomes: dict[str, list[Outcome]] = field(default_factory=dict)
    heard: tuple[Say, ...] = ()

    def arrives(self) -> str:
        return self.event(Arrived())

    def says(self, text: str, worry: Any = None) -> str:
        return self.event(Said(text), worry)

    def taps(self, choice: str) -> str:
        return self.event(Tapped(choice))

    def happens(self, flow: str, **facts: Any) -> str:
        return self.event(Happened(flow, facts))

    def event(self, event: Event, worry: Any = None) -> str:
        """What the bot says to this, a message a line."""
        turn = self._step(event, Worry(worry) if worry else None)
        if worry:
            self.facts["concern_open"] = True
        says = list(turn.says)
        while turn.call:
            turn = self._step(self._outcome(turn.call), None)
            says += turn.says
        self.heard = tuple(says)
        return "\n".join(say.text for say in says)

    def _step(self, event: Event, worry: Worry | None) -> Turn:
        turn = step(self.library, self.position, event, self.facts, band=self.band, worry=worry)
        self.position = turn.position
        for record in turn.records:
            self._fold(record)
        self.requests += turn.requests
        return turn

    def _fold(self, record: Record) -> None:
        self.records.append(record)
        data = record.data
        if record.kind in ("answer", "skipped"):
            self.facts["asked"] = tuple(dict.fromkeys((*self.facts["asked"], data["question"])))
        if record.kind == "answer":
            self.answers[data["question"]] = [data["topic"], data["text"], "iro"]
        if record.kind == "taken_out":
            self.answers.pop(data["question"], None)
        if record.kind == "share":
            for question, answer in self.answers.items():
                if data["question"] in ("all", question):
                    answer[2] = data["who"]
        if record.kind == "find_me":
            self.facts["find_asked"] = True
        if record.kind == "name":
            self.facts["name"] = data["name"]

    def _outcome(self, call: Call) -> Outcome:
        if call.name in ("prove", "add_only"):
            return Outcome(call.name, self._proved(call))
        if call.name == "read_back":
            lines = tuple(f"{q}\t{topic}\t\t{said}\t{share}\t" for q, (topic, said, share) in self.answers.items())
            return Outcome("read_back", "some" if lines else "none", {"answers": lines})
        if self.outcomes.get(call.name):
            return self.outcomes[call.name].pop(0)
        if call.name in ("complaint", "my_complaint"):
            return self._complaint(call.name)
        if call.name == "advocate":
            return Outcome("advocate", "asked" if self.asked_for("advocate") else "due", {
                "hear_by": date(2026, 11, 24), "quick": "no",
            })  # fmt: skip
        return Outcome(call.name, "ok" if call.name in ("my_name", "decision_view") else "none")

    def _complaint(self, name: str) -> Outcome:
        """What the service would say of the complaint that is open."""
        made = [one for one in self.requests if one.kind in ("complaint", "change_iro")]
        if not made:
            return Outcome(name, "none")
        return Outcome(name, "some" if name == "complaint" else "open", {
            "complaint_to": "Marguerite", "complaint_by": date(2026, 11, 26), "complaint_kind": made[-1].kind,
            "complaint_words": "\n".join(str(one.data["text"]) for one in made), "complaint_stage": "informal",
            "complaint_state": "open", "complaint_next": "stage_1", "complaint_seen": False,
            "complaint_who": "", "complaint_answer": "", "complaint_result": "", "complaint_on": date(2026, 11, 21),
        })  # fmt: skip

    def _proved(self, call: Call) -> str:
        result = self.prove_as
        if not result and call.name == "prove":
            result = "linked" if dict(call.args) == CARD else "no"
        result = result or "linked"
        if result == "linked":
            kept = {k: self.facts[k] for k in ("asked", "concern_open", "channel")}
            self.facts = {**LINKED, **kept, "trust": "full" if call.name == "prove" else "add_only"}
        return result

    # -- looking back

    @property
    def buttons(self) -> list[str]:
        """The labels under the last message."""
        return [choice.label for choice in self.heard[-1].choices]

    @property
    def place(self) -> str:
        """Where the last message was said from."""
        return f"{self.heard[-1].flow}/{self.heard[-1].node}"

    def kept(self, kind: str) -> list[dict[str, Any]]:
        return [dict(record.data) for record in self.records if record.kind == kind]

    def asked_for(self, kind: str) -> list[dict[str, Any]]:
        return [dict(request.data) for request in self.requests if request.kind == kind]

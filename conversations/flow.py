"""The shape of a flow file: what a participation worker may write, and what is refused when it is loaded."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from conversations.facts import CALLS, RECORDS, REQUESTS

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
WordId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,60}$")]
Conditions = dict[str, bool | str | list[str]]
"""Every named fact or variable must hold: true/false asks whether it is there, a list offers several values."""


class Part(BaseModel):
    """A piece of a flow; an unknown key is a mistake, not a comment."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Keep(Part):
    """A record or a request: its kind, and data whose `{name}` is filled from facts and variables."""

    kind: str
    data: dict[str, str] = Field(default_factory=dict)


class Effects(Part):
    """What happens beside the talking."""

    set: dict[Name, str] = Field(default_factory=dict)
    count: list[Name] = Field(default_factory=list)
    """Counters that go up by one."""
    record: list[Keep] = Field(default_factory=list)
    request: list[Keep] = Field(default_factory=list)

    @model_validator(mode="after")
    def kinds_are_known(self) -> Self:
        """A kind nobody keeps would lose the child's words."""
        for keep, known in ((self.record, RECORDS), (self.request, REQUESTS)):
            for one in keep:
                if one.kind not in known:
                    raise ValueError(f"kind '{one.kind}' is not in docs/facts.md")
        return self


class Option(Effects):
    """One button. `to` is where it leads (else the node's `next`); `when` says when it is offered at all."""

    id: Name
    label: WordId | None = None
    to: Name | None = None
    run: Name | None = None
    """Another flow that runs first; the way on is then the node's `next`."""
    when: Conditions = Field(default_factory=dict)
    answers: bool = True
    """False: tapping it is no answer to the question (it asks for something else)."""
    tap_only: bool = False
    """Only a tap means this button: the same words, written, are asked in the child's own way."""
    enough: bool = False
    """In a question of several taps: that is all."""

    @property
    def word(self) -> str:
        """The word id on the button."""
        return self.label or f"choice-{self.id.replace('_', '-')}"


class Picks(Part):
    """Buttons made from a fact that holds a list; what was tapped is kept under `keep`."""

    fact: Literal["iro_names", "answers", "times"]
    keep: Name
    to: Name


class Text(Effects):
    """What free text does at this question: kept under `keep`, read by `parse` when it must mean something.

    Without `keep` the words stay out of the position; they are in the messages, and in the answer if it is one.
    """

    keep: Name | None = None
    parse: Literal["card", "birthday", "birthday_and_iro", "name", "iro_guess", "time"] | None = None
    to: Name | None = None
    unclear: Name | None = None
    add: bool = False
    """Joins what was kept under this name before instead of replacing it."""
    buttons_first: bool = False
    """A short text that begins with a button means the button: for questions where any words are taken."""
    gives_way: bool = False
    """A new request is more likely here than words meant for this question."""


class Arm(Part):
    """One way out of a branch."""

    to: Name
    when: Conditions = Field(default_factory=dict)


class Node(Effects):
    """One place in a flow: set, record, request, say, and then exactly one way on."""

    say: list[WordId] = Field(default_factory=list)
    ask: WordId | None = None
    choices: list[Option] = Field(default_factory=list)
    picks: Picks | None = None
    text: Text | None = None
    answer: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9_]+$")] | None = None
    """`topic.question`: what is tapped or written here is an answer to keep."""
    follow_up: bool = False
    """Not one of the topic's main questions."""
    several: bool = False
    """Several taps, until one that is `enough`."""
    more: WordId | None = None
    """What to ask after each of several taps."""
    long_list: bool = False
    """A list to choose from, not a question: may have more than five buttons."""
    skip: Name | None = None
    branch: list[Arm] = Field(default_factory=list)
    call: str | None = None
    args: dict[Name, str] = Field(default_factory=dict)
    results: dict[str, Name] = Field(default_factory=dict)
    run: Name | None = None
    """A flow to run before `next`; `open_topic` is the topic that was left half way."""
    jump: Name | None = None
    next: Name | None = None
    end: bool = False

    @model_validator(mode="after")
    def leads_on_in_one_way(self) -> Self:
        """Exactly one of ask, branch, call, jump, end, or plain next (after a run, if there is one)."""
        plain = self.next is not None and self.ask is None
        ways = [bool(self.ask), bool(self.branch), bool(self.call), bool(self.jump), self.end, plain]
        if sum(ways) != 1:
            raise ValueError("needs exactly one of ask, branch, call, jump, next or end")
        if self.branch and self.branch[-1].when:
            raise ValueError("the last arm of a branch must have no 'when'")
        if self.call and self.call not in CALLS:
            raise ValueError(f"call '{self.call}' is not in docs/facts.md")
        if self.ask and not (self.choices or self.picks or self.text):
            raise ValueError("an ask needs choices, picks or text")
        if self.answer and self.next is None:
            raise ValueError("an answer needs a 'next', where the conversation goes when it was asked before")
        if self.run and self.next is None:
            raise ValueError("a run needs a 'next'")
        return self

    @property
    def topic(self) -> str:
        """The topic an answer here belongs to."""
        return (self.answer or "").partition(".")[0]

    @property
    def question(self) -> str:
        """The id of the question, unique in the whole library: topic and question joined."""
        return (self.answer or "").replace(".", "_")

    def targets(self) -> list[str]:
        """Every node of the same flow this one may lead to."""
        found = [self.next, self.skip, *(arm.to for arm in self.branch), *self.results.values()]
        found += [option.to for option in self.choices]
        if self.text:
            found += [self.text.to, self.text.unclear]
        if self.picks:
            found.append(self.picks.to)
        return [name for name in found if name]


class Flow(Part):
    """One conversation about one thing. The first node is where it starts."""

    flow: Name
    about: str
    """One line for the people who look after the words."""
    nodes: dict[Name, Node] = Field(min_length=1)
    topic: Name | None = None
    linked: bool = True
    """Needs a child who has proved who they are."""
    resume: bool = False
    """A child who goes elsewhere comes back to where they were."""
    aside: bool = False
    """Answers in passing: afterwards the question that was open is asked again."""
    always: bool = False
    """Answers also while the child writes with their IRO and the bot is silent: it is about safety or a right."""
    in_care: bool = False
    """About the IRO or a review: where care has ended, the flow `left_care` answers instead."""
    private: bool = False
    """What is said here, and in what it runs, is kept from the child's IRO, whoever that is: it may be about them."""
    back_out: Arm | None = None
    """Where a child who goes back past the first question comes to, when it holds; else they simply leave."""
    takes_over: list[Name] = Field(default_factory=list)
    """With `stays`: a child who is in one of these is not brought back to it; this goes on with it."""
    happens: bool = False
    """Started by something outside the chat: speaks, asks nothing, leaves the child where they are."""
    stays: bool = False
    """With `happens`: it asks, and is open until it is answered; then the child is back where they were."""

    @model_validator(mode="after")
    def targets_exist(self) -> Self:
        """Every place a node leads to is in the flow."""
        for name, node in self.nodes.items():
            for target in node.targets():
                if target not in self.nodes:
                    raise ValueError(f"node '{name}' leads to '{target}', which is not there")
        if self.back_out and self.back_out.to not in self.nodes:
            raise ValueError(f"back_out leads to '{self.back_out.to}', which is not there")
        return self

    @property
    def start(self) -> str:
        """Where the flow starts."""
        return next(iter(self.nodes))

"""What the page and its annex hold. Every line points back to the message it came from; nothing is put in between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reviews.participation import Suggestion
from storage.children import Child
from storage.private_talks import PrivateTalk
from storage.reviews import Review
from storage.staff import Staff


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line comes from: the child's message, when it was sent and over which channel.

    `message_id` is None where no message was kept with the answer; the answer itself still has its time.
    """

    message_id: UUID | None
    at: datetime
    channel: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent instead of words, never written down: how long it is ("0:24"), who has heard or seen it, when."""

    length: str
    heard: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """The child's exact words, or the label the child tapped.

    `kind` is words, tapped, voice or drawing (no words, but what was `sent`) or untraced (words of an
    answer that no stored message holds). A quote that was `cut` goes on in the annex.
    """

    text: str
    kind: str
    source: Source
    cut: bool = False
    sent: Sent | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """One of three faces the child tapped: good, ok or bad."""

    face: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Line:
    """One answer. `approved`: the child has read it back. `face` and `last_time` only where faces were asked for."""

    topic: str
    question: str
    quotes: tuple[Quote, ...]
    approved: bool
    face: Face | None = None
    last_time: Face | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The answers to one topic; `left_out` more stand only in the annex."""

    topic: str
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Silence:
    """What was not asked (topics), and what the child chose not to say (topic, question, when)."""

    not_asked: tuple[str, ...] = ()
    not_said: tuple[tuple[str, str, Source], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What the child said of a promise when asked: yes, not_yet or dont_know, as it was tapped or written."""

    view: str
    quote: Quote | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """A decision of the last review and the child's views of it, oldest first."""

    number: int
    kind: str
    plain: str
    owner: str
    due_on: date
    state: str
    views: tuple[Said, ...] = ()

    @property
    def last_view(self) -> Said | None:
        return self.views[-1] if self.views else None


@dataclass(frozen=True, slots=True)
class Asked:
    """That the child asked for an advocate, and whether one was found."""

    state: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Company:
    """Who was with the child, as the child tapped it: `asked` is grown_up_near (is one there?) or helped (who did?)."""

    asked: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Header:
    """Who, which review, and how the views came.

    `called` is what the child wants to be called. `knows` is a state of `reviews.knowing`. `helped` says who sat with
    the child, by what the child tapped. `in_school_hours`: the review is planned for a time when schools are open.
    """

    child: Child
    called: str
    age: int
    lang: str
    iro: Staff | None
    review: Review | None
    first_at: datetime | None
    last_at: datetime | None
    channels: tuple[str, ...]
    unapproved: int
    knows: str
    private_talk: PrivateTalk | None
    helped: tuple[Company, ...]
    advocate: tuple[Asked, ...]
    in_school_hours: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a suggested participation code rests on besides the rule: how much was sent, when it began and ended."""

    suggestion: Suggestion
    answers: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an answer, for the annex. `state` as in `storage.answers`; what was taken out has no quotes."""

    topic: str
    question: str
    quotes: tuple[Quote, ...]
    state: str
    share: str
    source: Source


@dataclass(frozen=True, slots=True)
class Page:
    """The page. `aloud` may be said at the review, `kept` is for the IRO alone: two sheets that are never mixed.

    A page that is not `whole` is for somebody who is not the child's IRO, and holds nothing but what may be said aloud.
    """

    header: Header
    aloud: tuple[Group, ...]
    kept: tuple[Group, ...]
    silence: Silence
    promises: tuple[Promise, ...]
    evidence: Evidence | None
    annex: tuple[Version, ...]
    made_at: datetime
    since: date | None
    whole: bool = True
    concern_open: bool = False
    """Only for the page in the portal: no file ever says so."""

    @property
    def empty(self) -> bool:
        return not self.aloud and not self.kept

    def quotes(self) -> Iterator[Quote]:
        """Every quote on the page and in the annex."""
        for group in (*self.aloud, *self.kept):
            yield from _quotes_of(group.lines)
        for version in self.annex:
            yield from version.quotes
        yield from (said.quote for promise in self.promises for said in promise.views if said.quote)
        yield from (company.quote for company in self.header.helped)
        yield from (asked.quote for asked in self.header.advocate)


def _quotes_of(lines: Sequence[Line]) -> Iterator[Quote]:
    for line in lines:
        yield from line.quotes
        yield from (face.quote for face in (line.face, line.last_time) if face)

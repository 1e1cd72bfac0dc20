"""A child's wishes and feelings for the coming review, by topic, in the child's own words. Nothing is put in between.

Every answer keeps the id and the time of the message it came from.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from safeguarding.rota import LONDON
from storage import answers, caseload, conversations, reviews
from storage.answers import LIVE, Answer
from storage.caseload import Eyes
from storage.store import Store

TOPICS = ("most", "good", "worries", "home", "family", "siblings", "school", "health", "plan", "meeting")
"""In the order an IRO needs them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: what may be said at the review, what only the IRO may know, what the child chose not to say."""

    code: str
    review: Sequence[Answer] = ()
    iro: Sequence[Answer] = ()
    skipped: Sequence[Answer] = ()

    @property
    def said(self) -> Sequence[Answer]:
        return sorted((*self.review, *self.iro), key=lambda answer: answer.at)

    @property
    def asked(self) -> bool:
        return bool(self.review or self.iro or self.skipped)


@dataclass(frozen=True, slots=True)
class Wishes:
    """Every topic; those never asked are there too, because silence says something."""

    topics: Sequence[Topic]

    @property
    def for_review(self) -> list[Topic]:
        return [topic for topic in self.topics if topic.review]

    @property
    def for_iro(self) -> list[Topic]:
        return [topic for topic in self.topics if topic.iro]

    @property
    def skipped(self) -> list[Answer]:
        return [answer for topic in self.topics for answer in topic.skipped]

    @property
    def not_asked(self) -> list[Topic]:
        return [topic for topic in self.topics if not topic.asked]

    @property
    def unapproved(self) -> int:
        """How many answers the child has not read back and called right yet."""
        return sum(answer.state == "said" for topic in self.topics for answer in topic.said)

    @property
    def empty(self) -> bool:
        return not any(topic.said for topic in self.topics)


def of_child(store: Store, child_id: UUID, *, reader: Eyes | None = None) -> Wishes:
    """What the child has said since the last review was held, without what is withheld from the `reader`."""
    talk = conversations.of_children(store, [child_id]).get(child_id)
    if talk is None:
        return by_topic([])
    found = answers.of_conversations(store, [talk.id]).get(talk.id, [])
    last = reviews.last_of(store, child_id)
    hidden = caseload.withheld_from(store, reader) if reader else frozenset()
    return by_topic((a for a in found if a.message_id not in hidden), since=last.held_on if last else None)


def by_topic(found: Iterable[Answer], *, since: date | None = None) -> Wishes:
    """The newest version of each answer that stands, given after the day `since`; unknown topics come last."""
    standing = {
        a.question: a for a in sorted(found, key=lambda a: (a.at, a.id)) if a.state in LIVE and _after(a, since)
    }
    live = list(standing.values())
    codes = [*TOPICS, *dict.fromkeys(answer.topic for answer in live if answer.topic not in TOPICS)]
    return Wishes([_topic(code, [answer for answer in live if answer.topic == code]) for code in codes])


def _after(answer: Answer, since: date | None) -> bool:
    return since is None or answer.at.astimezone(LONDON).date() > since


def _topic(code: str, live: Sequence[Answer]) -> Topic:
    said = [answer for answer in live if answer.state != "skipped"]
    return Topic(
        code,
        tuple(answer for answer in said if answer.share == "review"),
        tuple(answer for answer in said if answer.share != "review"),
        tuple(answer for answer in live if answer.state == "skipped"),
    )

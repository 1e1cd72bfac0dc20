"""Wishes and feelings by topic, as the child's IRO reads them: what may be said at the review, and what may not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.answers import LIVE, Answer

TOPICS = ("most", "good", "worries", "home", "family", "siblings", "school", "health", "plan", "meeting")


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. `review` may be said at the review, `iro` only the IRO may know; `skipped`: chose not to say."""

    code: str
    review: Sequence[Answer]
    iro: Sequence[Answer]
    skipped: Sequence[Answer]

    @property
    def asked(self) -> bool:
        return bool(self.review or self.iro or self.skipped)


@dataclass(frozen=True, slots=True)
class Wishes:
    """Every topic, in the order an IRO needs them; those never asked are there too, because silence says something."""

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
        return sum(one.state == "said" for topic in self.topics for one in (*topic.review, *topic.iro))


def by_topic(found: Iterable[Answer]) -> Wishes:
    """The answers that stand, sorted by topic; a topic this page does not know comes last."""
    live = [answer for answer in found if answer.state in LIVE]
    codes = [*TOPICS, *dict.fromkeys(one.topic for one in live if one.topic not in TOPICS)]
    return Wishes([_topic(code, [one for one in live if one.topic == code]) for code in codes])


def _topic(code: str, live: Sequence[Answer]) -> Topic:
    said = [one for one in live if one.state != "skipped"]
    return Topic(
        code,
        [one for one in said if one.share == "review"],
        [one for one in said if one.share != "review"],
        [one for one in live if one.state == "skipped"],
    )

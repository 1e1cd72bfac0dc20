"""What an IRO does at and after a review, in the conversations of the demo: the same steps as on the review's page."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bot.facts import london_day
from bot.following_up import FollowingUp
from reviews.challenges import INFORMAL, climbs, due_on
from storage import answers, challenges, decisions, private_talks, reviews
from storage.audit import AuditEvent
from storage.errors import StorageError
from storage.reviews import Review

if TYPE_CHECKING:
    from bot.demo.acting import Acting


def talk_before(acting: "Acting", days_before: int) -> None:
    """They spoke alone so many days before the review."""
    review = _review(acting)
    spoke_on = review.on - timedelta(days=days_before)
    private_talks.keep(acting.store, review, acting.iro.id, acting.now, spoke_on=spoke_on)
    acting.record(AuditEvent.REVIEW_TALK_RECORDED, acting.iro, review.id, "spoke alone")


def decide(acting: "Acting", lines: Sequence[Mapping[str, Any]]) -> None:
    """Write decisions of the last review. `in_days` is when each is due; `wish` is about the answer to `question`."""
    review = _review(acting)
    for line in lines:
        made = decisions.make(
            acting.store, review, acting.iro.id, acting.now, words=line["words"].strip(), plain=line["plain"].strip(),
            owner=line["owner"], due_on=london_day(acting.now) + timedelta(days=line["in_days"]),
            answer_id=_answer(acting, line["question"]) if "question" in line else None, wish=line.get("wish", ""),
            why=line.get("why", ""),
        )  # fmt: skip
        acting.store.flush()
        acting.record(AuditEvent.DECISION_MADE, acting.iro, made)


def release(acting: "Acting", _: str) -> None:
    """Let My IRO tell the child what was decided."""
    review = _review(acting)
    count = FollowingUp(acting.speaker).tell_decisions(acting.store, review.id, acting.now)
    acting.record(AuditEvent.DECISIONS_TOLD, acting.iro, review.id, f"{count} told here")


def challenge(acting: "Acting", what: Mapping[str, Any]) -> None:
    """Take something up informally."""
    opened = challenges.start(
        acting.store, acting.child, acting.iro.id, acting.now, topic=what["topic"], issue=what["issue"].strip(),
        stage=INFORMAL, due_on=due_on(INFORMAL, acting.now, acting.speaker.reviews),
    )  # fmt: skip
    acting.record(AuditEvent.CHALLENGE_OPENED, acting.iro, opened, what["topic"])


def climb(acting: "Acting", what: Mapping[str, Any]) -> None:
    """A further step of the last challenge for this child."""
    found = challenges.of_children(acting.store, [acting.child.id])
    if not found:
        raise StorageError(f"bot/demo/conversations.yaml: {acting.child.reference} has no challenge.")
    one, stage = found[0], what["stage"]
    by = due_on(stage, acting.now, acting.speaker.reviews)
    challenges.note(acting.store, one, acting.iro.id, acting.now, stage=stage, note=what["note"].strip(), due_on=by)
    if climbs(one, stage):
        challenges.climb(acting.store, one, stage, by)
    acting.record(AuditEvent.CHALLENGE_STEPPED, acting.iro, one.id, stage)


def _review(acting: "Acting") -> Review:
    found = reviews.last_of(acting.store, acting.child.id)
    if found is None:
        raise StorageError(f"bot/demo/conversations.yaml: {acting.child.reference} has had no review.")
    return found


def _answer(acting: "Acting", question: str) -> Any:
    found = answers.current(acting.store, acting.conversation_id).get(question)
    if found is None:
        raise StorageError(f"bot/demo/conversations.yaml: {acting.child.reference} has not answered {question}.")
    return found.id


ACTS: Mapping[str, Callable[["Acting", Any], None]] = {
    "talk_before": talk_before,
    "decide": decide,
    "release": release,
    "challenge": challenge,
    "climb": climb,
}

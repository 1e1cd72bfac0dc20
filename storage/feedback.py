"""What children say of their IRO after a review: three taps, for the manager only, and only of several together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa

from storage.errors import BadData
from storage.store import Store
from storage.tables import feedback, reviews

QUESTIONS = ("listened", "explained", "difference")
VALUES = ("yes", "partly", "no", "skipped")


@dataclass(frozen=True, slots=True)
class Told:
    """How often each was said to one question about one IRO. `said` leaves out who skipped."""

    yes: int = 0
    partly: int = 0
    no: int = 0
    skipped: int = 0

    @property
    def said(self) -> int:
        return self.yes + self.partly + self.no


def give(
    store: Store, conversation_id: UUID, review_id: UUID, staff_id: UUID, question: str, value: str, now: datetime
) -> None:
    """Once for each question of a review; a later answer takes the place of the first. Raises `BadData`."""
    if question not in QUESTIONS or value not in VALUES:
        raise BadData(f"Feedback is {', '.join(VALUES)} to {', '.join(QUESTIONS)}; not {value} to {question}.")
    known = store.row(
        sa.select(feedback.c.id).where(
            store.here(feedback), feedback.c.review_id == review_id, feedback.c.question == question
        )
    )
    if known is not None:
        store.change(feedback, known["id"], value=value, at=now)
        return
    store.add(
        feedback, now, conversation_id=conversation_id, review_id=review_id, staff_id=staff_id, question=question,
        value=value, at=now,
    )  # fmt: skip


def given(store: Store, review_ids: Iterable[UUID]) -> frozenset[UUID]:
    """The reviews about which something was answered or skipped."""
    query = sa.select(feedback.c.review_id).where(store.here(feedback), feedback.c.review_id.in_(list(review_ids)))
    return frozenset(row["review_id"] for row in store.rows(query))


def in_groups(store: Store, least: int, since: date | None = None) -> dict[UUID, dict[str, Told]]:
    """By IRO and question, of reviews held since that day; only what `least` children or more answered.

    Nobody sees what one child said: neither by name nor by being the only one.
    """
    query = (
        sa.select(feedback.c.staff_id, feedback.c.conversation_id, feedback.c.question, feedback.c.value)
        .join(reviews, sa.and_(reviews.c.authority == feedback.c.authority, reviews.c.id == feedback.c.review_id))
        .where(store.here(feedback))
    )
    rows = store.rows(query if since is None else query.where(reviews.c.held_on >= since))
    told: dict[tuple[UUID, str], set[UUID]] = {}
    counted: dict[UUID, dict[str, dict[str, int]]] = {}
    for row in rows:
        if row["value"] != "skipped":
            told.setdefault((row["staff_id"], row["question"]), set()).add(row["conversation_id"])
        values = counted.setdefault(row["staff_id"], {}).setdefault(row["question"], {})
        values[row["value"]] = values.get(row["value"], 0) + 1
    shown = {
        staff_id: {
            question: Told(**values)
            for question, values in questions.items()
            if len(told.get((staff_id, question), ())) >= least
        }
        for staff_id, questions in counted.items()
    }
    return {staff_id: questions for staff_id, questions in shown.items() if questions}

"""Wishes and feelings: each answer in the child's words, every version kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Conversation
from storage.days import london_day
from storage.store import Store
from storage.tables import answers

LIVE = ("said", "approved", "skipped")


@dataclass(frozen=True, slots=True)
class Answer:
    """One version of one answer. `state` is said, approved, skipped, taken_out or replaced; `share` iro or review."""

    id: UUID
    conversation_id: UUID
    key_id: UUID
    topic: str
    question: str
    text: str
    choice: str | None
    state: str
    share: str
    message_id: UUID | None
    channel: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Round:
    """What has been asked since the last review: never asked again unless the child opens it."""

    topics: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    unapproved: int = 0
    shares: Mapping[str, str] = field(default_factory=dict)
    """Who may hear each answer that stands, also those of earlier rounds, by question."""


def give(
    store: Store, conversation: Conversation, now: datetime, *, topic: str, question: str, text: str, channel: str,
    choice: str | None = None, message_id: UUID | None = None, state: str = "said", share: str | None = None,
) -> UUID:  # fmt: skip
    """A new version of the answer to `question` (state skipped: chose not to say); the one before stays, replaced.

    `share` is who may hear the one before, for a caller who knows; else it is looked up.
    """
    if share is None:
        share = _share_of(store, conversation.id, question)
    _replace(store, conversation.id, question)
    return store.add(
        answers, now, conversation_id=conversation.id, key_id=conversation.key_id, topic=topic, question=question,
        text=text, choice=choice, state=state, share=share, message_id=message_id, channel=channel, at=now,
    )  # fmt: skip


def share(store: Store, conversation_id: UUID, question: str, who: str) -> None:
    """Who may hear it: iro, or review as well. `question` may be `all`."""
    _change(store, conversation_id, question, share=who)


def take_out(store: Store, conversation_id: UUID, question: str) -> None:
    """The child does not want it passed on; the words stay on record as taken out."""
    _change(store, conversation_id, question, state="taken_out")


def approve(store: Store, conversation_id: UUID) -> None:
    """The child read it back and said it is right."""
    store.flush()
    store.connection.execute(
        sa.update(answers)
        .where(store.here(answers), answers.c.conversation_id == conversation_id, answers.c.state == "said")
        .values(state="approved")
    )


def of_conversations(store: Store, conversation_ids: Iterable[UUID]) -> dict[UUID, list[Answer]]:
    """Every version of every answer, oldest first, by conversation."""
    query = (
        sa.select(answers)
        .where(store.here(answers), answers.c.conversation_id.in_(list(conversation_ids)))
        .order_by(answers.c.at, answers.c.id)
    )
    result: dict[UUID, list[Answer]] = {}
    for row in store.opened(answers, store.rows(query)):
        answer = Answer(**{name: row[name] for name in Answer.__dataclass_fields__})
        result.setdefault(answer.conversation_id, []).append(answer)
    return result


def current(store: Store, conversation_id: UUID) -> dict[str, Answer]:
    """The newest version of each answer that stands, by question."""
    found = of_conversations(store, [conversation_id]).get(conversation_id, [])
    return {answer.question: answer for answer in found if answer.state in LIVE}


def rounds(store: Store, conversation_ids: Iterable[UUID], since: Mapping[UUID, date | None]) -> dict[UUID, Round]:
    """What was asked in each conversation since its last review; no words are opened for this."""
    columns = (
        answers.c.conversation_id, answers.c.topic, answers.c.question, answers.c.state, answers.c.share, answers.c.at
    )  # fmt: skip
    query = (
        sa.select(*columns)
        .where(
            store.here(answers),
            answers.c.conversation_id.in_(list(conversation_ids)),
            answers.c.state != "replaced",
        )
        .order_by(answers.c.at, answers.c.id)
    )
    store.flush()
    found: dict[UUID, list[Any]] = {}
    shares: dict[UUID, dict[str, str]] = {}
    for row in store.connection.execute(query):
        if row.state in LIVE:
            shares.setdefault(row.conversation_id, {})[row.question] = row.share
        start = since.get(row.conversation_id)
        if start is None or london_day(row.at) > start:
            found.setdefault(row.conversation_id, []).append(row)
    return {
        conversation_id: _round(found.get(conversation_id, ()), shares.get(conversation_id, {}))
        for conversation_id in found.keys() | shares.keys()
    }


def _round(rows: Sequence[Any], shares: Mapping[str, str]) -> Round:
    return Round(
        tuple(dict.fromkeys(row.topic for row in rows)),
        tuple(dict.fromkeys(row.question for row in rows)),
        sum(row.state == "said" for row in rows),
        shares,
    )


def _share_of(store: Store, conversation_id: UUID, question: str) -> str:
    query = sa.select(answers.c.share).where(
        store.here(answers), answers.c.conversation_id == conversation_id, answers.c.question == question,
        answers.c.state.in_(LIVE),
    )  # fmt: skip
    row = store.row(query.order_by(answers.c.at.desc(), answers.c.id.desc()))
    return row["share"] if row else "iro"


def _replace(store: Store, conversation_id: UUID, question: str) -> None:
    """What stands for this question is replaced: where it is only put aside yet, and where it is written."""
    for row in store.pending.get(answers, ()):
        if (row["conversation_id"], row["question"]) == (conversation_id, question) and row["state"] in LIVE:
            row["state"] = "replaced"

    def standing() -> sa.Update:
        return sa.update(answers).where(
            store.here(answers), answers.c.conversation_id == sa.bindparam("of_conversation"),
            answers.c.question == sa.bindparam("to_question"), sa.or_(*(answers.c.state == live for live in LIVE)),
        ).values(state="replaced")  # fmt: skip

    store.change_later("answers replaced", standing, of_conversation=conversation_id, to_question=question)


def _change(store: Store, conversation_id: UUID, question: str, **values: Any) -> None:
    store.flush()
    condition = sa.and_(
        store.here(answers), answers.c.conversation_id == conversation_id, answers.c.state.in_(("said", "approved"))
    )
    if question != "all":
        condition = sa.and_(condition, answers.c.question == question)
    store.connection.execute(sa.update(answers).where(condition).values(**values))

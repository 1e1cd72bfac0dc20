"""What a review decided: who does what by when, which wish it answers, and whether the child says it has happened."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.errors import BadData, NotFound
from storage.reviews import Review
from storage.store import Store
from storage.tables import decision_views, decisions

KINDS = ("decision", "recommendation")
WISHES = ("yes", "partly", "no")
VIEWS = ("yes", "not_yet", "dont_know")
STATES = ("open", "happened", "challenged", "withdrawn")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `words` are for the record, `plain` is the line the child is told, `owner` does it by `due_on`.

    `answer_id` is the wish it answers, `wish` what was said to it (yes, partly, no) and `why` the reason, in words for
    the child. `state` is open, happened, challenged or withdrawn.
    """

    id: UUID
    review_id: UUID
    child_id: UUID
    key_id: UUID
    number: int
    kind: str
    words: str
    plain: str
    owner: str
    due_on: date
    answer_id: UUID | None
    wish: str
    why: str
    state: str
    staff_id: UUID
    made_at: datetime
    told_at: datetime | None
    asked_at: datetime | None


@dataclass(frozen=True, slots=True)
class View:
    """What the child said when asked whether it has happened: yes, not_yet or dont_know."""

    id: UUID
    decision_id: UUID
    view: str
    message_id: UUID | None
    seen_at: datetime | None
    answer_by: date | None
    at: datetime


def make(
    store: Store, review: Review, staff_id: UUID, now: datetime, *, words: str, plain: str, owner: str, due_on: date,
    kind: str = "decision", answer_id: UUID | None = None, wish: str = "", why: str = "",
) -> UUID:  # fmt: skip
    """Put a decision of `review` on record, numbered after the last.

    Raises `BadData` when the owner, a line or the reason for a wish that was not met is missing.
    """
    _check(kind=kind, words=words, plain=plain, owner=owner, answer_id=answer_id, wish=wish, why=why)
    last = max((one.number for one in of_review(store, review.id)), default=0)
    return store.add(
        decisions, now, review_id=review.id, child_id=review.child_id, key_id=review.key_id, number=last + 1, kind=kind,
        words=words, plain=plain, owner=owner, due_on=due_on, answer_id=answer_id, wish=wish, why=why, state="open",
        staff_id=staff_id, made_at=now,
    )  # fmt: skip


def load(store: Store, decision_id: UUID) -> Decision:
    """Raises `NotFound`."""
    found = _load(store, decisions.c.id == decision_id)
    if not found:
        raise NotFound("There is no such decision.")
    return found[0]


def of_review(store: Store, review_id: UUID) -> list[Decision]:
    """The decisions of a review, in the order of their numbers."""
    return _load(store, decisions.c.review_id == review_id)


def of_child(store: Store, child_id: UUID) -> list[Decision]:
    """Every decision about a child, review by review as they were made."""
    return _load(store, decisions.c.child_id == child_id)


def untold(store: Store, review_id: UUID) -> list[Decision]:
    """What the child has not been told yet."""
    return [one for one in of_review(store, review_id) if one.told_at is None and one.state != "withdrawn"]


def to_ask(store: Store, today: date) -> list[Decision]:
    """Told, due by today, still open, and not asked about since that day came."""
    due = _load(store, sa.and_(decisions.c.state == "open", decisions.c.due_on <= today, _told()))
    return [one for one in due if one.asked_at is None or one.asked_at.date() < one.due_on]


def told(store: Store, decision_ids: Iterable[UUID], now: datetime) -> None:
    """The child has been told."""
    _stamp(store, decision_ids, told_at=now)


def asked(store: Store, decision_ids: Iterable[UUID], now: datetime) -> None:
    """The child has been asked whether it has happened."""
    _stamp(store, decision_ids, asked_at=now)


def settle(store: Store, decision: Decision, state: str) -> None:
    """It happened, is challenged, or was withdrawn. Raises `BadData` for another state."""
    if state not in STATES:
        raise BadData(f"A decision is {', '.join(STATES)}; not {state}.")
    store.change(decisions, decision.id, state=state)


def move(store: Store, decision: Decision, due_on: date) -> None:
    """A new day: the child is asked again when it has come."""
    store.change(decisions, decision.id, due_on=due_on, asked_at=None)


def view(
    store: Store, decision: Decision, said: str, now: datetime, *, message_id: UUID | None, answer_by: date | None
) -> UUID:
    """Keep what the child says of a decision; yes settles it, not yet gives the IRO until `answer_by` to act.

    Raises `BadData` for anything but yes, not_yet and dont_know.
    """
    if said not in VIEWS:
        raise BadData(f"A child says {', '.join(VIEWS)} of a decision; not {said}.")
    if said == "yes":
        settle(store, decision, "happened")
    return store.add(
        decision_views, now, decision_id=decision.id, key_id=decision.key_id, view=said, message_id=message_id,
        answer_by=answer_by if said == "not_yet" else None, at=now,
    )  # fmt: skip


def views_of(store: Store, decision_ids: Iterable[UUID]) -> dict[UUID, list[View]]:
    """What the child said of each decision, oldest first."""
    wanted = list(decision_ids)
    query = (
        sa.select(*(decision_views.c[field.name] for field in fields(View)))
        .where(store.here(decision_views), decision_views.c.decision_id.in_(wanted))
        .order_by(decision_views.c.at, decision_views.c.id)
    )
    found: dict[UUID, list[View]] = {}
    for row in store.rows(query) if wanted else ():
        found.setdefault(row["decision_id"], []).append(View(**row))
    return found


def acted_on(store: Store, view_id: UUID, now: datetime) -> None:
    """The IRO has done something about a "not yet": its clock stops."""
    store.change(decision_views, view_id, seen_at=now)


def _check(
    *, kind: str, words: str, plain: str, owner: str, answer_id: UUID | None, wish: str, why: str
) -> None:  # fmt: skip
    checks = [
        (kind in KINDS, "Say whether it is a decision or a recommendation."),
        (words.strip(), "Write what was decided."),
        (plain.strip(), "Write the line that the child is told."),
        (owner.strip(), "Say who does it: a decision without an owner is not done."),
        (wish in ("", *WISHES), "Say of the wish: yes, partly or no."),
        (answer_id is not None or not wish, "Choose the wish that this decision answers."),
        (answer_id is None or wish, "Say what was decided about the wish: yes, partly or no."),
        (
            wish not in ("partly", "no") or why.strip(),
            "Write why, for the child: a wish not met needs a reason.",
        ),
    ]
    wrong = next((line for holds, line in checks if not holds), "")
    if wrong:
        raise BadData(wrong)


def _told() -> sa.ColumnElement[bool]:
    return decisions.c.told_at.is_not(None)


def _stamp(store: Store, decision_ids: Iterable[UUID], **values: Any) -> None:
    for decision_id in decision_ids:
        store.change(decisions, decision_id, **values)


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Decision]:
    query = sa.select(decisions).where(store.here(decisions), which).order_by(decisions.c.made_at, decisions.c.number)
    rows = store.opened(decisions, store.rows(query))
    return [Decision(**{field.name: row[field.name] for field in fields(Decision)}) for row in rows]

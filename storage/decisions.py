"""What a review decided: who does what by when, which wish it answers, and whether the child says it has happened."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from storage.days import london_day
from storage.errors import BadData, NotFound
from storage.reviews import Review
from storage.store import Store
from storage.tables import decision_changes, decision_views, decisions

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


@dataclass(frozen=True, slots=True)
class Change:
    """A decision was moved from `was_due_on`, or withdrawn, and why."""

    id: UUID
    decision_id: UUID
    kind: str
    was_due_on: date
    reason: str
    staff_id: UUID
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


def untold_anywhere(store: Store) -> dict[UUID, list[Decision]]:
    """What no child has been told yet, by review."""
    found: dict[UUID, list[Decision]] = {}
    for one in _load(store, sa.and_(decisions.c.told_at.is_(None), decisions.c.state != "withdrawn")):
        found.setdefault(one.review_id, []).append(one)
    return found


def to_ask(store: Store, today: date) -> list[Decision]:
    """Told, due by today, still open, and not asked about since that day came."""
    due = _load(store, sa.and_(decisions.c.state == "open", decisions.c.due_on <= today, _told()))
    return [one for one in due if one.asked_at is None or london_day(one.asked_at) < one.due_on]


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


def rewrite(
    store: Store, decision: Decision, *, words: str, plain: str, owner: str, due_on: date, kind: str,
    answer_id: UUID | None, wish: str, why: str,
) -> None:  # fmt: skip
    """Say it differently while the child has not been told. Raises `BadData` as `make` does, or when they have."""
    if decision.told_at is not None:
        raise BadData("The child has been told: move or withdraw the decision, with a reason.")
    _check(kind=kind, words=words, plain=plain, owner=owner, answer_id=answer_id, wish=wish, why=why)
    store.change(
        decisions, decision.id, sealed_with=decision.key_id, kind=kind, words=words, plain=plain, owner=owner,
        due_on=due_on, answer_id=answer_id, wish=wish, why=why,
    )  # fmt: skip


def move_for(store: Store, decision: Decision, due_on: date, reason: str, staff_id: UUID, now: datetime) -> None:
    """A new day for a reason that is kept. Raises `BadData` without a reason or another day."""
    if not reason.strip():
        raise BadData("Say why the day moves.")
    if due_on == decision.due_on:
        raise BadData("Give another day than the one it has.")
    _note_change(store, decision, "moved", reason, staff_id, now)
    move(store, decision, due_on)
    if decision.state == "happened":
        settle(store, decision, "open")


def withdraw(store: Store, decision: Decision, reason: str, staff_id: UUID, now: datetime) -> None:
    """It no longer stands, for a reason that is kept. Raises `BadData` without one."""
    if not reason.strip():
        raise BadData("Say why it is withdrawn.")
    _note_change(store, decision, "withdrawn", reason, staff_id, now)
    settle(store, decision, "withdrawn")


def changes_of(store: Store, decision_ids: Iterable[UUID]) -> dict[UUID, list[Change]]:
    """How each decision was moved or withdrawn, and why, oldest first."""
    wanted = list(decision_ids)
    query = (
        sa.select(decision_changes)
        .where(store.here(decision_changes), decision_changes.c.decision_id.in_(wanted))
        .order_by(decision_changes.c.at, decision_changes.c.id)
    )
    found: dict[UUID, list[Change]] = {}
    for row in store.opened(decision_changes, store.rows(query)) if wanted else ():
        one = Change(**{field.name: row[field.name] for field in fields(Change)})
        found.setdefault(one.decision_id, []).append(one)
    return found


def not_yets(store: Store, child_ids: Iterable[UUID]) -> list[tuple[Decision, View]]:
    """Each "not yet" that nobody has acted on, with its decision, the one to be answered first."""
    wanted = list(child_ids)
    said = sa.exists().where(
        decision_views.c.authority == decisions.c.authority, decision_views.c.decision_id == decisions.c.id,
        decision_views.c.view == "not_yet", decision_views.c.seen_at.is_(None),
    )  # fmt: skip
    of_them = sa.and_(decisions.c.child_id.in_(wanted), decisions.c.state == "open", said)
    known = {one.id: one for one in _load(store, of_them)} if wanted else {}
    waiting = [
        (known[decision_id], views[-1])
        for decision_id, views in views_of(store, known).items()
        if views[-1].view == "not_yet" and views[-1].seen_at is None
    ]
    return sorted(waiting, key=lambda pair: (pair[1].answer_by or london_day(pair[1].at), pair[1].at))


def of_reviews(store: Store, review_ids: Iterable[UUID]) -> dict[UUID, list[Decision]]:
    """The decisions of many reviews, by review."""
    wanted = list(review_ids)
    found: dict[UUID, list[Decision]] = {}
    for one in _load(store, decisions.c.review_id.in_(wanted)) if wanted else ():
        found.setdefault(one.review_id, []).append(one)
    return found


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


def wrong_with(
    *, kind: str, words: str, plain: str, owner: str, answer_id: UUID | None, wish: str, why: str
) -> tuple[str, str]:  # fmt: skip
    """The first field that is wrong and what is wrong with it; two empty strings when nothing is."""
    unmet = wish in ("partly", "no")
    checks = [
        ("kind", kind in KINDS, "Say whether it is a decision or a recommendation."),
        ("words", words.strip(), "Write what was decided."),
        ("plain", plain.strip(), "Write the line that the child is told."),
        ("owner", owner.strip(), "Say who does it: a decision without an owner is not done."),
        ("wish", wish in ("", *WISHES), "Say of the wish: yes, partly or no."),
        ("answer", answer_id is not None or not wish, "Choose the wish that this decision answers."),
        ("wish", answer_id is None or wish, "Say what was decided about the wish: yes, partly or no."),
        ("why", not unmet or why.strip(), "Write why, for the child: a wish not met needs a reason."),
    ]
    return next(((field, line) for field, holds, line in checks if not holds), ("", ""))


def _check(**said: Any) -> None:
    _, line = wrong_with(**said)
    if line:
        raise BadData(line)


def _note_change(
    store: Store, decision: Decision, kind: str, reason: str, staff_id: UUID, now: datetime
) -> None:  # fmt: skip
    store.add(
        decision_changes, now, decision_id=decision.id, key_id=decision.key_id, kind=kind, was_due_on=decision.due_on,
        reason=reason, staff_id=staff_id, at=now,
    )  # fmt: skip


def _told() -> sa.ColumnElement[bool]:
    return decisions.c.told_at.is_not(None)


def _stamp(store: Store, decision_ids: Iterable[UUID], **values: Any) -> None:
    for decision_id in decision_ids:
        store.change(decisions, decision_id, **values)


def _load(store: Store, which: sa.ColumnElement[bool]) -> list[Decision]:
    query = sa.select(decisions).where(store.here(decisions), which).order_by(decisions.c.made_at, decisions.c.number)
    rows = store.opened(decisions, store.rows(query))
    return [Decision(**{field.name: row[field.name] for field in fields(Decision)}) for row in rows]

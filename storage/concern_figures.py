"""What happened to concerns, counted: no child's words, no names. A few queries, however many concerns there are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from uuid import UUID

import sqlalchemy as sa

from storage.concerns import about_reader
from storage.store import Store
from storage.tables import concern_events, concerns, inbox, messages, outcomes


@dataclass(frozen=True, slots=True)
class Course:
    """How one concern went. `arrived` is when the words came in; for one found late, when they were found.

    `taken` is the first time anybody took it; `taken_after_breach` the first time after its clock had run out.
    """

    id: UUID
    level: str
    found_late: bool
    state: str
    arrived: datetime
    noticed: datetime | None
    taken: datetime | None
    breached: datetime | None
    taken_after_breach: datetime | None
    closed: datetime | None


@dataclass(frozen=True, slots=True)
class Month:
    """Everything from `start` up to the next month's."""

    start: datetime
    messages: int
    concerns: int

    @property
    def per_thousand(self) -> float | None:
        """Concerns for a thousand messages; None where nothing was written."""
        return 1000 * self.concerns / self.messages if self.messages else None


@dataclass(frozen=True, slots=True)
class RuleShare:
    """Concerns that a rule had part in and that humans have closed, and how many of them were false alarms."""

    rule: str
    closed: int
    false_alarms: int

    @property
    def share(self) -> float:
        return self.false_alarms / self.closed


def courses(store: Store, reader: UUID) -> list[Course]:
    """Every concern the reader may know of, oldest first."""
    step = _first_steps(store)
    received = sa.case((concerns.c.found_late, concerns.c.opened_at), else_=inbox.c.received_at)
    query = (
        sa.select(
            concerns.c.id, concerns.c.level, concerns.c.found_late, concerns.c.state, concerns.c.opened_at,
            concerns.c.breached_at, concerns.c.closed_at, received.label("received"), step.c.noticed, step.c.taken,
            step.c.taken_after_breach,
        )
        .outerjoin(
            messages, sa.and_(messages.c.authority == concerns.c.authority, messages.c.id == concerns.c.message_id)
        )
        .outerjoin(inbox, sa.and_(inbox.c.authority == messages.c.authority, inbox.c.id == messages.c.inbox_id))
        .outerjoin(step, step.c.concern_id == concerns.c.id)
        .where(store.here(concerns), concerns.c.id.not_in(about_reader(store, reader)))
        .order_by(concerns.c.opened_at)
    )  # fmt: skip
    return [
        Course(
            row["id"], row["level"], row["found_late"], row["state"], row["received"] or row["opened_at"],
            row["noticed"], row["taken"], row["breached_at"], row["taken_after_breach"], row["closed_at"],
        )
        for row in store.rows(query)
    ]  # fmt: skip


def _first_steps(store: Store) -> sa.Subquery:
    """By concern, when it was first noticed, first taken, and first taken after its breach."""
    at, kind = concern_events.c.at, concern_events.c.kind
    late = sa.and_(kind == "taken", at >= concerns.c.breached_at)
    return (
        sa.select(
            concern_events.c.concern_id,
            sa.func.min(sa.case((kind == "notified", at))).label("noticed"),
            sa.func.min(sa.case((kind == "taken", at))).label("taken"),
            sa.func.min(sa.case((late, at))).label("taken_after_breach"),
        )
        .join(
            concerns,
            sa.and_(concerns.c.authority == concern_events.c.authority, concerns.c.id == concern_events.c.concern_id),
        )
        .where(store.here(concern_events), kind.in_(("notified", "taken")))
        .group_by(concern_events.c.concern_id)
        .subquery()
    )


def by_month(store: Store, reader: UUID, starts: Sequence[datetime]) -> list[Month]:
    """What children wrote and what was raised between each two of these moments; taps on buttons do not count."""
    written = sa.and_(store.here(messages), messages.c.author == "child", messages.c.kind != "choice")
    raised = sa.and_(store.here(concerns), concerns.c.id.not_in(about_reader(store, reader)))
    said, found = _counts(store, messages.c.at, written, starts), _counts(store, concerns.c.opened_at, raised, starts)
    return [Month(start, said[n], found[n]) for n, start in enumerate(starts[:-1])]


def _counts(
    store: Store, at: sa.Column[datetime], where: sa.ColumnElement[bool], starts: Sequence[datetime]
) -> list[int]:
    """One pass over a table, counted between each two moments."""
    sums = [
        sa.func.sum(sa.case((sa.and_(at >= start, at < end), 1), else_=0)).label(f"n{n}")
        for n, (start, end) in enumerate(pairwise(starts))
    ]
    row = store.row(sa.select(*sums).where(where, at >= starts[0]))
    return [int((row or {}).get(f"n{n}") or 0) for n in range(len(sums))]


def shares(store: Store, reader: UUID, enough: int) -> tuple[list[RuleShare], RuleShare | None]:
    """By rule, the one that was wrong most often first; rules with fewer than `enough` closed concerns as one.

    That one counts concerns, each once, and has no name; None where every rule has enough.
    """
    found = _closed(store, reader)
    closed = Counter(rule for rules, _ in found for rule in set(rules))
    wrong = Counter(rule for rules, false_alarm in found if false_alarm for rule in set(rules))
    often = [RuleShare(rule, count, wrong[rule]) for rule, count in closed.items() if count >= enough]
    seldom = [false_alarm for rules, false_alarm in found if any(closed[rule] < enough for rule in rules)]
    others = RuleShare("", len(seldom), sum(seldom)) if seldom else None
    return sorted(often, key=lambda one: (-one.share, -one.closed, one.rule)), others


def false_alarms(store: Store, reader: UUID) -> int:
    """How many concerns a human has closed as no alarm."""
    return sum(wrong for _, wrong in _closed(store, reader))


def _closed(store: Store, reader: UUID) -> list[tuple[Sequence[str], bool]]:
    query = sa.select(outcomes.c.rules, outcomes.c.false_alarm).where(
        store.here(outcomes), outcomes.c.concern_id.not_in(about_reader(store, reader))
    )
    return [(row["rules"].split(), bool(row["false_alarm"])) for row in store.rows(query)]


def review_set(store: Store) -> list[Mapping[str, object]]:
    """Every closed concern without a word of anybody's: codes, rules and times. The id is a keyed hash.

    The same columns in the same order for each, ready for a file.
    """
    known = {course.id: course for course in courses(store, UUID(int=0))}
    query = (
        sa.select(
            outcomes.c.concern_id, outcomes.c.referred, outcomes.c.false_alarm, outcomes.c.told, outcomes.c.told_at,
            outcomes.c.rules, outcomes.c.rules_version, outcomes.c.language, concerns.c.categories,
            concerns.c.readable, concerns.c.outcome,
        )
        .join(
            concerns,
            sa.and_(concerns.c.authority == outcomes.c.authority, concerns.c.id == outcomes.c.concern_id),
        )
        .where(store.here(outcomes))
        .order_by(outcomes.c.at, outcomes.c.id)
    )  # fmt: skip
    return [_line(store, row, known[row["concern_id"]]) for row in store.rows(query)]


def _line(store: Store, row: Mapping[str, object], course: Course) -> Mapping[str, object]:
    return {
        "concern": store.digest(f"review set:{course.id}").hex()[:24],
        "level": course.level,
        "categories": row["categories"],
        "rules": row["rules"],
        "rules_version": row["rules_version"],
        "language": row["language"],
        "readable": row["readable"],
        "found_late": course.found_late,
        "arrived_at": course.arrived,
        "noticed_at": course.noticed,
        "taken_at": course.taken,
        "closed_at": course.closed,
        "breached_at": course.breached,
        "outcome": row["outcome"],
        "referred": row["referred"],
        "told": row["told"],
        "told_at": row["told_at"],
        "false_alarm": row["false_alarm"],
    }

"""What an IRO's Today says of the time between reviews: goodbyes and first hellos, keeping in touch, being away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from portal.pages.clocks import today_in_london
from reviews import touching
from reviews.changing import introduce_by, late
from reviews.settings import ReviewSettings
from reviews.standing_in import Answering, team
from reviews.touching import Kept
from storage import agreements, children, conversations, iro_changes
from storage.agreements import Agreement
from storage.iro_changes import Change
from storage.staff import Staff
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Moving:
    """A child whose IRO changes: a goodbye to say, or an introduction to make `by` a day."""

    change: Change
    name: str
    by: date | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """`kept` is how what was agreed stands, by child; `asked` are children who proposed it and wait.

    `for_me` says who stands in for the reader; None while the reader is there.
    """

    moving: Sequence[Moving]
    kept: Mapping[UUID, Kept]
    asked: frozenset[UUID]
    for_me: Answering | None


def between_of(store: Store, iro: Staff, child_ids: Sequence[UUID], now: datetime, numbers: ReviewSettings) -> Between:
    """Look it up for one IRO and the children on their page."""
    today = today_in_london(now)
    for_me = team(store, now, numbers).answers(iro)
    asked = {child for child, found in agreements.of_children(store, child_ids).items() if _asks(found)}
    return Between(
        _moving(store, iro, today), touching.of_children(store, child_ids, today), frozenset(asked),
        for_me if for_me.why == "away" else None,
    )  # fmt: skip


def _asks(found: Sequence[Agreement]) -> bool:
    return any(one.agreed_at is None and one.proposed_by == "child" for one in found)


def _moving(store: Store, iro: Staff, today: date) -> list[Moving]:
    ends, begins = iro_changes.goodbyes(store, iro.id, today), iro_changes.introductions(store, iro.id)
    ids = [one.child_id for one in (*ends, *begins)]
    known, talks = children.many(store, ids), conversations.of_children(store, ids)
    names = {one: (one in talks and talks[one].called) or child.name for one, child in known.items()}
    goodbyes = [Moving(one, names[one.child_id]) for one in ends]
    pattern = iro.working_pattern
    hellos = [Moving(one, names[one.child_id], introduce_by(pattern, one), late(pattern, one, today)) for one in begins]
    return goodbyes + hellos

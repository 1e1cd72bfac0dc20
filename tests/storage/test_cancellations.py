"""A planned review is cancelled with the recorded consent of the child's own IRO, and never silently."""

from __future__ import annotations

from datetime import date

import pytest

from storage import allocations, cancellations, reviews
from storage.database import Database
from storage.errors import BadData, NotAllowed, OutOfDate
from storage.reviews import Review
from storage.store import Store
from storage.tables import reviews as table
from tests.support.people import add_child, add_review, add_staff, allocate
from tests.support.prepared import NOW, TODAY

DAY = date(2026, 12, 1)
WHY = "Her grandmother died; she asked for time."


def planned(store: Store, **values: object) -> Review:
    """A review to come of a child whose IRO is EXS-006."""
    child, iro = add_child(store), add_staff(store)
    allocate(store, child, iro)
    add_review(store, child, **{"planned_for": DAY, "start_time": "15:45"} | values)
    found = reviews.by_reference(store, "EXR-0001")
    assert found
    return found


def test_the_day_goes_and_the_reason_stays_until_the_child_is_told(database: Database) -> None:
    def work(store: Store) -> None:
        review = planned(store)
        iro = allocations.iro_of(store, review.child_id, TODAY)
        assert iro
        made = cancellations.cancel(store, review, iro.id, f" {WHY} ", NOW, TODAY)
        after = reviews.of_child(store, review.child_id)[0]
        assert (after.planned_for, after.start_time, after.status, after.late) == (None, "", "planned", False)
        assert after.due_by == review.due_by
        (waiting,) = cancellations.untold(store)
        assert (waiting.id, waiting.review_id, waiting.child_id) == (made, review.id, review.child_id)
        assert (waiting.was_for, waiting.reason, waiting.staff_id, waiting.told_at) == (DAY, WHY, iro.id, None)
        assert cancellations.told(store, made, NOW)
        assert not cancellations.told(store, made, NOW)
        assert cancellations.untold(store) == []
        assert [one.told_at for one in cancellations.of_review(store, review.id)] == [NOW]

    database.write_now(work)


def test_a_review_that_was_due_already_is_overdue_then(database: Database) -> None:
    def work(store: Store) -> tuple[str, bool, int]:
        review = planned(store, due_by=date(2026, 11, 11))
        iro = allocations.iro_of(store, review.child_id, TODAY)
        assert iro
        cancellations.cancel(store, review, iro.id, WHY, NOW, TODAY)
        after = reviews.of_child(store, review.child_id)[0]
        return after.status, after.late, after.days_late

    assert database.write_now(work) == ("overdue", True, (TODAY - date(2026, 11, 11)).days)


def test_nobody_but_the_childs_own_iro_can_agree(database: Database) -> None:
    def work(store: Store) -> None:
        review = planned(store)
        for other in (add_staff(store, "EXS-007"), add_staff(store, "EXS-001", role="iro_manager")):
            store.flush()
            with pytest.raises(NotAllowed, match="Only the child’s own IRO"):
                cancellations.cancel(store, review, other, WHY, NOW, TODAY)
        assert reviews.of_child(store, review.child_id)[0].planned_for == DAY
        assert cancellations.of_review(store, review.id) == []

    database.write_now(work)


@pytest.mark.parametrize(
    ("values", "reason", "complaint"),
    [
        ({}, "  ", "Say why the review is cancelled"),
        ({"planned_for": None}, WHY, "has no day yet"),
        ({"held_on": date(2026, 11, 2), "status": "held"}, WHY, "has been held"),
    ],
)
def test_what_cannot_be_cancelled(database: Database, values: dict[str, object], reason: str, complaint: str) -> None:
    def work(store: Store) -> None:
        review = planned(store, **values)
        iro = allocations.iro_of(store, review.child_id, TODAY)
        assert iro
        with pytest.raises(BadData, match=complaint):
            cancellations.cancel(store, review, iro.id, reason, NOW, TODAY)
        assert cancellations.untold(store) == []

    database.write_now(work)


def test_a_day_that_was_changed_meanwhile_is_not_lost(database: Database) -> None:
    def work(store: Store) -> None:
        review = planned(store)
        iro = allocations.iro_of(store, review.child_id, TODAY)
        assert iro
        store.change(table, review.id, planned_for=date(2026, 12, 8))
        with pytest.raises(OutOfDate):
            cancellations.cancel(store, review, iro.id, WHY, NOW, TODAY)
        assert reviews.of_child(store, review.child_id)[0].planned_for == date(2026, 12, 8)

    database.write_now(work)

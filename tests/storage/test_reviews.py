"""Reviews on record."""

from __future__ import annotations

from datetime import date

from storage import reviews
from storage.database import Database
from storage.store import Store
from tests.support.people import add_child, add_review
from tests.support.prepared import TODAY


def held(day: date) -> dict[str, object]:
    return {"held_on": day, "status": "held", "due_by": day}


def test_the_last_held_and_the_next_to_come_of_many_children(database: Database) -> None:
    def work(store: Store) -> None:
        one, other = add_child(store, "EXC-0001"), add_child(store, "EXC-0002")
        add_review(store, one, "EXR-1", number=1, **held(date(2026, 1, 5)))
        add_review(store, one, "EXR-2", number=2, **held(date(2026, 4, 5)))
        add_review(store, one, "EXR-4", number=4, planned_for=date(2027, 4, 1))
        add_review(store, one, "EXR-3", number=3, planned_for=date(2026, 12, 1))
        add_review(store, other, "EXR-5", number=1, planned_for=None)
        last, following = reviews.last_for(store, [one, other]), reviews.next_for(store, [one, other])
        assert {child: review.reference for child, review in last.items()} == {one: "EXR-2"}
        assert {child: review.reference for child, review in following.items()} == {one: "EXR-3", other: "EXR-5"}
        assert [review.number for review in reviews.of_child(store, one)] == [1, 2, 3, 4]
        assert reviews.next_of(store, one) == reviews.by_reference(store, "EXR-3")
        assert reviews.last_of(store, other) is None

    database.write_now(work)


def test_overdue_is_past_the_due_day_and_not_held(database: Database) -> None:
    def work(store: Store) -> list[bool]:
        child = add_child(store)
        add_review(store, child, "EXR-1", number=1, due_by=date(2026, 11, 20), planned_for=date(2026, 11, 27))
        add_review(store, child, "EXR-2", number=2, due_by=TODAY)
        add_review(store, child, "EXR-3", number=3, **held(date(2026, 11, 1)))
        return [review.overdue(TODAY) for review in reviews.of_child(store, child)]

    assert database.write_now(work) == [True, False, False]

"""The review to come is on record as soon as the one before it was held."""

from __future__ import annotations

from datetime import date

from reviews.following import follow
from storage import children, reviews
from storage.database import Database
from storage.reviews import Review
from storage.store import Store
from tests.support.people import add_child, add_review
from tests.support.prepared import NOW, TODAY


def following(store: Store, child_id: object) -> Review | None:
    """The review that `follow` puts on record, or None."""
    store.flush()
    child = children.find(store, child_id)  # type: ignore[arg-type]
    made = follow(store, child, reviews.of_child(store, child.id), NOW, TODAY)
    return next((one for one in reviews.of_child(store, child.id) if one.id == made), None)


def test_a_child_who_has_just_come_has_the_first(database: Database) -> None:
    def work(store: Store) -> None:
        first = following(store, add_child(store, looked_after_since=date(2026, 11, 16)))
        assert first
        assert (first.reference, first.number, first.kind) == ("EXC-0001-1", 1, "first")
        assert (first.due_by, first.planned_for, first.status) == (date(2026, 12, 14), None, "planned")

    database.write_now(work)


def test_it_follows_the_last_one_held(database: Database) -> None:
    def work(store: Store) -> None:
        child = add_child(store, looked_after_since=date(2026, 6, 8))
        add_review(store, child, "EXR-1", number=1, held_on=date(2026, 7, 3), status="held")
        second = following(store, child)
        assert second
        assert (second.number, second.kind, second.due_by) == (2, "second", date(2026, 10, 3))
        assert (second.status, second.late, second.days_late) == ("overdue", True, (TODAY - date(2026, 10, 3)).days)
        assert following(store, child) is None, "there is one to come"

    database.write_now(work)


def test_whoever_came_back_begins_anew_and_the_numbers_go_on(database: Database) -> None:
    def work(store: Store) -> None:
        child = add_child(store, looked_after_since=date(2026, 11, 16))
        add_review(store, child, "EXR-1", number=4, held_on=date(2024, 7, 3), status="held")
        back = following(store, child)
        assert back
        assert (back.number, back.kind, back.due_by) == (5, "first", date(2026, 12, 14))

    database.write_now(work)


def test_whoever_has_left_has_none(database: Database) -> None:
    database.write_now(_left)


def _left(store: Store) -> None:
    assert following(store, add_child(store, left_care_on=date(2026, 11, 1))) is None

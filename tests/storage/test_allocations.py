"""Which IRO has which child."""

from __future__ import annotations

from datetime import date

from storage import allocations, children
from storage.database import Database
from storage.store import Store
from tests.support.people import add_child, add_staff, allocate
from tests.support.prepared import TODAY


def test_the_iro_before_now_and_next(database: Database) -> None:
    def work(store: Store) -> tuple[str | None, ...]:
        child_id = add_child(store)
        for reference, name, since in (
            ("EXS-001", "Priya", date(2024, 1, 1)),
            ("EXS-002", "Graham", date(2026, 3, 1)),
            ("EXS-006", "Beth", date(2026, 12, 12)),
        ):
            allocate(store, child_id, add_staff(store, reference, first_name=name), since)
        store.flush()
        found = (children.iro_before, children.iro_of, children.iro_next)
        return tuple(iro.first_name if (iro := one(store, child_id, TODAY)) else None for one in found)

    assert database.write_now(work) == ("Priya", "Graham", "Beth")


def test_the_one_before_stops_the_day_before(database: Database) -> None:
    def work(store: Store) -> list[tuple[date, date | None]]:
        child_id = add_child(store)
        allocate(store, child_id, add_staff(store, "EXS-001"), date(2024, 1, 1))
        allocate(store, child_id, add_staff(store, "EXS-002"), TODAY)
        return [(a.since, a.until) for a in allocations.history(store, child_id)]

    assert database.write_now(work) == [(date(2024, 1, 1), date(2026, 11, 20)), (TODAY, None)]


def test_a_child_without_an_iro(database: Database) -> None:
    child_id = database.write_now(add_child)
    for one in (children.iro_before, children.iro_of, children.iro_next):
        assert database.read_now(lambda store, one=one: one(store, child_id, TODAY)) is None


def test_an_iro_sees_only_the_children_held_that_day(database: Database) -> None:
    def work(store: Store) -> None:
        beth, graham = add_staff(store, "EXS-006"), add_staff(store, "EXS-002")
        ours, theirs, later = (add_child(store, f"EXC-{n:04}") for n in range(3))
        allocate(store, ours, beth, date(2026, 1, 1))
        allocate(store, theirs, graham, date(2026, 1, 1))
        allocate(store, later, graham, date(2026, 1, 1))
        allocate(store, later, beth, date(2026, 12, 12))
        store.flush()
        assert allocations.children_of(store, beth, TODAY) == [ours]
        assert set(allocations.children_of(store, beth, date(2026, 12, 12))) == {ours, later}
        assert set(allocations.on(store, TODAY, [ours, theirs])) == {ours, theirs}

    database.write_now(work)

"""Staff on record, and what they sign in with."""

from __future__ import annotations

from datetime import UTC, date, datetime

import sqlalchemy as sa

from storage import staff
from storage.database import Database
from storage.store import Store
from tests.support.people import add_staff
from tests.support.prepared import TODAY


def test_found_by_e_mail_whatever_the_capitals(database: Database) -> None:
    database.write_now(lambda store: add_staff(store, email="Beth@exampleshire.example"))
    found = database.read_now(lambda store: staff.by_email(store, " beth@EXAMPLESHIRE.example"))
    assert found is not None
    assert (found.full_name, found.initials) == ("Beth Thistlewick", "BT")
    assert database.read_now(lambda store: staff.by_email(store, "graham@exampleshire.example")) is None


def test_nothing_personal_is_readable_in_the_database(database: Database) -> None:
    database.write_now(lambda store: add_staff(store, first_name="Marguerite", bio="I bake"))
    with database.engine.connect() as connection:
        stored = repr(dict(connection.execute(sa.select(staff.staff)).mappings().one()))
    assert not any(word in stored for word in ("Marguerite", "Thistlewick", "I bake", "exampleshire.example"))


def test_only_those_employed_on_the_day_are_current(database: Database) -> None:
    def work(store: Store) -> tuple[list[str], list[str]]:
        add_staff(store, "EXS-001", role="iro_manager")
        add_staff(store, "EXS-002", ends_on=TODAY)
        add_staff(store, "EXS-003", ends_on=date(2026, 11, 20))
        add_staff(store, "EXS-004", started_on=date(2026, 11, 22))
        return (
            [member.reference for member in staff.current(store, TODAY)],
            [member.reference for member in staff.current(store, TODAY, "iro")],
        )

    assert database.write_now(work) == (["EXS-001", "EXS-002"], ["EXS-002"])


def test_a_password_is_kept_as_the_hasher_gave_it_and_lifts_the_lock(database: Database) -> None:
    def work(store: Store) -> staff.Credentials:
        staff_id = add_staff(store)
        store.flush()
        assert staff.count_failure(store, staff_id, None) == 1
        assert staff.count_failure(store, staff_id, datetime(2026, 11, 21, 13, tzinfo=UTC)) == 2
        assert staff.credentials(store, staff_id).locked_until == datetime(2026, 11, 21, 13, tzinfo=UTC)
        staff.set_password(store, staff_id, "four common words", lambda password: f"hash of {len(password)}")
        return staff.credentials(store, staff_id)

    found = database.write_now(work)
    assert (found.password, found.failures, found.locked_until) == ("hash of 17", 0, None)


def test_a_code_counts_once(database: Database) -> None:
    def work(store: Store) -> list[bool]:
        staff_id = add_staff(store)
        staff.set_code_secret(store, staff_id, "JBSWY3DPEHPK3PXP")
        assert staff.credentials(store, staff_id).code_secret == "JBSWY3DPEHPK3PXP"
        return [staff.use_code(store, staff_id, step) for step in (7, 7, 6, 8)]

    assert database.write_now(work) == [True, False, False, True]

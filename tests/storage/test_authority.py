"""The authority's own keys."""

from __future__ import annotations

import pytest

from storage import authority, staff
from storage.database import Database
from storage.migrate import upgrade
from storage.store import Store
from tests.support.people import add_staff
from tests.support.prepared import AUTHORITY, MASTER, NOW


def test_keys_are_made_once(database_url: str) -> None:
    database = Database(database_url, AUTHORITY, MASTER)
    upgrade(database)
    assert not database.read_now(authority.is_prepared)
    assert database.write_now(lambda store: authority.prepare(store, NOW)) is True
    assert database.read_now(authority.is_prepared)
    assert database.write_now(lambda store: authority.prepare(store, NOW)) is False
    database.close()


def test_keys_of_an_import_that_failed_are_not_used_later(database_url: str) -> None:
    """Threat: what is sealed with a key that was rolled back could never be read again."""
    database = Database(database_url, AUTHORITY, MASTER)
    upgrade(database)

    def fails(store: Store) -> None:
        authority.prepare(store, NOW)
        add_staff(store)
        store.digest("anything")
        raise RuntimeError("a bad row")

    with pytest.raises(RuntimeError):
        database.write_now(fails)
    database.write_now(lambda store: authority.prepare(store, NOW))
    staff_id = database.write_now(add_staff)
    digest = database.read_now(lambda store: store.digest("anything"))
    database.close()

    later = Database(database_url, AUTHORITY, MASTER)
    assert later.read_now(lambda store: staff.find(store, staff_id)).first_name == "Beth"
    assert later.read_now(lambda store: store.digest("anything")) == digest
    later.close()

"""Children on record."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from storage import children
from storage.database import Database
from storage.errors import NotFound, Tampered
from storage.store import Store
from tests.support.people import add_child
from tests.support.prepared import TODAY


def test_a_child_comes_back_as_put_on_record(database: Database) -> None:
    child_id = database.write_now(lambda store: add_child(store, first_name="Siân", languages="Welsh, English"))
    child = database.read_now(lambda store: children.find(store, child_id))
    assert (child.first_name, child.name, child.languages) == ("Siân", "Fin", "Welsh, English")
    assert child.birth_date == date(2014, 4, 4)
    assert database.read_now(lambda store: children.by_reference(store, "EXC-0001")) == child


def test_names_and_birthdays_are_not_readable_in_the_database(database: Database) -> None:
    database.write_now(lambda store: add_child(store, first_name="Finley"))
    with database.engine.connect() as connection:
        stored = repr(dict(connection.execute(sa.select(children.children)).mappings().one()))
    assert "Finley" not in stored
    assert "2014-04-04" not in stored


def test_a_child_nobody_knows(database: Database) -> None:
    child_id = database.write_now(add_child)

    def look(store: Store) -> None:
        assert children.by_reference(store, "EXC-9999") is None
        children.find(store, type(child_id)(int=1))

    with pytest.raises(NotFound):
        database.read_now(look)


def test_children_are_found_by_the_day_and_month_they_were_born(database: Database) -> None:
    def work(store: Store) -> list[str]:
        add_child(store, "EXC-0001", birth_date=date(2014, 4, 4))
        add_child(store, "EXC-0002", birth_date=date(2010, 4, 4))
        add_child(store, "EXC-0003", birth_date=date(2010, 5, 4))
        return [child.reference for child in children.by_birthday(store, 4, 4)]

    assert database.write_now(work) == ["EXC-0001", "EXC-0002"]


def test_a_corrected_birth_date_moves_the_birthday(database: Database) -> None:
    def work(store: Store) -> tuple[int, int]:
        child = children.find(store, _now(store, add_child(store)))
        children.change(store, child, birth_date=date(2014, 12, 31))
        return len(children.by_birthday(store, 4, 4)), len(children.by_birthday(store, 31, 12))

    assert database.write_now(work) == (0, 1)


def test_one_childs_name_put_in_anothers_row_is_refused(database: Database) -> None:
    """Threat: somebody with the database moves a ciphertext to a row they may read."""

    def swap(store: Store) -> None:
        one, other = add_child(store, "EXC-0001"), add_child(store, "EXC-0002")
        store.flush()
        table = children.children
        taken = store.row(sa.select(table.c.first_name).where(table.c.id == one))
        assert taken
        store.change(table, other, first_name=taken["first_name"])
        children.find(store, other)

    with pytest.raises(Tampered):
        database.write_now(swap)


def test_many_children_come_in_one_query(database: Database) -> None:
    ids = database.write_now(lambda store: [add_child(store, f"EXC-{n:04}") for n in range(5)])
    statements: list[str] = []
    sa.event.listen(database.engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    found = database.read_now(lambda store: children.many(store, ids))
    assert set(found) == set(ids)
    assert len([text for text in statements if "FROM children" in text]) == 1
    assert len([text for text in statements if "FROM data_keys" in text]) <= 1


@pytest.mark.parametrize(
    ("born", "age", "band"),
    [
        (date(2018, 11, 21), 8, "younger"),
        (date(2017, 11, 22), 8, "younger"),
        (date(2017, 11, 21), 9, "middle"),
        (date(2013, 11, 22), 12, "middle"),
        (date(2013, 11, 21), 13, "older"),
        (date(2008, 12, 2), 17, "older"),
    ],
)
def test_age_and_band(database: Database, born: date, age: int, band: str) -> None:
    child = database.write_now(lambda store: children.find(store, _now(store, add_child(store, birth_date=born))))
    assert (child.age(TODAY), child.band(TODAY)) == (age, band)


@pytest.mark.parametrize(
    ("needs", "easy"),
    [
        ("Learning disability: easy read", True),
        ("Speech and language needs: short sentences with symbols", True),
        ("Not reading yet: audio and pictures", True),
        ("Dyslexia: prefers voice notes and emojis", False),
        ("None recorded", False),
    ],
)
def test_who_reads_easy_read(needs: str, easy: bool) -> None:
    assert children.needs_easy_read(needs) is easy


def _now(store: Store, row_id):
    store.flush()
    return row_id

"""The test databases are real and separate, and give the service only the rights it really has."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests.support.databases import Databases
from tests.support.postgresql import PostgreSQLServer


def _plain(url: str) -> str:
    return url.replace("postgresql+psycopg", "postgresql")


def test_the_service_is_no_superuser_and_cannot_step_round_row_level_security(
    postgresql_url: Callable[[], str],
) -> None:
    with psycopg.connect(_plain(postgresql_url())) as connection:
        rights = connection.execute(
            "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user"
        ).fetchone()
    assert rights == (False, False, False)


def test_forced_row_level_security_holds_for_the_owner(postgresql_url: Callable[[], str]) -> None:
    with psycopg.connect(_plain(postgresql_url())) as connection:
        connection.execute("create table review (authority text)")
        connection.execute("insert into review values ('Exampleshire'), ('Otherby')")
        connection.execute("alter table review enable row level security")
        connection.execute("alter table review force row level security")
        connection.execute("create policy own on review using (authority = 'Exampleshire')")
        assert connection.execute("select authority from review").fetchall() == [("Exampleshire",)]


def test_a_fresh_database_is_empty_and_takes_a_table(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("create table review (id integer primary key)"))
        connection.execute(text("insert into review values (1)"))
        assert connection.execute(text("select count(*) from review")).scalar_one() == 1
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_copy_holds_the_rows_and_leaves_the_first_alone(databases: Databases, kind: str) -> None:
    first = databases.empty(kind)
    _run(first, "create table review (id integer primary key)", "insert into review values (1)")
    copied = databases.copy(first)
    _run(copied, "insert into review values (2)")
    assert (_count(first), _count(copied)) == (1, 2)


def test_a_dropped_database_is_gone_even_while_somebody_is_connected(postgresql: PostgreSQLServer) -> None:
    name = postgresql.create()
    with psycopg.connect(_plain(postgresql.url(name))):
        postgresql.drop(name)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(_plain(postgresql.url(name)))


def _run(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def _count(url: str) -> int:
    engine = create_engine(url)
    with engine.connect() as connection:
        found: int = connection.execute(text("select count(*) from review")).scalar_one()
    engine.dispose()
    return found

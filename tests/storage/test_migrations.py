"""The migrations make exactly the tables the code has, and PostgreSQL keeps authorities apart by itself."""

from __future__ import annotations

import ast
from contextlib import closing

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import ProgrammingError

from storage import children
from storage.database import Database
from storage.migrate import level, upgrade
from storage.migrations.regenerate import TARGET, page
from storage.tables import metadata
from tests.support.people import add_child
from tests.support.prepared import AUTHORITY, MASTER


@pytest.fixture
def empty(database_url: str):
    database = Database(database_url, AUTHORITY, MASTER)
    yield database
    database.close()


def test_an_empty_database_is_brought_up_to_the_tables(empty: Database) -> None:
    before = level(empty)
    upgrade(empty)
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert before.current is None
    assert not before.up_to_date
    assert level(empty).up_to_date


def test_upgrading_again_changes_nothing(empty: Database) -> None:
    upgrade(empty)
    upgrade(empty.engine)
    assert level(empty).up_to_date


def test_the_first_migration_was_written_from_the_tables() -> None:
    written = ast.parse(TARGET.read_text(encoding="utf-8"))
    assert ast.dump(written) == ast.dump(ast.parse(page())), "Run: python -m storage.migrations.regenerate"


@pytest.mark.postgresql
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
class TestAnotherAuthority:
    """Whoever connects for another authority, with whatever query."""

    def test_every_table_is_guarded(self, database: Database) -> None:
        guarded = sa.text("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        with database.engine.connect() as connection:
            assert set(connection.scalars(guarded)) == set(metadata.tables)

    def test_it_sees_nothing(self, database: Database) -> None:
        database.write_now(add_child)
        assert self.count(database) == 1
        with self.stranger(database) as other:
            assert self.count(other) == 0

    def test_it_writes_nothing(self, database: Database) -> None:
        child_id = database.write_now(add_child)
        with self.stranger(database) as other, other.engine.begin() as connection:
            assert connection.execute(sa.update(children.children).values(easy_read=True)).rowcount == 0
            assert connection.execute(sa.delete(children.children)).rowcount == 0
        assert not database.read_now(lambda store: children.find(store, child_id)).easy_read

    def test_it_cannot_put_a_row_among_ours(self, database: Database) -> None:
        database.write_now(add_child)
        with database.engine.connect() as connection:
            row = dict(connection.execute(sa.select(children.children)).mappings().one())
        refused = pytest.raises(ProgrammingError, match="row-level security")
        with self.stranger(database) as other, refused, other.engine.begin() as connection:
            connection.execute(sa.insert(children.children).values({**row, "reference": "EXC-0002"}))

    def test_a_connection_that_names_no_authority_sees_nothing(self, database: Database) -> None:
        database.write_now(add_child)
        engine = sa.create_engine(database.url)
        with engine.connect() as connection:
            assert connection.scalar(sa.select(sa.func.count()).select_from(children.children)) == 0
        engine.dispose()

    def stranger(self, database: Database):
        return closing(Database(database.url.render_as_string(False), "elsewhere", MASTER))

    def count(self, database: Database) -> int | None:
        with database.engine.connect() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(children.children))

"""The kinds of column there are. A column holds an identifier, a code, a fact without words, or it is sealed.

There is deliberately no plain text type here: `tests/promises/test_nothing_readable.py` walks the schema and
refuses any other type, so a new column cannot hold a child's words in the clear by being forgotten.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKeyConstraint, MetaData, PrimaryKeyConstraint, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Ref(sa.String):
    """An identifier that another system or a rule file gave: never a name, never words."""

    def __init__(self, length: int = 80) -> None:
        super().__init__(length)


class Code(sa.String):
    """One of a short list of codes."""

    def __init__(self, length: int = 40) -> None:
        super().__init__(length)


class Sealed(sa.LargeBinary):
    """Ciphertext of words, names, addresses or dates of birth (`storage/sealed.py`)."""


class SealedBytes(Sealed):
    """Ciphertext of a file: a voice note, a picture. Opened by itself (`Store.open_bytes`), never with its row."""


class Digest(sa.LargeBinary):
    """A keyed hash, to look a thing up without being able to read it (`storage/keys.py`)."""


class PasswordHash(sa.String):
    """An argon2id hash with its parameters."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, always aware. SQLite has no such type: there it is kept naive and read back as UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A moment needs a time zone, this one has none: {value}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def table(name: str, *parts: Any) -> Table:
    """A table whose every row belongs to one authority: the key begins with it, and the database enforces it."""
    return Table(
        name,
        metadata,
        Column("authority", Code(), nullable=False),
        Column("id", sa.Uuid(), nullable=False),
        *parts,
        PrimaryKeyConstraint("authority", "id"),
    )


def belongs_to(column: str, other: str) -> ForeignKeyConstraint:
    """A reference to a row of `other` in the same authority."""
    return ForeignKeyConstraint(["authority", column], [f"{other}.authority", f"{other}.id"])

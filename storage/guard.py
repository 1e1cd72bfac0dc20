"""Whether the database itself keeps authorities apart, and tells the same time as this machine."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.store import Store


def passes_by_row_security(store: Store) -> bool:
    """Whether this role may see every authority's rows on PostgreSQL: a superuser, or one with BYPASSRLS."""
    if store.connection.dialect.name != "postgresql":
        return False
    query = sa.text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
    return bool(store.connection.scalar(query))


def clock_ahead_by(store: Store, now: datetime) -> timedelta:
    """By how much the clock of the database server is ahead of `now`; SQLite has this machine's."""
    if store.connection.dialect.name != "postgresql":
        return timedelta(0)
    there: datetime = store.connection.execute(sa.text("SELECT clock_timestamp()")).scalar_one()
    return there - now

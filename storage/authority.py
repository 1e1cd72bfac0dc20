"""The authority itself: the keys it needs before anything can be stored."""

from datetime import datetime

import sqlalchemy as sa

from storage.keys import AUTHORITY_PURPOSES
from storage.store import Store
from storage.tables import data_keys


def prepare(store: Store, now: datetime) -> bool:
    """Make the authority's own keys, each once; True when one was missing."""
    missing = [purpose for purpose in AUTHORITY_PURPOSES if purpose not in _purposes(store)]
    for purpose in missing:
        store.new_key(purpose, now)
    return bool(missing)


def is_prepared(store: Store) -> bool:
    return set(AUTHORITY_PURPOSES) <= _purposes(store)


def _purposes(store: Store) -> set[str]:
    query = sa.select(data_keys.c.purpose).where(
        store.here(data_keys), data_keys.c.purpose.in_(AUTHORITY_PURPOSES), data_keys.c.wrapped.is_not(None)
    )
    return {row["purpose"] for row in store.rows(query)}

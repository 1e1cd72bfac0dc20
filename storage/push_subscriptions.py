"""Browsers that asked to be told by web push. An endpoint is as good as a phone number: sealed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import sqlalchemy as sa

from storage.conversations import Address
from storage.errors import BadData
from storage.store import Store
from storage.tables import push_subscriptions

LOOPBACK = ("127.0.0.1", "localhost")
MOST = 5
"""Browsers of one person; the oldest makes room."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose browser it is: a member of staff's, or the one at a child's address. One of the two is given."""

    staff_id: UUID | None = None
    address: Address | None = None

    def key(self, store: Store) -> UUID:
        """A child's goes with the child's own key, when that is destroyed."""
        return self.address.key_id if self.address else store.authority_key("staff")

    @property
    def rows(self) -> sa.ColumnElement[bool]:
        if self.address is not None:
            return push_subscriptions.c.address_id == self.address.id
        return push_subscriptions.c.staff_id == self.staff_id


def keep(store: Store, holder: Holder, subscription: Mapping[str, Any], now: datetime) -> None:
    """Keep what a browser gave: {endpoint, keys: {p256dh, auth}}. A browser belongs to who subscribed last."""
    endpoint, keys = subscription.get("endpoint"), subscription.get("keys")
    if not isinstance(endpoint, str) or not isinstance(keys, Mapping):
        raise BadData("This is no subscription of a browser.")
    wanted = {name: keys.get(name) for name in ("p256dh", "auth")}
    if not all(isinstance(key, str) and 0 < len(key) <= 200 for key in wanted.values()) or len(endpoint) > 1000:
        raise BadData("This is no subscription of a browser.")
    forget(store, endpoint)
    store.add(
        push_subscriptions, now, staff_id=holder.staff_id, address_id=holder.address.id if holder.address else None,
        key_id=holder.key(store), subscription=json.dumps({"endpoint": endpoint, "keys": wanted}),
        endpoint_digest=_digest(store, endpoint), made_at=now,
    )  # fmt: skip
    store.flush()
    for row in _rows(store, holder)[:-MOST]:
        _remove(store, push_subscriptions.c.id == row["id"])


def of(store: Store, holder: Holder) -> list[tuple[UUID, str]]:
    """The browsers of one holder, the oldest first: id, and the subscription as JSON."""
    rows = _rows(store, holder)
    return [(row["id"], row["subscription"]) for row in store.opened(push_subscriptions, rows)] if rows else []


def any_of(store: Store, holder: Holder) -> bool:
    query = sa.select(push_subscriptions.c.id).where(store.here(push_subscriptions), holder.rows).limit(1)
    return store.row(query) is not None


def forget(store: Store, endpoint: str) -> bool:
    """The browser wants no more, or its push service does not know it any more."""
    return _remove(store, push_subscriptions.c.endpoint_digest == _digest(store, endpoint))


def forget_all(store: Store, holder: Holder) -> bool:
    return _remove(store, holder.rows)


def allowed(endpoint: str, services: Sequence[str]) -> bool:
    """May this be called? Threat: a subscription that is not one makes the service call a server of the house."""
    parts = urlsplit(endpoint)
    host = (parts.hostname or "").lower()
    if parts.scheme != "https" and host not in LOOPBACK:
        return False
    return any(host == service or host.endswith(f".{service}") for service in services)


def _rows(store: Store, holder: Holder) -> list[Mapping[str, Any]]:
    query = sa.select(push_subscriptions).where(store.here(push_subscriptions), holder.rows)
    return list(store.rows(query.order_by(push_subscriptions.c.made_at, push_subscriptions.c.id)))


def _remove(store: Store, which: sa.ColumnElement[bool]) -> bool:
    store.flush()
    statement = sa.delete(push_subscriptions).where(store.here(push_subscriptions), which)
    return bool(store.connection.execute(statement).rowcount)


def _digest(store: Store, endpoint: str) -> bytes:
    return store.digest(f"push|{endpoint}")

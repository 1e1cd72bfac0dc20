"""Browsers of staff that asked to be told by web push. An endpoint is as good as a phone number: sealed."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import sqlalchemy as sa

from storage.errors import BadData
from storage.store import Store
from storage.tables import push_subscriptions

LOOPBACK = ("127.0.0.1", "localhost")
MOST = 5
"""Browsers of one person; the oldest makes room."""


def keep(store: Store, staff_id: UUID, subscription: Mapping[str, Any], now: datetime) -> None:
    """Keep what a browser gave: {endpoint, keys: {p256dh, auth}}. A browser belongs to who subscribed last."""
    endpoint, keys = subscription.get("endpoint"), subscription.get("keys")
    if not isinstance(endpoint, str) or not isinstance(keys, Mapping):
        raise BadData("This is no subscription of a browser.")
    wanted = {name: keys.get(name) for name in ("p256dh", "auth")}
    if not all(isinstance(key, str) and 0 < len(key) <= 200 for key in wanted.values()) or len(endpoint) > 1000:
        raise BadData("This is no subscription of a browser.")
    forget(store, endpoint)
    text = json.dumps({"endpoint": endpoint, "keys": wanted})
    store.add(
        push_subscriptions, now, sealed_with=store.authority_key("staff"), staff_id=staff_id, subscription=text,
        endpoint_digest=_digest(store, endpoint), made_at=now,
    )  # fmt: skip
    store.flush()
    for row in _rows(store, staff_id)[:-MOST]:
        _remove(store, push_subscriptions.c.id == row["id"])


def of(store: Store, staff_id: UUID) -> list[tuple[UUID, str]]:
    """The browsers of one member of staff, the oldest first: id, and the subscription as JSON."""
    rows = _rows(store, staff_id)
    opened = store.opened(push_subscriptions, rows, store.authority_key("staff")) if rows else []
    return [(row["id"], row["subscription"]) for row in opened]


def forget(store: Store, endpoint: str) -> bool:
    """The browser wants no more, or its push service does not know it any more."""
    return _remove(store, push_subscriptions.c.endpoint_digest == _digest(store, endpoint))


def forget_all(store: Store, staff_id: UUID) -> bool:
    return _remove(store, push_subscriptions.c.staff_id == staff_id)


def allowed(endpoint: str, services: Sequence[str]) -> bool:
    """May this be called? Threat: a subscription that is not one makes the service call a server of the house."""
    parts = urlsplit(endpoint)
    host = (parts.hostname or "").lower()
    if parts.scheme != "https" and host not in LOOPBACK:
        return False
    return any(host == service or host.endswith(f".{service}") for service in services)


def _rows(store: Store, staff_id: UUID) -> list[Mapping[str, Any]]:
    query = sa.select(push_subscriptions).where(
        store.here(push_subscriptions), push_subscriptions.c.staff_id == staff_id
    )
    return list(store.rows(query.order_by(push_subscriptions.c.made_at, push_subscriptions.c.id)))


def _remove(store: Store, which: sa.ColumnElement[bool]) -> bool:
    store.flush()
    statement = sa.delete(push_subscriptions).where(store.here(push_subscriptions), which)
    return bool(store.connection.execute(statement).rowcount)


def _digest(store: Store, endpoint: str) -> bytes:
    return store.digest(f"push|{endpoint}")

"""What a channel says afterwards of what it took: it arrived, or it is given back and waits again."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from storage.errors import OutOfDate
from storage.outbox import Parcel, parcel_of, waits
from storage.store import Store
from storage.tables import outbox

RETURNED = ("temporary-failure", "technical-failure")
"""Troubles of what a channel took and gave back: the phone was off, or the fault was the channel's."""


def returned(store: Store, parcel_id: UUID, channel: str, now: datetime) -> Parcel | None:
    """What this channel took and now gives back: it waits again. None for a second report, and for what is not ours.

    Its `attempts` count the one to come. Raises `OutOfDate` while it is not written down yet that the channel took it.
    """
    again = sa.update(outbox).where(*_taken(store, parcel_id, channel))
    again = again.values(state="waiting", sent_at=None, delivered_at=None, due_at=now)
    if not store.connection.execute(again).rowcount:
        _not_before_it_was_sent(store, parcel_id, channel)
        return None
    row = store.row(sa.select(outbox).where(store.here(outbox), outbox.c.id == parcel_id))
    return parcel_of(store, row) if row else None


def delivered(store: Store, parcel_id: UUID, channel: str, now: datetime) -> bool:
    """The channel says that it arrived; False for a second report, and for what is not ours. Raises `OutOfDate`."""
    which = [*_taken(store, parcel_id, channel), outbox.c.delivered_at.is_(None)]
    if store.connection.execute(sa.update(outbox).where(*which).values(delivered_at=now)).rowcount:
        return True
    _not_before_it_was_sent(store, parcel_id, channel)
    return False


def hurry(store: Store, recipient_id: UUID, channel: str, now: datetime) -> None:
    """They have just been heard of there: what was given back and waits to be tried again is due now."""
    statement = sa.update(outbox).where(
        store.here(outbox), outbox.c.recipient_id == recipient_id, outbox.c.channel == channel, waits(outbox)
    )
    store.connection.execute(statement.where(outbox.c.trouble.in_(RETURNED)).values(due_at=now))


def _taken(store: Store, parcel_id: UUID, channel: str) -> list[sa.ColumnElement[bool]]:
    return [store.here(outbox), outbox.c.id == parcel_id, outbox.c.channel == channel, outbox.c.state == "sent"]


def _not_before_it_was_sent(store: Store, parcel_id: UUID, channel: str) -> None:
    """A receipt may be quicker than we are: then it is asked for again."""
    which = [store.here(outbox), outbox.c.id == parcel_id, outbox.c.channel == channel, outbox.c.state == "waiting"]
    if store.row(sa.select(outbox.c.id).where(*which, outbox.c.lease_until.is_not(None))) is not None:
        raise OutOfDate("What this receipt is about is being written down. Send it again in a moment.")

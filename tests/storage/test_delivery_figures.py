"""What became of what was sent is counted by channel and month, for children and staff apart."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from storage import delivery_figures, outbox, receipts, staff_notices
from storage.database import Database
from storage.delivery_figures import Sent
from storage.errors import OutOfDate
from storage.outbox import Draft
from storage.store import Store
from tests.support.prepared import NOW

ANA = UUID(int=1)
THIS_MONTH = NOW.date().replace(day=1)


def put(store: Store, channel: str, *, child: bool = True, once: str = "") -> None:
    draft = Draft(
        "chat", channel, uuid4(), store.authority_key("staff"), {"to": "7", "text": "Hello"},
        once or uuid4().hex, message_id=uuid4() if child else None,
    )  # fmt: skip
    outbox.put_many(store, NOW, [draft])


def test_sent_delivered_failed_and_waiting_are_told_apart(database: Database) -> None:
    def work(store: Store) -> None:
        for _ in range(4):
            put(store, "sms")
        first, second, third, _ = outbox.lease(store, NOW, 10, 60)
        outbox.sent(store, NOW, {first.id: "n1", second.id: "n2"})
        outbox.failed(store, third.id, "unreachable")
        assert receipts.delivered(store, first.id, "sms", NOW)
        assert not receipts.delivered(store, first.id, "sms", NOW), "a second report"
        assert not receipts.delivered(store, uuid4(), "sms", NOW), "not ours"
        put(store, "push", child=False, once=f"{staff_notices.BELL}1:2")
        put(store, "email", child=False)

    database.write_now(work)
    assert database.read_now(lambda store: delivery_figures.by_month(store, NOW - timedelta(days=1))) == [
        Sent(THIS_MONTH, "push", True, 0, 0, 0, 1, 0),
        Sent(THIS_MONTH, "sms", True, 2, 1, 1, 1, 0),
        Sent(THIS_MONTH, "email", False, 0, 0, 0, 1, 0),
    ]
    assert database.read_now(lambda store: delivery_figures.by_month(store, NOW + timedelta(days=1))) == []


def test_a_receipt_that_is_quicker_than_we_are_is_asked_for_again(database: Database) -> None:
    def work(store: Store) -> UUID:
        put(store, "sms")
        [leased] = outbox.lease(store, NOW, 10, 60)
        return leased.id

    parcel = database.write_now(work)
    for report in (receipts.delivered, receipts.returned):
        with pytest.raises(OutOfDate):
            database.write_now(lambda store, report=report: report(store, parcel, "sms", NOW))

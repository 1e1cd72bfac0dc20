"""What is put into the outbox goes out once, in order within one recipient, and concerns first."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from storage import outbox, staff_notices
from storage.conversations import open_visitor
from storage.database import Database
from storage.errors import BadData
from storage.outbox import Draft, Parcel
from storage.store import Store
from storage.tables import data_keys
from storage.tables import outbox as table
from tests.support.prepared import NOW

ANA, BEN = UUID(int=1), UUID(int=2)
LATER = NOW + timedelta(minutes=5)


def draft(store: Store, text: str, to: UUID = ANA, lane: str = "chat", once: str = "", **more: Any) -> Draft:
    """A draft under the authority's own key, known by its text."""
    more = {"channel": "telegram", "key_id": store.authority_key("staff")} | more
    return Draft(lane=lane, recipient_id=to, payload={"to": "7", "text": text}, once=once or text, **more)


def put(database: Database, *texts: str, to: UUID = ANA, lane: str = "chat", **more: Any) -> int:
    return database.write_now(
        lambda store: outbox.put_many(store, NOW, [draft(store, text, to, lane, **more) for text in texts])
    )


def lease(database: Database, now: datetime = NOW, limit: int = 100) -> list[Parcel]:
    return database.write_now(lambda store: outbox.lease(store, now, limit, 60))


def texts(parcels: Sequence[Parcel]) -> list[str]:
    return [parcel.payload["text"] for parcel in parcels]


def send(database: Database, parcels: Sequence[Parcel], now: datetime = NOW) -> None:
    database.write_now(lambda store: outbox.sent(store, now, {parcel.id: "41" for parcel in parcels}))


def stored(database: Database) -> dict[str, dict[str, Any]]:
    """The rows as they are, by idempotency key."""
    rows = database.read_now(lambda store: store.rows(sa.select(table)))
    return {row["once"]: dict(row) for row in rows}


def test_one_thing_comes_out_as_it_was_put_in(database: Database) -> None:
    message_id = uuid4()
    database.write_now(
        lambda store: outbox.put(
            store, NOW, lane="chat", channel="telegram", recipient_id=ANA, key_id=store.authority_key("staff"),
            payload={"to": "7", "text": "Hello Fin", "choices": [{"id": "a", "label": "Yes"}]}, once="x",
            message_id=message_id,
        )
    )  # fmt: skip
    [parcel] = lease(database)
    assert parcel.payload == {"to": "7", "text": "Hello Fin", "choices": [{"id": "a", "label": "Yes"}]}
    assert (parcel.lane, parcel.channel, parcel.recipient_id) == ("chat", "telegram", ANA)
    assert (parcel.message_id, parcel.attempts, parcel.again) == (message_id, 1, False)
    assert "Fin" not in repr(parcel)


def test_the_payload_is_sealed_at_rest(database: Database) -> None:
    put(database, "the words of a child")
    assert b"words" not in bytes(stored(database)["the words of a child"]["payload"])


def test_the_same_key_is_put_in_once(database: Database) -> None:
    assert put(database, "one", "two") == 2
    assert put(database, "two", "three") == 1
    assert put(database, "four", "four") == 1
    assert set(stored(database)) == {"one", "two", "three", "four"}


def test_putting_says_whether_it_was_new(database: Database) -> None:
    def twice(store: Store) -> list[bool]:
        values: dict[str, Any] = {
            "lane": "notice", "channel": "email", "recipient_id": ANA, "key_id": store.authority_key("staff"),
            "payload": {"to": "a@example.org"}, "once": "reminder-1",
        }  # fmt: skip
        return [outbox.put(store, NOW, **values), outbox.put(store, NOW, **values)]

    assert database.write_now(twice) == [True, False]


def test_a_lane_that_nobody_drains_is_refused(database: Database) -> None:
    with pytest.raises(BadData, match="only concern, chat, notice"):
        put(database, "one", lane="conern")


def test_nothing_is_put_in_without_drafts(database: Database) -> None:
    assert put(database) == 0


def test_a_recipient_is_sent_one_thing_after_another(database: Database) -> None:
    put(database, "one", "two")
    put(database, "three")
    seen = []
    for _ in range(3):
        parcels = lease(database)
        seen += texts(parcels)
        assert lease(database) == [], "the next one was given out before this one was sent"
        send(database, parcels)
    assert seen == ["one", "two", "three"]
    assert lease(database) == []


def test_many_are_closed_at_once(database: Database) -> None:
    for number in range(5):
        put(database, str(number), to=UUID(int=number))
    send(database, lease(database))
    assert {row["state"] for row in stored(database).values()} == {"sent"}


def test_recipients_do_not_wait_for_each_other(database: Database) -> None:
    put(database, "a1", "a2")
    put(database, "b1", "b2", to=BEN)
    assert set(texts(lease(database))) == {"a1", "b1"}


def test_a_lease_has_a_limit(database: Database) -> None:
    for number in range(5):
        put(database, str(number), to=UUID(int=number))
    assert len(lease(database, limit=3)) == 3
    assert len(lease(database, limit=3)) == 2


def test_what_waits_for_a_retry_holds_back_what_stands_behind_it(database: Database) -> None:
    put(database, "one", "two")
    [parcel] = lease(database)
    database.write_now(lambda store: outbox.retry_later(store, parcel.id, LATER, "try_later"))
    assert lease(database) == []
    [again] = lease(database, LATER)
    assert (again.payload["text"], again.attempts, again.again) == ("one", 2, False)
    assert stored(database)["one"]["trouble"] == "try_later"


def test_what_is_due_later_is_not_given_out(database: Database) -> None:
    put(database, "morning", due_at=LATER)
    assert lease(database) == []
    assert texts(lease(database, LATER)) == ["morning"]


def test_a_lease_that_ran_out_is_given_out_again_and_says_so(database: Database) -> None:
    put(database, "one")
    lease(database)
    assert lease(database, NOW + timedelta(seconds=59)) == []
    [again] = lease(database, NOW + timedelta(seconds=61))
    assert (again.again, again.attempts) == (True, 2)


def test_what_failed_stays_visible_and_lets_the_next_one_go(database: Database) -> None:
    put(database, "one", "two")
    [parcel] = lease(database)
    database.write_now(lambda store: outbox.failed(store, parcel.id, "our_fault"))
    assert texts(lease(database)) == ["two"]
    assert (stored(database)["one"]["state"], stored(database)["one"]["trouble"]) == ("failed", "our_fault")


def test_a_late_worker_does_not_undo_what_was_sent(database: Database) -> None:
    put(database, "one")
    [parcel] = lease(database)
    send(database, [parcel])
    database.write_now(lambda store: outbox.retry_later(store, parcel.id, LATER, "try_later"))
    database.write_now(lambda store: outbox.failed(store, parcel.id, "our_fault"))
    row = stored(database)["one"]
    assert (row["state"], row["external_id"], row["sent_at"]) == ("sent", "41", NOW)


def test_what_was_not_tried_is_given_back_uncounted(database: Database) -> None:
    put(database, "one")
    [parcel] = lease(database)
    database.write_now(lambda store: outbox.release(store, [parcel.id]))
    [again] = lease(database)
    assert (again.attempts, again.again) == (1, False)


def test_concerns_go_first(database: Database) -> None:
    put(database, "digest", to=UUID(int=11), lane="notice")
    put(database, "hello", to=UUID(int=12))
    put(database, "someone is in danger", to=UUID(int=13), lane="concern")
    assert texts(lease(database, limit=2)) == ["someone is in danger", "hello"]


def test_a_concern_overtakes_what_is_stuck(database: Database) -> None:
    put(database, "digest", lane="notice")
    [stuck] = lease(database)
    database.write_now(lambda store: outbox.retry_later(store, stuck.id, LATER, "try_later"))
    put(database, "look now", "and now", lane="concern")
    assert texts(lease(database)) == ["look now"], "one concern after another, the digest aside"


def test_nothing_overtakes_a_concern(database: Database) -> None:
    put(database, "look now", lane="concern")
    put(database, "digest", lane="notice")
    assert texts(lease(database)) == ["look now"]
    assert lease(database) == []


def test_channels_of_one_recipient_do_not_wait_for_each_other(database: Database) -> None:
    put(database, "mail", lane="notice", channel="email")
    put(database, "text", lane="notice", channel="sms")
    assert sorted(texts(lease(database))) == ["mail", "text"]


def test_everything_for_a_lost_recipient_is_dropped(database: Database) -> None:
    put(database, "one", "two")
    put(database, "for ben", to=BEN)
    dropped = database.write_now(lambda store: outbox.drop_all(store, ANA, "telegram", "unreachable"))
    assert dropped == 2
    assert texts(lease(database)) == ["for ben"]
    assert stored(database)["two"]["state"] == "dropped"


def test_what_was_erased_is_dropped_and_the_rest_goes_on(database: Database) -> None:
    gone = database.write_now(lambda store: store.new_key("child", NOW))
    put(database, "secret", key_id=gone)
    put(database, "for ben", to=BEN)
    database.write_now(
        lambda store: store.connection.execute(sa.update(data_keys).where(data_keys.c.id == gone).values(wrapped=None))
    )
    database.keyring.forget([gone])
    assert texts(lease(database)) == ["for ben"]
    assert (stored(database)["secret"]["state"], stored(database)["secret"]["trouble"]) == ("dropped", "erased")


def test_what_was_tampered_with_fails_and_the_rest_goes_on(database: Database) -> None:
    put(database, "one")
    put(database, "for ben", to=BEN)
    moved = stored(database)["for ben"]["payload"]
    database.write_now(
        lambda store: store.connection.execute(sa.update(table).where(table.c.once == "one").values(payload=moved))
    )
    assert texts(lease(database)) == ["for ben"]
    assert (stored(database)["one"]["state"], stored(database)["one"]["trouble"]) == ("failed", "tampered")


def test_two_workers_never_share_a_recipient(database: Database) -> None:
    """One worker holds its lease uncommitted; the other gets other recipients, never the next of the same."""
    if database.is_sqlite:
        pytest.skip("SQLite has one writer at a time")
    put(database, "a1", "a2")
    put(database, "b1", to=BEN)
    held, go = Event(), Event()

    def hold(store: Store) -> list[Parcel]:
        parcels = outbox.lease(store, NOW, 1, 60)
        held.set()
        assert go.wait(30)
        return parcels

    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(database.write_now, hold)
        assert held.wait(30)
        second = lease(database)
        go.set()
        assert len(first.result()) == 1
    assert sorted(texts([*first.result(), *second])) == ["a1", "b1"]


def test_a_message_is_queued_for_every_address_that_is_pushed_to(database: Database) -> None:
    message_id = uuid4()

    def queue(store: Store) -> int:
        web = open_visitor(store, "web", "browser-1", "older", "en", NOW)
        chat = open_visitor(store, "telegram", "7001", "older", "en", NOW)
        lost = open_visitor(store, "telegram", "7002", "older", "en", NOW)
        lost = lost.__class__(**{name: getattr(lost, name) for name in lost.__slots__} | {"state": "unreachable"})
        choices = [{"id": "ok", "label": "OK"}]
        outbox.queue_message(store, NOW, [web, chat, lost], message_id, "Hello", choices)
        return outbox.queue_message(store, NOW, [web, chat, lost], message_id, "Hello", choices)

    assert database.write_now(queue) == 0, "the same message was queued twice for one address"
    [parcel] = lease(database)
    assert parcel.payload == {"to": "7001", "text": "Hello", "choices": [{"id": "ok", "label": "OK"}]}
    assert parcel.message_id == message_id


def test_the_page_of_notices_shows_staff_mail_and_no_messages(database: Database) -> None:
    put(database, "for a child", message_id=uuid4())
    put(database, "digest", lane="notice", channel="email")
    put(database, "look now", lane="concern", channel="email", to=BEN)
    shown = database.read_now(staff_notices.latest)
    assert {(notice.text, notice.state) for notice in shown} == {("digest", "waiting"), ("look now", "waiting")}
    [concern] = database.read_now(lambda store: staff_notices.latest(store, lane="concern"))
    assert (concern.text, concern.to, concern.channel) == ("look now", "7", "email")


def test_depth_counts_what_waits_by_lane(database: Database) -> None:
    put(database, "one", "two")
    put(database, "look", lane="concern", to=BEN, due_at=LATER)
    send(database, lease(database))
    depth = database.read_now(outbox.depth)
    assert depth.waiting == {"chat": 1, "concern": 1}
    assert depth.oldest_due == NOW


def test_depth_of_nothing(database: Database) -> None:
    depth = database.read_now(outbox.depth)
    assert (depth.waiting, depth.oldest_due) == ({}, None)


def test_any_script_comes_out_as_it_was_put_in(database: Database) -> None:
    put(database, "žlutá 🎈 مرحبا")
    assert texts(lease(database)) == ["žlutá 🎈 مرحبا"]

"""Staff sessions and the counting of tries, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from storage import audit, sessions, staff, trail
from storage.audit import AuditEvent
from storage.database import Database
from storage.sessions import Session
from storage.store import Store
from storage.tables import staff_sessions
from tests.support.people import add_child, add_staff
from tests.support.prepared import NOW

IDLE = timedelta(minutes=20)
NOBODY = UUID(int=0)


@pytest.fixture
def beth(database: Database) -> UUID:
    return database.write_now(add_staff)


def opened(database: Database, staff_id: UUID, *, passed_code: bool = True) -> str:
    token = sessions.new_token()
    database.write_now(lambda store: sessions.open_session(store, staff_id, token, NOW, passed_code=passed_code))
    return token


def found(database: Database, token: str, now: datetime = NOW) -> Session | None:
    return database.read_now(lambda store: sessions.find(store, token, now, IDLE))


def test_the_token_itself_is_not_in_the_database(database: Database, beth: UUID) -> None:
    token = opened(database, beth)
    rows = database.read_now(lambda store: store.rows(sa.select(staff_sessions)))
    assert token not in str(rows)
    assert token.encode() not in rows[0]["token_digest"]


def test_only_its_own_token_finds_a_session(database: Database, beth: UUID) -> None:
    token = opened(database, beth)
    session = found(database, token)
    assert session is not None
    assert (session.staff_id, session.passed_code) == (beth, True)
    assert found(database, sessions.new_token()) is None


def test_a_session_in_use_lives_on_and_an_idle_one_does_not(database: Database, beth: UUID) -> None:
    token = opened(database, beth)
    later = NOW + IDLE - timedelta(seconds=1)
    session = found(database, token, later)
    assert session is not None
    database.write_now(lambda store: sessions.touch(store, session, later))
    assert found(database, token, later + IDLE - timedelta(seconds=1)) is not None
    assert found(database, token, later + IDLE) is None


def test_half_a_sign_in_does_not_wait_for_long(database: Database, beth: UUID) -> None:
    token = opened(database, beth, passed_code=False)
    assert found(database, token, NOW + sessions.HALF_WAY - timedelta(seconds=1)) is not None
    assert found(database, token, NOW + sessions.HALF_WAY) is None


def test_an_ended_session_cannot_be_touched_back_to_life(database: Database, beth: UUID) -> None:
    token = opened(database, beth)
    session = found(database, token)
    assert session is not None
    assert database.write_now(lambda store: sessions.end(store, session, NOW))
    assert not database.write_now(lambda store: sessions.end(store, session, NOW))
    database.write_now(lambda store: sessions.touch(store, session, NOW))
    assert found(database, token) is None


def test_many_tries_at_once_are_not_judged_at_once(database: Database, beth: UUID) -> None:
    def try_once(_: int) -> bool:
        return database.write_now(lambda store: sessions.begin_try(store, beth, NOW))

    with ThreadPoolExecutor(8) as pool:
        judged = list(pool.map(try_once, range(20)))
    assert sum(judged) == sessions.TRIES


def test_a_lock_runs_out_and_the_count_begins_anew(database: Database, beth: UUID) -> None:
    def tries(now: datetime, many: int) -> list[bool]:
        return [database.write_now(lambda store: sessions.begin_try(store, beth, now)) for _ in range(many)]

    assert tries(NOW, sessions.TRIES + 1) == [True] * sessions.TRIES + [False]
    assert tries(NOW + sessions.LOCKED_FOR - timedelta(seconds=1), 1) == [False]
    assert tries(NOW + sessions.LOCKED_FOR, sessions.TRIES + 1) == [True] * sessions.TRIES + [False]


def test_a_right_try_forgives_itself_alone(database: Database, beth: UUID) -> None:
    for _ in range(3):
        database.write_now(lambda store: sessions.begin_try(store, beth, NOW))
    database.write_now(lambda store: sessions.forgive(store, beth))
    assert database.read_now(lambda store: staff.credentials(store, beth)).failures == 2


def test_the_last_try_may_still_be_right(database: Database, beth: UUID) -> None:
    for _ in range(sessions.TRIES):
        database.write_now(lambda store: sessions.begin_try(store, beth, NOW))
    database.write_now(lambda store: sessions.forgive(store, beth))
    assert database.read_now(lambda store: staff.credentials(store, beth)).locked_until is None


def test_a_lock_is_put_on_the_trail_once(database: Database, beth: UUID) -> None:
    def wrong(store: Store) -> None:
        counted = sessions.begin_try(store, beth, NOW)
        sessions.refuse(store, beth, NOW, "password" if counted else "locked")

    for _ in range(sessions.TRIES + 3):
        database.write_now(wrong)
    events = [entry.event for entry in database.read_now(lambda store: trail.entries(store, 50, NOBODY))]
    assert events.count(AuditEvent.STAFF_LOCKED) == 1
    assert events.count(AuditEvent.STAFF_REFUSED) == sessions.TRIES + 3


def test_the_trail_is_read_backwards_by_child_and_by_staff(database: Database, beth: UUID) -> None:
    def work(store: Store) -> UUID:
        child_id = add_child(store)
        for event, child, who in (
            (AuditEvent.CARD_MADE, child_id, None), (AuditEvent.CONVERSATION_READ, child_id, beth),
            (AuditEvent.STAFF_SIGNED_IN, None, beth), (AuditEvent.WISHES_READ, child_id, beth),
        ):  # fmt: skip
            audit.record(store, event, NOW, staff_id=who, child_id=child)
        return child_id

    child_id = database.write_now(work)

    def numbers(**wanted: object) -> list[int]:
        return [entry.number for entry in database.read_now(lambda store: trail.entries(store, 3, NOBODY, **wanted))]

    assert numbers() == [4, 3, 2]
    assert numbers(before=2) == [1]
    assert numbers(child_id=child_id) == [4, 2, 1]
    assert numbers(staff_id=beth) == [4, 3, 2]
    assert numbers(child_id=child_id, staff_id=beth, before=4) == [2]

"""Keeping in touch: one proposes, the other says yes, and a missed day stays counted."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from reviews import touching
from storage import agreements, conversations, messages
from storage.database import Database
from storage.errors import BadData, OutOfDate
from storage.store import Store
from tests.support.people import add_child, add_staff, allocate
from tests.support.prepared import NOW, TODAY


@pytest.fixture
def pair(database: Database) -> tuple[UUID, UUID]:
    def work(store: Store) -> tuple[UUID, UUID]:
        child, iro = add_child(store), add_staff(store)
        allocate(store, child, iro)
        return child, iro

    return database.write_now(work)


def agree(database: Database, pair: tuple[UUID, UUID], weeks: int = 1) -> None:
    def work(store: Store) -> None:
        agreements.propose(store, *pair, weeks, "call", "iro", NOW)
        agreements.agree(store, pair[0], "child", NOW)

    database.write_now(work)


def kept(database: Database, child: UUID, today: date):
    return database.read_now(lambda store: touching.of_children(store, [child], today))[child]


def test_nobody_says_yes_to_themselves(database: Database, pair: tuple[UUID, UUID]) -> None:
    database.write_now(lambda store: agreements.propose(store, *pair, 4, "call", "child", NOW))
    with pytest.raises(OutOfDate):
        database.write_now(lambda store: agreements.agree(store, pair[0], "child", NOW))
    database.write_now(lambda store: agreements.agree(store, pair[0], "iro", NOW))
    assert database.read_now(lambda store: agreements.standing(store, [pair[0]]))[pair[0]].every_weeks == 4


@pytest.mark.parametrize(("weeks", "how"), [(0, "call"), (27, "call"), (4, "pigeon")])
def test_what_cannot_be_is_refused(database: Database, pair: tuple[UUID, UUID], weeks: int, how: str) -> None:
    with pytest.raises(BadData):
        database.write_now(lambda store: agreements.propose(store, *pair, weeks, how, "iro", NOW))


def test_what_stands_goes_on_until_the_other_says_yes_to_the_new_one(database, pair) -> None:
    agree(database, pair, 4)
    database.write_now(lambda store: agreements.propose(store, *pair, 2, "visit", "iro", NOW))
    assert database.read_now(lambda store: agreements.standing(store, [pair[0]]))[pair[0]].every_weeks == 4
    database.write_now(lambda store: agreements.refuse(store, pair[0], NOW))
    assert database.read_now(lambda store: agreements.proposed(store, pair[0])) is None


def test_due_from_the_last_words_both_ways_and_a_missed_day_stays_counted(database, pair) -> None:
    agree(database, pair)
    assert kept(database, pair[0], TODAY).due == TODAY + timedelta(weeks=1)
    late = kept(database, pair[0], TODAY + timedelta(days=8))
    assert late.late
    for expected in (True, False):
        assert database.write_now(lambda store: agreements.missed(store, late.agreement, late.due)) is expected

    def writes(author: str, days: int) -> None:
        def work(store: Store) -> None:
            talk = conversations.ensure_for_child(store, pair[0], "middle", "en", NOW)
            locked = conversations.lock(store, [talk.id])[talk.id]
            messages.add(store, locked, NOW + timedelta(days=days), author=author, text="hello", channel="web")
            conversations.save(store, [locked])

        database.write_now(work)

    writes("iro", 8)
    assert kept(database, pair[0], TODAY + timedelta(days=9)).late, "a message nobody answered is no contact"
    writes("child", 9)
    now = kept(database, pair[0], TODAY + timedelta(days=9))
    assert (now.late, now.agreement.missed) == (False, 1)


def test_another_iro_agrees_anew(database: Database, pair: tuple[UUID, UUID]) -> None:
    agree(database, pair)

    def work(store: Store) -> None:
        allocate(store, pair[0], add_staff(store, "EXS-007"), TODAY)

    database.write_now(work)
    assert database.read_now(lambda store: touching.of_children(store, [pair[0]], TODAY)) == {}

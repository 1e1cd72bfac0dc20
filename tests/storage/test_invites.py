"""Invite cards."""

from __future__ import annotations

import random
import re
from uuid import UUID

import pytest
import sqlalchemy as sa

from storage import audit, invites
from storage.database import Database
from storage.errors import BadData, OutOfDate
from storage.store import Store
from storage.tables import audit_events
from tests.support.people import add_child
from tests.support.prepared import NOW


def make(store: Store, word: str | None = None, reference: str = "EXC-0001") -> invites.Invite:
    child_id = add_child(store, reference)
    store.flush()
    return invites.make(store, child_id, NOW, random.Random(7), word=word)


def events(store: Store) -> list[str]:
    return [row["event"] for row in store.rows(sa.select(audit_events).order_by(audit_events.c.number))]


@pytest.mark.parametrize("typed", ["OTTER-42", "otter42", " Otter 42 ", "otter–42", "O T T E R 4 2", "ｏｔｔｅｒ４２"])
def test_a_word_is_understood_however_it_is_typed(typed: str) -> None:
    assert invites.normalise_word(typed) == "OTTER-42"


@pytest.mark.parametrize("typed", ["", "otter", "42", "42-otter", "otter-4", "otter-421", "hello there", "😀"])
def test_what_no_card_says(typed: str) -> None:
    assert invites.normalise_word(typed) is None


def test_the_words_are_short_and_each_stands_once() -> None:
    words = invites.card_words()
    assert len(words) == len(set(words)) > 200
    assert [word for word in words if not re.fullmatch("[A-Z]{3,9}", word)] == []


def test_a_card_is_found_by_its_word_and_not_readable_in_the_database(database: Database) -> None:
    made = database.write_now(make)
    assert database.read_now(lambda store: invites.find(store, made.word.lower())) == made
    assert made.state == "open"
    with database.engine.connect() as connection:
        stored = repr(dict(connection.execute(sa.select(invites.invites)).mappings().one()))
    assert made.word not in stored


def test_the_third_wrong_try_locks_the_card(database: Database) -> None:
    made = database.write_now(make)
    states = [database.write_now(lambda store: invites.wrong_try(store, made, NOW)).state for _ in range(3)]
    assert states == ["open", "open", "locked"]
    assert database.read_now(events) == ["card:made", "card:locked"]
    with pytest.raises(OutOfDate):
        database.write_now(lambda store: invites.use(store, made, NOW))


def test_a_locked_card_is_locked_once(database: Database) -> None:
    made = database.write_now(make)
    for _ in range(5):
        last = database.write_now(lambda store: invites.wrong_try(store, made, NOW))
    assert (last.state, last.wrong_tries) == ("locked", 3)
    assert database.read_now(events).count("card:locked") == 1


def test_a_card_is_used_once(database: Database) -> None:
    made = database.write_now(make)
    database.write_now(lambda store: invites.use(store, made, NOW))
    used = database.read_now(lambda store: invites.get(store, made.id))
    assert (used.state, used.used_at) == ("used", NOW)
    with pytest.raises(OutOfDate):
        database.write_now(lambda store: invites.use(store, made, NOW))
    assert database.write_now(lambda store: invites.cancel(store, used, NOW)) is False


def test_a_new_card_makes_the_old_one_worthless(database: Database) -> None:
    old = database.write_now(make)
    new = database.write_now(lambda store: invites.make(store, old.child_id, NOW, random.Random(8)))
    states = database.read_now(lambda store: {i.word: i.state for i in invites.of_child(store, old.child_id)})
    assert states == {old.word: "cancelled", new.word: "open"}
    assert database.read_now(lambda store: [i.word for i in invites.in_state(store, "open")]) == [new.word]


def test_a_word_stands_on_one_card_only(database: Database) -> None:
    database.write_now(lambda store: make(store, "otter 42"))
    with pytest.raises(BadData, match="OTTER-42 stands on a card already"):
        database.write_now(lambda store: make(store, "OTTER-42", "EXC-0002"))
    with pytest.raises(BadData, match="is not a card word"):
        database.write_now(lambda store: make(store, "otter", "EXC-0002"))


def test_a_taken_word_is_not_drawn_again(database: Database) -> None:
    first = database.write_now(make)
    second = database.write_now(lambda store: make(store, reference="EXC-0002"))  # the same dice
    assert first.word != second.word


def test_every_step_is_on_the_audit_trail(database: Database) -> None:
    staff_id = UUID(int=5)

    def work(store: Store) -> None:
        card = make(store)
        invites.cancel(store, card, NOW, by=staff_id)

    database.write_now(work)
    assert database.read_now(events) == ["card:made", "card:cancelled"]
    assert database.read_now(audit.verify) == (2, None)

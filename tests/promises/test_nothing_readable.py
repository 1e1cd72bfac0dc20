"""Promise 7: nothing readable at rest or in passing."""

from __future__ import annotations

import logging

import pytest
import sqlalchemy as sa

from storage import staff_notices
from storage.database import Database
from storage.errors import KeyTrouble, Tampered
from storage.keys import LocalMasterKey
from storage.store import Store
from storage.tables import children, messages, metadata
from storage.tables.columns import Code, Digest, Moment, PasswordHash, Ref, Sealed
from tests.support.played import DANGER, messages_of, played_on

WITHOUT_WORDS = (
    Code, Digest, Moment, PasswordHash, Ref, Sealed, sa.BigInteger, sa.Boolean, sa.Date, sa.Float, sa.Integer, sa.Uuid,
)  # fmt: skip
WRAPPED_KEY = "data_keys.wrapped"
LINKED = "EXC-0034"
SECRET = "kingfisher"


@pytest.mark.parametrize("column", [c for t in metadata.tables.values() for c in t.c], ids=str)
def test_every_column_is_sealed_or_holds_no_words(column: sa.Column) -> None:
    assert isinstance(column.type, WITHOUT_WORDS) or str(column) == WRAPPED_KEY


@pytest.mark.parametrize("name", ["text", "name", "words", "note", "answer", "email", "phone", "bio", "birth_date"])
def test_columns_named_for_words_are_sealed(name: str) -> None:
    found = [c for t in metadata.tables.values() for c in t.c if c.name == name or c.name.endswith(f"_{name}")]
    assert all(isinstance(c.type, Sealed) for c in found)


def test_no_word_of_a_child_stands_anywhere_in_the_database(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say(f"my {SECRET} lives in the garden")
    played.tap("Yes, my words")
    played.tap("wishes")
    played.tap("Where I live")
    played.say(f"i can see a {SECRET} from my room")
    played.say(f"{DANGER} {SECRET}")
    assert sum(SECRET in m.text for m in messages_of(exampleshire, LINKED)) == 3
    for plain in (SECRET, "Charlie", "Thistlewick", "thistlewick@", "2014-09-14", "OTTER"):
        assert not _stands_in_the_clear(exampleshire, plain), plain


def test_a_ciphertext_copied_to_another_row_fails_closed(exampleshire: Database) -> None:
    played = played_on(exampleshire, LINKED)
    played.say("first thing")
    played.say("second thing")
    first, second = [m for m in messages_of(exampleshire, LINKED) if m.author == "child"]

    def swap(store: Store) -> None:
        stolen = sa.select(messages.c.text).where(messages.c.id == first.id).scalar_subquery()
        store.connection.execute(sa.update(messages).where(messages.c.id == second.id).values(text=stolen))

    exampleshire.write_now(swap)
    with pytest.raises(Tampered):
        messages_of(exampleshire, LINKED)


def test_a_ciphertext_copied_to_another_column_fails_closed(exampleshire: Database) -> None:
    def swap(store: Store) -> None:
        store.connection.execute(sa.update(children).values(first_name=children.c.preferred_name))

    exampleshire.write_now(swap)
    from storage.children import everyone

    with pytest.raises(Tampered):
        exampleshire.read_now(everyone)


def test_another_master_key_opens_nothing(exampleshire: Database) -> None:
    stranger = Database(
        exampleshire.url.render_as_string(hide_password=False), exampleshire.authority, LocalMasterKey(bytes(32))
    )
    from storage.children import everyone

    with pytest.raises(KeyTrouble):
        stranger.read_now(everyone)
    stranger.close()


def test_notices_to_staff_hold_no_name_and_no_words_and_are_all_alike(exampleshire: Database) -> None:
    for reference in (LINKED, "EXC-0023"):
        played_on(exampleshire, reference).say(f"{DANGER} {SECRET}")
    notices = exampleshire.read_now(staff_notices.latest)
    assert len(notices) == 2
    assert len({(notice.subject, notice.text) for notice in notices}) == 1
    for notice in notices:
        assert not any(
            word in notice.subject + notice.text for word in (SECRET, "Charlie", "Ash", "hes here", "urgent")
        )


async def test_a_fault_is_logged_without_the_words(exampleshire: Database, monkeypatch, caplog) -> None:
    from bot.inbound import Inbound
    from storage import inbox

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"could not handle: {SECRET}")

    played = played_on(exampleshire, LINKED)
    monkeypatch.setattr("bot.conversing.step", broken)
    inbound = Inbound("web", "x:1", f"{LINKED}-web", text=SECRET)
    exampleshire.write_now(lambda store: inbox.keep(store, [("web", "x:1", inbound.dump())], played.clock.now))
    with caplog.at_level(logging.DEBUG):
        await played.service.intake.take_up(played.clock.now)
    assert "could not be answered" in caplog.text
    assert SECRET not in caplog.text


def _stands_in_the_clear(database: Database, plain: str) -> bool:
    wanted = plain.casefold()

    def search(store: Store) -> bool:
        for table in metadata.tables.values():
            for row in store.connection.execute(sa.select(table)):
                for value in row:
                    text = bytes(value).decode("latin-1") if isinstance(value, bytes | memoryview) else str(value)
                    if wanted in text.casefold():
                        return True
        return False

    return database.read_now(search)

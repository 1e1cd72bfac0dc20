"""Files are kept sealed, told by their content, and gone with their key."""

from __future__ import annotations

from uuid import UUID

import pytest
import sqlalchemy as sa

from storage import conversations, files, messages
from storage.database import Database
from storage.errors import BadData, KeyTrouble, NotFound, Tampered
from storage.file_kinds import fits, mime_of
from storage.files import Upload
from storage.store import Store
from storage.tables import data_keys
from storage.tables import files as table
from tests.support.people import add_child, add_staff
from tests.support.prepared import NOW
from tests.support.recorded import MP4, OGG, PAGE, PDF, WEBM, picture


def message(store: Store, reference: str = "EXC-0001") -> tuple[UUID, UUID]:
    """A message of a child, and the child's key."""
    talk = conversations.ensure_for_child(store, add_child(store, reference), "middle", "en", NOW)
    talk = conversations.lock(store, [talk.id])[talk.id]
    made = messages.add(store, talk, NOW, author="child", text="", channel="web", kind="voice")
    conversations.save(store, [talk])
    return made, talk.key_id


def noted(store: Store, body: bytes = WEBM, reference: str = "EXC-0001") -> UUID:
    """A voice note of a child."""
    said, key_id = message(store, reference)
    file_id = files.keep(store, Upload("voice", body, 24), NOW, key_id=key_id, message_id=said)
    store.flush()
    return file_id


@pytest.mark.parametrize(
    ("body", "mime"),
    [(WEBM, "audio/webm"), (OGG, "audio/ogg"), (MP4, "audio/mp4"), (PDF, "application/pdf"), (picture(), "image/jpeg"),
     (picture(kind="PNG"), "image/png"), (picture(kind="WEBP"), "image/webp"), (PAGE, ""), (b"", ""),
     (b"RIFF1234WAVE", "")],
)  # fmt: skip
def test_a_file_is_what_its_bytes_are(body: bytes, mime: str) -> None:
    assert mime_of(body) == mime


@pytest.mark.parametrize(("kind", "body"), [("voice", PDF), ("drawing", WEBM), ("leaflet", PAGE), ("face", PDF)])
def test_what_does_not_fit_its_kind_is_not_kept(database: Database, kind: str, body: bytes) -> None:
    assert fits(kind, body) == ""

    def work(store: Store) -> None:
        said, key_id = message(store)
        files.keep(store, Upload(kind, body), NOW, key_id=key_id, message_id=said)

    with pytest.raises(BadData):
        database.write_now(work)


def test_a_voice_note_comes_back_as_it_was_recorded(database: Database) -> None:
    file_id = database.write_now(noted)
    found = database.read_now(lambda store: files.find(store, file_id))
    assert (found.mime, found.seconds, found.length, found.size) == ("audio/webm", 24, "0:24", len(WEBM))
    assert database.read_now(lambda store: files.body(store, found)) == WEBM


def test_no_sound_stands_in_the_clear(database: Database) -> None:
    database.write_now(noted)
    stored = database.read_now(lambda store: store.rows(sa.select(table.c.body)))[0]["body"]
    assert b"webm" not in bytes(stored)
    assert bytes(8) not in bytes(stored)


def test_a_sound_moved_to_another_child_fails_closed(database: Database) -> None:
    def work(store: Store) -> UUID:
        mine, theirs = noted(store), noted(store, OGG, "EXC-0002")
        stolen = sa.select(table.c.body).where(table.c.id == theirs).scalar_subquery()
        store.connection.execute(sa.update(table).where(table.c.id == mine).values(body=stolen))
        return mine

    file_id = database.write_now(work)
    with pytest.raises(Tampered):
        database.read_now(lambda store: files.body(store, files.find(store, file_id)))


def test_the_voice_of_an_erased_child_cannot_be_opened(database: Database) -> None:
    def work(store: Store) -> UUID:
        file_id = noted(store)
        key_id = files.find(store, file_id).key_id
        store.connection.execute(sa.update(data_keys).where(data_keys.c.id == key_id).values(wrapped=None))
        store.keyring.forget([key_id])
        return file_id

    file_id = database.write_now(work)
    with pytest.raises(KeyTrouble):
        database.read_now(lambda store: files.body(store, files.find(store, file_id)))


def test_it_is_heard_once_by_each_and_judged_by_whoever_heard_it(database: Database) -> None:
    def work(store: Store) -> files.File:
        file_id, officer, iro = noted(store), add_staff(store, "S-1"), add_staff(store, "S-2")
        assert files.unheard([files.find(store, file_id)])
        assert files.heard(store, file_id, officer, NOW)
        assert not files.heard(store, file_id, officer, NOW)
        with pytest.raises(BadData):
            files.judge(store, file_id, iro, "nothing", NOW)
        with pytest.raises(BadData):
            files.judge(store, file_id, officer, "fine", NOW)
        files.judge(store, file_id, officer, "nothing", NOW)
        return files.find(store, file_id)

    found = database.write_now(work)
    assert [one.verdict for one in found.hearings] == ["nothing"]
    assert found.judged


def test_one_face_each_and_it_can_be_taken_away(database: Database) -> None:
    def work(store: Store) -> None:
        iro = add_staff(store, "S-1")
        first = files.set_face(store, iro, picture(), NOW)
        second = files.set_face(store, iro, picture(kind="PNG"), NOW)
        assert files.faces(store, [iro]) == {iro: second}
        with pytest.raises(NotFound):
            files.find(store, first)
        files.remove_face(store, iro)
        assert files.faces(store, [iro]) == {}

    database.write_now(work)

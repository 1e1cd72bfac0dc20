"""J14 through Telegram: the voice note is fetched and kept; a picture is declined; what cannot be had is said."""

from __future__ import annotations

from typing import Any

import pytest

from bot import sent_files
from storage import files, messages
from storage.files import File
from tests.journeys.test_through_telegram import GEE, Talk, gee, known, service, telegram
from tests.support.played import concerns_of, conversation_of
from tests.support.recorded import OGG, picture
from tests.support.served import Served
from tests.support.telegram import TelegramEmulator

__all__ = ["gee", "known", "service", "telegram"]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again without waiting."""
    monkeypatch.setattr(sent_files.brought, "__defaults__", ((0.0, 0.0),))


async def sends(talk: Talk, **content: Any) -> str:
    await talk.child.say(**content)
    return await talk.heard()


def kept(service: Served) -> list[File]:
    where = conversation_of(service.database, GEE).id

    def find(store) -> list[File]:
        said = messages.of_conversation(store, where)
        return [one for many in files.of_messages(store, [m.id for m in said]).values() for one in many]

    return service.database.read_now(find)


async def test_her_voice_note_is_kept_and_a_person_will_listen(
    known: Talk, service: Served, telegram: TelegramEmulator
) -> None:
    telegram.assets["voice-1"] = {"data": OGG, "size": len(OGG)}
    said = await sends(known, voice={"file_id": "voice-1", "duration": 11})
    assert "will listen today" in said
    [file] = kept(service)
    assert (file.kind, file.mime, file.seconds) == ("voice", "audio/ogg", 11)
    assert service.database.read_now(lambda store: files.body(store, file)) == OGG
    assert concerns_of(service.database, GEE)[0].only_to_hear


async def test_one_that_telegram_does_not_give_goes_to_a_person_and_she_is_told(known: Talk, service: Served) -> None:
    said = await sends(known, voice={"file_id": "gone", "duration": 4})
    assert "didn't come through" in said
    assert kept(service) == []
    assert concerns_of(service.database, GEE)[0].readable is False


async def test_a_picture_is_declined_and_not_fetched(known: Talk, service: Served, telegram: TelegramEmulator) -> None:
    telegram.assets["photo-1"] = {"data": picture(), "size": 1}
    said = await sends(known, photo=[{"file_id": "photo-1"}])
    assert "can't take pictures" in said
    assert kept(service) == []
    assert telegram.number_of_calls("getFile") == 0
    assert concerns_of(service.database, GEE)[0].readable is False


async def test_the_words_under_a_picture_are_screened(known: Talk, service: Served) -> None:
    await sends(known, photo=[{"file_id": "photo-1"}], caption="hes here hes not meant to be here hes shouting")
    assert concerns_of(service.database, GEE)[0].level in ("concern", "urgent")
    assert not concerns_of(service.database, GEE)[0].only_to_hear

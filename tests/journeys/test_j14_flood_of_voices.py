"""Voice notes in a flood: some are kept, the child is told once, a person knows of the rest, and nobody else waits."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import PlayedClock
from bot.file_flood import is_full_at
from bot.inbound import Inbound
from bot.played import TODAY, Played
from bot.service import build
from storage import concerns, files, outbox
from storage.database import Database
from storage.files import File
from tests.support.once import the_library
from tests.support.played import SETTINGS, concerns_of, messages_of, staff_id, texts, the_screen

FIN, RAFIQ = "EXC-0038", "EXS-012"
FEW = SETTINGS.model_copy(update={"files_an_hour": 5})


def fin_on(database: Database, channel: str = "web", settings=FEW) -> Played:
    clock = PlayedClock(TODAY)
    service = build(settings, database, clock=clock, library=the_library(), screen=the_screen())
    played = Played(service, clock, channel, sender=FIN)
    played.be(FIN)
    return played


def kept(database: Database) -> list[File]:
    said = [m.id for m in messages_of(database, FIN) if m.kind == "voice"]
    return [f for many in database.read_now(lambda store: files.of_messages(store, said)).values() for f in many]


def notices(database: Database) -> int:
    rafiq = staff_id(database, RAFIQ)
    return len(database.read_now(lambda store: outbox.waiting_for(store, rafiq, "email")))


def test_beyond_the_limit_the_child_is_told_once_and_a_person_that_there_was_more(exampleshire: Database) -> None:
    fin = fin_on(exampleshire)
    for _ in range(5):
        fin.send("voice")
    assert len(kept(exampleshire)) == 5
    told = notices(exampleshire)
    assert "more than I can keep" in texts(fin.send("voice"))
    assert notices(exampleshire) == told + 1, "what cannot be heard is more than something to hear"
    for _ in range(8):
        assert texts(fin.send("voice")) == ""
    assert notices(exampleshire) == told + 1, "once, not of every single one"
    assert len(kept(exampleshire)) == 5
    came = [m for m in messages_of(exampleshire, FIN) if m.kind == "voice"]
    assert len(came) == 14, "that each came is on record"
    [concern] = concerns_of(exampleshire, FIN)
    events = exampleshire.read_now(lambda store: concerns.events(store, concern.id))
    assert {m.id for m in came} <= {concern.message_id, *(e.message_id for e in events)}, "and before a person"
    here = Inbound("web", "x", fin.address, kind="voice", fetch="a")
    assert exampleshire.read_now(lambda store: is_full_at(store, FEW, here, TODAY)), "the next is not even fetched"
    assert texts(fin.say("who is my iro")), "words go on as ever"
    fin.wait(timedelta(hours=2))
    fin.send("voice")
    assert len(kept(exampleshire)) == 6


def test_so_many_megabytes_are_a_limit_too(exampleshire: Database) -> None:
    fin = fin_on(exampleshire, settings=SETTINGS.model_copy(update={"files_an_hour_megabytes": 5}))
    large = b"OggS\x00\x02" + bytes(20) + b"\x01\x13OpusHead\x01" + bytes(3 * 1024 * 1024)
    fin.send("voice", large)
    fin.send("voice", large)
    assert "more than I can keep" in texts(fin.send("voice", large))
    assert len(kept(exampleshire)) == 2

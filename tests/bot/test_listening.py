"""Somebody who has listened is worried: what was only to be heard becomes a concern with its clock."""

from __future__ import annotations

from uuid import UUID

from bot.listening import worried
from storage import concerns, staff_notices
from storage.concerns import Concern
from storage.database import Database
from tests.support.played import concerns_of, messages_of, played_on, staff_id

CHILD, RAFIQ, SIAN = "EXC-0034", "EXS-012", "EXS-003"


def told(database: Database) -> int:
    return len(database.read_now(staff_notices.latest))


def judged(database: Database, level: str) -> tuple[Concern, int]:
    """What stands after Rafiq has listened, and how many were told because of it."""
    played = played_on(database, CHILD)
    played.send("voice")
    message = next(m for m in messages_of(database, CHILD) if m.kind == "voice")
    who, before, speaker = staff_id(database, RAFIQ), told(database), played.service.speaker
    raised: UUID = database.write_now(lambda store: worried(speaker, store, message.id, who, level, played.clock.now))
    found = concerns_of(database, CHILD)
    assert [one.id for one in found] == [raised], "the same concern, not a second one"
    return found[0], told(database) - before


def test_a_worry_is_no_longer_only_to_be_heard(exampleshire: Database) -> None:
    concern, more = judged(exampleshire, "concern")
    assert (concern.level, concern.only_to_hear, concern.state) == ("concern", False, "open")
    assert more >= 1


def test_minutes_count_and_the_ladder_begins_anew(exampleshire: Database) -> None:
    concern, more = judged(exampleshire, "urgent")
    assert (concern.level, concern.only_to_hear) == ("urgent", False)
    assert more >= 1
    kinds = [e.kind for e in exampleshire.read_now(lambda store: concerns.events(store, concern.id))]
    assert "heard_urgent" in kinds

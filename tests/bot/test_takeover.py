"""Nobody's concern is orphaned: whose owner has gone is told to those who are there, until somebody has it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.played import Played
from safeguarding.rota import LONDON
from storage import absences, concerns, handovers, staff_notices
from storage.database import Database
from tests.support.played import DANGER, concerns_of, played_on, staff_id

SIENNA, RAFIQ, INES, MARGUERITE = "EXC-0027", "EXS-012", "EXS-011", "EXS-007"
HALF_PAST_MIDNIGHT = datetime(2026, 11, 22, 0, 30, tzinfo=LONDON)


@pytest.fixture
def taken(exampleshire: Database) -> Played:
    """Rafiq, on Saturday until half past midnight, has taken what Sienna said."""
    played = played_on(exampleshire, SIENNA)
    played.say(DANGER)
    _take(exampleshire, RAFIQ, played.clock.now)
    return played


def _take(database: Database, reference: str, now: datetime) -> None:
    concern, who = concerns_of(database, SIENNA)[0], staff_id(database, reference)
    database.write_now(lambda store: concerns.take(store, concern.id, who, now))


def told(database: Database, played: Played, now: datetime) -> list[str]:
    """Who is told when the clock's work is done at `now`."""
    played.clock.now = now
    before = {notice.id for notice in database.read_now(staff_notices.latest)}
    database.write_now(lambda store: played.service.schedule.take_over_now(store, now))
    after = database.read_now(staff_notices.latest)
    return sorted(n.to.partition("@")[0] for n in after if n.id not in before)


def kinds(database: Database) -> list[str]:
    concern = concerns_of(database, SIENNA)[0]
    return [event.kind for event in database.read_now(lambda store: concerns.events(store, concern.id))]


def test_while_the_owner_is_there_nobody_is_bothered(exampleshire: Database, taken: Played) -> None:
    assert told(exampleshire, taken, HALF_PAST_MIDNIGHT) == []
    assert "left" not in kinds(exampleshire)


def test_after_the_shift_whoever_is_on_duty_is_told_and_then_everybody(exampleshire: Database, taken: Played) -> None:
    gone = HALF_PAST_MIDNIGHT + timedelta(minutes=15)
    assert told(exampleshire, taken, gone) == ["ines.caldervale"]
    assert "left" in kinds(exampleshire)
    assert told(exampleshire, taken, gone + timedelta(minutes=5)) == []
    again = told(exampleshire, taken, gone + timedelta(minutes=15))
    assert {"ines.caldervale", "marguerite.fenwold"} <= set(again)
    assert "rafiq.stonebury" not in again
    concern = concerns_of(exampleshire, SIENNA)[0]
    assert (concern.state, concern.owner_id) == ("taken", staff_id(exampleshire, RAFIQ))


def test_handed_on_in_time_it_is_not_told(exampleshire: Database, taken: Played) -> None:
    concern = concerns_of(exampleshire, SIENNA)[0]
    rafiq, ines = staff_id(exampleshire, RAFIQ), staff_id(exampleshire, INES)
    now = HALF_PAST_MIDNIGHT - timedelta(minutes=5)
    exampleshire.write_now(lambda store: concerns.hand_on(store, concern.id, rafiq, ines, "Police are there.", now))
    assert told(exampleshire, taken, HALF_PAST_MIDNIGHT + timedelta(hours=1)) == []


def test_taken_over_it_is_quiet_again(exampleshire: Database, taken: Played) -> None:
    gone = HALF_PAST_MIDNIGHT + timedelta(minutes=15)
    told(exampleshire, taken, gone)
    concern, ines = concerns_of(exampleshire, SIENNA)[0], staff_id(exampleshire, INES)
    exampleshire.write_now(lambda store: concerns.hand_on(store, concern.id, ines, ines, "I have it.", gone))
    assert told(exampleshire, taken, gone + timedelta(hours=1)) == []
    assert exampleshire.read_now(handovers.waiting) == []


def test_a_note_shows_that_the_owner_is_still_on_it(exampleshire: Database, taken: Played) -> None:
    concern, rafiq = concerns_of(exampleshire, SIENNA)[0], staff_id(exampleshire, RAFIQ)
    wrote = HALF_PAST_MIDNIGHT + timedelta(minutes=10)
    exampleshire.write_now(lambda store: concerns.note(store, concern.id, rafiq, "Still on the phone.", wrote))
    assert told(exampleshire, taken, wrote + timedelta(hours=1, minutes=59)) == []
    assert told(exampleshire, taken, wrote + timedelta(hours=2)) == ["ines.caldervale"]


def test_the_owner_who_goes_home_ill_leaves_it_at_once(exampleshire: Database, taken: Played) -> None:
    rafiq, ill = staff_id(exampleshire, RAFIQ), taken.clock.now + timedelta(hours=1)
    exampleshire.write_now(lambda store: absences.record(store, rafiq, "sickness", ill, None, rafiq, ill))
    # Nobody else is on shift on a Saturday afternoon: so everybody else is told, and nobody waits for nobody.
    assert "callum.dunmorrow" in told(exampleshire, taken, ill)


def test_closed_it_is_over(exampleshire: Database, taken: Played) -> None:
    gone = HALF_PAST_MIDNIGHT + timedelta(minutes=15)
    told(exampleshire, taken, gone)
    exampleshire.write_now(
        lambda store: store.change(_concerns(), concerns_of(exampleshire, SIENNA)[0].id, state="closed")
    )
    assert told(exampleshire, taken, gone + timedelta(hours=5)) == []
    assert exampleshire.read_now(handovers.waiting) == []


def test_the_adult_it_is_about_is_not_told(exampleshire: Database, taken: Played) -> None:
    concern, ines = concerns_of(exampleshire, SIENNA)[0], staff_id(exampleshire, INES)
    exampleshire.write_now(lambda store: concerns.exclude(store, concern.id, ines, None, taken.clock.now))
    found = told(exampleshire, taken, HALF_PAST_MIDNIGHT + timedelta(minutes=15))
    assert found
    assert "ines.caldervale" not in found


def _concerns():
    from storage.tables import concerns as table

    return table

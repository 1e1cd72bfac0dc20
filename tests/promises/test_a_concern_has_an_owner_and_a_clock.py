"""Promise 4: a concern has an owner and a clock until a human closes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import concerns, outcomes, staff_notices
from storage.database import Database
from storage.errors import BadData, NotFound, OutOfDate
from storage.outcomes import Outcome
from tests.support.played import DANGER, concerns_of, messages_of, played_on, service_on, staff_id, texts

SIENNA = "EXC-0027"
WEEKEND_DUTY, NIGHT_DUTY, MANAGER, GRAHAM = "EXS-012", "EXS-011", "EXS-007", "EXS-002"

DONE = Outcome("The police are there. All safe.", ("police", "social_worker"), told="not_yet", told_words="Asleep.")
INCOMPLETE = [
    Outcome("done"),
    Outcome(" ", ("police",), told="wrote", told_words="Help is coming."),
    Outcome("done", ("police", "none_needed"), told="wrote", told_words="Help is coming."),
    Outcome("done", ("somebody",), told="wrote", told_words="Help is coming."),
    Outcome("done", ("police",)),
    Outcome("done", ("police",), told="wrote", told_words=" "),
    Outcome("done", false_alarm="because"),
    Outcome(" ", false_alarm="saying"),
]


@pytest.fixture
def in_danger(exampleshire: Database):
    played = played_on(exampleshire, SIENNA)
    played.say(DANGER)
    return played


def told(database: Database) -> set[str]:
    return {notice.to for notice in database.read_now(staff_notices.latest)}


def test_the_officer_on_duty_is_told_in_the_same_transaction(exampleshire: Database, in_danger) -> None:
    assert told(exampleshire) == {"rafiq.stonebury@exampleshire.example"}
    concern = concerns_of(exampleshire, SIENNA)[0]
    assert (concern.level, concern.state, concern.next_step_at - concern.opened_at) == (
        "urgent", "open", timedelta(minutes=5),
    )  # fmt: skip


def test_nobody_takes_it_in_time_and_the_next_on_the_ladder_is_told(exampleshire: Database, in_danger) -> None:
    said = in_danger.wait(timedelta(minutes=6))
    assert "marguerite.fenwold@exampleshire.example" in told(exampleshire)
    assert "999" in texts(said)
    assert concerns_of(exampleshire, SIENNA)[0].breached_at is not None


def test_a_breach_is_never_cleared(exampleshire: Database, in_danger) -> None:
    in_danger.wait(timedelta(minutes=6))
    breached = concerns_of(exampleshire, SIENNA)[0].breached_at
    _close(exampleshire, in_danger.clock.now)
    assert concerns_of(exampleshire, SIENNA)[0].breached_at == breached
    assert exampleshire.read_now(lambda store: concerns.breaches(store, staff_id(exampleshire, MANAGER))) == 1


@pytest.mark.parametrize("words", ["forget what i said i was lying", "i take it back delete it pls", "stop", "bye"])
def test_no_words_of_the_child_close_it_or_stop_its_clock(exampleshire: Database, in_danger, words: str) -> None:
    due = concerns_of(exampleshire, SIENNA)[0].next_step_at
    in_danger.say(words)
    concern = concerns_of(exampleshire, SIENNA)[0]
    assert concern.state == "open"
    assert concern.next_step_at is not None
    assert concern.next_step_at <= due


def test_a_restart_misses_no_rung(exampleshire: Database, in_danger) -> None:
    in_danger.clock.forward(timedelta(hours=3))
    again = service_on(exampleshire, in_danger.clock)
    exampleshire.write_now(lambda store: again.schedule.climb_now(store, in_danger.clock.now))
    assert concerns_of(exampleshire, SIENNA)[0].breached_at is not None
    assert len(told(exampleshire)) > 1


def alarms(database: Database) -> int:
    """How many notices of a concern have gone out."""
    return sum(one.lane == "concern" for one in database.read_now(staff_notices.latest))


def test_a_later_message_joins_and_reaches_whoever_has_it(exampleshire: Database, in_danger) -> None:
    rafiq = staff_id(exampleshire, WEEKEND_DUTY)
    concern = concerns_of(exampleshire, SIENNA)[0]
    exampleshire.write_now(lambda store: concerns.take(store, concern.id, rafiq, in_danger.clock.now))
    before = alarms(exampleshire)
    in_danger.wait(timedelta(minutes=2))
    in_danger.say("he is hitting mum now help")
    assert len(concerns_of(exampleshire, SIENNA)) == 1
    kinds = [e.kind for e in exampleshire.read_now(lambda store: concerns.events(store, concern.id))]
    assert "joined" in kinds
    assert alarms(exampleshire) == before + 1


def test_quiet_words_that_join_reach_whoever_has_it_but_not_each_by_itself(exampleshire: Database, in_danger) -> None:
    concern, rafiq = concerns_of(exampleshire, SIENNA)[0], staff_id(exampleshire, WEEKEND_DUTY)
    exampleshire.write_now(lambda store: concerns.take(store, concern.id, rafiq, in_danger.clock.now))
    before = alarms(exampleshire)
    for words in ("ok", "im in the bathroom", "my brother is here"):
        in_danger.say(words)
    assert alarms(exampleshire) == before + 1
    in_danger.wait(timedelta(minutes=11))
    in_danger.say("its quiet now")
    assert alarms(exampleshire) == before + 2
    joined = [e for e in exampleshire.read_now(lambda store: concerns.events(store, concern.id)) if e.kind == "joined"]
    assert len(joined) == 4


def test_one_officer_has_it_and_a_second_is_told_so(exampleshire: Database, in_danger) -> None:
    concern = concerns_of(exampleshire, SIENNA)[0]
    first, second = staff_id(exampleshire, WEEKEND_DUTY), staff_id(exampleshire, NIGHT_DUTY)
    exampleshire.write_now(lambda store: concerns.take(store, concern.id, first, in_danger.clock.now))
    with pytest.raises(OutOfDate):
        exampleshire.write_now(lambda store: concerns.take(store, concern.id, second, in_danger.clock.now))
    assert concerns_of(exampleshire, SIENNA)[0].next_step_at is None


@pytest.mark.parametrize("outcome", INCOMPLETE)
def test_it_is_not_closed_without_what_was_done_who_has_it_and_what_the_child_was_told(
    exampleshire: Database, in_danger, outcome: Outcome
) -> None:
    concern = concerns_of(exampleshire, SIENNA)[0]
    rafiq = staff_id(exampleshire, WEEKEND_DUTY)
    exampleshire.write_now(lambda store: concerns.take(store, concern.id, rafiq, in_danger.clock.now))
    with pytest.raises(BadData):
        exampleshire.write_now(lambda store: outcomes.close(store, concern.id, rafiq, outcome, in_danger.clock.now))
    assert concerns_of(exampleshire, SIENNA)[0].state == "taken"


def test_an_adult_a_concern_is_about_is_kept_out_of_it(exampleshire: Database) -> None:
    played = played_on(exampleshire, SIENNA)
    played.say("graham grabbed my arm so hard at the meeting i have a bruise")
    concern = concerns_of(exampleshire, SIENNA)[0]
    graham = staff_id(exampleshire, GRAHAM)
    assert exampleshire.read_now(lambda store: concerns.excluded(store, concern.id)) == {graham}
    assert exampleshire.read_now(lambda store: concerns.queue(store, graham)) == []
    with pytest.raises(NotFound):
        exampleshire.read_now(lambda store: concerns.get(store, concern.id, graham))
    assert not [m for m in messages_of(exampleshire, SIENNA, reader=graham) if "bruise" in m.text]
    assert [m for m in messages_of(exampleshire, SIENNA) if "bruise" in m.text]


def test_an_officer_excluded_later_loses_it_and_the_ladder_goes_on(exampleshire: Database, in_danger) -> None:
    concern = concerns_of(exampleshire, SIENNA)[0]
    rafiq, manager = staff_id(exampleshire, WEEKEND_DUTY), staff_id(exampleshire, MANAGER)
    exampleshire.write_now(lambda store: concerns.take(store, concern.id, rafiq, in_danger.clock.now))
    exampleshire.write_now(lambda store: concerns.exclude(store, concern.id, rafiq, manager, in_danger.clock.now))
    concern = concerns_of(exampleshire, SIENNA)[0]
    assert (concern.state, concern.owner_id) == ("open", None)
    assert concern.next_step_at is not None


def _close(database: Database, now) -> None:
    concern, rafiq = concerns_of(database, SIENNA)[0], staff_id(database, WEEKEND_DUTY)
    database.write_now(lambda store: concerns.take(store, concern.id, rafiq, now))
    database.write_now(lambda store: outcomes.close(store, concern.id, rafiq, DONE, now))


def test_what_joins_later_is_kept_from_that_adult_too(exampleshire: Database) -> None:
    played = played_on(exampleshire, SIENNA)
    played.say("graham grabbed my arm so hard at the meeting i have a bruise")
    played.say("it still hurts when i write")
    graham = staff_id(exampleshire, GRAHAM)
    assert not [m for m in messages_of(exampleshire, SIENNA, reader=graham) if "still hurts" in m.text]

"""The manager's figures on concerns: times, breaches that stay, how often, and which rules were wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from portal.access import Role
from portal.pages.concern_figures import breach, spread
from storage import concern_figures, concerns, outcomes
from storage.concern_figures import Course
from storage.outcomes import Outcome
from storage.store import Store
from tests.portal.conftest import StandingClock
from tests.portal.talk import World, world
from tests.support.prepared import NOW, Templates

PAGE = "/staff/figures/concerns"
KINDS = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]
ACTED = Outcome("Seen to.", ("police",), told="not_yet", told_words="Asleep.")
FALSE = Outcome("A song.", false_alarm="made_up")


@pytest.fixture(params=KINDS)
async def here(request: pytest.FixtureRequest, prepared: Templates, clock: StandingClock) -> AsyncIterator[World]:
    with prepared.opened(request.param) as database:
        async with world(database, clock) as opened:
            yield opened


async def seen(here: World) -> str:
    return await here.seen(PAGE, Role.IRO_MANAGER)


def ends(here: World, concern, outcome: Outcome = ACTED, *, took: timedelta, closed: timedelta, at: datetime = NOW):
    def work(store: Store) -> None:
        concerns.take(store, concern, here.officer, at + took)
        store.flush()
        outcomes.close(store, concern, here.officer, outcome, at + closed)

    here.database.write_now(work)


def test_every_figure_of_a_spread_is_one_that_happened() -> None:
    minutes = [timedelta(minutes=n) for n in (1, 2, 3, 4, 100)]
    found = spread(reversed(minutes))
    assert found is not None
    assert (found.count, found.median, found.most, found.worst) == (5, minutes[2], minutes[4], minutes[4])
    assert spread([]) is None


def course(**values) -> Course:
    usual = {
        "id": None, "level": "urgent", "found_late": False, "state": "open", "arrived": NOW, "noticed": NOW,
        "taken": None, "breached": NOW + timedelta(minutes=5), "taken_after_breach": None, "closed": None,
    }  # fmt: skip
    return Course(**usual | values)


def test_a_breach_says_how_late_it_was_and_grows_while_nobody_has_it() -> None:
    now = NOW + timedelta(minutes=30)
    still = breach(course(), now)
    assert (still.late, still.still) == (timedelta(minutes=25), True)
    taken = breach(course(state="taken", taken_after_breach=NOW + timedelta(minutes=12)), now)
    assert (taken.late, taken.still) == (timedelta(minutes=7), False)
    assert breach(course(breached=None), now) is None


async def test_before_the_first_concern_the_page_says_what_will_stand_there(here: World) -> None:
    assert "No concern was ever raised" in await seen(here)


async def test_times_are_counted_from_the_words_to_each_step(here: World) -> None:
    for minutes in (2, 4, 30):
        concern = here.concern(here.child(f"EXC-{minutes:04}"), "he hit me")
        ends(here, concern, took=timedelta(minutes=minutes), closed=timedelta(hours=minutes))
    found = here.database.read_now(lambda store: concern_figures.courses(store, here.portal.people[Role.IRO_MANAGER]))
    assert [one.taken - one.arrived for one in found] == [timedelta(minutes=n) for n in (2, 4, 30)]
    text = await seen(here)
    row = text.split("Somebody took it")[1].split("</tr>")[0]
    assert [text in row for text in ("4 minutes", "30 minutes")] == [True, True]
    assert "12:00 to 12:59" in text, "the hour is London's"
    assert "<rect" in text


async def test_a_breach_is_listed_for_ever_with_how_late_it_was(here: World) -> None:
    concern = here.concern(here.child(), "he hit me", breached=True)
    ends(here, concern, took=timedelta(minutes=40), closed=timedelta(hours=2))
    text = await seen(here)
    assert "1 was not taken in time" in text
    late = text.split('id="late"')[1]
    assert "40 minutes" in late
    assert "Closed" in late
    assert f"/staff/concerns/{concern}" in late


async def test_alarms_for_a_thousand_messages_by_month(here: World) -> None:
    child = here.child()
    for _ in range(3):
        here.says(child, "hello", at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    here.concern(child, "he hit me")
    starts = [datetime(2026, month, 1, tzinfo=UTC) for month in (10, 11, 12)]
    manager = here.portal.people[Role.IRO_MANAGER]
    october, november = here.database.read_now(lambda store: concern_figures.by_month(store, manager, starts))
    assert (october.messages, october.concerns, october.per_thousand) == (3, 0, 0.0)
    assert (november.messages, november.concerns, november.per_thousand) == (1, 1, 1000.0)
    assert "November 2026" in await seen(here)


async def test_rules_that_were_wrong_are_counted_once_they_have_enough(here: World) -> None:
    for number in range(5):
        concern = here.concern(here.child(f"EXC-{number:04}"), "i died laughing")
        outcome = FALSE if number < 3 else ACTED
        ends(here, concern, outcome, took=timedelta(minutes=1), closed=timedelta(hours=1))
    text = await seen(here)
    wrong = text.split("Rules that were wrong")[1]
    assert "Hit now" in wrong
    assert "60%" in wrong
    assert "Concerns of rules with fewer than five" not in wrong
    assert "3 of them as a false alarm (60%)" in text


async def test_few_concerns_of_a_rule_are_counted_with_others(here: World) -> None:
    concern = here.concern(here.child(), "i died laughing")
    ends(here, concern, FALSE, took=timedelta(minutes=1), closed=timedelta(hours=1))
    wrong = (await seen(here)).split("Rules that were wrong")[1]
    assert "Concerns of rules with fewer than five" in wrong
    assert "Hit now" not in wrong


async def test_a_manager_whom_one_is_about_finds_it_in_no_figure(here: World) -> None:
    concern = here.concern(here.child(), "marguerite hit me", breached=True)
    here.exclude(concern, here.portal.people[Role.IRO_MANAGER])
    text = await seen(here)
    assert "No concern was ever raised" in text
    assert "None was ever left too long" in await here.seen("/staff/figures", Role.IRO_MANAGER)


async def test_no_word_of_a_child_and_no_name_is_on_the_page(here: World) -> None:
    concern = here.concern(here.child(preferred_name="Zebedee"), "he hit me with xylophone", breached=True)
    ends(here, concern, took=timedelta(minutes=40), closed=timedelta(hours=2))
    text = await seen(here)
    assert "xylophone" not in text
    assert "Zebedee" not in text


async def test_it_is_the_managers_alone(here: World) -> None:
    for role in (Role.IRO, Role.DUTY_OFFICER, Role.BUSINESS_SUPPORT, Role.DATA_PROTECTION):
        await here.seen(PAGE, role, status=403)

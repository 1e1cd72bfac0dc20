"""While an IRO is away a child is told who reads, truthfully, once, and never why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.played import TODAY
from storage import absences, staff
from tests.support.played import staff_id, texts

SIAN_HAS = "EXC-0003"


@pytest.fixture
def millie(child, exampleshire):
    """Siân is on leave for two weeks, and Nadia stands in."""
    sian, nadia = staff_id(exampleshire, "EXS-003"), staff_id(exampleshire, "EXS-004")

    def work(store) -> None:
        staff.name_deputy(store, sian, nadia, None, TODAY)
        absences.record(store, sian, "sickness", TODAY, TODAY + timedelta(days=14), None, TODAY)

    exampleshire.write_now(work)
    return child(SIAN_HAS)


def test_a_child_who_writes_is_told_once(millie) -> None:
    millie.say("hi")
    millie.tap("write")
    said = texts(millie.say("can you come on friday"))
    assert "Siân is away, and back on Monday 7 December" in said
    assert "Nadia will see this" in said
    assert "sick" not in said.lower()
    millie.tap("write")
    again = texts(millie.say("and bring the cards"))
    assert "away" not in again
    assert "Nadia will see this" in again


def test_a_day_is_promised_on_which_the_deputy_works(millie) -> None:
    millie.say("hi")
    millie.tap("write")
    assert "Wednesday 25 November" in texts(millie.say("can you come on friday"))  # Nadia works from Tuesday


def test_a_child_who_asks_for_contact_or_who_it_is_hears_who_answers_now(millie) -> None:
    asked = texts(millie.say("who is my iro"))
    assert "Siân Pendrell" in asked
    assert "Nadia reads what you write" in asked
    assert "sick" not in asked.lower()


def test_with_the_iro_at_work_nothing_is_said(child) -> None:
    robin = child("EXC-0001")
    robin.say("hi")
    robin.tap("write")
    assert "away" not in texts(robin.say("can you come on friday"))


def test_a_short_absence_moves_the_promise_and_nobody_stands_in(child, exampleshire) -> None:
    sian = staff_id(exampleshire, "EXS-003")
    exampleshire.write_now(
        lambda store: absences.record(
            store, sian, "leave", TODAY + timedelta(days=1), TODAY + timedelta(days=3, hours=12), None, TODAY
        )
    )
    millie = child(SIAN_HAS)
    millie.say("hi")
    millie.tap("write")
    said = texts(millie.say("can you come on friday"))
    assert "Siân usually answers by Thursday 26 November" in said
    assert "away" not in said


def test_once_the_iro_has_gone_without_a_next_the_deputy_answers(child, exampleshire) -> None:
    graham, priya = staff_id(exampleshire, "EXS-002"), staff_id(exampleshire, "EXS-001")

    def work(store) -> None:
        staff.name_deputy(store, graham, priya, None, TODAY)
        staff.change(store, graham, ends_on=(TODAY - timedelta(days=3)).date())

    exampleshire.write_now(work)
    leo = child("EXC-0002")
    leo.say("hi")
    said = texts(leo.say("who is my iro"))
    assert "Graham isn't your IRO any more" in said
    assert "Priya" in said


def test_the_menu_and_who_sees_this_name_who_stands_in_for_whom(millie) -> None:
    said = millie.say("who is my iro")
    labels = [choice["label"] for message in [*said, *millie.say("menu")] for choice in message.choices]
    assert "Write to Nadia (for Siân)" in labels
    assert "Ask Nadia to get in touch (for Siân)" in labels
    sees = texts(millie.say("who sees this"))
    assert "Siân is away until Monday 7 December, so Nadia sees this. Siân can see it too." in sees
    assert "sick" not in sees.lower()
    millie.clock.now += timedelta(days=20)
    assert "Nadia" not in texts(millie.say("who sees this"))

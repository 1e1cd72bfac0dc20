"""J17: Bailey, 15. Somebody to speak for them at a review that is near, with what they allow and no more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import caseload, referrals, requests
from storage.referrals import Referral
from tests.support.played import conversation_of, staff_id, texts

BAILEY, SIAN = "EXC-0030", "EXS-003"


@pytest.fixture
def bailey(child):
    return child(BAILEY)


def referral(database) -> Referral:
    where = conversation_of(database, BAILEY).id
    return database.read_now(lambda store: referrals.last_of(store, [where]))[where]


def asks(bailey, allow: str = "Yes") -> str:
    bailey.say("can sum1 talk 4 me at the meting")
    bailey.say("ok yes. do i have 2 be there")
    bailey.tap("Voice note")
    bailey.say("01632 960777")
    return texts(bailey.tap(allow))


def test_yes_comes_first_with_the_day_of_the_review(bailey) -> None:
    said = texts(bailey.say("can sum1 talk 4 me at the meting"))
    assert said.startswith("Yes")
    assert "free" in said
    assert "Friday 27 November" in said
    assert "why" not in said.lower()
    more = texts(bailey.tap("Tell me more"))
    assert "meet you first" in more
    assert "You can be there, or let them speak for you" in texts(bailey.say("ok yes. do i have 2 be there"))


def test_the_referral_holds_what_was_allowed_and_is_quick(bailey, exampleshire) -> None:
    said = asks(bailey)
    assert "Tuesday" in said
    assert "quick" in said
    assert "move the meeting" in said
    one = referral(exampleshire)
    assert (one.how, one.name, one.number) == ("voice_note", "Bailey", "01632 960777")
    assert (one.meeting, one.quick, str(one.hear_by)) == ("2026-11-27 15:45", True, "2026-11-24")
    (asked,) = exampleshire.read_now(lambda store: requests.open_for_role(store, "business_support"))
    assert (asked.kind, asked.words) == ("advocate", ""), "no word of the child's for the office"


def test_only_the_name_when_that_is_all_that_is_allowed(bailey, exampleshire) -> None:
    asks(bailey, "I want to choose")
    bailey.tap("No")
    bailey.tap("No")
    bailey.tap("Yes")
    one = referral(exampleshire)
    assert (one.name, one.number, one.meeting) == ("Bailey", "", "")


def test_nothing_is_passed_on_when_nothing_may_be(bailey, exampleshire) -> None:
    assert "haven't passed anything on" in asks(bailey, "No")
    assert exampleshire.read_now(referrals.everyone) == []
    assert exampleshire.read_now(lambda store: requests.open_for_role(store, "business_support")) == []


def test_sian_knows_that_it_was_asked_and_need_not_approve(bailey, exampleshire) -> None:
    asks(bailey)
    where, sian = conversation_of(exampleshire, BAILEY).id, staff_id(exampleshire, SIAN)
    seen = exampleshire.read_now(lambda store: caseload.heard_by(store, where, sian))
    assert any("advocate" in m.text for m in seen)
    assert not referral(exampleshire).private
    assert exampleshire.read_now(lambda store: requests.open_for_role(store, "iro")) == []


def test_the_truth_about_the_late_review(bailey) -> None:
    said = texts(bailey.say("why was my meeting late anyway"))
    assert "28 October" in said


def test_asked_whether_they_have_heard_and_a_no_goes_to_the_office_now(bailey, exampleshire) -> None:
    asks(bailey)
    said = texts(bailey.wait(timedelta(days=5)))
    assert "Have they been in touch?" in said
    assert "told the office" in texts(bailey.tap("No"))
    assert referral(exampleshire).heard == "no"
    assert "Have they been in touch?" not in texts(bailey.wait(timedelta(days=3)))


def test_an_offer_before_the_review_once_and_the_answer_is_kept(bailey) -> None:
    bailey.say("hi")
    said = texts(bailey.wait(timedelta(days=4)))
    assert said.count("An advocate can help you say what you want") == 1
    bailey.tap("No")
    kept = [r["value"] for r in bailey.state()["records"] if r["kind"] == "advocate_offered"]
    assert kept == ["offered", "no"]
    assert "advocate" not in texts(bailey.wait(timedelta(days=10)))

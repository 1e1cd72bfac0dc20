"""Did they listen: once, and never for the IRO's eyes. How are things: between reviews, if the child agrees."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from storage import cancellations, caseload, check_ins, children, conversations, feedback, requests, reviews
from storage.tables import feedback as feedback_table
from tests.bot.reviewed import BUS, decided, tell
from tests.support.played import conversation_of, messages_of, played_on, staff_id, texts

JJ = "EXC-0021"
GRAHAM = "EXS-002"
NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture
def jj(exampleshire):
    one = played_on(exampleshire, JJ)
    tell(one, decided(one, JJ, BUS))
    one.say("that's fine")
    return one


def rows(database):
    return database.read_now(lambda store: store.rows(feedback_table.select()))


def asked(played, days):
    return [m for m in played.wait(timedelta(days=days)) if m.flow == "did_they_listen"]


def test_three_taps_a_day_later_and_the_iro_sees_none_of_it(jj, exampleshire):
    said = texts(asked(jj, 4))
    assert "never sees them" in said
    assert "Marguerite" in said
    jj.tap("Yes")
    jj.say("sort of")
    jj.tap("No")
    kept = {row["question"]: row["value"] for row in rows(exampleshire)}
    assert kept == {"listened": "yes", "explained": "partly", "difference": "no"}
    where, graham = conversation_of(exampleshire, JJ).id, staff_id(exampleshire, GRAHAM)
    shown = exampleshire.read_now(lambda store: caseload.heard_by(store, where, graham))
    assert "sort of" not in [m.text for m in shown if m.author == "child"]
    assert "sort of" in [m.text for m in messages_of(exampleshire, JJ) if m.author == "child"]


def test_it_is_asked_once_and_every_question_can_be_left_out(jj, exampleshire):
    assert asked(jj, 4)
    for _ in range(3):
        jj.tap("Skip")
    assert {row["value"] for row in rows(exampleshire)} == {"skipped"}
    assert asked(jj, 10) == []


def test_words_about_the_iro_go_to_the_manager_if_the_child_wants_and_never_to_the_iro(jj, exampleshire):
    asked(jj, 4)
    words = "she talks over me every single time"
    jj.say(words)
    jj.tap("Yes, my words")
    child = exampleshire.read_now(lambda store: children.by_reference(store, JJ))
    for_manager = exampleshire.read_now(lambda store: requests.of_child(store, child.id))
    assert [(one.owner_role, one.words) for one in for_manager] == [("iro_manager", words)]
    where, graham = conversation_of(exampleshire, JJ).id, staff_id(exampleshire, GRAHAM)
    shown = exampleshire.read_now(lambda store: caseload.heard_by(store, where, graham))
    assert words not in [m.text for m in shown]


def test_what_was_said_of_the_iro_hides_no_worry_from_them(jj, exampleshire):
    asked(jj, 4)
    for tap in ("Yes", "Yes", "Yes", "Not at all"):
        jj.tap(tap)
    jj.say("my foster dad hits me when im late")
    where, graham = conversation_of(exampleshire, JJ).id, staff_id(exampleshire, GRAHAM)
    shown = exampleshire.read_now(lambda store: caseload.heard_by(store, where, graham))
    assert "worry" in {m.flow for m in shown}


def test_nobody_sees_what_fewer_than_five_children_said(exampleshire):
    def write(store):
        last = {one.child_id: one for one in reviews.everyone(store) if one.held_on}
        found = []
        for number, review in enumerate(list(last.values())[:6]):
            where = conversations.ensure_for_child(store, review.child_id, "older", "en", NOW).id
            said = {"listened": "yes" if number else "no", "explained": "skipped" if number else "no"}
            for question, value in said.items():
                feedback.give(store, where, review.id, graham, question, value, NOW)
            found.append(feedback.in_groups(store, 5).get(graham, {}))
        return found

    graham = staff_id(exampleshire, GRAHAM)
    found = exampleshire.write_now(write)
    assert found[:4] == [{}] * 4
    assert found[5]["listened"] == feedback.Told(yes=5, no=1)
    assert all("explained" not in one for one in found)


def agree(jj, label):
    asked(jj, 4)
    for _ in range(3):
        jj.tap("Skip")
    return texts(jj.tap(label))


def test_how_things_are_is_asked_at_the_rhythm_the_child_wants(jj, exampleshire):
    agree(jj, "Once a month")
    where = conversation_of(exampleshire, JJ).id
    assert exampleshire.read_now(lambda store: check_ins.agreed(store, [where])) == {where: 4}
    said = [m for m in jj.wait(timedelta(days=32)) if m.flow == "check_in"]
    assert len(said) == 1
    jj.tap("Good")
    jj.tap("Good")
    assert "can see that" in texts(jj.tap("Yes"))
    assert conversation_of(exampleshire, JJ).waiting_since is None


def test_a_low_answer_waits_for_the_iro_and_offers_a_person(jj, exampleshire):
    agree(jj, "Every 6 weeks")
    jj.wait(timedelta(days=46))
    jj.tap("Not good")
    jj.tap("OK")
    said = texts(jj.say("still waiting for my bus pass"))
    assert "talk to a person" in said
    assert conversation_of(exampleshire, JJ).waiting_since is not None
    where = conversation_of(exampleshire, JJ).id
    for_iro = [m.text for m in messages_of(exampleshire, JJ) if m.for_iro]
    assert for_iro == ["Not good", "still waiting for my bus pass"]
    assert exampleshire.read_now(lambda store: caseload.waiting_since(store, [where], None))


def test_not_at_all_is_fine(jj):
    assert "fine" in agree(jj, "Not at all")
    assert [m for m in jj.wait(timedelta(days=100)) if m.flow == "check_in"] == []


def test_who_did_not_answer_the_last_time_is_left_alone_for_a_round(jj):
    agree(jj, "Once a month")
    said = [m for m in jj.wait(timedelta(days=62)) if m.flow == "check_in"]
    assert len(said) == 1


def test_a_review_that_is_off_is_told_with_the_new_day_once(exampleshire):
    child = played_on(exampleshire, JJ)

    def cancel(store):
        known = children.by_reference(store, JJ)
        review = reviews.next_of(store, known.id)
        reviews.change(store, review, planned_for=date(2026, 12, 8))
        review = reviews.next_of(store, known.id)
        graham = staff_id(exampleshire, GRAHAM)
        cancellations.cancel(store, review, graham, "The school is shut.", child.clock.now, date(2026, 11, 21))
        reviews.change(store, review, planned_for=date(2026, 12, 10))

    exampleshire.write_now(cancel)
    said = [m for m in child.wait(timedelta(days=2)) if m.flow == "review_off"]
    assert len(said) == 1
    assert "Tuesday 8 December" in said[0].text
    assert "Thursday 10 December" in said[0].text

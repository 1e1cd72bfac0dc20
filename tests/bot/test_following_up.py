"""A child is told what was decided, once it is sent, and asked on the day whether it has happened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from storage import answers, children, conversations, decisions, new_days, reviews
from storage.errors import BadData
from storage.tables import outbox
from tests.bot.reviewed import BUS, JAY, decided, tell
from tests.support.played import played_on, texts

JJ = "EXC-0021"


@pytest.fixture
def jj(exampleshire):
    return played_on(exampleshire, JJ)


def views(played):
    def look(store):
        child = children.by_reference(store, JJ)
        every = decisions.of_child(store, child.id)
        return every, decisions.views_of(store, [one.id for one in every])

    return played.service.database.read_now(look)


def test_the_child_is_told_one_thing_at_a_time_and_how_to_disagree(jj):
    review = decided(jj, JJ, BUS, JAY)
    assert tell(jj, review) == 2
    said = jj._new()
    assert len(said) <= 3
    assert "bus pass" in texts(said)
    assert "Amy, your social worker" in texts(said)
    assert "Friday 4 December" in texts(said)
    assert "Jay" not in texts(said)
    assert "Jay" in texts(jj.tap("Next one"))
    disagree = jj.say("that's fine")
    assert texts(disagree)
    every, _ = views(jj)
    assert all(one.told_at for one in every)
    assert tell(jj, review) == 0


def test_at_the_end_they_may_write_to_the_iro_or_ask_for_an_advocate(jj):
    tell(jj, decided(jj, JJ, BUS))
    labels = [choice["label"] for choice in jj._new()[-1].choices]
    assert any("Write to" in label for label in labels)
    assert any("speak for me" in label for label in labels)
    assert "Complain" in labels


def test_they_hear_what_was_said_to_their_wish_and_why_in_their_own_words(jj):
    jj.tap("wishes")
    jj.tap("Where I live")
    jj.say("my room is too small")

    def given(store):
        child = children.by_reference(store, JJ)
        where = conversations.of_children(store, [child.id])[child.id].id
        return answers.current(store, where)["home_how"].id

    wish = jj.service.database.read_now(given)
    review = decided(
        jj, JJ, {**BUS, "answer_id": wish, "wish": "partly", "why": "There is no bigger room in this house."}
    )
    jj.seen = max(m.seq for m in jj.service.database.read_now(jj._everything))
    tell(jj, review)
    said = texts(jj._new())
    assert "“my room is too small”" in said
    assert "some of it. There is no bigger room in this house." in said


def test_nobody_is_told_what_the_iro_has_not_sent_but_the_iro_is_reminded(jj):
    decided(jj, JJ, BUS)
    assert {m.flow for m in jj.wait(timedelta(days=10))} <= {"iro_changes"}, "Graham is leaving: that they hear"
    sent = jj.service.database.read_now(lambda store: [r["once"] for r in store.rows(outbox.select())])
    assert len([once for once in sent if once.startswith("untold:")]) == 1


def test_where_it_is_not_safe_to_write_nothing_is_sent(jj):
    review = decided(jj, JJ, BUS)
    jj.say("dont write to me here")
    jj.tap("No")
    jj.service.database.write_now(lambda store: conversations.save(store, [_unsafe(store)]))
    with pytest.raises(BadData, match="in person"):
        tell(jj, review)


def move(played, reference, day):
    def write(store):
        child = children.by_reference(store, reference)
        review = reviews.next_of(store, child.id)
        new_days.given(store, review, played.clock.now)
        reviews.change(store, review, planned_for=day, start_time="16:15", status="planned")
        return review.planned_for

    return played.service.database.write_now(write)


def test_a_moved_review_is_told_once_with_both_days(jj):
    was = move(jj, JJ, date(2026, 12, 16))
    said = texts(jj.wait(timedelta(days=2)))
    assert "has moved" in said
    assert f"{was:%A}" in said
    assert "Wednesday 16 December at 16:15" in said
    assert "moved" not in texts(jj.wait(timedelta(days=2)))


def test_nothing_is_told_of_a_day_that_was_moved_back(jj):
    def back(store):
        child = children.by_reference(store, JJ)
        review = reviews.next_of(store, child.id)
        new_days.given(store, review, jj.clock.now)

    jj.service.database.write_now(back)
    assert "moved" not in texts(jj.wait(timedelta(days=2)))
    assert jj.service.database.read_now(new_days.untold) == []


def _unsafe(store):
    child = children.by_reference(store, JJ)
    where = conversations.of_children(store, [child.id])[child.id].id
    conversation = conversations.lock(store, [where])[where]
    conversation.safe_to_write = "no"
    return conversation


def test_on_the_day_they_are_asked_once_in_one_round(jj):
    tell(jj, decided(jj, JJ, BUS, JAY))
    jj.say("that's fine")
    said = [m for m in jj.wait(timedelta(days=21)) if m.author == "bot"]
    asked = [m for m in said if "Has it happened?" in m.text]
    assert len(asked) == 2  # the bus on the 4th, Jay on the 11th
    assert all(16 <= m.at.hour < 19 or m.at.weekday() > 4 for m in asked)


def test_not_yet_goes_to_the_iro_with_a_day_and_the_child_is_told_it(jj):
    tell(jj, decided(jj, JJ, BUS, JAY))
    jj._new()
    jj.wait(timedelta(days=25))
    said = texts(jj.say("nope"))
    every, seen = views(jj)
    by_plain = {one.plain: one for one in every}
    (view,) = seen[by_plain[BUS["plain"]].id]
    assert view.view == "not_yet"
    assert view.answer_by is not None
    assert view.answer_by.strftime("%A") in said
    assert "Jay" in said
    jj.tap("Yes")
    every, seen = views(jj)
    assert {one.plain: one.state for one in every}[JAY["plain"]] == "happened"


def test_dont_know_is_an_answer_and_so_is_nothing(jj):
    tell(jj, decided(jj, JJ, BUS, JAY))
    jj._new()
    jj.wait(timedelta(days=25))
    jj.say("dunno")
    jj.tap("Skip")
    _, seen = views(jj)
    assert [view.view for found in seen.values() for view in found] == ["dont_know"]
    assert texts(jj.wait(timedelta(days=5))) == ""


def test_the_child_can_ask_what_was_decided_and_is_not_shown_it_at_a_place_that_may_only_add(jj):
    tell(jj, decided(jj, JJ, BUS))
    jj.say("that's fine")
    assert "bus pass" in texts(jj.say("what was decided at my review"))
    jj.move_to("web library")
    jj.seen = 0
    jj.arrive()
    jj.tap("Yes")
    jj.say("dont have it on me")
    jj.tap("Add only")
    jj.say("11 april, graham")
    assert "bus pass" not in texts(jj.say("what was decided at my review"))

"""A review is near: the child is offered to say what they think, seldom, at a good hour; else the IRO hears of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.clock import PlayedClock
from bot.played import Played
from safeguarding.rota import LONDON
from storage import answers, children, conversations, offers, reviews
from storage.tables import outbox
from tests.support.played import service_on, texts

JJ = "EXC-0021"
REVIEW = date(2027, 2, 24)
FAR = datetime(2027, 1, 25, 12, 0, tzinfo=LONDON)
"""More than 15 working days before it."""


@pytest.fixture
def played(exampleshire):
    """A child whose review is a good while off."""

    def be(reference=JJ, channel="web", **known):
        clock = PlayedClock(FAR)
        one = Played(service_on(exampleshire, clock), clock, channel, sender=reference)
        if known.get("talks", True):
            one.be(reference)
        exampleshire.write_now(lambda store: plan(store, reference))
        return one

    def plan(store, reference):
        child = children.by_reference(store, reference)
        for review in reviews.everyone(store):
            if review.held_on is None:
                day = REVIEW if review.child_id == child.id else date(2027, 6, 2)
                reviews.change(store, review, planned_for=day, status="planned")

    return be


def kept(played):
    """What was offered, and the children an IRO should try in another way."""

    def look(store):
        review = next(one for one in reviews.everyone(store) if one.planned_for == REVIEW)
        return offers.of_reviews(store, [review.id]).get(review.id, []), offers.not_reached(store)

    return played.service.database.read_now(look)


def test_two_gentle_offers_at_a_good_hour_and_then_the_iro_hears(played):
    jj = played()
    said = [m for m in jj.wait(timedelta(days=28)) if m.author == "bot"]
    made, silent = kept(jj)
    assert [one.kind for one in made] == ["offered", "offered", "not_reached"]
    assert len([m for m in said if m.flow == "getting_ready"]) == 2
    for one in said:
        here = one.at.astimezone(LONDON)
        assert 10 <= here.hour < 19
        assert here.weekday() > 4 or here.hour >= 16
    assert (made[0].at - datetime(2027, 2, 3, tzinfo=LONDON)).days <= 1
    assert [(one.offers, one.review_id) for one in silent] == [(2, made[0].review_id)]
    sent = jj.service.database.read_now(lambda store: [r["once"] for r in store.rows(outbox.select())])
    assert len([once for once in sent if once.startswith("not_reached:")]) == 1


def test_yes_starts_the_conversation_and_nothing_more_is_offered(played):
    jj = played()
    jj.wait(timedelta(days=10))
    jj.say("yeah ok")
    jj.tap("Where I live")
    jj.say("fine")
    jj.wait(timedelta(days=20))
    made, silent = kept(jj)
    assert [one.kind for one in made] == ["offered"]
    assert silent == []


def test_no_thanks_is_an_answer_and_is_not_asked_again(played):
    jj = played()
    jj.wait(timedelta(days=10))
    assert "fine" in texts(jj.tap("No thanks"))
    jj.wait(timedelta(days=16))
    made, _ = kept(jj)
    assert [one.kind for one in made] == ["offered", "not_reached"]


def test_a_child_who_was_never_here_is_tried_by_the_iro_from_the_first_day(played):
    nobody = played(talks=False)
    nobody.wait(timedelta(days=10))
    made, silent = kept(nobody)
    assert [one.kind for one in made] == ["not_reached"]
    assert [one.offers for one in silent] == [0]


def test_nothing_is_offered_where_it_is_not_safe_or_a_concern_is_open(played):
    jj = played()
    jj.say("my uncle did something to me at the weekend. he touched me and said not to tell")
    said = jj.wait(timedelta(days=20))
    assert not [m for m in said if m.flow == "getting_ready"]


def test_a_child_who_was_just_here_is_left_alone(played):
    jj = played()
    jj.wait(timedelta(days=9))
    jj.service.database.write_now(lambda store: _just_wrote(store, jj.clock.now + timedelta(hours=8)))
    before = len([one for one in kept(jj)[0] if one.kind == "offered"])
    jj.wait(timedelta(hours=12))
    assert len([one for one in kept(jj)[0] if one.kind == "offered"]) == before


def _just_wrote(store, now):
    child = children.by_reference(store, JJ)
    where = conversations.of_children(store, [child.id])[child.id].id
    conversation = conversations.lock(store, [where])[where]
    conversation.child_wrote_at = now
    conversations.save(store, [conversation])
    assert answers.current(store, where) == {}


def test_on_a_screen_somebody_may_see_the_offer_says_nothing_of_a_review(played):
    sixteen = played("EXC-0053", channel="telegram")
    said = texts(sixteen.wait(timedelta(days=12)))
    assert said
    assert "review" not in said.lower()

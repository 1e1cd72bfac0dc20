"""What is kept at and after a review: talks, taking part, decisions and why they changed, challenges."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from storage import challenges, children, decisions, participations, private_talks, reviews
from storage.database import Database
from storage.decisions import Decision
from storage.errors import BadData, NotFound
from storage.ids import new_id
from storage.reviews import Review
from storage.store import Store
from tests.support.people import add_child, add_review, add_staff
from tests.support.prepared import NOW, TODAY

LINE = {"words": "A lift home.", "plain": "Amy gets you a lift.", "owner": "Amy"}
DUE = TODAY + timedelta(days=7)


def on_record(store: Store) -> Review:
    """A review of one child, with the IRO EXS-006 on record."""
    add_staff(store)
    add_review(store, add_child(store), held_on=TODAY, status="held")
    review = reviews.by_reference(store, "EXR-0001")
    assert review is not None
    return review


def one_decision(store: Store) -> Decision:
    review = on_record(store)
    return decisions.load(store, decisions.make(store, review, new_id(NOW), NOW, due_on=DUE, **LINE))


def test_the_last_word_about_the_private_talk_counts(database: Database) -> None:
    def work(store: Store) -> None:
        review, iro = on_record(store), new_id(NOW)
        assert private_talks.of_review(store, review.id) is None
        with pytest.raises(BadData):
            private_talks.keep(store, review, iro, NOW, spoke_on=None, reason=" ")
        with pytest.raises(BadData):
            private_talks.keep(store, review, iro, NOW, spoke_on=TODAY + timedelta(days=1))
        private_talks.keep(store, review, iro, NOW, spoke_on=None, reason="Was ill.")
        private_talks.keep(store, review, iro, NOW + timedelta(hours=1), spoke_on=TODAY)
        kept = private_talks.of_review(store, review.id)
        assert kept is not None
        assert (kept.spoke_on, kept.reason) == (TODAY, "")

    database.write_now(work)


def test_a_code_is_confirmed_on_the_review_and_nothing_is_overwritten(database: Database) -> None:
    def work(store: Store) -> None:
        review, iro = on_record(store), new_id(NOW)
        for code, later in (("PN2", 0), ("PN1", 1)):
            participations.confirm(
                store, review, iro, NOW + timedelta(hours=later), attended="yes", spoke="advocate", views="",
                suggested="PN2", code=code,
            )  # fmt: skip
        with pytest.raises(BadData):
            participations.confirm(
                store, review, iro, NOW, attended="no", spoke="", views="", suggested="PN7", code="PN7"
            )  # fmt: skip
        assert [one.code for one in participations.of_review(store, review.id)] == ["PN2", "PN1"]
        now = reviews.by_reference(store, "EXR-0001")
        assert now is not None
        assert now.participation_code == "PN1"

    database.write_now(work)


def test_a_decision_is_rewritten_until_it_is_told_and_then_only_moved_or_withdrawn(database: Database) -> None:
    def work(store: Store) -> None:
        one, iro = one_decision(store), new_id(NOW)
        again = {"kind": "decision", "answer_id": None, "wish": "", "why": "", "due_on": DUE}
        decisions.rewrite(store, one, **again | LINE | {"plain": "You get a lift."})
        assert decisions.load(store, one.id).plain == "You get a lift."
        decisions.told(store, [one.id], NOW)
        with pytest.raises(BadData):
            decisions.rewrite(store, decisions.load(store, one.id), **again | LINE)
        for wrong_day, reason in ((DUE, "Ill."), (DUE + timedelta(days=1), " ")):
            with pytest.raises(BadData):
                decisions.move_for(store, decisions.load(store, one.id), wrong_day, reason, iro, NOW)
        decisions.move_for(store, decisions.load(store, one.id), DUE + timedelta(days=1), "Ill.", iro, NOW)
        decisions.withdraw(store, decisions.load(store, one.id), "He moved.", iro, NOW + timedelta(hours=1))
        changed = decisions.changes_of(store, [one.id])[one.id]
        assert [(change.kind, change.reason) for change in changed] == [("moved", "Ill."), ("withdrawn", "He moved.")]
        assert changed[0].was_due_on == DUE
        assert decisions.load(store, one.id).state == "withdrawn"

    database.write_now(work)


@pytest.mark.parametrize(
    ("after", "waits"),
    [
        (lambda store, one: None, True),
        (lambda store, one: decisions.acted_on(store, decisions.views_of(store, [one.id])[one.id][-1].id, NOW), False),
        (lambda store, one: decisions.settle(store, one, "challenged"), False),
        (lambda store, one: says(store, one, "yes"), False),
        (lambda store, one: says(store, one, "not_yet"), True),
    ],
    ids=["nothing done", "acted on", "challenged", "has happened since", "said again"],
)
def test_a_not_yet_waits_until_something_is_done(
    database: Database, after: Callable[[Store, Decision], None], waits: bool
) -> None:
    def work(store: Store) -> None:
        one = one_decision(store)
        decisions.view(store, one, "not_yet", NOW, message_id=None, answer_by=DUE)
        after(store, one)
        assert bool(decisions.not_yets(store, [one.child_id])) is waits
        assert decisions.not_yets(store, []) == []

    database.write_now(work)


def says(store: Store, one: Decision, said: str) -> None:
    decisions.view(store, one, said, NOW + timedelta(hours=1), message_id=None, answer_by=DUE)


def test_a_challenge_keeps_its_steps_and_is_closed_once(database: Database) -> None:
    def work(store: Store) -> None:
        review, iro = on_record(store), new_id(NOW)
        child = children.find(store, review.child_id)
        with pytest.raises(BadData):
            challenges.start(store, child, iro, NOW, topic="", issue="x", stage="informal", due_on=DUE)
        made = challenges.start(
            store, child, iro, NOW, topic="transport", issue="No lift.", stage="informal", due_on=DUE
        )  # fmt: skip
        one = challenges.load(store, made)
        challenges.note(store, one, iro, NOW + timedelta(days=1), stage="director", note="Sent.", due_on=DUE)
        challenges.climb(store, one, "director", date(2026, 12, 9))
        steps = challenges.steps_of(store, [made])[made]
        assert [(step.stage, step.note) for step in steps] == [("informal", "No lift."), ("director", "Sent.")]
        with pytest.raises(BadData):
            challenges.close(store, one, NOW, result="won", outcome="A taxi.")
        challenges.close(store, one, NOW, result="partly", outcome="A taxi.")
        closed = challenges.load(store, made)
        assert (closed.state, closed.stage, closed.due_on) == ("closed", "director", date(2026, 12, 9))
        assert (closed.result, closed.outcome) == ("partly", "A taxi.")
        for again in (
            lambda: challenges.close(store, closed, NOW, result="partly", outcome="x"),
            lambda: challenges.climb(store, closed, "cafcass", DUE),
            lambda: challenges.note(store, closed, iro, NOW, stage="director", note="x", due_on=DUE),
        ):
            with pytest.raises(BadData):
                again()
        with pytest.raises(NotFound):
            challenges.load(store, new_id(NOW))

    database.write_now(work)

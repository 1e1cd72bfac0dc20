"""Every six months, and after a change: never more often."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from reviews.asking_again import Asked
from reviews.settings import ReviewSettings

TALK, BETH, GRAHAM = UUID(int=1), UUID(int=6), UUID(int=2)
HAD, ANSWERED = date(2026, 1, 5), datetime(2026, 6, 30, 17, tzinfo=UTC)


def first(asked: Asked, iro: UUID = BETH, had: date = HAD, **numbers: int) -> date | None:
    return asked.ask_from(TALK, iro, had, ReviewSettings(**numbers))


def test_six_months_after_an_answer_or_after_a_question_nobody_answered() -> None:
    known = Asked({(TALK, BETH): ANSWERED}, {}, frozenset({TALK}))
    assert first(known) == date(2026, 12, 30)
    assert first(known, know_again_months=12) == date(2027, 6, 30)


def test_being_told_does_not_stand_for_an_answer() -> None:
    told = Asked({}, {(TALK, BETH): ANSWERED}, frozenset({TALK}))
    assert first(told) == date(2026, 7, 14)


def test_another_iro_starts_again_once_there_was_time_to_meet() -> None:
    known = Asked({(TALK, GRAHAM): ANSWERED}, {}, frozenset({TALK}))
    assert first(known, had=date(2026, 7, 1)) == date(2026, 7, 15)
    assert first(known, had=date(2026, 7, 1), know_after_change_days=30) == date(2026, 7, 31)


def test_a_child_who_was_never_told_of_any_iro_is_asked_in_the_welcome_not_here() -> None:
    assert first(Asked({}, {}, frozenset())) is None

"""Whether a review would take a child out of lessons."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from reviews.school_hours import in_school_hours
from reviews.settings import ReviewSettings
from storage.reviews import Review

ANY = UUID(int=1)


def review(day: date | None, start: str) -> Review:
    return Review(
        ANY, "EXR-0001", ANY, ANY, 1, "first", date(2026, 12, 15), day, start, None, "planned", False, 0, "", None,
        None, "video", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "start", "age", "clash"),
    [
        (date(2026, 11, 24), "10:30", 12, True),
        (date(2026, 11, 24), "08:30", 12, True),
        (date(2026, 11, 24), "15:30", 12, False),
        (date(2026, 11, 24), "", 12, False),
        (None, "10:30", 12, False),
        (date(2026, 11, 24), "tbc", 12, False),
        (date(2026, 11, 21), "10:30", 12, False),  # a Saturday
        (date(2026, 12, 25), "10:30", 12, False),
        (date(2026, 11, 24), "10:30", 3, False),
        (date(2026, 11, 24), "10:30", 17, False),
    ],
)
def test_school_hours(day: date | None, start: str, age: int, clash: bool) -> None:
    assert in_school_hours(review(day, start), age, ReviewSettings()) is clash

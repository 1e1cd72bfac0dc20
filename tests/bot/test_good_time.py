"""Nobody speaks first to a child who is with their family."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.good_time import may_speak_first
from safeguarding.rota import LONDON
from storage import busy_times, children, conversations
from storage.errors import BadData
from tests.support.played import played_on

JJ = "EXC-0021"
SATURDAY = datetime(2026, 11, 28, 10, 30, tzinfo=LONDON)


@pytest.fixture
def jj(exampleshire):
    played = played_on(exampleshire, JJ)

    def write(store):
        child = children.by_reference(store, JJ)
        busy_times.keep(store, child.id, child.id, 5, "10:00", "12:00", "family_time", played.clock.now)

    exampleshire.write_now(write)
    return played


@pytest.mark.parametrize(
    ("at", "may"),
    [
        (SATURDAY, False), (SATURDAY + timedelta(hours=2), True), (SATURDAY + timedelta(days=1), True),
        (SATURDAY - timedelta(minutes=30), False), (SATURDAY + timedelta(hours=1, minutes=30), True),
        (datetime(2027, 3, 27, 10, 30, tzinfo=LONDON), False), (datetime(2027, 4, 3, 10, 30, tzinfo=LONDON), False),
    ],
)  # fmt: skip
def test_family_time_is_left_alone_on_both_sides_of_the_clock_change(jj, at, may):
    def look(store):
        child = children.by_reference(store, JJ)
        return may_speak_first(store, conversations.of_children(store, [child.id])[child.id], at)

    assert jj.service.database.read_now(look) is may


@pytest.mark.parametrize(
    ("weekday", "starts", "ends", "why"),
    [
        (7, "10:00", "12:00", "club"),
        (5, "10", "12:00", "club"),
        (5, "12:00", "10:00", "club"),
        (5, "10:00", "12:00", "x"),
    ],
)
def test_what_is_no_time_is_refused(jj, weekday, starts, ends, why):
    def write(store):
        child = children.by_reference(store, JJ)
        busy_times.keep(store, child.id, child.id, weekday, starts, ends, why, jj.clock.now)

    with pytest.raises(BadData):
        jj.service.database.write_now(write)

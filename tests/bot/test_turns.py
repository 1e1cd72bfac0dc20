"""Senders take turns: a flood waits behind itself."""

from __future__ import annotations

import asyncio
from uuid import UUID, uuid4

import pytest

from bot.turns import Turns


@pytest.fixture
def turns() -> Turns[tuple[UUID, str]]:
    return Turns(lambda one: one[0])


def put(turns, sender: str, *words: str) -> None:
    for word in words:
        turns.put(sender, (uuid4(), word))


def taken(turns, most: int = 64, but_not=()) -> list[str]:
    return [word for _, word in turns.take(most, but_not)]


def test_the_first_of_each_is_taken_however_many_one_of_them_sent(turns) -> None:
    put(turns, "connor", *(f"snake {n}" for n in range(300)))
    put(turns, "gee", "help")
    assert taken(turns) == ["snake 0", "help"]
    assert len(turns) == 299


def test_each_senders_own_stay_in_their_order(turns) -> None:
    put(turns, "connor", "one", "two", "three")
    assert [taken(turns) for _ in range(4)] == [["one"], ["two"], ["three"], []]


def test_when_there_are_more_senders_than_places_nobody_is_passed_over_twice(turns) -> None:
    for sender in "abcde":
        put(turns, sender, f"{sender}1", f"{sender}2")
    assert [taken(turns, 3) for _ in range(4)] == [
        ["a1", "b1", "c1"], ["d1", "e1", "a2"], ["b2", "c2", "d2"], ["e2"],
    ]  # fmt: skip


def test_whoever_is_left_out_keeps_their_place_and_order(turns) -> None:
    put(turns, "connor", "slow", "after")
    put(turns, "gee", "hi")
    assert taken(turns, but_not={"connor"}) == ["hi"]
    assert taken(turns) == ["slow"]


def test_the_same_one_waits_once(turns) -> None:
    one = (uuid4(), "hi")
    turns.put("gee", one)
    turns.put("gee", one)
    assert taken(turns) == ["hi"]
    assert taken(turns) == []


def test_what_could_not_be_answered_comes_before_what_was_written_later(turns) -> None:
    first = (uuid4(), "first")
    turns.put("gee", first)
    put(turns, "gee", "second")
    turns.take(1)
    turns.put_back("gee", first)
    assert [taken(turns), taken(turns)] == [["first"], ["second"]]


async def test_a_worker_waits_until_there_is_news(turns) -> None:
    waiting = asyncio.create_task(turns.news())
    await asyncio.sleep(0)
    assert not waiting.done()
    put(turns, "gee", "hi")
    await asyncio.wait_for(waiting, 5)

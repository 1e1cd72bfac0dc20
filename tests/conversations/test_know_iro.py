"""The name from memory first, then from four; the child may leave it, and nothing is asked after it."""

from __future__ import annotations

import pytest

from conversations.library import load
from tests.conversations.talking import Child


@pytest.fixture(scope="module")
def library():
    return load()


def outcome(child: Child) -> list[str]:
    return [record.data["outcome"] for record in child.records if record.kind == "knowing"]


def test_named_from_memory_is_recalled(library) -> None:
    child = Child(library)
    assert "what is your IRO called?" in child.happens("know_iro")
    assert "that's right" in child.says("its priya")
    assert outcome(child) == ["recalled"]


def test_picked_from_four_is_only_recognised(library) -> None:
    child = Child(library)
    child.happens("know_iro")
    child.taps("know_pick")
    child.taps("Priya")
    assert outcome(child) == ["recognised"]


def test_not_sure_is_told_and_nothing_more_is_asked(library) -> None:
    child = Child(library)
    child.happens("know_iro")
    assert "Priya Larkhaven" in child.taps("not_sure")
    assert outcome(child) == ["not_known"]
    assert "told" in [record.kind for record in child.records]


def test_left_out_nothing_is_recorded(library) -> None:
    child = Child(library)
    child.happens("know_iro")
    child.taps("skip")
    assert outcome(child) == []


def test_while_a_concern_is_open_it_is_silent(library) -> None:
    child = Child(library)
    child.facts["concern_open"] = True
    assert child.happens("know_iro") == ""


def test_the_agreement_is_proposed_in_two_taps_and_read_back(library) -> None:
    child = Child(library)
    child.says("hi")
    child.taps("more")
    child.taps("see_agreement")
    child.taps("weeks_four")
    child.taps("by_call")
    assert [r.data for r in child.records if r.kind == "touch_proposed"] == [{"weeks": "4", "how": "call"}]
    child.facts |= {"touch_state": "agreed", "touch_weeks": 4, "touch_how": "call"}
    child.taps("more")
    assert "a call every 4 weeks" in child.taps("see_agreement")

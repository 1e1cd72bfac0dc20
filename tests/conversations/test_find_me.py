"""A visitor in danger is asked only what helps a person to find them, once, and may say nothing."""

from __future__ import annotations

import pytest

BANDS = ["younger", "middle", "older"]


@pytest.mark.parametrize("band", BANDS)
def test_three_things_are_asked_and_kept_word_for_word(visitor, band):
    kit = visitor(band)
    kit.says("my step dad hits me", "concern")
    assert "name" in kit.taps("yes")
    assert "town" in kit.says("Kit, with a K")
    assert "reach" in kit.says("oakford, near the river") or "talk to you" in kit.heard[-1].text
    said = kit.says("01632 960111")
    assert "won't ask that again" in said
    assert kit.kept("find_me") == [
        {"what": "asked", "text": ""},
        {"what": "name", "text": "Kit, with a K"},
        {"what": "where", "text": "oakford, near the river"},
        {"what": "reach", "text": "01632 960111"},
    ]


def test_it_comes_after_are_you_safe_and_never_twice(visitor):
    kit = visitor()
    kit.says("my step dad hits me", "concern")
    for what in ("no", "Kit", "oakford", "stay_here"):
        said = kit.taps(what) if what in ("no", "stay_here") else kit.says(what)
    assert "You can" in said or "I'm still here" in said
    kit.says("he did it again", "concern")
    kit.taps("yes")
    assert [one["what"] for one in kit.kept("find_me")].count("asked") == 1


def test_it_is_not_for_a_child_we_know(child):
    fin = child()
    fin.says("my step dad hits me", "concern")
    fin.taps("yes")
    assert fin.kept("find_me") == []


def test_they_may_decline_and_that_is_kept_too(visitor):
    kit = visitor()
    kit.says("my step dad hits me", "urgent")
    kit.taps("not_sure")
    assert "don't want to say" in " ".join(kit.buttons)
    kit.taps("dont_want_to_say")
    said = kit.taps("dont_want_to_say")
    assert "That's fine" in said
    assert kit.kept("find_me")[1:] == [{"what": "name", "text": ""}, {"what": "where", "text": ""}]


def test_a_worry_in_the_answer_is_the_answer_and_the_next_thing_is_asked(visitor):
    kit = visitor()
    kit.says("my step dad hits me", "concern")
    kit.taps("yes")
    kit.says("Kit")
    said = kit.says("at his flat in oakford and hes drunk", "concern")
    assert {"what": "where", "text": "at his flat in oakford and hes drunk"} in kit.kept("find_me")
    assert "reach you" in said


def test_what_is_worse_comes_first(visitor):
    kit = visitor()
    kit.says("my step dad hits me", "concern")
    kit.taps("yes")
    assert "999" in kit.says("hes got a knife", "urgent").split("\n")[0]


def test_a_visitor_who_taps_that_they_are_not_safe_is_asked_as_well(visitor):
    kit = visitor()
    kit.arrives()
    kit.says("help now")
    kit.taps("not_safe")
    kit.facts["concern_open"] = True
    assert "name" in kit.taps("go_back")

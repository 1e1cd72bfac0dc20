"""Whatever a child does, wherever they are: the bot answers, waits, and never falls over."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.engine import step
from conversations.position import Frame, write
from conversations.turn import Arrived, Happened, Outcome, Said, Tapped
from tests.conversations.talking import LINKED, NOBODY, Child
from tests.support.once import the_library

WORDS = (
    "hi", "yes", "no", "ok", "stop", "back", "skip", "menu", "help", "who sees this", "carry on", "4 april", "otter42",
    "who is my iro", "is it graham?", "wishes", "home", "that's all", "tell my iro hello", "my words", "☹️", "🙂", ".",
    "i want to complain", "can someone talk for me", "change it", "I don't have it", "11 april, graham", "not sure",
    "add only", "call me", "Priya", "school is loud and the bus is late and nobody listens to me at all ever",
)  # fmt: skip
WORRIES = (None, None, None, None, "urgent", "concern", "taken_back", "unreadable")
moves = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(WORDS) | st.text(max_size=60), st.sampled_from(WORRIES)),
        st.tuples(st.just("button"), st.integers(0, 11), st.none()),
        st.tuples(st.just("tap"), st.sampled_from(("stop", "menu", "help_now", "iro_names_1", "nowhere")), st.none()),
        st.tuples(st.just("arrive"), st.none(), st.none()),
    ),
    max_size=25,
)
relaxed = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def make_move(child: Child, kind: str, what: Any, worry: Any) -> None:
    if kind == "say":
        child.says(what, worry)
    elif kind == "button":
        choices = child.heard[-1].choices if child.heard else ()
        child.taps(choices[what % len(choices)].id if choices else "menu")
    elif kind == "tap":
        child.taps(what)
    else:
        child.arrives()


def answered_well(child: Child) -> None:
    assert 1 <= len(child.heard) <= 3, [say.text for say in child.heard]
    assert all(say.text.strip() and "{" not in say.text and "???" not in say.text for say in child.heard)
    assert child.heard[-1].choices, f"nothing to tap at {child.place}"
    ids = [choice.id for choice in child.heard[-1].choices]
    assert len(ids) == len(set(ids))
    assert all(one.isascii() and len(one) <= 40 for one in ids)
    assert child.position["stack"][-1]["state"] == "waiting"
    assert len(child.position["stack"]) < 12
    json.dumps(child.position)


@relaxed
@given(moves=moves, linked=st.booleans(), band=st.sampled_from(("younger", "middle", "older")), easy=st.booleans())
def test_every_move_is_answered_and_something_waits(library, moves, linked, band, easy):
    child = Child(library, band, {**(LINKED if linked else NOBODY), "easy_read": easy})
    for move in moves:
        make_move(child, *move)
        answered_well(child)


@relaxed
@given(moves=moves, linked=st.booleans(), band=st.sampled_from(("younger", "middle", "older")))
def test_help_stop_and_menu_work_from_anywhere(library, moves, linked, band):
    child = Child(library, band, dict(LINKED if linked else NOBODY))
    for move in moves:
        make_move(child, *move)
    assert "999" in child.says("help")
    child.says("stop")
    assert child.place.startswith("stop/")
    child.says("menu")
    if child.facts["linked"]:
        assert child.place == "home/menu"


PLACES = [(flow.flow, node) for flow in the_library().flows.values() for node in flow.nodes]
STATES = ("waiting", "running", "pending", "calling", "gone")
frames = st.builds(lambda place, state: Frame(*place, state), st.sampled_from(PLACES), st.sampled_from(STATES))


@relaxed
@given(stack=st.lists(frames, max_size=4), move=moves.filter(bool), linked=st.booleans())
def test_no_position_makes_it_fall_over(library, stack, move, linked):
    """Any frames in any order, as a release might leave them."""
    child = Child(library, "middle", dict(LINKED if linked else NOBODY), write(stack))
    make_move(child, *move[0])
    assert child.heard
    assert all(say.text and "{" not in say.text for say in child.heard)
    child.says("help")
    answered_well(child)


@relaxed
@given(position=st.dictionaries(st.text(max_size=6), st.none() | st.integers() | st.lists(st.integers())))
def test_a_position_that_is_not_ours_is_a_start(library, position):
    child = Child(library, "middle", dict(LINKED), position)
    child.says("hello")
    answered_well(child)


TWO_LINES = {"complaint_late"}
"""The truth, and what it means now."""


@pytest.mark.parametrize("band", ["younger", "middle", "older"])
def test_what_happens_outside_never_moves_the_child(child, band):
    talking = child(band)
    talking.says("wishes")
    before = talking.position
    for flow in (f for f in talking.library.flows.values() if f.happens and not f.stays):
        said = talking.happens(flow.flow, who="Rafiq", job="duty officer", time="Monday at 16:00")
        assert said
        assert len(talking.heard) == (2 if flow.flow in TWO_LINES else 1), flow.flow
        assert talking.position == before


@pytest.mark.parametrize("band", ["younger", "middle", "older"])
def test_what_is_asked_from_outside_gives_way_to_where_they_were(child, band):
    talking = child(band)
    talking.says("wishes")
    open_question, place = talking.heard[-1].text, talking.place
    talking.happens("decided", decisions=2, number="0")
    assert talking.place == "decided/all"
    talking.taps("thats_fine")
    assert talking.heard[-1].text == open_question
    assert talking.place == place


def test_while_a_worry_is_open_what_is_asked_from_outside_moves_nothing(child):
    talking = child()
    talking.says("wishes")
    talking.says("dad hits me", "concern")
    before = talking.position
    assert "decided" in talking.happens("decided", decisions=1, number="0")
    assert talking.position == before
    assert talking.buttons


def test_a_happening_nobody_wrote_words_for_is_silent(library):
    turn = step(library, {}, Happened("no_such_thing"), LINKED, band="middle")
    assert turn.says == ()


def test_the_bot_is_silent_while_a_human_writes_but_for_help(child):
    talking = child(human_here=True)
    assert talking.says("is anyone there") == ""
    assert talking.taps("yes") == ""
    assert "999" in talking.says("help")


def test_an_outcome_nobody_waits_for_changes_nothing(library):
    turn = step(library, {}, Outcome("prove", "linked"), NOBODY, band="middle")
    assert turn.says == ()


def test_an_event_in_place_of_an_outcome_makes_the_call_again(library):
    """The service died between the call and its answer; the child writes on."""
    position = write([Frame("my_words", "read", "calling")])
    for event in (Said("hello?"), Tapped("yes"), Arrived()):
        assert step(library, position, event, LINKED, band="middle").call.name == "read_back"

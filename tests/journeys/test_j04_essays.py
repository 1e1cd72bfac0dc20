"""J04: Ash, 15, writes essays, with one worrying sentence between two jokes."""

from __future__ import annotations

from tests.support.played import texts

ENGLISH = (
    "Ok so you asked how school is, get comfortable. English is the only room in that building where I feel like a "
    "person. Maths is a hostage situation. I did a presentation on Frankenstein and got the highest mark in the year."
)
HOME = (
    "Fine mostly. Lin is kind, the spare room has a skylight, I've been teaching the dog to spin. I don't really eat "
    "with them, I say I've had something at school, it's easier, I've got it down to pretty much nothing some days and "
    "nobody's noticed because I wear the big jumpers. Anyway the dog can now spin in both directions."
)


def in_topic(child, label: str):
    ash = child("EXC-0023")
    ash.tap("wishes")
    ash.tap(label)
    return ash


def test_a_figure_of_speech_raises_nothing_and_is_kept_whole(child) -> None:
    ash = in_topic(child, "School or college")
    ash.say(ENGLISH)
    assert ash.state()["concerns"] == []
    assert ENGLISH in [r.get("text") for r in ash.state()["records"]]


def test_the_one_worrying_sentence_is_found_and_the_questions_stop(child) -> None:
    ash = in_topic(child, "Where I live")
    said = ash.say(HOME)
    concern = ash.state()["concerns"][0]
    assert concern["words"] == HOME
    assert concern["level"] == "concern"
    spoken = texts(said)
    assert "999" in spoken
    assert "0800 1111" in spoken
    assert spoken.rstrip().endswith("Are you safe right now?")
    assert HOME in [r.get("text") for r in ash.state()["records"]]


def test_ash_may_be_annoyed_and_goes_on(child) -> None:
    ash = in_topic(child, "Where I live")
    ash.say(HOME)
    ash.tap("Yes")
    ash.say("knew i shouldnt have put that in")
    ash.say("carry on. theres more about the dog")
    assert ash.state()["concerns"][0]["state"] == "open"

"""J03: Summer, 8, easy read, taps and three words, with a grown-up near."""

from __future__ import annotations

from tests.support.played import messages_of, texts

SUMMER = "EXC-0020"


def test_summer_gets_ready_for_her_review(child, exampleshire) -> None:
    summer = child(SUMMER)
    first = summer.say("hi")
    assert "grown-up" in texts(first)
    summer.tap("Yes")
    summer.tap("good")
    summer.say("dog is funny")
    more = summer.tap("not good")
    assert "Why" not in texts(more)
    summer.tap("yes")
    summer.say("lunch too loud")
    summer.tap("yes")
    summer.tap("my carer")
    summer.tap("mum")
    summer.tap("that's all")
    back = texts(summer.say("a little bit"))
    for words in ("dog is funny", "lunch too loud", "My carer, Mum"):
        assert f"“{words}”" in back
    summer.tap("yes")
    approved = {r["question"]: r["text"] for r in summer.state()["records"] if r.get("state") == "approved"}
    assert approved["home_best"] == "dog is funny"
    assert approved["school_more"] == "lunch too loud"
    assert summer.state()["concerns"] == []
    asked = [m for m in messages_of(exampleshire, SUMMER) if m.author == "bot" and m.choices]
    assert all(choice["label"] for m in asked for choice in m.choices)


def test_taps_alone_are_enough_to_finish(child) -> None:
    summer = child(SUMMER)
    summer.say("hi")
    said = []
    for tap in ("Yes", "Good", "My room", "Good", "My carer", "That's all", "Yes"):
        said = summer.tap(tap)
    assert "“My carer”" in texts(said)


def test_a_sad_face_alone_is_no_alarm(child) -> None:
    summer = child(SUMMER)
    summer.say("hi")
    summer.tap("Yes")
    summer.tap("Not good")
    assert summer.state()["concerns"] == []


def test_a_dot_is_an_answer_and_nobody_hurries_her(child) -> None:
    lily = child("EXC-0015")
    lily.say("hi")
    lily.say(".")
    assert lily.state()["concerns"] == []

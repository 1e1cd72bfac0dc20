"""J05: JJ, 13, stops half way and comes back three days later at a library computer."""

from __future__ import annotations

from datetime import timedelta

from tests.support.played import texts

JJ = "EXC-0021"
FIRST, LATER = "yh room is too sm", "room too small n i share w a lad who snores. thats it"


def test_half_a_sentence_is_kept_and_he_goes_on_where_he_stopped(child) -> None:
    jj = child(JJ)
    jj.tap("wishes")
    jj.tap("Where I live")
    jj.say(FIRST)
    assert [m for m in jj.wait(timedelta(days=3)) if m.flow != "iro_changes"] == [], "only that Graham is leaving"
    said = texts(jj.say("carry on"))
    assert FIRST not in said
    assert "?" in said
    kept = [r["text"] for r in jj.state()["records"] if r["kind"] == "answer"]
    assert FIRST in kept


def test_at_a_new_place_he_may_add_and_is_shown_nothing_from_before(child) -> None:
    jj = child(JJ)
    jj.tap("wishes")
    jj.tap("Where I live")
    jj.say(FIRST)
    jj.wait(timedelta(days=3))
    jj.move_to("web library")
    jj.seen = 0
    jj.arrive()
    jj.tap("Yes")
    jj.say("dont have it on me")
    jj.tap("Add only")
    there = texts(jj.say("11 april, graham"))
    assert FIRST not in there
    jj.say("carry on")
    jj.say(LATER)
    answers = [(r["text"], r["channel"]) for r in jj.state()["records"] if r["kind"] == "answer"]
    assert FIRST in [text for text, _ in answers]
    assert LATER in [text for text, _ in answers]


def test_a_reminder_comes_once_on_a_channel_that_pushes_and_gives_nothing_away(child) -> None:
    sixteen = child("EXC-0053", channel="telegram")
    sixteen.tap("wishes")
    sixteen.tap("Where I live")
    sixteen.say("id like my own key")
    said = [m for m in sixteen.wait(timedelta(days=5)) if m.author == "bot"]
    assert len(said) == 1
    assert "live" not in said[0].text
    assert "review" not in said[0].text.lower()


def test_add_only_reads_back_what_was_said_there_and_nothing_from_before(child) -> None:
    jj = child(JJ)
    jj.tap("wishes")
    jj.tap("Where I live")
    jj.say(FIRST)
    jj.move_to("web library")
    jj.seen = 0
    jj.arrive()
    jj.tap("Yes")
    jj.say("dont have it on me")
    jj.tap("Add only")
    jj.say("11 april, graham")
    jj.say("carry on")
    jj.say(LATER)
    back = texts(jj.tap("my_words"))
    assert FIRST not in back

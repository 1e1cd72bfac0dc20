"""J02: Charlie, 12, asks outright."""

from __future__ import annotations

from tests.support.played import texts


def test_charlie_is_answered_in_the_first_line_from_the_record(child) -> None:
    charlie = child("EXC-0034")
    said = [m for m in charlie.say("who is my iro") if m.author == "bot"]
    assert "Beth" in said[0].text
    assert "01632 960106" in texts(said)
    assert {("knowing", "not_known"), ("told", "iro")} <= {
        (r["kind"], r.get("value")) for r in charlie.state()["records"]
    }


def test_who_it_was_before_is_from_the_record_and_gives_no_reasons(child) -> None:
    charlie = child("EXC-0034")
    charlie.say("who is my iro")
    said = texts(charlie.say("i had a man before"))
    assert "Graham" in said
    assert "leav" not in said


def test_independent_is_explained_and_a_talk_alone_is_asked_for(child) -> None:
    charlie = child("EXC-0034")
    assert "social worker" in texts(charlie.say("does she work for my social worker"))
    charlie.say("can i see her b4 the review on my own")
    said = texts(charlie.tap("Yes"))
    asked = [r for r in charlie.state()["requests"] if r["kind"] == "contact"]
    assert [(r["how"], r["for"]) for r in asked] == [("before_review", "iro")]
    assert "24 November" in said


def test_from_the_menu_it_asks_first_and_the_outcome_is_recalled_recognised_or_not_known(child) -> None:
    outcomes = {}
    for words, how in (("beth", "typed"), ("Beth", "picked"), ("Not sure", "tapped")):
        charlie = child("EXC-0034") if not outcomes else child("EXC-0038" if len(outcomes) == 1 else "EXC-0026")
        charlie.say("menu")
        charlie.tap("who_iro")
        if how == "typed":
            charlie.say(words)
        elif how == "picked":
            charlie.tap("Pick from four")
            charlie.tap(words)
        else:
            charlie.tap(words)
        outcomes[how] = [r["value"] for r in charlie.state()["records"] if r["kind"] == "knowing"]
    assert outcomes == {"typed": ["recalled"], "picked": ["recognised"], "tapped": ["not_known"]}

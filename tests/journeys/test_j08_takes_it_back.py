"""J08: Ebony, 14, takes back what she wrote the evening before."""

from __future__ import annotations

from datetime import timedelta

from tests.support.played import texts

TOLD = "my uncle did something to me at the weekend. he touched me and said not to tell"


def ebony_the_morning_after(child):
    ebony = child("EXC-0035")
    ebony.say(TOLD)
    ebony.wait(timedelta(hours=2))
    return ebony


def test_it_stays_open_and_she_is_told_so_kindly(child) -> None:
    ebony = ebony_the_morning_after(child)
    said = texts(ebony.say("forget what i said yest i was lying. i just wanted attention"))
    assert "can't take it back" in said
    for never in ("are you sure", "why", "deleted"):
        assert never not in said.lower()
    concern = ebony.state()["concerns"]
    assert [(c["state"], c["words"]) for c in concern] == [("open", TOLD)]
    assert "joined" in concern[0]["told"]


def test_she_chooses_how_they_talk_to_her(child) -> None:
    ebony = ebony_the_morning_after(child)
    ebony.say("forget what i said yest i was lying. i just wanted attention")
    asked = ebony.say("omg please. everyones gonna hate me")
    assert "not in trouble" in texts(asked)
    ebony.say("a woman. not at home")
    chosen = [r for r in ebony.state()["records"] if r["kind"] == "talk_choice"]
    assert [r["detail"] for r in chosen] == ["a woman. not at home"]


def test_not_sure_has_whoever_has_it_told_again_now(child) -> None:
    ebony = ebony_the_morning_after(child)
    before = ebony.state()["concerns"][0]["told"].count("notified")
    ebony.say("forget what i said yest i was lying. i just wanted attention")
    ebony.say("a woman. not at home")
    said = texts(ebony.tap("Not sure"))
    assert "999" in said
    assert ebony.state()["concerns"][0]["told"].count("notified") > before

"""J07: in the middle of the questions, something that must reach a human."""

from __future__ import annotations

from datetime import timedelta

from storage import concerns, staff
from tests.support.played import texts

ROB = "The dog. Not Rob. Rob holds my arm too tight when I am slow and there are finger marks."
HERE = "hes here hes not meant to be here mum let him in hes shouting"


def test_7a_ollie_the_questions_stop_and_a_person_reads_it_today(child) -> None:
    ollie = child("EXC-0006")
    ollie.say("hi")
    ollie.tap("No")
    said = texts(ollie.say(ROB))
    assert "Thank you" in said
    assert "not your fault" in said
    assert said.rstrip().endswith("Are you safe right now?")
    assert "why" not in said.lower()
    concern = ollie.state()["concerns"][0]
    assert (concern["level"], concern["words"]) == ("concern", ROB)
    assert ROB in [r.get("text") for r in ollie.state()["records"]]
    ollie.say("Yes. Rob is at the shop.")
    assert "wait" in texts(ollie.say("Do I do question 3"))
    assert len(ollie.state()["concerns"]) == 1


def test_7b_sienna_999_comes_first_and_somebody_is_told_this_second(child) -> None:
    sienna = child("EXC-0027")
    said = [m for m in sienna.say(HERE) if m.author == "bot"]
    assert "999" in said[0].text
    assert "55" in said[0].text
    assert "Rafiq" in texts(said)
    concern = sienna.state()["concerns"][0]
    assert concern["level"] == "urgent"
    assert "notified" in concern["told"]
    next_said = texts(sienna.say("in bathroom w my brother"))
    assert "?" not in next_said


def test_7b_nobody_answers_in_five_minutes_and_she_is_told_the_truth(child) -> None:
    sienna = child("EXC-0027")
    sienna.say(HERE)
    said = texts(sienna.wait(timedelta(minutes=5, seconds=5)))
    assert "No one" in said
    assert "999" in said
    assert sienna.state()["concerns"][0]["breached"]


def test_7b_when_a_person_takes_over_the_computer_is_silent(child) -> None:
    sienna = child("EXC-0027")
    sienna.say(HERE)
    service, now = sienna.service, sienna.clock.now

    def take_and_write(store):
        rafiq = staff.by_reference(store, "EXS-012")
        concern = concerns.queue(store, rafiq.id)[0]
        concerns.take(store, concern.id, rafiq.id, now)
        facts = {"who": rafiq.first_name, "job": "duty officer"}
        service.speaker.tell(store, concern.conversation_id, "officer_took_it", facts, now)
        service.speaker.say(store, concern.conversation_id, rafiq.id, "duty", "Stay where you are.", now)

    service.database.write_now(take_and_write)
    seen = sienna.say("yh")
    assert "Rafiq" in texts(seen)
    assert [m.text for m in seen if m.author == "duty"] == ["Stay where you are."]
    assert [m for m in sienna.say("ok we r in the bathroom") if m.author == "bot"] == []
    assert "999" in texts(sienna.say("help now"))


def test_the_not_safe_button_reaches_a_human_with_no_words_at_all(child) -> None:
    ollie = child("EXC-0006")
    ollie.say("help now")
    ollie.tap("I'm not safe")
    assert ollie.state()["concerns"][0]["level"] == "urgent"

"""J12: Robyn, 18, has left care. No IRO any more, and still people."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from storage import children
from tests.support.played import texts

ROBYN = "EXC-0900"
RENT = "pass it on. got a letter about my rent n i dont get it. it says 14 days"


@pytest.fixture
def robyn(child, exampleshire):
    """She was in care until October; her place in the chat is as it was."""

    def leave(store):
        children.add(
            store, datetime(2024, 1, 1, tzinfo=UTC), reference=ROBYN, first_name="Robyn", preferred_name="",
            birth_date=date(2008, 10, 2), languages="English", communication_needs="", lang="en", easy_read=False,
            legal_status="C2", placement="U4", looked_after_since=date(2019, 5, 1), left_care_on=date(2026, 10, 2),
        )  # fmt: skip

    exampleshire.write_now(leave)
    return child(ROBYN)


def test_she_is_told_warmly_that_there_is_no_iro_and_who_there_is(robyn) -> None:
    said = texts(robyn.say("hi its robyn, do i still have an iro"))
    assert "Robyn" in said
    assert "don't have an IRO now" in said
    assert "leaving-care team" in said
    for never in ("eligible", "closed", "no longer"):
        assert never not in said


def test_her_words_go_to_real_people_by_a_day_and_bed_and_food_are_asked(robyn) -> None:
    robyn.say("hi its robyn, do i still have an iro")
    said = texts(robyn.say(RENT))
    assert "Monday 23 November" in said
    assert "food and a bed" in said
    (request,) = robyn.state()["requests"]
    assert (request["kind"], request["for"], request["words"]) == ("leaving_care", "iro_manager", RENT)
    assert request["due"] == "2026-11-23"
    assert "14 days" in said, "the deadline is marked, and she is told so"
    assert request["when"] == "14 days"
    assert "still reads" in texts(robyn.say("yeah got both"))
    assert robyn.state()["concerns"] == []


def test_nowhere_to_sleep_is_told_to_a_person_now(robyn) -> None:
    robyn.say("hi its robyn, do i still have an iro")
    robyn.say(RENT)
    assert "right now" in texts(robyn.tap("No"))
    assert [c["level"] for c in robyn.state()["concerns"]] == ["urgent"]


def test_her_records_are_hers_to_ask_for_and_are_not_shown_in_the_chat(robyn) -> None:
    said = texts(robyn.say("can i get what i wrote when i was in care"))
    assert "free" in said
    assert "one month" in said
    done = texts(robyn.tap("Ask for it now"))
    assert "Monday 21 December" in done
    (request,) = robyn.state()["requests"]
    assert (request["kind"], request["for"], request["due"]) == ("records", "data_protection", "2026-12-21")


def test_no_review_questions_and_no_iro_are_offered(robyn) -> None:
    for words in ("i want to say what i think", "when is my review", "i want to talk about school", "call my iro"):
        said = texts(robyn.say(words))
        assert "review" not in said.lower()
        assert "team" in said
        robyn.tap("Nothing right now")
    said = robyn.say("menu")
    labels = {choice["label"] for choice in said[-1].choices}
    assert "Who is my IRO?" not in labels
    assert "Pass a message on" in labels


def test_what_fits_nothing_is_offered_to_the_leaving_care_team(robyn) -> None:
    assert "team" in texts(robyn.say("my washing machine is making a noise like a helicopter"))
    robyn.tap("Yes, my words")
    (request,) = robyn.state()["requests"]
    assert request["words"] == "my washing machine is making a noise like a helicopter"


def test_left_care_is_not_left_unsafe(robyn) -> None:
    robyn.say("my ex is outside hes got a key and he said hes gonna hurt me")
    assert robyn.state()["concerns"][0]["level"] in ("concern", "urgent")


def test_the_closed_record_is_not_opened_in_the_chat(robyn) -> None:
    robyn.say("hi")
    for words in ("see what i said", "what was decided", "show me my answers", "what happened at my review"):
        said = texts(robyn.say(words))
        assert "“" not in said
        assert "review" not in said.lower()
        robyn.tap("Nothing right now")


def test_her_rights_are_those_of_somebody_who_has_left(robyn) -> None:
    said = robyn.say("what are my rights")
    labels = {choice["label"] for choice in said[-1].choices}
    assert {"Complain", "My records", "Someone to speak for me"} <= labels
    assert not {"My meeting", "Seeing my family", "A different social worker"} & labels

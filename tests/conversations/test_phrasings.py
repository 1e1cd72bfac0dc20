"""What children ask in their own words, by the hundred; what only looks like it; and whole talks made of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.once import the_library

TABLES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("phrasings.yaml").read_text("utf-8"))
BOOK = the_library().phrase_book("en")
WANTED = [(name, str(way)) for name, ways in TABLES["wanted"].items() for way in ways]
LOOKALIKES = [(name, str(text)) for name, texts in TABLES["lookalikes"].items() for text in texts]
ANSWERS = [str(text) for text in TABLES["answers"]]
IRO = "Beth"


def meant(text: str) -> str | None:
    found = BOOK.meant(text, inside=False, linked=True, iro=IRO)
    return BOOK.command(text) or (found[0].id if found else None)


@pytest.mark.parametrize(("wanted", "text"), WANTED)
def test_each_way_of_asking_is_understood(wanted, text):
    assert meant(text) == wanted


@pytest.mark.parametrize(("not_this", "text"), LOOKALIKES)
def test_what_only_looks_like_it_is_something_else(not_this, text):
    assert meant(text) != not_this


@pytest.mark.parametrize("question", ["worries", "most"])
@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_to_an_open_question_stays_an_answer(child, question, text):
    talking = child("older", iro=IRO)
    talking.says("wishes")
    talking.taps(f"topic_{question}")
    talking.says(text)
    assert [answer["text"] for answer in talking.kept("answer")] == [text]


@pytest.mark.parametrize(
    "text", ["can will ring me", "is will leaving", "will you tell anyone", "will my mum see this"]
)
def test_an_iro_whose_name_is_a_word(text):
    assert BOOK.meant(text, inside=False, linked=True, iro="Will") is not None


def test_a_wish_said_at_the_menu_is_the_answer_to_its_question(child):
    talking = child("older")
    talking.arrives()
    assert "kept" in talking.says("i want to see my brother more")
    assert talking.kept("answer") == [
        {"topic": "siblings", "question": "siblings_see", "text": "i want to see my brother more", "choice": None}
    ]
    assert talking.place == "topic_siblings/wish"


def test_a_wish_is_kept_again_where_its_question_was_asked_before(child):
    talking = child("older", asked=("siblings_see",))
    talking.arrives()
    talking.says("i miss my sister")
    assert [answer["text"] for answer in talking.kept("answer")] == ["i miss my sister"]


def test_a_new_request_wins_over_an_open_offer(child):
    talking = child()
    talking.says("i scored a goal")
    assert "review is on" in talking.says("when is my next review")
    talking.says("and we won the cup")
    assert talking.place.startswith("pass_on/")


def test_yes_to_nothing_is_asked_gently(child):
    talking = child()
    talking.arrives()
    assert talking.says("yes") == "What would you like to do?"


def test_a_number_is_the_button_in_that_line(child):
    talking = child("older")
    talking.arrives()
    talking.says("2")
    assert talking.place == "who_iro/know"
    talking.says("menu")
    talking.says("number 3")
    assert talking.place == "contact/how"


@pytest.mark.parametrize("text", ["0", "99", "7"])
def test_a_number_without_a_line_picks_nothing(child, text):
    talking = child("older")
    talking.arrives()
    talking.says(text)
    assert talking.place == "pass_on/offer"


def test_a_number_asked_for_is_no_button(visitor):
    talking = visitor(invite="OTTER-42")
    talking.arrives()
    talking.taps("yes")
    talking.says("1")
    assert talking.place.startswith("welcome/birthday")


@pytest.mark.parametrize(
    ("text", "how", "when"),
    [
        ("can priya ring me after school on wednesday", "call", "after school on wednesday"),
        ("i want priya to come see me next week pls", "visit", "next week"),
        ("can my iro call me at 4pm tomorrow?", "call", "at 4pm tomorrow"),
    ],
)
def test_how_and_when_are_heard_in_the_asking(child, text, how, when):
    talking = child("older")
    talking.says(text)
    assert talking.place == "contact/safe"
    talking.says("yes")
    *begun, whole = talking.asked_for("contact")
    assert whole == {"asking": "whole", "how": how, "when": when, "safe_here": "yes", "text": text}
    assert {one["asking"] for one in begun} == {"begun"}


def test_today_is_urgent(child):
    talking = child("older")
    assert "help now" in talking.says("can priya ring me today its urgent")
    assert talking.place == "contact/safe"


# -- whole talks


def test_somebody_else_sees_the_phone(child):
    talking = child("older", iro=IRO, asked=())
    talking.says("hi im back")
    assert "plain" in talking.says("my nan can see my phone so no")
    assert "not safe" in talking.says("no")
    assert talking.kept("safe_to_write") == [{"value": "no"}]
    assert "can't delete" in talking.says("can you delete this chat")


def test_who_and_what_in_one_go(child):
    talking = child("middle", iro=IRO, iro_full="Beth May")
    assert "An IRO" in talking.says("what even is an iro")
    assert "Beth May" in talking.says("so whos mine then, who is my iro")
    assert "Graham" in talking.says("who was it before beth")
    assert "No" in talking.says("does beth work for my social worker")
    assert "part of it" in talking.says("do i have to go to my review")


def test_a_secret_is_never_promised(child):
    talking = child("older", iro=IRO)
    said = talking.says("can i tell u something and u wont tell anyone")
    assert "not secret from people whose job is to keep you safe" in said
    talking.says("promise?")
    assert "computer" in talking.says("r u even real")


def test_from_a_wish_to_reading_it_back_to_a_visit(child):
    talking = child("older", iro=IRO)
    talking.says("i dont want my dad there")
    assert talking.kept("answer")[0]["question"] == "meeting_not"
    talking.says("menu")
    assert "i dont want my dad there" in talking.says("read back what i said")
    talking.says("i want beth to come see me")
    assert talking.place == "contact/can_wait"
    assert "stop" in talking.says("ok bye")


def test_a_topic_is_opened_and_answered(child):
    talking = child("older", iro=IRO)
    talking.says("i want to say stuff about contact with my mum")
    assert talking.place == "topic_family/see"
    talking.says("i only see her once a month and its rubbish")
    assert talking.kept("answer")[0]["question"] == "family_see"
    assert "computer" in talking.says("are you a real person")
    assert talking.place == "topic_family/who"


def test_another_iro_a_complaint_and_a_card(child):
    talking = child("older", iro=IRO)
    assert "Marguerite" in talking.says("i want a different iro")
    talking.taps("complain")
    talking.says("she never listens")
    assert talking.asked_for("complaint") == [{"text": "she never listens"}]
    talking.says("no")
    talking.says("ive lost my card")
    talking.says("yes")
    assert talking.asked_for("new_card") == [{}]

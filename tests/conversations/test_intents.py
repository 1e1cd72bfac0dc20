"""Children ask in their own words, at any moment, and real answers stay answers."""

import pytest

from tests.support.once import the_library

PHRASES = the_library().phrase_book("en")
EXAMPLES = [(intent.id, example) for intent in PHRASES.intents for example in intent.examples]
COMMANDS = [(name, way) for name, ways in PHRASES.commands.items() for way in ways]


@pytest.mark.parametrize(("intent", "example"), EXAMPLES)
def test_each_example_means_what_it_stands_under(intent, example):
    iro = "Siân" if "siân" in example else "Graham" if "graham" in example.lower() else "Priya"
    meant = PHRASES.meant(example, inside=False, linked=True, iro=iro)
    assert meant is not None
    assert meant[0].id == intent


@pytest.mark.parametrize(("command", "way"), COMMANDS)
def test_each_command_means_one_thing(command, way):
    assert PHRASES.command(way) == command


ANSWERS = [
    "I want to stop seeing my uncle",
    "my iro is called Priya and she never rings me",
    "help with maths",
    "my room is too small and nobody listens",
    "the menu at school is boring",
    "i get pushed to the back of the bus",
    "I wish we could skip contact on sundays",
    "who is my iro is a question my friend asked and i did not know what to say to that",
    "i dont get on with my brother",
    "no one tells me anything",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_real_answer_to_an_open_question_is_an_answer(child, answer):
    talking = child("older")
    talking.says("wishes")
    talking.says("worries")
    talking.says(answer)
    assert [a["text"] for a in talking.kept("answer")] == [answer]


def test_a_short_clear_question_inside_an_open_one_is_answered_and_the_question_asked_again(child):
    talking = child("older")
    talking.says("wishes")
    talking.says("worries")
    asked = talking.heard[-1].text
    assert "computer" in talking.says("are you a real person?")
    assert talking.heard[-1].text == asked
    assert talking.kept("answer") == []


@pytest.mark.parametrize("text", ["my tooth hurts n the dentist is shut", "my nan died last year", "i scored a goal"])
def test_words_that_fit_nothing_are_kept_and_offered_to_the_iro(child, text):
    talking = child()
    assert "Priya" in talking.says(text)
    assert talking.place == "pass_on/offer"
    assert "Priya will see this" in talking.says("yes, my words")
    assert talking.asked_for("message") == [{"text": text}]
    assert talking.place == "home/menu"


def test_words_not_passed_on_are_said_to_stay_readable(child):
    talking = child()
    talking.says("i scored a goal")
    assert "can read" in talking.says("no")
    assert talking.requests == []


def test_two_messages_are_passed_on_together(child):
    talking = child()
    talking.says("i scored a goal")
    talking.says("and we won the cup")
    talking.says("yes")
    assert talking.asked_for("message") == [{"text": "i scored a goal\nand we won the cup"}]


def test_tell_my_iro_sends_the_words_as_they_are(child):
    talking = child()
    assert "Tuesday 24 November" in talking.says("tell my iro i want to see my brother")
    assert talking.asked_for("message") == [{"text": "tell my iro i want to see my brother"}]


def test_yes_to_nothing_is_no_message(child):
    talking = child()
    talking.arrives()
    talking.says("yes")
    assert talking.place == "home/menu"


def test_dots_are_given_time(child):
    talking = child("younger")
    talking.says("wishes")
    assert "time" in talking.says(".")
    assert talking.place == "wishes/near"


def test_a_button_from_before_is_understood_or_explained(child):
    talking = child()
    talking.says("wishes")
    talking.taps("yes_right")
    assert talking.place == "wishes/topics"
    talking.taps("menu")
    assert talking.place == "home/menu"
